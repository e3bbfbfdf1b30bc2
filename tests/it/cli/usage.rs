//! Help and wrong usage: every text in every language, every kind of error, and names of files that look like commands.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};

use clap::error::ErrorKind;
use upgrade_desk::cli::{Invocation, Otherwise, understand, usage};
use upgrade_desk::text::{Language, Words, message_ids};

use super::{Desk, SOURCE, Said, run};
use crate::text::calls::locale;

fn words(language: Language) -> Words {
    Words::new(language).unwrap()
}

/// A command with all below it, each with the names that lead to it.
fn all(command: &clap::Command) -> Vec<(String, clap::Command)> {
    let mut found = vec![(command.get_name().to_owned(), command.clone())];
    for below in command.get_subcommands() {
        found.extend(all(below).into_iter().map(|(name, below)| (format!("{} {name}", command.get_name()), below)));
    }
    found
}

/// Each text of the help by what it is about: commands, arguments, and those of their values that are described.
fn texts(language: Language) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (name, command) in all(&usage::command(&words(language))) {
        found.push((name.clone(), command.get_about().map(ToString::to_string).unwrap_or_default()));
        for argument in command.get_arguments() {
            let about = format!("{name} {}", argument.get_id());
            let [short, long] = [argument.get_help(), argument.get_long_help()]
                .map(|text| text.map(ToString::to_string).unwrap_or_default());
            found.push((format!("{about}, short"), short));
            found.push((format!("{about}, long"), long));
        }
    }
    found
}

#[test]
fn every_command_and_argument_has_a_text_of_its_own_in_every_language() {
    let [english, french, chinese] = Language::ALL.map(texts);
    assert!(english.len() > 100, "{}", english.len());
    for (at, (about, text)) in english.iter().enumerate() {
        for (language, other) in [("fr", &french[at]), ("zh-CN", &chinese[at])] {
            assert_eq!(other.0, *about);
            assert!(!text.is_empty() && !other.1.is_empty(), "{about} has no text in {language}");
            assert_ne!(other.1, *text, "{about} in {language}");
        }
    }
}

/// Comments of the program's own sources are no help: they would be English.
#[test]
fn the_texts_of_the_help_are_those_of_the_locale_files() {
    for language in Language::ALL {
        let words = words(language);
        let said: Vec<String> = words_of_help(language)
            .iter()
            .map(|id| words.say(id).lines().next().unwrap_or_default().to_owned())
            .collect();
        for (about, text) in texts(language) {
            assert!(said.iter().any(|said| text.starts_with(said)), "{about}: {text}");
        }
    }
}

/// The messages about the command line's usage that have no arguments.
fn words_of_help(language: Language) -> Vec<String> {
    let words = words(language);
    let locale = locale(language);
    message_ids(&locale).filter(|id| id.starts_with("usage-") && words.say(id) != *id).map(str::to_owned).collect()
}

/// Runs the program in a language.
#[track_caller]
fn run_in(language: Language, arguments: &[&dyn AsRef<OsStr>]) -> Said {
    let tag = language.tag();
    let all: Vec<&dyn AsRef<OsStr>> = arguments.iter().copied().chain([&"--lang" as &dyn AsRef<OsStr>, &tag]).collect();
    run(&all)
}

const COMMANDS: [&str; 6] = ["check", "upgrade", "import", "export", "diff", "generate"];

/// What the program prints of itself, whole: of the program and each command, short and long.
fn helps(language: Language) -> Vec<String> {
    let mut all: Vec<Vec<&str>> = vec![vec!["-h"], vec!["--help"]];
    all.extend(COMMANDS.iter().flat_map(|command| [vec![*command, "-h"], vec![*command, "--help"]]));
    all.into_iter()
        .map(|arguments| {
            let front = ["--lang", language.tag()];
            let arguments: Vec<&dyn AsRef<OsStr>> =
                front.iter().chain(&arguments).map(|text| text as &dyn AsRef<OsStr>).collect();
            let said = run(&arguments);
            assert_eq!((said.status, said.err.as_str()), (0, ""));
            said.out
        })
        .collect()
}

#[test]
fn help_has_no_sentence_of_another_language() {
    let [english, french, chinese] = Language::ALL.map(|language| {
        let words = words(language);
        let said =
            |id: &String| words.say(id).lines().filter(|line| line.len() > 8).map(str::to_owned).collect::<Vec<_>>();
        words_of_help(language).iter().flat_map(said).collect::<BTreeSet<String>>()
    });
    // The parser's own, as far as they are written in it.
    let parsers =
        ["Usage:", "Commands:", "Arguments:", "Options:", "[default:", "[possible values:", "Possible values:"];
    let parsers = parsers.into_iter().chain(["Print help", "Print version", "Print this", "see more", "see a summary"]);
    for (language, own, others) in [
        (Language::English, &english, [&french, &chinese]),
        (Language::French, &french, [&english, &chinese]),
        (Language::SimplifiedChinese, &chinese, [&english, &french]),
    ] {
        for help in helps(language) {
            for sentence in others.into_iter().flatten().filter(|sentence| !own.contains(*sentence)) {
                assert!(!help.contains(sentence.as_str()), "{sentence} in {}:\n{help}", language.tag());
            }
            if language != Language::English {
                for theirs in parsers.clone() {
                    assert!(!help.contains(theirs), "{theirs} in {}:\n{help}", language.tag());
                }
            }
            let missing = help.split_whitespace().find(|word| word.starts_with("usage-"));
            assert!(missing.is_none() && !help.contains(['{', '}']), "{help}");
        }
    }
}

/// A text as it is on every system: without the renderer that some lack, and without the parser's spaces at the ends of lines.
fn everywhere(text: &str) -> String {
    let lines = text.lines().map(str::trim_end).filter(|line| !line.contains("- wgpu"));
    lines.collect::<Vec<_>>().join("\n").replace(", wgpu]", "]").replace("、wgpu]", "]")
}

#[test]
fn help_reads_like_this() {
    insta::assert_snapshot!(everywhere(&run(&[&"check", &"-h"]).out), @r"
        Say what every subscription can be upgraded to, with all reasons

        Usage: upgrade-desk check [OPTIONS] <FILE>

        Arguments:
          <FILE>  The portfolio

        Options:
              --rules <ID>           The rule set to judge by, instead of the portfolio's own: page or partner-center
              --as-of <YYYY-MM-DD>   The day of the answer; without it today, in UTC
              --format <FORMAT>      For people, or for programs [default: table] [possible values: table, json, csv]
              --lang <LANGUAGE>      The language of the window, of reports, and of what commands say: en, fr or zh-CN
              --renderer <RENDERER>  How the window is drawn [possible values: glow]
          -h, --help                 Print help (see more with --help)
    ");
    insta::assert_snapshot!(everywhere(&run(&[&"--lang", &"fr", &"--help"]).out), @r"
        Quels abonnements Office 365 peuvent être mis à niveau, vers quoi, et sinon pourquoi

        Sans commande, la fenêtre s’ouvre. Code de sortie : 0 fait, 1 refusé (rien n’est écrit), 2 mauvais usage.

        Utilisation : upgrade-desk [OPTIONS] [FILE]
                      upgrade-desk [OPTIONS] <COMMANDE>

        Commandes :
          check     Dire vers quoi chaque abonnement peut être mis à niveau, avec tous les motifs
          upgrade   Consigner une mise à niveau, si les règles l’autorisent
          import    Lire des fichiers dans un portefeuille, et dire ce qui change
          export    Écrire un portefeuille dans un autre fichier, sous un nouvel ID, ou en faire un rapport
          diff      Dire ce qui a changé entre deux portefeuilles
          generate  Inventer un portefeuille pour essayer ; les mêmes arguments donnent les mêmes octets
          help      Afficher cette aide, ou celle d’une commande

        Arguments :
          [FILE]
                  Le portefeuille à ouvrir dans la fenêtre ; sinon le dernier

        Options :
              --lang <LANGUAGE>
                  La langue de la fenêtre, des rapports et de ce que disent les commandes : en, fr ou zh-CN

                  Sans cette option, les commandes parlent anglais. Ce que `check` et `export` donnent aux programmes (JSON, CSV, classeurs) est le même dans toutes les langues.

              --renderer <RENDERER>
                  Comment la fenêtre est dessinée

                  Valeurs possibles :
                  - glow : OpenGL

          -h, --help
                  Afficher l’aide (un résumé avec -h)

          -V, --version
                  Afficher la version
    ");
    insta::assert_snapshot!(everywhere(&run(&[&"help", &"check", &"--lang", &"zh-CN"]).out), @r"
        说明每个订阅可以升级到什么，并列出所有原因

        用法：upgrade-desk check [选项] <FILE>

        参数：
          <FILE>
                  客户库

        选项：
              --rules <ID>
                  判断所用的规则集，代替客户库自己的规则集：page 或 partner-center

              --as-of <YYYY-MM-DD>
                  结论的日期；未指定时为今天（UTC）

              --format <FORMAT>
                  供人阅读，或供程序读取

                  [默认值：table]
                  [可用的值：table、json、csv]

              --lang <LANGUAGE>
                  窗口、报告和命令消息的语言：en、fr 或 zh-CN

                  未指定时，命令使用英文。`check` 和 `export` 供程序读取的内容（JSON、CSV、工作簿）在各种语言中都相同。

              --renderer <RENDERER>
                  窗口的绘制方式

                  可用的值：
                  - glow：OpenGL

          -h, --help
                  显示帮助（使用 -h 查看摘要）
    ");
}

#[test]
fn help_is_given_in_the_language_also_where_that_stands_last() {
    for language in Language::ALL {
        let plain = run_in(language, &[&"check", &"--help"]);
        let words = words(language);
        assert!(plain.status == 0 && plain.out.starts_with(words.say("usage-check")), "{}", plain.out);
        let tag = language.tag();
        for said in [
            run(&[&"--lang", &tag, &"check", &"--help"]),
            run(&[&"--lang", &tag, &"help", &"check"]),
            run(&[&"help", &format!("--lang={tag}"), &"check"]),
            run_in(language, &[&"help", &"check"]),
        ] {
            assert_eq!((said.status, &said.out), (0, &plain.out));
        }
    }
    // The parser helps before it looks at values.
    assert_eq!(run(&[&"help", &"check", &"--lang", &"xx"]).out, run(&[&"help", &"check"]).out);
}

/// Each kind of wrong usage that the program's arguments can have.
fn mistakes(desk: &Desk) -> Vec<Vec<OsString>> {
    let file = desk.file().into_os_string();
    let lines: [&[&str]; 22] = [
        &["check"],
        &["check", "FILE", "--rules", "nobody's"],
        &["check", "FILE", "--as-of", "2026-02-30"],
        &["check", "FILE", "--format", "xml"],
        &["check", "FILE", "--format"],
        &["check", "FILE", "--formt", "json"],
        &["check", "FILE", "--zzz"],
        &["check", "FILE", "second"],
        &["--format", "json", "check", "FILE"],
        &["upgrade", "FILE", "--subscription", SOURCE],
        &["upgrade", "FILE", "--dry-run=yes"],
        &["generate", "--customers", "many", "--seed", "1", "--to", "FILE"],
        &["generate", "--customers", "99999999999999999999999", "--seed", "1", "--to", "FILE"],
        &["generate", "--customers", "-1"],
        &["export", "FILE", "--to", "out.html", "--customer", "a", "--upgrade", "b"],
        &["export", "FILE", "--to", "a", "--to", "b"],
        &["help", "nothing"],
        &["FILE", "check", "FILE"],
        &["chekc"],
        &["chekc", "FILE", "--format", "json"],
        &["FILE", "chekc"],
        &["--renderer", "crayon"],
    ];
    lines
        .iter()
        .map(|line| line.iter().map(|text| if *text == "FILE" { file.clone() } else { OsString::from(text) }).collect())
        .collect()
}

#[test]
fn wrong_usage_is_said_in_the_language_asked_for() {
    let desk = Desk::new();
    for arguments in mistakes(&desk) {
        let name = format!("{arguments:?}");
        let [english, french, chinese] = Language::ALL.map(|language| {
            let mut all = arguments.clone();
            // In front, since an option that lacks its value would lose it to what stands behind.
            all.splice(0..0, ["--lang".into(), language.tag().into()]);
            let all: Vec<&dyn AsRef<OsStr>> = all.iter().map(|one| one as &dyn AsRef<OsStr>).collect();
            let said = run(&all);
            assert_eq!((said.status, said.out.as_str()), (2, ""), "{name}: {}", said.err);
            assert!(!said.err.contains(['{', '}']) && !said.err.contains("usage-"), "{}", said.err);
            said.err
        });
        assert_eq!(english.lines().count(), french.lines().count(), "{english}{french}");
        assert_eq!(english.lines().count(), chinese.lines().count(), "{english}{chinese}");
        assert!(english.starts_with("error: ") && english.contains("\n\nUsage: upgrade-desk"), "{english}");
        assert!(
            french.starts_with("erreur\u{a0}: ") && french.contains("\n\nUtilisation\u{a0}: upgrade-desk"),
            "{french}"
        );
        assert!(chinese.starts_with("错误：") && chinese.contains("\n\n用法：upgrade-desk"), "{chinese}");
        for (ours, theirs) in english.lines().zip(french.lines()).chain(english.lines().zip(chinese.lines())) {
            let words = ours.split(' ').filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase()));
            assert!(ours != theirs || words.count() < 3, "{name}: {ours}");
        }
    }
    assert_eq!(desk.names(), ["portfolio.ron"]);
}

/// All that is said, once, with the file's own name left out.
#[test]
fn wrong_usage_reads_like_this() {
    let desk = Desk::new();
    let folder = desk.at("").to_string_lossy().into_owned();
    let said: Vec<String> = mistakes(&desk)
        .iter()
        .map(|arguments| {
            let arguments: Vec<&dyn AsRef<OsStr>> = arguments.iter().map(|one| one as &dyn AsRef<OsStr>).collect();
            let said = run(&arguments).err;
            said.split("\n\nUsage").next().unwrap().replace(&folder, "")
        })
        .collect();
    insta::assert_snapshot!(everywhere(&said.join("\n")), @r"
    error: arguments are missing: <FILE>
    error: “nobody's” is no value for --rules <ID>: there is no rule set of this ID; there are: page, partner-center
    error: “2026-02-30” is no value for --as-of <YYYY-MM-DD>: expected a day that exists, as YYYY-MM-DD
    error: “xml” is no value for --format <FORMAT>
    [possible values: table, json, csv]
    error: a value is missing behind --format <FORMAT>
    [possible values: table, json, csv]
    error: there is no option --formt here
    Did you mean “--format”?
    error: there is no option --zzz here
    To give “--zzz” as a value, write -- in front of it
    error: there is one argument too many: “second”
    error: there is no option --format here
    Did you mean “check --format”?
    error: arguments are missing: --to <OFFER-ID>, --licenses <N>
    error: “yes” is one value too many for --dry-run
    error: “many” is no value for --customers <N>: expected a whole number in digits
    error: “99999999999999999999999” is no value for --customers <N>: the number is too large
    error: there is no option -1 here
    error: --customer <ID> cannot be used with --upgrade <SUBSCRIPTION-ID>
    error: --to <OUT> can be given only once
    error: there is no command “nothing”
    error: a file to open goes without a command
    error: there is no file and no command “chekc”
    Did you mean “check”?
    error: there is no file and no command “chekc”
    Did you mean “check”?
    error: there is no command “chekc”
    Did you mean “check”?
    error: “crayon” is no value for --renderer <RENDERER>
    [possible values: glow]
    ");
    let said = run_in(Language::French, &[&"check", &"x", &"--formt", &"json"]).err;
    insta::assert_snapshot!(said, @r"
    erreur : il n’y a pas d’option --formt ici
    Vouliez-vous dire « --format » ?

    Utilisation : upgrade-desk check --format <FORMAT> <FILE>

    Pour en savoir plus, essayez --help
    ");
}

/// Kinds of errors that the parser has and this program's arguments do not, for when they do.
#[test]
fn every_kind_of_error_has_a_sentence() {
    let parse = |command: clap::Command, arguments: &[&str]| {
        command.try_get_matches_from(["x"].iter().chain(arguments)).unwrap_err()
    };
    let plain = || clap::Command::new("x");
    let option = |values: usize| clap::Arg::new("a").long("a").num_args(values);
    let errors = [
        (ErrorKind::MissingSubcommand, parse(plain().subcommand(plain()).subcommand_required(true), &[])),
        (ErrorKind::NoEquals, parse(plain().arg(option(1).require_equals(true)), &["--a", "b"])),
        (ErrorKind::WrongNumberOfValues, parse(plain().arg(option(2)), &["--a", "b"])),
        (ErrorKind::TooFewValues, parse(plain().arg(option(0).num_args(2..4)), &["--a", "b"])),
        (ErrorKind::InvalidUtf8, clap::Error::new(ErrorKind::InvalidUtf8)),
    ];
    for (kind, error) in errors {
        assert_eq!(error.kind(), kind);
        let otherwise = Otherwise::Parser(error);
        let [english, french, chinese] =
            Language::ALL.map(|language| usage::said(&words(language), &otherwise, &[]).unwrap_err());
        let first = |text: &str| text.lines().next().unwrap().to_owned();
        assert!(first(&english).starts_with("error: ") && first(&english).len() > 20, "{english}");
        assert!(first(&french).starts_with("erreur\u{a0}: ") && first(&chinese).starts_with("错误："));
    }
}

#[test]
fn the_language_is_found_wherever_it_stands() {
    let ends = |arguments: &[&dyn AsRef<OsStr>], more: &str| {
        let said = run(arguments);
        assert_eq!(said.status, 2);
        assert!(said.err.ends_with(&format!("{more}\n")), "{}", said.err);
    };
    let [english, french, chinese] = Language::ALL.map(|language| words(language).say("usage-more").to_owned());
    ends(&[&"check", &"--zzz", &"--lang", &"fr"], &french);
    ends(&[&"--lang=zh-cn", &"check", &"--zzz"], &chinese);
    ends(&[&"check", &"--zzz", &"--", &"--lang", &"fr"], &english);
    // A wrong one is said in English, also where a right one follows.
    ends(&[&"check", &"--lang", &"xx"], &english);
    ends(&[&"check", &"x", &"--lang", &"de", &"--lang", &"fr"], &english);
    ends(&[&"check", &"x", &"--lang"], &english);
    ends(&[&"check", &"x", &"--lang", &"fr", &"--lang", &"en"], &french);
    assert!(run(&[&"check", &"x", &"--lang", &"xx"]).err.contains("en, fr, zh-CN"));
}

#[cfg(unix)]
#[test]
fn text_that_is_none_is_said() {
    use std::os::unix::ffi::OsStrExt;
    let broken = OsStr::from_bytes(b"a\xff");
    for language in Language::ALL {
        let said = run_in(language, &[&"export", &"x", &"--to", &"y.html", &"--customer", &broken]);
        assert_eq!((said.status, said.out.as_str()), (2, ""));
        assert!(said.err.contains(words(language).say("usage-not-unicode")), "{}", said.err);
    }
}

/// What is understood of arguments behind the program's name.
fn understood(arguments: &[&OsStr]) -> Result<Invocation, Otherwise> {
    let all: Vec<OsString> = [OsStr::new("upgrade-desk")].iter().chain(arguments).map(Into::into).collect();
    understand(&all)
}

#[test]
fn a_mistyped_command_is_no_file() {
    for (typed, meant) in [
        ("chekc", "check"),
        ("Check", "check"),
        ("chec", "check"),
        ("upgrad", "upgrade"),
        ("imports", "import"),
        ("exprot", "export"),
        ("dif", "diff"),
        ("genrate", "generate"),
    ] {
        for arguments in [&[typed][..], &[typed, "a.ron"], &["--lang", "fr", typed, "a.ron", "--zzz"]] {
            let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
            let said = understood(&arguments);
            let Err(Otherwise::NoSuchCommand { name, similar }) = said else { panic!("{typed}: {said:?}") };
            assert_eq!((name.as_str(), similar.as_str()), (typed, meant));
        }
    }
}

#[test]
fn what_can_be_a_file_opens_the_window() {
    let desk = Desk::new();
    let there = desk.put("chekc", b"");
    let mut names: Vec<&OsStr> =
        ["chekc.ron", "./chekc", "sub/check", "x", "portfolio", "my customers", "", "四方"].map(OsStr::new).into();
    names.retain(|name| !name.is_empty());
    names.push(there.as_os_str());
    for name in names {
        let said = understood(&[name]);
        let Ok(Invocation::Window { file: Some(file), .. }) = said else { panic!("{name:?}: {said:?}") };
        assert_eq!(file, name);
    }
    // Said to be a file.
    let said = understood(&[OsStr::new("--"), OsStr::new("chekc")]);
    assert!(matches!(said, Ok(Invocation::Window { file: Some(_), .. })), "{said:?}");
    // A name of this folder that is there, near to a command.
    let said = understood(&[OsStr::new("tests")]);
    assert!(matches!(said, Ok(Invocation::Window { .. })), "{said:?}");
}
