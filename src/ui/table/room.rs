//! Which columns of a list there is room for. What they say and how wide they are drawn is each list's.

/// The columns of a list in a width: where they need more than there is, those that wait for a wider list leave, the first one
/// first, but for the one that the rows are sorted by. They come back as soon as there is room, or when others are hidden.
pub fn fitting<C: Copy + PartialEq>(
    chosen: &[C],
    waiting: &[C],
    sorted_by: Option<C>,
    width: f32,
    least: impl Fn(C) -> f32,
) -> Vec<C> {
    let mut columns = chosen.to_vec();
    for leaving in waiting.iter().filter(|column| Some(**column) != sorted_by) {
        if columns.iter().map(|column| least(*column)).sum::<f32>() <= width {
            break;
        }
        columns.retain(|column| column != leaving);
    }
    columns
}
