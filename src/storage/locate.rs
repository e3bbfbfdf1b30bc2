//! The line and column of paths in a text that parsed. One scan that knows only brackets, keys and strings of RON and JSON; no values.

use std::collections::HashMap;

use super::format::skip_blank;
use super::place::{FieldPath, Place, Position, Step};

/// Far above what the parsers allow; deeper text is not looked into.
const MAXIMUM_DEPTH: usize = 200;

/// The places of paths, in their order. A path that the text lacks gets the position of the nearest record around it.
pub(super) fn locate(text: &str, paths: Vec<FieldPath>) -> Vec<Place> {
    if paths.is_empty() {
        return Vec::new();
    }
    let mut nodes = vec![Node::default()];
    let wanted: Vec<Vec<usize>> = paths.iter().map(|path| register(&mut nodes, path)).collect();
    let mut scan = Scan { text, at: 0, nodes: &nodes, offsets: vec![None; nodes.len()] };
    scan.prologue();
    scan.value(Some(0), 0);
    // The nearest record that was met.
    let offsets: Vec<usize> =
        wanted.iter().map(|chain| chain.iter().rev().find_map(|node| scan.offsets[*node]).unwrap_or(0)).collect();
    let positions = positions(text, &offsets);
    paths.into_iter().zip(positions).map(|(path, position)| Place { path, position }).collect()
}

/// What is looked for below one place.
#[derive(Default)]
struct Node {
    fields: HashMap<String, usize>,
    indices: HashMap<usize, usize>,
}

/// Enters a path and gives back the nodes from the top down to it.
fn register(nodes: &mut Vec<Node>, path: &FieldPath) -> Vec<usize> {
    let mut chain = vec![0];
    let mut node = 0;
    for step in path.steps() {
        let fresh = nodes.len();
        let next = match step {
            Step::Field(name) => *nodes[node].fields.entry(name.to_string()).or_insert(fresh),
            Step::Index(index) => *nodes[node].indices.entry(*index).or_insert(fresh),
        };
        if next == fresh {
            nodes.push(Node::default());
        }
        chain.push(next);
        node = next;
    }
    chain
}

/// Byte offsets → positions, in one walk over the text.
fn positions(text: &str, offsets: &[usize]) -> Vec<Position> {
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    order.sort_by_key(|at| offsets[*at]);
    let mut found = vec![Position { line: 1, column: 1 }; offsets.len()];
    let (mut line, mut line_start, mut seen) = (1, 0, 0);
    for at in order {
        let offset = offsets[at];
        for (newline, _) in text[seen..offset].match_indices('\n') {
            line += 1;
            line_start = seen + newline + 1;
        }
        seen = offset;
        found[at] = Position { line, column: text[line_start..offset].chars().count() + 1 };
    }
    found
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    nodes: &'a [Node],
    /// Where the value of each node begins.
    offsets: Vec<Option<usize>>,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn blank(&mut self) {
        self.at = self.text.len() - skip_blank(self.rest()).len();
    }

    fn eat(&mut self, mark: char) -> bool {
        let eaten = self.rest().starts_with(mark);
        if eaten {
            self.at += mark.len_utf8();
        }
        eaten
    }

    /// A RON file can begin with the names of extensions.
    fn prologue(&mut self) {
        self.blank();
        while self.rest().starts_with("#![") {
            self.at += self.rest().find(']').map_or(self.rest().len(), |end| end + 1);
            self.blank();
        }
    }

    fn value(&mut self, node: Option<usize>, depth: usize) {
        self.blank();
        if let Some(node) = node {
            self.offsets[node].get_or_insert(self.at);
        }
        if self.eat('[') {
            self.list(node, depth);
        } else if self.eat('(') {
            self.record(')', node, depth);
        } else if self.eat('{') {
            self.record('}', node, depth);
        } else if self.string().is_none() {
            let word = self.word();
            self.blank();
            if self.eat('(') {
                self.record(')', node, depth);
            } else if word == 0 && !self.rest().starts_with([')', ']', '}', ',']) {
                self.skip_one();
            }
        }
    }

    fn list(&mut self, node: Option<usize>, depth: usize) {
        let mut index = 0;
        self.members(']', depth, |scan| {
            let child = node.and_then(|node| scan.nodes[node].indices.get(&index).copied());
            scan.value(child, depth + 1);
            index += 1;
        });
    }

    /// Named fields; a member without a name is the content of a variant or of `Some`, and stands for its holder.
    fn record(&mut self, end: char, node: Option<usize>, depth: usize) {
        self.members(end, depth, |scan| {
            let start = scan.at;
            let key = match scan.string() {
                Some(text) => text,
                None => {
                    let length = scan.word();
                    &scan.text[start..start + length]
                }
            };
            scan.blank();
            if !key.is_empty() && scan.eat(':') {
                let key = key.strip_prefix("r#").unwrap_or(key);
                let child = node.and_then(|node| scan.nodes[node].fields.get(key).copied());
                scan.value(child, depth + 1);
            } else {
                scan.at = start;
                scan.value(node, depth + 1);
            }
        });
    }

    fn members(&mut self, end: char, depth: usize, mut member: impl FnMut(&mut Self)) {
        if depth > MAXIMUM_DEPTH {
            self.at = self.text.len();
        }
        loop {
            self.blank();
            if self.rest().is_empty() || self.eat(end) {
                return;
            }
            let before = self.at;
            member(self);
            self.blank();
            self.eat(',');
            if self.at == before {
                self.skip_one();
            }
        }
    }

    /// Passes one character, so that text which makes no sense cannot hold the scan.
    fn skip_one(&mut self) {
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
    }

    /// Passes a name or a number and gives back its length in bytes.
    fn word(&mut self) -> usize {
        let rest = self.rest();
        let stop = |character: char| !(character.is_alphanumeric() || "_.+-#".contains(character));
        let length = rest.find(stop).unwrap_or(rest.len());
        self.at += length;
        length
    }

    /// Passes a string, if one begins here, and gives back what stands between its quotes, escapes as written.
    fn string(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let start = usize::from(rest.starts_with('b'));
        let body = &rest[start..];
        if let Some(raw) = body.strip_prefix('r') {
            let hashes = raw.bytes().take_while(|byte| *byte == b'#').count();
            let inner = raw[hashes..].strip_prefix('"')?;
            let closing = format!("\"{}", &raw[..hashes]);
            let length = inner.find(&closing).unwrap_or(inner.len());
            self.at = (self.text.len() - inner.len() + length + closing.len()).min(self.text.len());
            return Some(&inner[..length]);
        }
        let quote = body.chars().next().filter(|first| matches!(first, '"' | '\''))?;
        let inner = &body[1..];
        let mut escaped = false;
        let end = inner.find(|character: char| {
            let closes = character == quote && !escaped;
            escaped = character == '\\' && !escaped;
            closes
        });
        let length = end.unwrap_or(inner.len());
        self.at = (self.text.len() - inner.len() + length + 1).min(self.text.len());
        Some(&inner[..length])
    }
}
