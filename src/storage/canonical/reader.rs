//! A deserializer for RON as `write` lays it out, and for nothing else: no comments, no raw strings, no line breaks in strings, no extensions, no fields that are not known.
//!
//! It may refuse what RON allows, and never takes for right what RON refuses or reads otherwise; the property in
//! `tests/it/storage/canonical.rs` holds it to that. It gives no reason for a refusal, since the text is then read by `parse`.

use std::fmt;
use std::str::FromStr;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;

/// Something that this reader does not read.
#[derive(Debug)]
pub(super) struct Unusual;

impl fmt::Display for Unusual {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not as this program writes it")
    }
}

impl std::error::Error for Unusual {}

impl serde::de::Error for Unusual {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

pub(super) struct Reader<'a> {
    text: &'a str,
    /// The byte that comes next.
    at: usize,
    /// Whether anything was refused. Types can pass over an error and go on, and the text is refused all the same.
    refused: bool,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0, refused: false }
    }

    /// The value that is the whole text.
    pub(super) fn whole<T: Deserialize<'a>>(mut self) -> Option<T> {
        let value = T::deserialize(&mut self).ok()?;
        self.blank();
        (!self.refused && self.at == self.text.len()).then_some(value)
    }

    /// The next of several records with commas behind them; `None` behind the last that is whole.
    pub(super) fn next_record<T: Deserialize<'a>>(&mut self) -> Option<T> {
        let record = T::deserialize(&mut *self).ok()?;
        self.expect(b',').ok()?;
        (!self.refused).then_some(record)
    }

    /// The records that are the whole text, with a comma behind each, turned into something smaller one by one.
    pub(super) fn records<T: Deserialize<'a>, U>(mut self, mut take: impl FnMut(T) -> U) -> Option<Vec<U>> {
        let mut taken = Vec::new();
        loop {
            self.blank();
            if self.at == self.text.len() {
                return (!self.refused).then_some(taken);
            }
            taken.push(take(T::deserialize(&mut self).ok()?));
            self.expect(b',').ok()?;
        }
    }

    const fn unusual(&mut self) -> Unusual {
        self.refused = true;
        Unusual
    }

    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blank(&mut self) {
        while matches!(self.next(), Some(b' ' | b'\n')) {
            self.at += 1;
        }
    }

    fn eat(&mut self, mark: u8) -> bool {
        let eaten = self.next() == Some(mark);
        self.at += usize::from(eaten);
        eaten
    }

    fn expect(&mut self, mark: u8) -> Result<(), Unusual> {
        self.blank();
        if self.eat(mark) { Ok(()) } else { Err(self.unusual()) }
    }

    /// The bytes from here on that are such, as text. Whatever ends them has to be ASCII, so that no letter is cut.
    fn run(&mut self, is_such: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest.bytes().position(|byte| !is_such(byte)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    /// The name of a field or a variant.
    fn name(&mut self) -> Result<&'a str, Unusual> {
        self.blank();
        let name = self.run(|byte| byte.is_ascii_alphabetic() || byte == b'_');
        // What goes on with a digit or a letter beyond ASCII is another name.
        let ends = self.next().is_none_or(|next| matches!(next, b':' | b',' | b'(' | b')' | b']' | b' ' | b'\n'));
        if name.is_empty() || !ends { Err(self.unusual()) } else { Ok(name) }
    }

    /// A number as it is written: digits alone, none before the first that counts, and within what it is read into.
    fn number<T: FromStr>(&mut self) -> Result<T, Unusual> {
        self.blank();
        let start = self.at;
        self.eat(b'-');
        let digits = self.run(|byte| byte.is_ascii_digit());
        let ends = matches!(self.next(), Some(b',' | b')' | b']'));
        let is_plain = !digits.is_empty() && (digits == "0" || !digits.starts_with('0')) && ends;
        let written = self.text.get(start..self.at).unwrap_or_default();
        written.parse().ok().filter(|_| is_plain).ok_or_else(|| self.unusual())
    }

    /// What stands between quotes up to the first byte that means something there, which is looked at next.
    fn plain(&mut self) -> &'a str {
        self.run(|byte| byte != b'"' && byte != b'\\' && byte >= b' ')
    }

    /// A string, and its text where an escape stands in it.
    fn string(&mut self) -> Result<(&'a str, Option<String>), Unusual> {
        self.expect(b'"')?;
        let first = self.plain();
        if self.eat(b'"') {
            return Ok((first, None));
        }
        let mut text = first.to_owned();
        while !self.eat(b'"') {
            if !self.eat(b'\\') {
                return Err(self.unusual());
            }
            let escaped = self.escaped()?;
            text.push(escaped);
            text.push_str(self.plain());
        }
        Ok((first, Some(text)))
    }

    /// What an escape stands for, behind its backslash.
    fn escaped(&mut self) -> Result<char, Unusual> {
        let Some(mark) = self.next() else { return Err(self.unusual()) };
        self.at += 1;
        Ok(match mark {
            b'"' | b'\\' | b'\'' => char::from(mark),
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'0' => '\0',
            b'u' if self.eat(b'{') => {
                let digits = self.run(|byte| byte.is_ascii_hexdigit());
                let read = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() <= 6).and_then(char::from_u32);
                match read.filter(|_| self.eat(b'}')) {
                    Some(character) => character,
                    None => return Err(self.unusual()),
                }
            }
            _ => return Err(self.unusual()),
        })
    }

    fn members(&mut self, opens: u8, end: u8) -> Result<Members<'_, 'a>, Unusual> {
        self.expect(opens)?;
        Ok(Members { reader: self, end, is_first: true })
    }
}

/// What stands between two brackets, with commas between.
struct Members<'r, 'a> {
    reader: &'r mut Reader<'a>,
    end: u8,
    is_first: bool,
}

impl Members<'_, '_> {
    /// Whether another one comes; if not, the bracket behind the last is passed.
    fn goes_on(&mut self) -> Result<bool, Unusual> {
        let comma = if self.is_first {
            false
        } else {
            self.reader.blank();
            self.reader.eat(b',')
        };
        self.reader.blank();
        if self.reader.eat(self.end) {
            return Ok(false);
        }
        if !self.is_first && !comma {
            return Err(self.reader.unusual());
        }
        self.is_first = false;
        Ok(true)
    }
}

impl<'a> MapAccess<'a> for Members<'_, 'a> {
    type Error = Unusual;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, Unusual> {
        if !self.goes_on()? {
            return Ok(None);
        }
        let name = self.reader.name()?;
        seed.deserialize(BorrowedStrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, Unusual> {
        self.reader.expect(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

impl<'a> SeqAccess<'a> for Members<'_, 'a> {
    type Error = Unusual;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Unusual> {
        if self.goes_on()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

impl<'a> EnumAccess<'a> for &mut Reader<'a> {
    type Error = Unusual;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'a>>(self, seed: V) -> Result<(V::Value, Self), Unusual> {
        let name = self.name()?;
        Ok((seed.deserialize(BorrowedStrDeserializer::new(name))?, self))
    }
}

impl<'a> VariantAccess<'a> for &mut Reader<'a> {
    type Error = Unusual;

    fn unit_variant(self) -> Result<(), Unusual> {
        if self.next() == Some(b'(') { Err(self.unusual()) } else { Ok(()) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'a>>(self, seed: T) -> Result<T::Value, Unusual> {
        if !self.eat(b'(') {
            return Err(self.unusual());
        }
        let value = seed.deserialize(&mut *self)?;
        self.expect(b')')?;
        Ok(value)
    }

    fn tuple_variant<V: Visitor<'a>>(self, _: usize, _: V) -> Result<V::Value, Unusual> {
        Err(self.unusual())
    }

    fn struct_variant<V: Visitor<'a>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Unusual> {
        Err(self.unusual())
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Unusual;

    /// What does not say its type is a field that is not known.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unusual> {
        Err(self.unusual())
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        match self.name()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(self.unusual()),
        }
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        visitor.visit_i64(self.number()?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        visitor.visit_u64(self.number()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        match self.string()? {
            (plain, None) => visitor.visit_borrowed_str(plain),
            (_, Some(text)) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        self.deserialize_str(visitor)
    }

    /// Nothing is written where there is nothing, so whatever is there is something.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        if self.name()? != "Some" || !self.eat(b'(') {
            return Err(self.unusual());
        }
        let value = visitor.visit_some(&mut *self)?;
        self.expect(b')')?;
        Ok(value)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        visitor.visit_seq(self.members(b'[', b']')?)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unusual> {
        visitor.visit_map(self.members(b'(', b')')?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unusual> {
        visitor.visit_enum(self)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u32 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct
        map identifier ignored_any
    }
}
