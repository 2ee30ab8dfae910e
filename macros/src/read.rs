//! A call as its parts: the crate's name, the subscripts, the operands.

use crate::message;
use conformable_einsum::{Subscripts, parse};
use proc_macro::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// A message for the user, and the tokens that it is about.
pub(crate) struct Error {
    span: Span,
    text: String,
}

impl Error {
    pub(crate) fn new(span: Span, text: impl Into<String>) -> Self {
        Error { span, text: text.into() }
    }

    /// `::core::compile_error! { "text" }`
    pub(crate) fn tokens(self) -> TokenStream {
        let punct = |c, spacing| TokenTree::from(Punct::new(c, spacing));
        let ident = |name| TokenTree::from(Ident::new(name, self.span));
        let text = TokenTree::from(Literal::string(&self.text));
        let tokens = [
            punct(':', Spacing::Joint),
            punct(':', Spacing::Alone),
            ident("core"),
            punct(':', Spacing::Joint),
            punct(':', Spacing::Alone),
            ident("compile_error"),
            punct('!', Spacing::Alone),
            TokenTree::from(Group::new(Delimiter::Brace, TokenStream::from(text))),
        ];
        tokens
            .into_iter()
            .map(|mut token| {
                token.set_span(self.span);
                token
            })
            .collect()
    }
}

/// What was asked for.
pub(crate) struct Call {
    /// `$crate`.
    pub(crate) krate: TokenTree,
    /// The text of the subscripts, and where it stands.
    pub(crate) text: String,
    pub(crate) span: Span,
    pub(crate) subscripts: Subscripts,
    /// An expression each.
    pub(crate) operands: Vec<TokenStream>,
    /// What the result is written into.
    pub(crate) out: Option<TokenStream>,
}

impl Call {
    /// Where an operand starts: the place of its first token that the user wrote. (Spans cannot be joined yet.)
    pub(crate) fn span_of(&self, operand: usize) -> Span {
        self.operands.get(operand).cloned().and_then(first_span).unwrap_or(self.span)
    }
}

/// The span of the first token, looking into the groups without delimiters that hand on what a macro was given.
pub(crate) fn first_span(tokens: TokenStream) -> Option<Span> {
    match tokens.into_iter().next()? {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => first_span(group.stream()),
        token => Some(token.span()),
    }
}

/// `$crate "subscripts", operand, operand`
pub(crate) fn call(input: TokenStream) -> Result<Call, Error> {
    parts(input, false)
}

/// `$crate "subscripts", operand, operand, &mut out`
pub(crate) fn call_into(input: TokenStream) -> Result<Call, Error> {
    parts(input, true)
}

fn parts(input: TokenStream, is_into: bool) -> Result<Call, Error> {
    let mut tokens = input.into_iter();
    let krate = tokens.next().ok_or_else(|| Error::new(Span::call_site(), "`einsum!`: an empty call"))?;
    let literal = tokens.next().map(unwrapped);
    let (text, span) = match &literal {
        Some(TokenTree::Literal(literal)) => {
            let text = text_of(&literal.to_string()).ok_or_else(|| {
                Error::new(literal.span(), "`einsum!`: the subscripts are a string like \"ij,jk->ik\"")
            })?;
            (text, literal.span())
        }
        _ => {
            let span = literal.map_or_else(Span::call_site, |token| token.span());
            return Err(Error::new(
                span,
                "`einsum!`: the subscripts come first, as a string literal: `einsum!(\"ij,jk->ik\", a, b)`\n\
                 (subscripts that are known at run time only are for the function `einsum`)",
            ));
        }
    };
    let mut operands: Vec<TokenStream> = Vec::new();
    for token in tokens {
        match &token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => operands.push(TokenStream::new()),
            _ => {
                if let Some(operand) = operands.last_mut() {
                    operand.extend([token]);
                }
            }
        }
    }
    let out = if is_into { operands.pop() } else { None };
    // No rank is known here. An ellipsis that the output drops must stand for no axes, which the types will tell: so
    // it stands for none here.
    let terms: Vec<&str> = text.split("->").next().unwrap_or(&text).split(',').collect();
    let rank = |operand| {
        let term: &&str = terms.get(operand)?;
        term.contains('.').then(|| term.chars().filter(char::is_ascii_alphabetic).count())
    };
    match parse(&text, operands.len(), rank) {
        Ok(subscripts) => Ok(Call { krate, text, span, subscripts, operands, out }),
        Err(error) => Err(Error::new(span, message::of(&text, operands.len(), &error))),
    }
}

/// A token without the groups around it that a macro adds to what it hands on.
fn unwrapped(token: TokenTree) -> TokenTree {
    match &token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            let mut inner = group.stream().into_iter();
            match (inner.next(), inner.next()) {
                (Some(one), None) => unwrapped(one),
                _ => token,
            }
        }
        _ => token,
    }
}

/// The text of a string literal.
fn text_of(literal: &str) -> Option<String> {
    if let Some(raw) = literal.strip_prefix('r') {
        let text = raw.trim_start_matches('#');
        let hashes = &raw[..raw.len() - text.len()];
        return Some(text.strip_suffix(hashes)?.strip_prefix('"')?.strip_suffix('"')?.to_owned());
    }
    unescaped(literal.strip_prefix('"')?.strip_suffix('"')?)
}

/// The characters that a string literal with escapes stands for.
fn unescaped(literal: &str) -> Option<String> {
    let mut text = String::new();
    let mut rest = literal;
    while let Some((before, escape)) = rest.split_once('\\') {
        text.push_str(before);
        let kind = escape.chars().next()?;
        rest = &escape[kind.len_utf8()..];
        match kind {
            'n' => text.push('\n'),
            'r' => text.push('\r'),
            't' => text.push('\t'),
            '0' => text.push('\0'),
            '\\' | '\'' | '"' => text.push(kind),
            'x' => {
                text.push(char::from(u8::from_str_radix(rest.get(..2)?, 16).ok()?));
                rest = &rest[2..];
            }
            'u' => {
                let (digits, after) = rest.strip_prefix('{')?.split_once('}')?;
                text.push(char::from_u32(u32::from_str_radix(&digits.replace('_', ""), 16).ok()?)?);
                rest = after;
            }
            // The end of a line: the next one goes on at its first character.
            '\n' => rest = rest.trim_start_matches([' ', '\t', '\n', '\r']),
            '\r' => rest = rest.strip_prefix('\n')?.trim_start_matches([' ', '\t', '\n', '\r']),
            _ => return None,
        }
    }
    Some(text + rest)
}
