//! Which row the letters typed in a list mean. How long they make one word is the table's.

/// The first row that begins with a word. One letter typed again and again goes from one row that begins with it to the next.
pub fn find(word: &str, rows: usize, selected: Option<usize>, begins: impl Fn(usize, &str) -> bool) -> Option<usize> {
    let mut letters = word.chars();
    let first = letters.next()?;
    let found = (0..rows).find(|row| begins(*row, word));
    let is_repeated = word.chars().count() > 1 && letters.all(|letter| letter == first);
    if found.is_some() || !is_repeated {
        return found;
    }
    let letter = word.get(..first.len_utf8())?;
    let from = selected.map_or(0, |selected| selected + 1);
    (from..rows).chain(0..from.min(rows)).find(|row| begins(*row, letter))
}
