//! `ui-tests/README.md`: every program that does not compile, with the first line of what the compiler says.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// What stands above the programs.
const HEAD: &str = "# Programs that do not compile

Each is a test: `cargo test --test ui` compiles it, and compares the whole text of the error with the `.stderr` file beside it. Here
stands why it is wrong, the program without its imports, and the first line of the error. The folder is the rule that it breaks.

This page is made by `GALLERY=overwrite cargo test --test house gallery`.
";

fn ui_tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ui-tests")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .replace("\r\n", "\n")
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder can be read").path()).collect();
    paths.sort();
    paths
}

/// What a program shows: its statements, and items other than imports and an empty `main`.
fn shown(program: &str) -> String {
    let mut lines: Vec<&str> = vec![];
    let (mut is_import, mut is_main) = (false, false);
    for line in program.lines().filter(|line| !line.starts_with("//")) {
        is_import |= line.starts_with("use ");
        if is_import {
            is_import = !line.ends_with(';');
        } else if line == "fn main() {" {
            is_main = true;
        } else if is_main && line == "}" {
            is_main = false;
        } else if line != "fn main() {}" {
            lines.push(if is_main { line.strip_prefix("    ").unwrap_or(line) } else { line });
        }
    }
    let text = lines.join("\n");
    let mut text = text.trim_matches('\n').to_owned();
    while text.contains("\n\n\n") {
        text = text.replace("\n\n\n", "\n\n");
    }
    text
}

/// The first error, without its code.
fn first_error(stderr: &str) -> Option<&str> {
    let line = stderr.lines().find(|line| line.starts_with("error"))?;
    line.split_once(": ").map(|(_, text)| text)
}

/// The page, and how many programs are on it.
fn page() -> (String, usize) {
    let (mut page, mut count) = (HEAD.to_owned(), 0);
    for rule in sorted(&ui_tests().join("fail")) {
        let name = rule.file_name().expect("a folder has a name").to_string_lossy().into_owned();
        write!(page, "\n## {name}\n").expect("a string takes all");
        for path in sorted(&rule).into_iter().filter(|path| path.extension().is_some_and(|e| e == "rs")) {
            let program = read(&path);
            let why = program.lines().next().and_then(|line| line.strip_prefix("// "));
            let why = why.unwrap_or_else(|| panic!("{}: the first line says why", path.display()));
            let stderr = read(&path.with_extension("stderr"));
            let error = first_error(&stderr).unwrap_or_else(|| panic!("{}: no error", path.display()));
            write!(page, "\n{why}\n\n```rust\n{}\n```\n```text\n{error}\n```\n", shown(&program))
                .expect("a string takes all");
            count += 1;
        }
    }
    (page, count)
}

/// `GALLERY=overwrite cargo test --test house gallery` writes the page anew.
#[test]
fn gallery_shows_the_programs_as_they_are() {
    let path = ui_tests().join("README.md");
    let (page, count) = page();
    assert!(count > 500, "{count} programs");
    if std::env::var("GALLERY").as_deref() == Ok("overwrite") {
        fs::write(&path, page).expect("the page can be written");
        return;
    }
    assert!(
        read(&path) == page,
        "ui-tests/README.md is of other programs: `GALLERY=overwrite cargo test --test house gallery`"
    );
}

#[test]
fn what_a_program_shows_is_what_is_wrong_in_it() {
    let program = "// Why.\n// Says: no\nuse conformable::{\n    Array, array,\n};\n\nfn f() {}\n\nfn main() {\n    let a = array![1];\n    a.b();\n}\n";
    assert_eq!(shown(program), "fn f() {}\n\nlet a = array![1];\na.b();");
    assert_eq!(first_error("error[E0277]: `inner`: no\n --> x\nerror: y"), Some("`inner`: no"));
}
