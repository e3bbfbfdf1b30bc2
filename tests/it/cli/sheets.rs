//! The sheets that stand beside the table in a workbook: they say what `check` says, and their sums are those of their rows.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};

use super::{Desk, run};

type Row = BTreeMap<String, Data>;

/// The rows of a sheet by their heads.
fn rows(path: &Path, sheet: &str) -> Vec<Row> {
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    let range = workbook.worksheet_range(sheet).unwrap();
    let mut rows = range.rows();
    let heads: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
    rows.map(|row| heads.iter().cloned().zip(row.iter().cloned()).collect()).collect()
}

fn number(cell: &Data) -> i64 {
    match cell {
        #[expect(clippy::cast_possible_truncation, reason = "a count")]
        Data::Float(number) => *number as i64,
        Data::Int(number) => *number,
        other => panic!("no number: {other:?}"),
    }
}

#[test]
fn every_target_stands_with_every_condition_and_the_sums_are_those_of_check() {
    let desk = Desk::new();
    fs::write(desk.file(), include_str!("../../../assets/sample.ron")).unwrap();
    let path = desk.at("out.xlsx");
    assert_eq!(run(&[&"export", &desk.file(), &"--to", &path]).status, 0);
    let path = Path::new(&path);
    let checked = run(&[&"check", &desk.file(), &"--format", &"json"]).out;
    let checked: serde_json::Value = serde_json::from_str(&checked).unwrap();

    let subscriptions = checked["subscriptions"].as_array().unwrap();
    let mut expected = Vec::new();
    for subscription in subscriptions {
        for target in subscription["targets"].as_array().unwrap() {
            let mut row = vec![
                subscription["subscription"].as_str().unwrap().to_owned(),
                target["offer"].as_str().unwrap().to_owned(),
                target["verdict"].as_str().unwrap().to_owned(),
            ];
            let conditions = target["conditions"].as_array().unwrap().iter();
            row.extend(conditions.map(|condition| {
                format!("{}={}", condition["id"].as_str().unwrap(), condition["outcome"].as_str().unwrap())
            }));
            expected.push(row);
        }
    }
    let ids: Vec<String> =
        expected[0][3..].iter().map(|condition| condition.split('=').next().unwrap().to_owned()).collect();
    let found: Vec<Vec<String>> = rows(path, "targets")
        .iter()
        .map(|row| {
            let mut cells = ["subscription", "target", "target_verdict"].map(|name| row[name].to_string()).to_vec();
            cells.extend(ids.iter().map(|id| format!("{id}={}", row[&id.replace('-', "_")])));
            cells
        })
        .collect();
    assert_eq!(found, expected);

    let summary = rows(path, "summary");
    let of = |what: &str, of: &str| {
        let row = summary.iter().find(|row| row["what"] == *what && row["of"] == *of).unwrap();
        number(&row["count"])
    };
    let totals = &checked["totals"];
    for verdict in ["eligible", "not_eligible", "not_known", "no_path"] {
        let total = totals[verdict].as_i64().unwrap();
        assert_eq!(of("verdict", &verdict.replace('_', "-")), total, "{verdict}");
        let rows = rows(path, "customers");
        assert_eq!(rows.iter().map(|row| number(&row[verdict])).sum::<i64>(), total, "{verdict} by customer");
    }
    assert_eq!(of("subscriptions", "all"), totals["subscriptions"].as_i64().unwrap());
    assert_eq!(of("customers", "all"), totals["customers"].as_i64().unwrap());
    for what in ["status", "offer"] {
        let rows = summary.iter().filter(|row| row["what"] == *what);
        let (count, licenses) =
            rows.fold((0, 0), |sum, row| (sum.0 + number(&row["count"]), sum.1 + number(&row["licenses"])));
        assert_eq!(count, of("subscriptions", "all"), "{what}");
        let all = summary.iter().find(|row| row["what"] == *"subscriptions").unwrap();
        assert_eq!(licenses, number(&all["licenses"]), "{what}");
    }
}
