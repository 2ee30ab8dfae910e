//! What `s![..]` stands for: a tuple with one item for each of its items, whose types are in `$crate::slice`.
//!
//! Numbers that are written out become types, and so does what is in `const { .. }`; every other expression stays a value.

use crate::read::Error;
use proc_macro::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use std::str::FromStr;

/// The most items: as many as the axes of an array.
const MOST: usize = 8;

/// One end of a range, or a position, or a step.
enum Part {
    /// A number that is written out, and whether it is counted from the end.
    Written { number: usize, from_end: bool },
    /// The tokens of a constant.
    Constant(TokenStream),
    /// An expression.
    Value(TokenStream),
}

pub(crate) fn slice(input: TokenStream) -> Result<TokenStream, Error> {
    let mut tokens = input.into_iter();
    let krate = tokens.next().ok_or_else(|| Error::new(Span::call_site(), "`s!`: an empty call"))?;
    let mut items: Vec<Vec<TokenTree>> = vec![Vec::new()];
    let mut comma = None;
    for token in tokens {
        if is(&token, ',') {
            if items.last().is_some_and(Vec::is_empty) {
                return Err(Error::new(token.span(), "`s!`: an item is missing before this comma"));
            }
            items.push(Vec::new());
        } else if let Some(item) = items.last_mut() {
            item.push(token.clone());
        }
        comma = Some(token.span());
    }
    if items.last().is_some_and(Vec::is_empty) {
        items.pop();
    }
    if items.len() > MOST {
        let at = comma.unwrap_or_else(Span::call_site);
        return Err(Error::new(at, format!("`s!`: {} items, at most {MOST} are possible", items.len())));
    }
    let mut emitted = TokenStream::new();
    let mut dots = None;
    for (number, item) in items.iter().enumerate() {
        let at = item.first().map_or_else(Span::call_site, TokenTree::span);
        let code = Code { krate: &krate, at };
        if is_ellipsis(item) {
            if dots.replace(number).is_some() {
                return Err(Error::new(at, "`s!`: `...` can stand once, for all axes that are left"));
            }
            let after = items[number + 1..].iter().filter(|item| !is_new_axis(item)).count();
            emitted.extend(code.item(&format!("P::Ellipsis::<{after}>")));
        } else {
            emitted.extend(one(item, &code)?);
        }
        emitted.extend(code.text(","));
    }
    Ok(TokenStream::from(TokenTree::from(Group::new(Delimiter::Parenthesis, emitted))))
}

/// What one item stands for.
fn one(item: &[TokenTree], code: &Code<'_>) -> Result<TokenStream, Error> {
    if is_new_axis(item) {
        return Ok(code.item("P::NewAxis"));
    }
    let (range, step) = match item.iter().position(|token| is(token, ';')) {
        Some(at) => (&item[..at], Some((&item[at + 1..], item[at].span()))),
        None => (item, None),
    };
    let Some((start, end, includes_end)) = range_of(range) else {
        if let Some((_, at)) = step {
            return Err(Error::new(at, "`s!`: only a range has a step, as in `..;2`"));
        }
        return Ok(match part(item)? {
            Part::Written { number, from_end: false } => code.item(&format!("P::At::<{number}usize>")),
            Part::Written { number, from_end: true } => code.item(&format!("P::AtBack::<{number}usize>")),
            Part::Constant(tokens) => code.with("P::At::<Q>", tokens),
            Part::Value(tokens) => code.around("P::Position", tokens),
        });
    };
    if includes_end && end.is_empty() {
        return Err(Error::new(code.at, "`s!`: a range with `=` needs an end, as in `0..=3`"));
    }
    let step = match step {
        Some(([], at)) => return Err(Error::new(at, "`s!`: a step is missing behind `;`")),
        Some((tokens, _)) => Some(part(tokens)?),
        None => None,
    };
    let start = if start.is_empty() { Part::Written { number: 0, from_end: false } } else { part(start)? };
    let end = if end.is_empty() { None } else { Some(part(end)?) };
    span(start, end, includes_end, step, code)
}

/// A range as an item: `Fixed` if all its parts are constants, else `Span`.
fn span(
    start: Part,
    mut end: Option<Part>,
    includes_end: bool,
    step: Option<Part>,
    code: &Code<'_>,
) -> Result<TokenStream, Error> {
    if matches!(step, Some(Part::Written { number: 0, .. })) {
        return Err(Error::new(code.at, "`s!`: the step of a range cannot be 0"));
    }
    let mut through = false;
    if includes_end {
        match &mut end {
            Some(Part::Written { number, from_end: false }) => *number = number.saturating_add(1),
            Some(Part::Written { number: 1, .. }) => end = None,
            Some(Part::Written { number, .. }) => *number -= 1,
            Some(Part::Constant(tokens)) => {
                let inner = Group::new(Delimiter::Parenthesis, core::mem::take(tokens));
                tokens.extend([TokenTree::from(inner)]);
                tokens.extend(code.text("+ 1"));
            }
            Some(Part::Value(_)) => through = true,
            None => {}
        }
    }
    let whole = matches!(start, Part::Written { number: 0, from_end: false }) && end.is_none();
    match &step {
        None if whole => return Ok(code.item("P::All")),
        Some(Part::Written { number: 1, from_end }) if whole => {
            return Ok(code.item(if *from_end { "P::Reversed" } else { "P::All" }));
        }
        _ => {}
    }
    // The number of positions, where the bounds that are written out say it.
    let count = match (&start, &end) {
        (
            Part::Written { number: a, from_end: false },
            Some(Part::Written { number: b, from_end: false }),
        ) => Some((*a, *b)),
        (Part::Written { number: a, from_end: true }, Some(Part::Written { number: b, from_end: true })) => {
            Some((*b, *a))
        }
        (Part::Written { number: a, from_end: true }, None) => Some((0, *a)),
        _ => None,
    };
    let count = match count {
        Some((a, b)) => Some(b.checked_sub(a).ok_or_else(|| {
            let text =
                "`s!`: this range ends before it starts (a negative step goes through a range from its end)";
            Error::new(code.at, text)
        })?),
        None => None,
    };
    let left = match (&step, count) {
        (None, Some(count)) => Some(count),
        (Some(Part::Written { number, .. }), Some(count)) => Some(count.div_ceil(*number)),
        _ => None,
    };
    let is_fixed = !matches!(start, Part::Value(_))
        && !matches!(end, Some(Part::Value(_)))
        && !matches!(step, Some(Part::Value(_)));
    let mut parts = code.bound(start, false);
    parts.extend(code.text(","));
    parts.extend(match end {
        Some(end) => code.bound(end, through),
        None => code.item("P::End"),
    });
    parts.extend(code.text(","));
    parts.extend(match step {
        None | Some(Part::Written { number: 1, from_end: false }) => code.item("P::UnitStep"),
        Some(Part::Written { number: 1, from_end: true }) => code.item("P::Flip"),
        Some(Part::Written { number, from_end: false }) => code.item(&format!("P::Every::<{number}usize>")),
        Some(Part::Written { number, from_end: true }) => {
            code.item(&format!("P::EveryBack::<{number}usize>"))
        }
        Some(Part::Constant(tokens)) => code.with("P::Every::<Q>", tokens),
        Some(Part::Value(tokens)) => value(tokens),
    });
    let mut item = code.item(if is_fixed { "P::Fixed" } else { "P::Span" });
    if is_fixed {
        parts.extend(code.text(","));
        parts.extend(match left {
            Some(len) => code.item(&format!("P::Const::<{len}usize>")),
            None => code.item("P::UnknownLength"),
        });
    }
    let mut group = Group::new(Delimiter::Parenthesis, parts);
    group.set_span(Span::mixed_site().located_at(code.at));
    item.extend([TokenTree::from(group)]);
    Ok(item)
}

/// Code at one place.
struct Code<'a> {
    krate: &'a TokenTree,
    at: Span,
}

impl Code<'_> {
    /// Tokens of code.
    fn text(&self, text: &str) -> TokenStream {
        let at = Span::mixed_site().located_at(self.at);
        let tokens = TokenStream::from_str(text).unwrap_or_default();
        tokens
            .into_iter()
            .map(|mut token| {
                token.set_span(at);
                token
            })
            .collect()
    }
    /// The same, with `P` for the path of the items.
    fn item(&self, text: &str) -> TokenStream {
        self.with(text, TokenStream::new())
    }
    /// The same, with `Q` for a constant.
    fn with(&self, text: &str, constant: TokenStream) -> TokenStream {
        let mut item = TokenStream::new();
        for token in self.text(text) {
            match &token {
                TokenTree::Ident(ident) if ident.to_string() == "P" => {
                    let mut krate = self.krate.clone();
                    krate.set_span(krate.span().located_at(self.at));
                    item.extend([krate]);
                    item.extend(self.text("::__slice"));
                }
                TokenTree::Ident(ident) if ident.to_string() == "Q" => {
                    let mut braces = Group::new(Delimiter::Brace, constant.clone());
                    braces.set_span(Span::mixed_site().located_at(self.at));
                    item.extend([TokenTree::from(braces)]);
                }
                _ => item.extend([token]),
            }
        }
        item
    }
    /// A type around an expression.
    fn around(&self, text: &str, tokens: TokenStream) -> TokenStream {
        let mut item = self.item(text);
        item.extend([TokenTree::from(Group::new(Delimiter::Parenthesis, value(tokens)))]);
        item
    }
    /// The start or the end of a range.
    fn bound(&self, part: Part, through: bool) -> TokenStream {
        match part {
            Part::Written { number, from_end: false } => self.item(&format!("P::Front::<{number}usize>")),
            Part::Written { number, from_end: true } => self.item(&format!("P::Back::<{number}usize>")),
            Part::Constant(tokens) => self.with("P::Front::<Q>", tokens),
            Part::Value(tokens) if through => self.around("P::Through", tokens),
            Part::Value(tokens) => value(tokens),
        }
    }
}

/// An expression as one operand.
fn value(tokens: TokenStream) -> TokenStream {
    let at = tokens.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
    let mut group = Group::new(Delimiter::None, tokens);
    group.set_span(at);
    TokenStream::from(TokenTree::from(group))
}

fn is(token: &TokenTree, c: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == c)
}

fn is_ellipsis(item: &[TokenTree]) -> bool {
    item.len() == 3 && item.iter().all(|token| is(token, '.'))
}

fn is_new_axis(item: &[TokenTree]) -> bool {
    matches!(item, [TokenTree::Ident(ident)] if ident.to_string() == "NewAxis")
}

/// What stands before and behind the `..` of a range, and whether it is a `..=`.
fn range_of(item: &[TokenTree]) -> Option<(&[TokenTree], &[TokenTree], bool)> {
    let at = item.windows(2).position(|pair| is(&pair[0], '.') && is(&pair[1], '.'))?;
    let includes_end = item.get(at + 2).is_some_and(|token| is(token, '='));
    Some((&item[..at], &item[at + 2 + usize::from(includes_end)..], includes_end))
}

/// A number, a constant, or an expression.
fn part(tokens: &[TokenTree]) -> Result<Part, Error> {
    match tokens {
        // What a macro was given and hands on.
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
            part(&group.stream().into_iter().collect::<Vec<_>>())
        }
        // A number in parentheses is for run time, and they have done their work: the compiler would find them needless.
        [TokenTree::Group(group)] if is_one_in_parentheses(group) => Ok(Part::Value(group.stream())),
        [TokenTree::Literal(literal)] => written(literal, false),
        [minus, TokenTree::Literal(literal)] if is(minus, '-') => written(literal, true),
        [TokenTree::Ident(ident), TokenTree::Group(group)]
            if ident.to_string() == "const" && group.delimiter() == Delimiter::Brace =>
        {
            Ok(Part::Constant(group.stream()))
        }
        _ => Ok(Part::Value(tokens.iter().cloned().collect())),
    }
}

/// Whether this is an expression in parentheses, and no tuple.
fn is_one_in_parentheses(group: &Group) -> bool {
    let mut inner = group.stream().into_iter().peekable();
    group.delimiter() == Delimiter::Parenthesis
        && inner.peek().is_some()
        && !inner.any(|token| is(&token, ','))
}

/// A number that is written out.
fn written(literal: &Literal, from_end: bool) -> Result<Part, Error> {
    let text: String = literal.to_string().chars().filter(|c| *c != '_').collect();
    let (digits, radix) = match text.get(..2) {
        Some("0x") => (&text[2..], 16),
        Some("0o") => (&text[2..], 8),
        Some("0b") => (&text[2..], 2),
        _ => (&*text, 10),
    };
    let suffixes = ["usize", "isize", "u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64"];
    let suffix = suffixes.into_iter().find(|suffix| digits.ends_with(suffix)).unwrap_or("");
    match usize::from_str_radix(digits.strip_suffix(suffix).unwrap_or(digits), radix) {
        Ok(number) => Ok(Part::Written { number, from_end: from_end && number > 0 }),
        Err(_) => {
            let text = format!("`s!`: {literal} is not a position: an integer is needed here");
            Err(Error::new(literal.span(), text))
        }
    }
}
