//! How many unsafe blocks each folder of `src/` has, against the table in the crate docs.

use crate::{code, sources};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The head of the table, below which its rows stand.
const HEAD: &str = "//! | folder of `src/` | unsafe blocks | files with some |\n//! |---|---|---|\n";

/// The unsafe blocks of a text, in macros too.
fn blocks(text: &str) -> usize {
    text.lines().map(|line| code(line).matches("unsafe {").count()).sum()
}

/// The table as it must be.
fn table() -> String {
    let mut folders: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for source in sources() {
        let blocks = blocks(&source.text);
        if blocks > 0 {
            let [all, files] = folders.entry(source.module).or_default();
            *all += blocks;
            *files += 1;
        }
    }
    let mut table = HEAD.to_owned();
    for (folder, [blocks, files]) in folders {
        writeln!(table, "//! | `{folder}` | {blocks} | {files} |").expect("a string takes all");
    }
    table
}

/// `UNSAFE=overwrite cargo test --test house` writes the table anew.
#[test]
fn unsafe_blocks_are_as_many_as_the_docs_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join("lib.rs");
    let text = fs::read_to_string(&path).expect("a source file can be read").replace("\r\n", "\n");
    let start = text.find(HEAD).expect("the table of unsafe blocks is in the crate docs");
    let after = |line: &str| if line.starts_with("//! |") { line.len() + 1 } else { 0 };
    let end =
        start + text[start..].lines().map_while(|line| Some(after(line)).filter(|n| *n > 0)).sum::<usize>();
    let (docs, table) = (&text[start..end], table());
    if docs != table && std::env::var("UNSAFE").as_deref() == Ok("overwrite") {
        fs::write(&path, [&text[..start], &table, &text[end..]].concat()).expect("lib.rs can be written");
        return;
    }
    assert!(
        docs == table,
        "the crate docs have another table than the sources; `UNSAFE=overwrite cargo test --test house` writes this one:\n{table}"
    );
}

#[test]
fn blocks_are_counted_and_functions_are_not() {
    let text = "// unsafe {\nunsafe fn f() { unsafe { g() } }\nlet x = unsafe { a() } + unsafe { b() }; // unsafe {\n";
    assert_eq!(blocks(text), 3);
}
