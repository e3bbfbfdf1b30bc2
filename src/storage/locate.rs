//! The line and column of paths in a text that parsed. One scan that knows only brackets, keys and strings of RON and JSON; no values.

use std::collections::HashMap;

use super::lexer::Lexer;
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
    let mut scan = Scan { lexer: Lexer::new(text), nodes: &nodes, offsets: vec![None; nodes.len()] };
    scan.lexer.prologue();
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

/// The position of a byte.
pub(super) fn position(text: &str, offset: usize) -> Position {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Position { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
}

/// Byte offsets → positions, in one walk over the text.
fn positions(text: &str, offsets: &[usize]) -> Vec<Position> {
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    order.sort_by_key(|at| offsets[*at]);
    let mut found = vec![Position { line: 1, column: 1 }; offsets.len()];
    let (mut line, mut column, mut seen) = (1, 1, 0);
    for at in order {
        let passed = text.get(seen..offsets[at]).unwrap_or_default();
        line += passed.matches('\n').count();
        // Counted on from the last place, not from the line's beginning: a file can be one long line.
        column = match passed.rfind('\n') {
            Some(newline) => passed[newline + 1..].chars().count() + 1,
            None => column + passed.chars().count(),
        };
        seen = offsets[at];
        found[at] = Position { line, column };
    }
    found
}

struct Scan<'a> {
    lexer: Lexer<'a>,
    nodes: &'a [Node],
    /// Where the value of each node begins.
    offsets: Vec<Option<usize>>,
}

impl Scan<'_> {
    fn value(&mut self, node: Option<usize>, depth: usize) {
        self.lexer.blank();
        if let Some(node) = node {
            self.offsets[node].get_or_insert(self.lexer.at);
        }
        if self.lexer.eat('[') {
            self.list(node, depth);
        } else if self.lexer.eat('(') {
            self.record(')', node, depth);
        } else if self.lexer.eat('{') {
            self.record('}', node, depth);
        } else if self.lexer.string().is_none() {
            let word = self.lexer.word();
            self.lexer.blank();
            if self.lexer.eat('(') {
                self.record(')', node, depth);
            } else if word == 0 && !self.lexer.rest().starts_with([')', ']', '}', ',']) {
                self.lexer.skip_one();
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
            let start = scan.lexer.at;
            let key = match scan.lexer.string() {
                Some(text) => text,
                None => {
                    let length = scan.lexer.word();
                    &scan.lexer.text[start..start + length]
                }
            };
            scan.lexer.blank();
            if !key.is_empty() && scan.lexer.eat(':') {
                let key = key.strip_prefix("r#").unwrap_or(key);
                let child = node.and_then(|node| scan.nodes[node].fields.get(key).copied());
                scan.value(child, depth + 1);
            } else {
                scan.lexer.at = start;
                scan.value(node, depth + 1);
            }
        });
    }

    fn members(&mut self, end: char, depth: usize, mut member: impl FnMut(&mut Self)) {
        if depth > MAXIMUM_DEPTH {
            self.lexer.at = self.lexer.text.len();
        }
        loop {
            self.lexer.blank();
            if self.lexer.rest().is_empty() || self.lexer.eat(end) {
                return;
            }
            let before = self.lexer.at;
            member(self);
            self.lexer.blank();
            self.lexer.eat(',');
            if self.lexer.at == before {
                self.lexer.skip_one();
            }
        }
    }
}
