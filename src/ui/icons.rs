//! The icons of the program, each as the text that draws it in the embedded icon font (`assets/fonts/icons.ttf`).
//!
//! Not here: the font's loading, and the size and color an icon is drawn with (both belong to the theme); nor what an
//! icon means, which the view that shows it says in words beside it.
//!
//! The code points lie in the private use area and are those of Lucide 1.66.0, so an icon is added by putting its code
//! point here and into the font, as `dist/licenses/README.md` describes.

/// Lucide `arrow-down`.
pub const ARROW_DOWN: &str = "\u{e042}";
/// Lucide `arrow-left`.
pub const ARROW_LEFT: &str = "\u{e048}";
/// Lucide `arrow-right`.
pub const ARROW_RIGHT: &str = "\u{e049}";
/// Lucide `arrow-up`.
pub const ARROW_UP: &str = "\u{e04a}";
/// Lucide `ban`.
pub const BAN: &str = "\u{e051}";
/// Lucide `book-open`.
pub const BOOK_OPEN: &str = "\u{e05f}";
/// Lucide `building-2`.
pub const BUILDING_2: &str = "\u{e290}";
/// Lucide `calendar`.
pub const CALENDAR: &str = "\u{e063}";
/// Lucide `check`.
pub const CHECK: &str = "\u{e06c}";
/// Lucide `chevron-down`.
pub const CHEVRON_DOWN: &str = "\u{e06d}";
/// Lucide `chevron-left`.
pub const CHEVRON_LEFT: &str = "\u{e06e}";
/// Lucide `chevron-right`.
pub const CHEVRON_RIGHT: &str = "\u{e06f}";
/// Lucide `chevron-up`.
pub const CHEVRON_UP: &str = "\u{e070}";
/// Lucide `circle`.
pub const CIRCLE: &str = "\u{e076}";
/// Lucide `circle-arrow-up`.
pub const CIRCLE_ARROW_UP: &str = "\u{e07b}";
/// Lucide `circle-check`.
pub const CIRCLE_CHECK: &str = "\u{e226}";
/// Lucide `circle-help`.
pub const CIRCLE_HELP: &str = "\u{e082}";
/// Lucide `circle-minus`.
pub const CIRCLE_MINUS: &str = "\u{e07e}";
/// Lucide `circle-x`.
pub const CIRCLE_X: &str = "\u{e084}";
/// Lucide `clipboard-list`.
pub const CLIPBOARD_LIST: &str = "\u{e086}";
/// Lucide `clock`.
pub const CLOCK: &str = "\u{e087}";
/// Lucide `copy`.
pub const COPY: &str = "\u{e09e}";
/// Lucide `download`.
pub const DOWNLOAD: &str = "\u{e0b2}";
/// Lucide `ellipsis`.
pub const ELLIPSIS: &str = "\u{e0b6}";
/// Lucide `external-link`.
pub const EXTERNAL_LINK: &str = "\u{e0b9}";
/// Lucide `eye`.
pub const EYE: &str = "\u{e0ba}";
/// Lucide `file-plus`.
pub const FILE_PLUS: &str = "\u{e0c9}";
/// Lucide `file-text`.
pub const FILE_TEXT: &str = "\u{e0cc}";
/// Lucide `filter`.
pub const FILTER: &str = "\u{e0dc}";
/// Lucide `folder-open`.
pub const FOLDER_OPEN: &str = "\u{e247}";
/// Lucide `history`.
pub const HISTORY: &str = "\u{e1f5}";
/// Lucide `info`.
pub const INFO: &str = "\u{e0f9}";
/// Lucide `key-round`.
pub const KEY_ROUND: &str = "\u{e4a3}";
/// Lucide `languages`.
pub const LANGUAGES: &str = "\u{e0fe}";
/// Lucide `layers`.
pub const LAYERS: &str = "\u{e529}";
/// Lucide `link`.
pub const LINK: &str = "\u{e102}";
/// Lucide `list`.
pub const LIST: &str = "\u{e106}";
/// Lucide `list-filter`.
pub const LIST_FILTER: &str = "\u{e460}";
/// Lucide `lock`.
pub const LOCK: &str = "\u{e10b}";
/// Lucide `log-out`.
pub const LOG_OUT: &str = "\u{e10e}";
/// Lucide `menu`.
pub const MENU: &str = "\u{e115}";
/// Lucide `minus`.
pub const MINUS: &str = "\u{e11c}";
/// Lucide `monitor`.
pub const MONITOR: &str = "\u{e11d}";
/// Lucide `moon`.
pub const MOON: &str = "\u{e11e}";
/// Lucide `package`.
pub const PACKAGE: &str = "\u{e129}";
/// Lucide `pause`.
pub const PAUSE: &str = "\u{e12e}";
/// Lucide `pencil`.
pub const PENCIL: &str = "\u{e1f9}";
/// Lucide `play`.
pub const PLAY: &str = "\u{e13c}";
/// Lucide `plus`.
pub const PLUS: &str = "\u{e13d}";
/// Lucide `redo-2`.
pub const REDO_2: &str = "\u{e2a0}";
/// Lucide `rotate-ccw`.
pub const ROTATE_CCW: &str = "\u{e148}";
/// Lucide `save`.
pub const SAVE: &str = "\u{e14d}";
/// Lucide `search`.
pub const SEARCH: &str = "\u{e151}";
/// Lucide `settings`.
pub const SETTINGS: &str = "\u{e154}";
/// Lucide `shield-check`.
pub const SHIELD_CHECK: &str = "\u{e1ff}";
/// Lucide `square`.
pub const SQUARE: &str = "\u{e167}";
/// Lucide `square-check`.
pub const SQUARE_CHECK: &str = "\u{e559}";
/// Lucide `store`.
pub const STORE: &str = "\u{e3e4}";
/// Lucide `sun`.
pub const SUN: &str = "\u{e178}";
/// Lucide `tag`.
pub const TAG: &str = "\u{e17f}";
/// Lucide `trash-2`.
pub const TRASH_2: &str = "\u{e18e}";
/// Lucide `triangle-alert`.
pub const TRIANGLE_ALERT: &str = "\u{e193}";
/// Lucide `undo-2`.
pub const UNDO_2: &str = "\u{e2a1}";
/// Lucide `upload`.
pub const UPLOAD: &str = "\u{e19e}";
/// Lucide `user`.
pub const USER: &str = "\u{e19f}";
/// Lucide `users`.
pub const USERS: &str = "\u{e1a4}";
/// Lucide `x`.
pub const X: &str = "\u{e1b2}";

/// Every icon with its Lucide name, so that a test can ask the font for each.
pub const ALL: &[(&str, &str)] = &[
    ("arrow-down", ARROW_DOWN),
    ("arrow-left", ARROW_LEFT),
    ("arrow-right", ARROW_RIGHT),
    ("arrow-up", ARROW_UP),
    ("ban", BAN),
    ("book-open", BOOK_OPEN),
    ("building-2", BUILDING_2),
    ("calendar", CALENDAR),
    ("check", CHECK),
    ("chevron-down", CHEVRON_DOWN),
    ("chevron-left", CHEVRON_LEFT),
    ("chevron-right", CHEVRON_RIGHT),
    ("chevron-up", CHEVRON_UP),
    ("circle", CIRCLE),
    ("circle-arrow-up", CIRCLE_ARROW_UP),
    ("circle-check", CIRCLE_CHECK),
    ("circle-help", CIRCLE_HELP),
    ("circle-minus", CIRCLE_MINUS),
    ("circle-x", CIRCLE_X),
    ("clipboard-list", CLIPBOARD_LIST),
    ("clock", CLOCK),
    ("copy", COPY),
    ("download", DOWNLOAD),
    ("ellipsis", ELLIPSIS),
    ("external-link", EXTERNAL_LINK),
    ("eye", EYE),
    ("file-plus", FILE_PLUS),
    ("file-text", FILE_TEXT),
    ("filter", FILTER),
    ("folder-open", FOLDER_OPEN),
    ("history", HISTORY),
    ("info", INFO),
    ("key-round", KEY_ROUND),
    ("languages", LANGUAGES),
    ("layers", LAYERS),
    ("link", LINK),
    ("list", LIST),
    ("list-filter", LIST_FILTER),
    ("lock", LOCK),
    ("log-out", LOG_OUT),
    ("menu", MENU),
    ("minus", MINUS),
    ("monitor", MONITOR),
    ("moon", MOON),
    ("package", PACKAGE),
    ("pause", PAUSE),
    ("pencil", PENCIL),
    ("play", PLAY),
    ("plus", PLUS),
    ("redo-2", REDO_2),
    ("rotate-ccw", ROTATE_CCW),
    ("save", SAVE),
    ("search", SEARCH),
    ("settings", SETTINGS),
    ("shield-check", SHIELD_CHECK),
    ("square", SQUARE),
    ("square-check", SQUARE_CHECK),
    ("store", STORE),
    ("sun", SUN),
    ("tag", TAG),
    ("trash-2", TRASH_2),
    ("triangle-alert", TRIANGLE_ALERT),
    ("undo-2", UNDO_2),
    ("upload", UPLOAD),
    ("user", USER),
    ("users", USERS),
    ("x", X),
];
