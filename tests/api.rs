//! What other crates can name, hidden items included, against `tests/api.txt`: a new item is seen in review, and with it
//! whether safe code can misuse it.
//!
//! Read from the sources: what is `pub` can be named, which the lint `unreachable_pub` sees to. Of items that a macro makes the
//! list has the text in the macro. To write it anew, and then read what changed: `API=overwrite cargo test --test api`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file without comments, and without what is in its texts and characters.
fn code(source: &str) -> String {
    let mut code = String::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if c == '"' {
            code.push_str("\"..\"");
            let mut end = 1;
            while let Some(at) = rest[end..].find(['"', '\\']) {
                end += at + 1;
                if rest.as_bytes()[end - 1] == b'"' {
                    break;
                }
                end += 1;
            }
            end
        } else if let Some(end) =
            ["'{'", "'}'", "';'", "'\"'", "'('", "')'", "'['", "']'", "'\\''", "b'\\\\'"]
                .into_iter()
                .find(|literal| rest.starts_with(literal))
        {
            code.push_str("'.'");
            end.len()
        } else {
            code.push(c);
            c.len_utf8()
        };
        rest = &rest[skipped..];
    }
    code
}

/// Some code, in one line, without attributes and what a macro repeats; and whether an attribute was among it.
fn one_line(text: &str) -> (String, [bool; 2]) {
    let mut out = String::new();
    let text = text.replace("#![", "#[");
    let (mut rest, mut hidden, mut exported) = (text.as_str(), false, false);
    while let Some(at) = rest.find("#[") {
        out.push_str(&rest[..at]);
        let mut depth = 0;
        let end = rest[at..]
            .find(|c| {
                depth += i32::from(c == '[') - i32::from(c == ']');
                c == ']' && depth == 0
            })
            .map_or(rest.len(), |end| at + end + 1);
        hidden |= rest[at..end].contains("doc(hidden)");
        exported |= rest[at..end].contains("macro_export");
        rest = &rest[end..];
    }
    out.push_str(rest);
    let words: Vec<&str> = out.split_whitespace().collect();
    let line = words.join(" ").replace("( ", "(").replace(" )", ")").replace(",)", ")").replace("< ", "<");
    let start = line.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(line.len());
    (line[start..].trim_end_matches([',', ' ']).to_owned(), [hidden, exported])
}

/// What a block belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Block {
    Trait,
    Impl,
    /// Of a macro or a module: items may stand in it.
    Items,
    /// Fields or variants.
    Parts,
    /// Nothing in it can be named.
    Body,
}

/// Whether a line of a trait is one of its items.
fn is_item(line: &str) -> bool {
    let line = line.strip_prefix("unsafe ").unwrap_or(line);
    ["fn ", "type ", "const "].iter().any(|kind| line.starts_with(kind))
}

/// The type of an `impl`.
fn implementer(line: &str) -> &str {
    let line = line.split(" where ").next().unwrap_or(line);
    if let Some((_, of)) = line.rsplit_once(" for ") {
        return of;
    }
    // Behind the parameters.
    let mut depth = 0;
    let end = line.char_indices().find(|(at, c)| {
        depth += i32::from(*c == '<') - i32::from(*c == '>' && !line[..*at].ends_with('-'));
        matches!(c, '>' | ' ') && depth == 0
    });
    line[end.map_or(0, |(at, _)| at + 1)..].trim()
}

/// What commas divide, but for those within brackets.
fn parts_of(line: &str) -> Vec<&str> {
    let mut depth = 0;
    let parts = line.split(|c| {
        depth += i32::from("(<[".contains(c)) - i32::from(")>]".contains(c));
        c == ',' && depth == 0
    });
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The items of a file, one in a line.
fn items(source: &str) -> Vec<String> {
    let code = code(source);
    let mut items: Vec<String> = Vec::new();
    // For each open block: what it belongs to, its name, and the item that waits for its parts.
    let mut blocks: Vec<(Block, String, Option<String>)> = Vec::new();
    let mut text = String::new();
    for c in code.chars() {
        if !matches!(c, '{' | '}' | ';') {
            text.push(c);
            continue;
        }
        let (line, [hidden, exported]) = one_line(&text);
        let is_use = line.starts_with("pub use ") || line.starts_with("use ");
        // The braces of a list of names, and the semicolon of an array.
        if is_use && c != ';' || c == ';' && text.matches('[').count() > text.matches(']').count() {
            text.push(c);
            continue;
        }
        let (parent, name) =
            blocks.last().map_or((Block::Items, ""), |(block, name, _)| (*block, name.as_str()));
        let line = line.trim_end_matches(['=', ' ']).to_owned();
        let public = line.starts_with("pub ") && parent != Block::Body
            || parent == Block::Trait && is_item(&line)
            || exported;
        let plain = line.strip_prefix("pub ").unwrap_or(&line);
        let owner = if name.is_empty() { String::new() } else { format!("{name}: ") };
        let is_const = plain.starts_with("const ")
            && !plain.starts_with("const fn")
            && !plain.starts_with("const unsafe");
        let shown = if is_const { plain.split(" = ").next().unwrap_or(plain) } else { plain };
        let item = format!("{}{owner}{shown}", if hidden { "(hidden) " } else { "" });
        let word = |kind: &str| plain.split(' ').take(3).any(|word| word == kind);
        match c {
            '{' => {
                let block = if public && (word("struct") || word("enum") || word("union")) {
                    Block::Parts
                } else if word("trait") && line.starts_with("pub ") {
                    Block::Trait
                } else if word("impl") || plain.starts_with("impl<") {
                    Block::Impl
                } else if word("mod")
                    || word("macro_rules!")
                    || line.ends_with("=>")
                    || parent == Block::Items && (line.is_empty() || plain.ends_with('!'))
                {
                    Block::Items
                } else {
                    Block::Body
                };
                let name = match block {
                    Block::Trait => {
                        let after = plain.split("trait ").nth(1).unwrap_or_default();
                        after.split(['<', ':', ' ']).next().unwrap_or_default()
                    }
                    Block::Impl => implementer(plain),
                    _ => "",
                };
                let name = name.to_owned();
                let waits = (public && block == Block::Parts).then(|| item.clone());
                if public && waits.is_none() {
                    items.push(item);
                }
                blocks.push((block, name, waits));
            }
            '}' => {
                if let Some((_, _, Some(item))) = blocks.pop() {
                    let mut parts = parts_of(&line);
                    parts.retain(|part| item.contains("enum ") || part.starts_with("pub "));
                    items.push(if parts.is_empty() {
                        item
                    } else {
                        format!("{item} {{ {} }}", parts.join(", "))
                    });
                }
            }
            _ if public => items.push(item),
            _ => {}
        }
        text.clear();
    }
    items
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sources(&path, found)?;
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    Ok(())
}

#[test]
fn what_can_be_named_is_what_was_reviewed() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files)?;
    files.sort();
    let mut is = String::new();
    for file in files {
        let items = items(&fs::read_to_string(&file)?);
        let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        for item in items {
            is += &format!("{name}: {item}\n");
        }
    }
    let list = root.join("tests/api.txt");
    if std::env::var_os("API").is_some_and(|what| what == "overwrite") {
        return fs::write(list, is);
    }
    let must = fs::read_to_string(list)?;
    let differs = |these: &str, others: &str, sign: char| -> String {
        let mut others: Vec<&str> = others.lines().collect();
        others.sort_unstable();
        let new = these.lines().filter(|line| others.binary_search(line).is_err());
        new.map(|line| format!("{sign} {line}\n")).collect()
    };
    let changes = differs(&must, &is, '-') + &differs(&is, &must, '+');
    assert!(
        changes.is_empty() && must.lines().count() == is.lines().count(),
        "not as tests/api.txt says:\n{changes}"
    );
    Ok(())
}

#[test]
fn items_are_found_where_they_stand() {
    let source = "
        //! pub fn no() {}
        #![allow(a, reason = \"b\")]
        pub mod a;
        mod b { pub(crate) fn no() {} pub fn inner() { let x = \"pub fn no() {}\"; } }
        #[doc(hidden)]
        pub unsafe trait Rule<T>: Sized { const SEALED: Seal; #[doc(hidden)] fn of(self) -> T { pub_no!(); } }
        pub struct Pair<T>(pub T, T);
        pub struct Named { pub x: Pair<f32, u8>, y: f32 }
        pub enum Two { One, Other(u8) }
        impl<T: Fn() -> u8, const N: usize> Pair<T> where T: Copy { #[inline] pub const fn get<U>(
            &self,
        ) -> T { fn no() {} self.0 } fn no() {} }
        impl Rule<u8> for Pair<u8> { fn of(self) -> u8 { 0 } }
        pub use x::{y, z as w};
        macro_rules! m { ($($n:ident)+) => {$( pub fn $n() {} )+}; }
        #[macro_export] macro_rules! exported { () => {}; }
        pub const LIST: [u8; 2] = { [0; 2] };";
    let want = [
        "mod a",
        "fn inner()",
        "(hidden) unsafe trait Rule<T>: Sized",
        "Rule: const SEALED: Seal",
        "(hidden) Rule: fn of(self) -> T",
        "struct Pair<T>(pub T, T)",
        "struct Named { pub x: Pair<f32, u8> }",
        "enum Two { One, Other(u8) }",
        "Pair<T>: const fn get<U>(&self) -> T",
        "use x::{y, z as w}",
        "fn $n()",
        "macro_rules! exported",
        "const LIST: [u8; 2]",
    ];
    assert_eq!(items(source), want);
}
