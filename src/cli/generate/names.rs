//! Names of companies that do not exist, put together from words, and their domains. Of real names only Microsoft's own samples.

use super::stream::Stream;

/// Companies that Microsoft's documentation is populated with.
const SAMPLES: [(&str, &str); 18] = [
    ("Contoso", "contoso"),
    ("Fabrikam", "fabrikam"),
    ("Wingtip Toys", "wingtiptoys"),
    ("Tailspin Toys", "tailspintoys"),
    ("Northwind Traders", "northwind"),
    ("Adventure Works", "adventureworks"),
    ("Litware", "litware"),
    ("Proseware", "proseware"),
    ("Fourth Coffee", "fourthcoffee"),
    ("Alpine Ski House", "alpineskihouse"),
    ("Coho Winery", "cohowinery"),
    ("Lucerne Publishing", "lucernepublishing"),
    ("Trey Research", "treyresearch"),
    ("Woodgrove Bank", "woodgrovebank"),
    ("Margie's Travel", "margiestravel"),
    ("Southridge Video", "southridgevideo"),
    ("Blue Yonder Airlines", "blueyonder"),
    ("Humongous Insurance", "humongous"),
];

const CITIES: [&str; 16] = [
    "Shanghai",
    "Beijing",
    "Shenzhen",
    "Guangzhou",
    "Chengdu",
    "Hangzhou",
    "Suzhou",
    "Nanjing",
    "Wuhan",
    "Xiamen",
    "Dalian",
    "Qingdao",
    "Tianjin",
    "Chongqing",
    "Ningbo",
    "Xi'an",
];

const KINDS: [&str; 20] = [
    "Amber", "Brisk", "Copper", "Distant", "Early", "Fern", "Gentle", "Hollow", "Ivory", "Juniper", "Kindred",
    "Lantern", "Marble", "Nimble", "Oaken", "Paper", "Quiet", "Russet", "Silver", "Timber",
];

const THINGS: [&str; 20] = [
    "Anchor", "Badger", "Compass", "Dolphin", "Ember", "Falcon", "Gable", "Heron", "Island", "Kettle", "Ladder",
    "Meadow", "Needle", "Orchard", "Pagoda", "Quarry", "River", "Saddle", "Thistle", "Wharf",
];

const TRADES: [&str; 16] = [
    "Logistics",
    "Trading",
    "Textiles",
    "Dental Clinic",
    "Consulting",
    "Instruments",
    "Furniture",
    "Foods",
    "Architects",
    "Printing",
    "Kindergarten",
    "Plastics",
    "Travel",
    "Tea House",
    "Optics",
    "Bicycles",
];

const CHINESE_CITIES: [(&str, &str); 14] = [
    ("上海", "sh"),
    ("北京", "bj"),
    ("深圳", "sz"),
    ("广州", "gz"),
    ("成都", "cd"),
    ("杭州", "hz"),
    ("苏州", "su"),
    ("南京", "nj"),
    ("武汉", "wh"),
    ("厦门", "xm"),
    ("大连", "dl"),
    ("青岛", "qd"),
    ("天津", "tj"),
    ("重庆", "cq"),
];

const CHINESE_NAMES: [(&str, &str); 20] = [
    ("云杉", "yunshan"),
    ("青石", "qingshi"),
    ("白鹭", "bailu"),
    ("听雨", "tingyu"),
    ("明灯", "mingdeng"),
    ("长桥", "changqiao"),
    ("竹影", "zhuying"),
    ("海燕", "haiyan"),
    ("金橘", "jinju"),
    ("松涛", "songtao"),
    ("晚风", "wanfeng"),
    ("石榴", "shiliu"),
    ("远帆", "yuanfan"),
    ("银河", "yinhe"),
    ("小满", "xiaoman"),
    ("春山", "chunshan"),
    ("麦田", "maitian"),
    ("北斗", "beidou"),
    ("红枫", "hongfeng"),
    ("四方", "sifang"),
];

const CHINESE_TRADES: [(&str, &str); 14] = [
    ("物流", "wl"),
    ("贸易", "my"),
    ("纺织", "fz"),
    ("口腔门诊", "kq"),
    ("咨询", "zx"),
    ("仪器", "yq"),
    ("家具", "jj"),
    ("食品", "sp"),
    ("建筑设计", "jz"),
    ("印刷", "ys"),
    ("旅行社", "lx"),
    ("咖啡", "kf"),
    ("光学", "gx"),
    ("软件", "rj"),
];

/// A company's name and the domain that goes with it. The customer's position makes the domain its own.
pub(super) fn company(stream: &mut Stream, position: usize) -> (String, String) {
    let (name, label) = match stream.below(10) {
        0 | 1 => sample(stream),
        2..=5 => latin(stream),
        _ => chinese(stream),
    };
    (name, format!("{label}{position}.partner.onmschina.cn"))
}

fn sample(stream: &mut Stream) -> (String, String) {
    let (name, label) = stream.pick(&SAMPLES).copied().unwrap_or_default();
    (format!("{name} ({})", stream.word(&CITIES)), label.to_owned())
}

fn latin(stream: &mut Stream) -> (String, String) {
    let (kind, thing, trade) = (stream.word(&KINDS), stream.word(&THINGS), stream.word(&TRADES));
    let label = format!("{kind}{thing}").to_lowercase();
    let name = match stream.below(4) {
        0 => format!("{kind} {thing} {trade} ({})", stream.word(&CITIES)),
        1 => format!("{kind} & {thing} {trade}"),
        _ => format!("{kind} {thing} {trade}"),
    };
    (name, label)
}

fn chinese(stream: &mut Stream) -> (String, String) {
    let (city, at) = stream.pick(&CHINESE_CITIES).copied().unwrap_or_default();
    let (name, label) = stream.pick(&CHINESE_NAMES).copied().unwrap_or_default();
    let (trade, short) = stream.pick(&CHINESE_TRADES).copied().unwrap_or_default();
    let company = match stream.below(3) {
        0 => format!("{name}{trade}"),
        1 => format!("{name}（{city}）{trade}有限公司"),
        _ => format!("{city}{name}{trade}有限公司"),
    };
    (company, format!("{at}{label}{short}"))
}

const NICKNAMES: [&str; 10] = [
    "Front office",
    "Warehouse",
    "Shop floor",
    "Headquarters",
    "财务部",
    "市场部",
    "总部",
    "门店",
    "研发中心",
    "Summer staff",
];

/// What a customer calls one of their subscriptions; mostly nothing.
pub(super) fn nickname(stream: &mut Stream) -> String {
    if stream.once_in(5) { stream.word(&NICKNAMES).to_owned() } else { String::new() }
}

const TAGS: [&str; 8] = ["key account", "renewal talk", "school", "retail", "续约", "重点客户", "试用", "south"];

/// What you sort your customers by; mostly nothing.
pub(super) fn tags(stream: &mut Stream) -> Vec<String> {
    let many = [0, 0, 0, 0, 1, 1, 2].get(usize::try_from(stream.below(7)).unwrap_or(0)).copied().unwrap_or(0);
    let mut tags: Vec<String> = Vec::new();
    for _ in 0..many {
        let tag = stream.word(&TAGS);
        if !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

const NOTES: [&str; 6] = [
    "Asked for a quote for 20 more licenses",
    "Prefers invoices by the quarter",
    "Moves office in spring",
    "下季度再联系",
    "希望改为按月付费",
    "Wants one supplier for everything",
];

/// What you keep in mind of a customer; mostly nothing.
pub(super) fn notes(stream: &mut Stream) -> String {
    if stream.once_in(8) { stream.word(&NOTES).to_owned() } else { String::new() }
}

/// Resellers that a customer can also have bought from.
pub(super) const OTHER_RESELLERS: [&str; 4] =
    ["Northwind Cloud Resale", "Proseware Licensing", "Trey Software House", "四方软件经销"];
