//! Reads a report as HTML that somebody else reads: strictly, so that what is not well-formed is not missed. It knows no report.

/// Elements without an end.
const VOID: [&str; 2] = ["meta", "br"];

/// What is wrong with a document; `None` where every tag is closed in its turn and nothing stands where it may not.
pub fn fault(html: &str) -> Option<String> {
    let mut rest = html.strip_prefix("<!DOCTYPE html>")?;
    let mut open: Vec<&str> = Vec::new();
    while let Some(at) = rest.find('<') {
        let text = &rest[..at];
        if open.last() != Some(&"style") && text.replace("&lt;", "").contains(['<', '>', '"', '\'']) && open.is_empty()
        {
            return Some(format!("text outside: {text}"));
        }
        let tag = &rest[at + 1..];
        let mut in_value = false;
        let end = tag.find(|letter| {
            in_value ^= letter == '"';
            letter == '>' && !in_value
        });
        let Some(end) = end else { return Some(format!("a tag that does not end: {:.60}", tag)) };
        let inside = &tag[..end];
        rest = &tag[end + 1..];
        let name = inside.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default();
        if name.is_empty() || !name.chars().all(|letter| letter.is_ascii_alphanumeric()) {
            return Some(format!("no name of a tag: {inside:.60}"));
        }
        if inside.starts_with('/') {
            match open.pop() {
                Some(last) if last == name => {}
                other => return Some(format!("</{name}> where {other:?} is open")),
            }
        } else if !VOID.contains(&name) {
            open.push(name);
        }
    }
    (!open.is_empty()).then(|| format!("left open: {open:?}"))
}

/// The part of a document between the tag with an id and the end of its kind.
pub fn part<'a>(html: &'a str, tag: &str, id: &str) -> Option<&'a str> {
    let at = html.find(&format!("<{tag} id=\"{id}\""))?;
    let rest = &html[at..];
    rest.find(&format!("</{tag}>")).map(|end| &rest[..end])
}

/// The numbers in a piece of a document, in their order. Each text has to be the number as the language writes it.
pub fn numbers(piece: &str, mark: char) -> Vec<i64> {
    let values = piece.split("data-value=\"").skip(1);
    values
        .map(|rest| {
            let (value, rest) = rest.split_once('"').unwrap();
            let shown = rest.split_once('>').unwrap().1.split('<').next().unwrap();
            let plain = shown.replace(mark, "").replace('−', "-");
            assert_eq!(plain, value, "what is shown is the number");
            let digits = value.trim_start_matches('-').len();
            assert_eq!(shown.matches(mark).count(), (digits - 1) / 3, "{shown} is grouped");
            value.parse().unwrap()
        })
        .collect()
}

/// The rows of a table's body, each its numbers; then the total's, where there is one.
pub fn rows(html: &str, id: &str, mark: char) -> (Vec<Vec<i64>>, Vec<i64>) {
    let table = part(html, "table", id).unwrap_or_else(|| panic!("no table {id}"));
    let (body, foot) = table.split_once("<tfoot>").unwrap_or((table, ""));
    let body = body.split_once("<tbody>").unwrap().1;
    (body.split("<tr>").skip(1).map(|row| numbers(row, mark)).collect(), numbers(foot, mark))
}

/// The count of a list that can be cut.
pub fn all_of(html: &str, id: &str) -> usize {
    let at = html.find(&format!("id=\"{id}\" data-all=\"")).unwrap_or_else(|| panic!("no list {id}"));
    let rest = html[at..].split_once("data-all=\"").unwrap().1;
    rest.split('"').next().unwrap().parse().unwrap()
}

#[test]
fn what_is_not_well_formed_is_caught() {
    assert_eq!(fault("<!DOCTYPE html>\n<p>a<br>b &lt;</p>\n"), None);
    for broken in ["<p>a", "<p>a</b>", "<p title=\"a>b</p>", "<p>a<</p>", "<!-- a -->", "<p><script x>\"</p>"] {
        assert!(fault(&format!("<!DOCTYPE html>{broken}")).is_some(), "{broken}");
    }
}
