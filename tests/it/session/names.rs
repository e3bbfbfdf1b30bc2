//! The order of names by language, and finding Chinese names by how they sound. What the lists do with it is beside this.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use upgrade_desk::model::Language;
use upgrade_desk::state::{NameOrder, Sought, Sounds, fold};

#[track_caller]
fn is_in_order(language: Language, names: &[&str]) {
    let order = NameOrder::of(language);
    assert!(order.is_known(), "{}", language.tag());
    let mut sorted = names.to_vec();
    // From the other end, so that nothing is in order by being left where it was.
    sorted.reverse();
    sorted.sort_by_key(|name| order.key(name));
    assert_eq!(sorted, names, "{}", language.tag());
}

#[test]
fn chinese_names_are_ordered_by_pinyin_in_chinese() {
    // ā lǐ, běi jīng, chóng qìng, guǎng zhōu, shàng hǎi, sì fāng, wēi ruǎn, zhōng guó.
    let cities = ["阿里巴巴", "北京印刷", "广州贸易", "上海咖啡", "四方咖啡", "微软中国", "中国银行"];
    is_in_order(Language::SimplifiedChinese, &cities);
    // Not so by their numbers: 上 stands before 北 and 中 before 四 there.
    let mut by_number = cities;
    by_number.sort_unstable();
    assert_ne!(by_number, cities);
}

#[test]
fn an_accent_and_a_capital_decide_only_between_names_that_are_the_same_without() {
    for language in [Language::English, Language::French] {
        is_in_order(language, &["Eclat", "Éclat", "Éclat Nord", "École", "Ecrin", "Zurich"]);
        is_in_order(language, &["alpine", "Alpine", "Alpine Ski House", "Älpler", "Bellows", "bellows & co"]);
        is_in_order(language, &["cote", "coté", "côte", "côté"]);
    }
}

#[test]
fn a_ligature_and_a_wide_letter_stand_where_their_letters_would() {
    is_in_order(Language::French, &["oasis", "œuvre", "offre"]);
    is_in_order(Language::English, &["Wide", "Ｗｉｎｇｔｉｐ", "Wordy"]);
}

#[test]
fn signs_and_figures_stand_before_letters_in_every_language() {
    for language in Language::ALL {
        is_in_order(language, &["", "(A)", "1 Adatum", "A", "b"]);
    }
}

#[test]
fn the_same_name_has_the_same_key_and_another_one_another() {
    for language in Language::ALL {
        let order = NameOrder::of(language);
        assert_eq!(order.key("四方咖啡"), order.key("四方咖啡"));
        assert_eq!(order.key("Élan"), order.key("E\u{301}lan"));
        let names = ["", " ", "a", "A", "á", "四", "四方", "\0", "\u{202e}a", "👩‍👩‍👧", "\u{e000}"];
        let mut keys: Vec<_> = names.iter().map(|name| order.key(name)).collect();
        keys.sort();
        assert!(keys.is_sorted());
    }
}

#[track_caller]
fn sounds_like(name: &str, typed: &[&str]) {
    for typed in typed {
        assert!(Sought::new(typed).is_in(name), "{typed} does not find {name}: {:?}", Sounds::of(&fold(name)));
    }
}

#[track_caller]
fn does_not_sound_like(name: &str, typed: &[&str]) {
    for typed in typed {
        assert!(!Sought::new(typed).is_in(name), "{typed} finds {name}: {:?}", Sounds::of(&fold(name)));
    }
}

#[test]
fn a_chinese_name_is_found_by_its_pinyin_its_initials_and_what_is_typed_so_far() {
    sounds_like(
        "四方咖啡",
        &["sifangkafei", "sfkf", "SiFang", "kafei", "kf", "sifangkf", "sfkafei", "sifangka", "sifangkafe"],
    );
    sounds_like("四方咖啡", &["sifang kafei", "四fang", "四方kf", "kafei sifang"]);
    does_not_sound_like("四方咖啡", &["sifangcha", "kfsf", "skf", "angka", "sifangkafeix", "x"]);
}

#[test]
fn a_sound_of_two_letters_can_be_typed_as_one_or_as_two() {
    sounds_like("中国石油", &["zgsy", "zhgshy", "zhongguoshiyou", "zhgsy"]);
    sounds_like("上海城建", &["shcj", "shhchj"]);
}

#[test]
fn a_character_is_found_by_each_of_its_readings() {
    sounds_like("重庆银行", &["chongqing", "cqyh", "zhongqing", "yinhang", "yinxing", "zqyx"]);
    sounds_like("长城乐器", &["changcheng", "zhangcheng", "yueqi", "leqi"]);
    sounds_like("绿城旅行", &["lvcheng", "lucheng", "lvxing", "lclx"]);
}

#[test]
fn what_is_beside_the_chinese_is_spelled_as_it_is_and_brackets_need_not_be_typed() {
    sounds_like("四方（上海）Coffee 2号", &["sifangshanghai", "sfsh", "shcoffee", "coffee2hao", "sf coffee"]);
    does_not_sound_like("Contoso (Shanghai)", &["contososhanghai", "sh)x"]);
}

#[test]
fn only_names_with_chinese_in_them_have_sounds() {
    for name in ["", "Contoso", "Élan Énergie", "ｗｉｎｇｔｉｐ", "👩‍👩‍👧", "かな"] {
        assert!(Sounds::of(&fold(name)).is_empty(), "{name}");
    }
    assert!(!Sounds::of("四").is_empty());
}

#[test]
fn no_name_and_no_word_takes_long() {
    // Each of these can be spelled in very many ways.
    let name = "啊".repeat(5_000);
    let sounds = Sounds::of(&name);
    assert!(sounds.has(&"a".repeat(100)));
    assert!(!sounds.has(&format!("{}x", "a".repeat(100))));
    // Nobody spells this much out.
    assert!(!sounds.has(&"a".repeat(10_000)));
    assert!(!sounds.has(&"长".repeat(500)));
}

#[test]
fn the_beginning_of_a_name_is_found_from_its_first_character_only() {
    let sounds = Sounds::of("四方咖啡");
    assert!(sounds.begins_with("sif") && sounds.begins_with("sfk") && sounds.begins_with("四"));
    assert!(!sounds.begins_with("fang") && !sounds.begins_with("kafei") && !sounds.begins_with(""));
}

/// Characters and a reading of each; what is no Chinese is read as it is written.
const READ: [(&str, &str); 10] = [
    ("四", "si"),
    ("方", "fang"),
    ("上", "shang"),
    ("海", "hai"),
    ("中", "zhong"),
    ("安", "an"),
    ("欧", "ou"),
    ("鹅", "e"),
    ("c", "c"),
    ("7", "7"),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn whatever_may_be_typed_for_a_name_finds_it(
        letters in vec((0..READ.len(), 0..4_usize), 1..8),
        from in any::<Index>(),
        length in 1..8_usize,
        last in 1..6_usize,
    ) {
        let name: String = letters.iter().map(|(letter, _)| READ[*letter].0).chain(["咖"]).collect();
        let from = from.index(letters.len());
        let typed: Vec<(usize, usize)> = letters.iter().copied().skip(from).take(length).collect();
        let mut word = String::new();
        for (at, (letter, way)) in typed.iter().enumerate() {
            let (written, reading) = READ[*letter];
            let sound = if reading.len() > 2 && reading.as_bytes()[1] == b'h' { 2 } else { 1 };
            let so_far = if at + 1 == typed.len() { last.min(reading.len()) } else { reading.len() };
            word.push_str(match way {
                0 => written,
                1 => &reading[..1],
                2 => &reading[..sound],
                _ => &reading[..so_far],
            });
        }
        prop_assert!(Sounds::of(&fold(&name)).has(&word), "{word} in {name}");
    }
}
