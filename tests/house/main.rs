//! The house: which floor of `src/` may import which, read from the sources.

mod circles;
mod gallery;
mod unsafe_blocks;

use std::fs;
use std::path::{Path, PathBuf};

/// The floors from the ground up; the modules of one list are one floor and may import each other.
const FLOORS: [&[&str]; 6] = [
    &["axes", "scalar", "sealed", "written"],
    &["shape", "array", "error", "simd"],
    &["kernel"],
    &["ops"],
    &["linalg", "geometry"],
    &["interop"],
];
/// Shapes know no instruction sets, and kernels no shapes, whatever their floors.
const SHAPES: [&str; 3] = ["shape", "array", "error"];
const INSTRUCTIONS: [&str; 2] = ["simd", "kernel"];
/// `lib.rs`, `outcome.rs` and `prelude.rs` are the map; they stand on top of everything.
const MAP: [&str; 3] = ["lib", "outcome", "prelude"];
/// The most lines that a file may have.
const LINES: usize = 700;

/// A source file: its path below `src/`, the module of the house that it belongs to, its text.
struct Source {
    path: PathBuf,
    module: String,
    text: String,
}

/// The sources of the members of the workspace, which are no floors: macros must be a package of their own, and what they
/// share with this one a third.
const MEMBERS: [&str; 3] = ["golden/src", "macros/src", "macros/einsum/src"];

/// All of `src/`.
fn sources() -> Vec<Source> {
    let found = sources_below("src");
    assert!(found.iter().any(|s| s.module == "ops"), "the sources were not found");
    found
}

/// All of a folder.
fn sources_below(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of `src/` can be read") {
            let path = entry.expect("a folder of `src/` can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).expect("a source file can be read");
                let path = path.strip_prefix(&root).expect("found below `src/`").to_owned();
                let top = path.iter().next().expect("a file has a name");
                let module = Path::new(top).with_extension("").display().to_string();
                found.push(Source { path, module, text });
            }
        }
    }
    found
}

/// The line without a comment.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or("")
}

/// The names that follow `crate::` in a file, with the number of the line: in `use` lines and elsewhere. (In
/// macros for users it is `$crate::`, which names the root on purpose.)
fn imports(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for (at, start) in code(line).match_indices("crate::") {
            let before = line[..at].chars().next_back();
            if before.is_some_and(|c| c == '$' || c == '_' || c.is_alphanumeric()) {
                continue;
            }
            let rest = &line[at + start.len()..];
            let end = rest.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(rest.len());
            found.push((number + 1, &rest[..end]));
        }
    }
    found
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

/// What is wrong with `module` importing `name`, if anything is.
fn complaint(module: &str, name: &str) -> Option<String> {
    let Some(own) = floor(module) else {
        return Some(format!("`{module}` is on no floor"));
    };
    let Some(other) = floor(name) else {
        // Names that `lib.rs` hands on, too: only the module says which floor is meant.
        return Some(format!("`crate::{name}` is on no floor; name the module that it comes from"));
    };
    let strangers = |a: &[&str], b: &[&str]| a.contains(&module) && b.contains(&name);
    let strange = strangers(&SHAPES, &INSTRUCTIONS) || strangers(&INSTRUCTIONS, &SHAPES);
    (other > own || strange).then(|| format!("`{module}` may not import `{name}`"))
}

#[test]
fn each_floor_imports_only_lower_ones() {
    let mut complaints = Vec::new();
    for Source { path, module, text } in sources() {
        if MAP.contains(&module.as_str()) {
            continue;
        }
        for (line, name) in imports(&text) {
            if let Some(complaint) = complaint(&module, name) {
                complaints.push(format!("src/{}:{line}: {complaint}", path.display()));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn each_file_says_what_lives_there_and_is_short() {
    let members = MEMBERS.into_iter().flat_map(sources_below);
    for Source { path, text, .. } in sources().into_iter().chain(members) {
        let path = path.display();
        assert!(text.starts_with("//! "), "src/{path}: the first line says what lives there, after `//!`");
        let lines = text.lines().count();
        assert!(lines <= LINES, "src/{path}: {lines} lines, at most {LINES} are allowed");
    }
}

/// The folders whose `mod.rs` still does more than declare.
const MAPS_WITH_CODE: [&str; 0] = [];

#[test]
fn mod_files_only_declare() {
    let mut found = Vec::new();
    for Source { path, text, .. } in sources().into_iter().filter(|s| s.path.ends_with("mod.rs")) {
        let folder = path.parent().expect("a file in a folder").display().to_string().replace('\\', "/");
        let items =
            ["fn ", "struct ", "enum ", "trait ", "impl", "type ", "const ", "static ", "macro_rules! "];
        let declares = |line: &str| {
            let line = ["pub ", "pub(crate) ", "pub(super) ", "unsafe "]
                .iter()
                .fold(line, |line, word| line.trim_start_matches(word));
            !items.iter().any(|item| line.starts_with(item))
        };
        if !text.lines().map(code).all(declares) {
            found.push(folder);
        }
    }
    assert_eq!(found, MAPS_WITH_CODE, "the `mod.rs` files of these folders do more than declare");
}

#[test]
fn files_that_name_their_floor_name_the_true_one() {
    for Source { path, module, text } in sources() {
        let named = text.strip_prefix("//! Floor ").and_then(|rest| rest.split(':').next());
        if let Some(named) = named {
            assert_eq!(named.parse().ok(), floor(&module), "src/{}", path.display());
        }
    }
}

#[test]
fn the_rules_themselves_see_what_they_forbid() {
    assert!(complaint("array", "shape").is_none() && complaint("ops", "kernel").is_none());
    assert!(complaint("scalar", "shape").is_some() && complaint("kernel", "ops").is_some());
    assert!(complaint("kernel", "shape").is_some() && complaint("shape", "simd").is_some());
    assert!(complaint("array", "Dyn").is_some() && complaint("attic", "scalar").is_some());
    let text =
        "use crate::ops::x; // crate::no\nfn f(_: crate::scalar::S) { $crate::no!() }\n/// [`crate::no`]";
    assert_eq!(imports(text), [(1, "ops"), (2, "scalar")]);
}

/// Operations that `proofs/no_panic` cannot have, for they give or take what an allocator made.
const ALLOCATING: [&str; 16] = [
    "argwhere",
    "boxed_from_fn",
    "boxed_from_vec",
    "boxed_zeros",
    "clone",
    "compress",
    "from_shape_elem",
    "from_shape_fn",
    "from_vec",
    "into_vec",
    "into_vector",
    "multi_dot",
    "multi_dot_into",
    "repeat_by",
    "to_vec",
    "unique",
];

#[test]
fn the_program_that_cannot_panic_has_every_operation() {
    let program: String =
        sources_below("proofs/no_panic/src").into_iter().map(|source| source.text).collect();
    let words: Vec<&str> = program.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let mut operations = 0;
    for Source { path, module, text } in sources() {
        let is_of_array = ["ops", "array", "linalg"].contains(&module.as_str()) && path.iter().count() == 2;
        for line in text.lines().filter(|_| is_of_array) {
            let line = line.trim_start().replace("pub const fn", "pub fn");
            let Some(rest) = line.strip_prefix("pub fn ") else { continue };
            let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            operations += usize::from(!name.is_empty());
            let is_there = name.is_empty() || ALLOCATING.contains(&name) || words.contains(&name);
            assert!(is_there, "{}: `proofs/no_panic` does not use `{name}`", path.display());
        }
    }
    assert!(operations > 150, "only {operations} operations were found");
}

/// Traits of shapes, arrays and operations that anybody may implement, for no unsafe code trusts them.
const OPEN: [&str; 6] = ["Guess", "IntoArray", "IntoOption", "IntoResult", "OrFailure", "Subscripts"];

/// The names of the public traits in a text that somebody else could implement for a type of theirs: those that are neither
/// unsafe, nor have the constant that nobody can name, nor, without a type parameter, a supertrait that is sealed for `Self`.
fn open_traits(text: &str) -> Vec<&str> {
    let mut open = Vec::new();
    for (at, start) in text.match_indices("pub trait ") {
        let rest = &text[at + start.len()..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '$').unwrap_or(rest.len());
        let (name, rest) = rest.split_at(end);
        let Some(body) = rest.find('{') else { continue };
        let (head, body) = rest.split_at(body);
        let parameters = head.strip_prefix('<').and_then(|head| head.split('>').next()).unwrap_or_default();
        let has_types =
            parameters.split(',').any(|p| !p.trim().is_empty() && !p.trim().starts_with("const "));
        let supertraits = head.rsplit(": ").next().unwrap_or_default();
        let of_ours = ["Sealed", "Shape", "SplitLast", "TargetShape", "Ownership", "Position"]
            .iter()
            .any(|sealed| supertraits.split([' ', '+', ':']).any(|word| word.trim() == *sealed));
        let body = body.split("\n}").next().unwrap_or_default();
        if name != "Sealed" && !body.contains("const SEALED: Seal;") && (has_types || !of_ours) {
            open.push(name);
        }
    }
    open
}

#[test]
fn rules_are_sealed() {
    let mut rules = 0;
    for Source { path, module, text } in sources() {
        if !["shape", "array", "ops"].contains(&module.as_str()) {
            continue;
        }
        rules += text.matches("const SEALED: Seal;").count();
        for name in open_traits(&text) {
            assert!(OPEN.contains(&name), "src/{}: anybody can implement `{name}`", path.display());
        }
    }
    assert!(rules > 200, "only {rules} sealed rules were found");
    // The test itself sees what it forbids.
    assert_eq!(open_traits("pub trait Rule<L, Op>: Shape {\n    type Check;\n}\n"), ["Rule"]);
    assert_eq!(open_traits("pub trait Rule<const N: usize>: Dim {}\n"), ["Rule"]);
    assert!(open_traits("pub trait Rule<const N: usize>: Shape {\n}\npub unsafe trait A {}\n").is_empty());
    assert!(open_traits("pub trait Rule<L> {\n    #[doc(hidden)]\n    const SEALED: Seal;\n}\n").is_empty());
}
