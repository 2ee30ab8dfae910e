//! Circles among the files of `src/`: what a file imports, by its `use` lines, must not import it in turn.
//!
//! A path stands for the file of the longest module that it names: `super::operand::MatRef` for `operand.rs`, and a name
//! that a `mod.rs` hands on, as `super::MatRef`, for that `mod.rs`. What a `mod.rs` hands on by `pub use` is no import of
//! its own: it is the map of its folder.

use crate::{code, sources};
use std::collections::{BTreeMap, BTreeSet};

/// These import everything, and what imports them must say from which floor (see `floors`).
const MAP: [&str; 3] = ["lib.rs", "outcome.rs", "prelude.rs"];

/// The names of a module, from the root.
type Module = Vec<String>;

/// The module that a file holds, by its path below `src/`.
fn module(path: &str) -> Module {
    let path = path.trim_end_matches(".rs");
    let path = if path == "lib" { "" } else { path.strip_suffix("/mod").unwrap_or(path) };
    path.split('/').filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// The paths of a `use` line: `a::{b, c::{d, e}}` is `a::b`, `a::c::d` and `a::c::e`.
fn paths(tree: &str) -> Vec<String> {
    let Some((before, list)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or(tree);
        return vec![path.split_whitespace().collect()];
    };
    let list = list.rsplit_once('}').map_or(list, |(list, _)| list);
    let mut depth = 0;
    let parts = list.split(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    let parts = parts.filter(|part| !part.trim().is_empty());
    parts.flat_map(paths).map(|path| format!("{}{path}", before.trim())).collect()
}

/// The paths that a file imports, and the modules within the file in which it does; `is_map` leaves `pub use` out.
fn imports(text: &str, is_map: bool) -> Vec<(Module, String)> {
    let text: String = text.lines().flat_map(|line| [code(line), "\n"]).collect();
    let (mut found, mut depth, mut inside): (_, usize, Vec<(String, usize)>) = (Vec::new(), 0, Vec::new());
    let mut start = 0;
    let mut is_use = false;
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '{' | '}' | ';')) {
        // Without attributes, which stand in lines of their own.
        let lines = text[start..at].lines().map(str::trim).filter(|line| !line.starts_with("#["));
        let item = lines.collect::<Vec<_>>().join(" ");
        let item = item.trim();
        is_use |= item.starts_with("use ") || item.starts_with("pub") && item.contains(" use ");
        if is_use && c != ';' {
            continue;
        }
        if is_use {
            let tree = item.split_once("use ").map_or(item, |(_, tree)| tree);
            if !(is_map && item.starts_with("pub")) {
                let module: Module = inside.iter().map(|(name, _)| name.clone()).collect();
                found.extend(paths(tree).into_iter().map(|path| (module.clone(), path)));
            }
        } else if c == '{' {
            depth += 1;
            if let Some((_, name)) = item.rsplit_once("mod ") {
                inside.push((name.trim().to_owned(), depth));
            }
        } else if c == '}' {
            if inside.last().is_some_and(|(_, of)| *of == depth) {
                inside.pop();
            }
            depth = depth.saturating_sub(1);
        }
        (start, is_use) = (at + 1, false);
    }
    found
}

/// The file that a path means, if it is one of these: the path stands in a module, `within` which is in no file of its own.
fn target(files: &BTreeMap<Module, String>, own: &[String], within: &[String], path: &str) -> Option<String> {
    let mut module = [own, within].concat();
    let mut names = path.split("::").peekable();
    match *names.peek()? {
        "crate" => {
            names.next();
            module.clear();
        }
        "self" | "super" => {
            while let Some(name) = names.next_if(|name| ["self", "super"].contains(name)) {
                if name == "super" {
                    module.pop();
                }
            }
        }
        // A module below this one, or another crate.
        first if !files.contains_key(&[&module[..], &[first.to_owned()]].concat()) => return None,
        _ => {}
    }
    module.extend(names.map(str::to_owned));
    while !module.is_empty() && !files.contains_key(&module) {
        module.pop();
    }
    files.get(&module).cloned()
}

/// Which files each file imports.
fn graph(sources: &[(String, String)]) -> BTreeMap<String, BTreeSet<String>> {
    let files: BTreeMap<Module, String> =
        sources.iter().map(|(path, _)| (module(path), path.clone())).collect();
    let mut graph = BTreeMap::new();
    for (path, text) in sources.iter().filter(|(path, _)| !MAP.contains(&path.as_str())) {
        let own = module(path);
        let imports = imports(text, path.ends_with("mod.rs")).into_iter();
        let targets = imports.filter_map(|(within, import)| target(&files, &own, &within, &import));
        let targets = targets.filter(|target| target != path && !MAP.contains(&target.as_str()));
        graph.insert(path.clone(), targets.collect());
    }
    graph
}

/// The files that can be reached from a file.
fn reached<'a>(graph: &'a BTreeMap<String, BTreeSet<String>>, from: &'a str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut left = vec![from];
    while let Some(file) = left.pop() {
        for next in graph.get(file).into_iter().flatten() {
            if found.insert(next.as_str()) {
                left.push(next);
            }
        }
    }
    found
}

/// The circles: files of which each reaches all others.
fn circles(graph: &BTreeMap<String, BTreeSet<String>>) -> Vec<BTreeSet<&str>> {
    let all: BTreeMap<&str, BTreeSet<&str>> =
        graph.keys().map(|file| (file.as_str(), reached(graph, file))).collect();
    let mut circles: Vec<BTreeSet<&str>> = Vec::new();
    for (file, reached) in all.iter().filter(|(file, reached)| reached.contains(*file)) {
        if !circles.iter().any(|circle| circle.contains(file)) {
            circles.push(reached.iter().copied().filter(|other| all[other].contains(file)).collect());
        }
    }
    circles
}

/// The folder that most files of a circle are in.
fn folder<'a>(circle: &BTreeSet<&'a str>) -> &'a str {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for file in circle {
        *counts.entry(file.rsplit_once('/').map_or("", |(folder, _)| folder)).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or("", |(folder, _)| folder)
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let sources: Vec<(String, String)> = sources()
        .into_iter()
        .map(|source| (source.path.display().to_string().replace('\\', "/"), source.text))
        .collect();
    let graph = graph(&sources);
    assert!(graph.values().map(BTreeSet::len).sum::<usize>() > 500, "imports were not found");
    let mut found = BTreeSet::new();
    let mut told = String::new();
    for circle in circles(&graph) {
        let folder = folder(&circle);
        found.insert(folder);
        told += &format!("a circle of {} files, most in src/{folder}:\n", circle.len());
        for file in &circle {
            let imported: Vec<&str> =
                graph[*file].iter().map(String::as_str).filter(|to| circle.contains(to)).collect();
            told += &format!("    src/{file} imports {}\n", imported.join(", "));
        }
    }
    println!("{told}");
    assert!(found.is_empty(), "circles:\n{told}");
}

#[test]
fn circles_are_seen_and_lines_are_none() {
    let sources = |texts: &[(&str, &str)]| -> Vec<(String, String)> {
        texts.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    };
    let a_circle = [
        ("k/mod.rs", "mod a;\npub use a::X;\nmod b;\nmod c;\n"),
        ("k/a.rs", "use super::b::{\n    Y as Z, // a comment\n    c::D,\n};\nuse core::fmt;\n"),
        ("k/b.rs", "fn f() {}\nmod inner {\n    use super::super::{c, other};\n}\n"),
        ("k/c.rs", "#[cfg(x)]\npub(crate) use crate::k::a::X;\n"),
        ("m.rs", "use crate::k::a;\nmod inner {\n    use super::*;\n}\n"),
    ];
    let with_a_circle = graph(&sources(&a_circle));
    assert_eq!(circles(&with_a_circle), [BTreeSet::from(["k/a.rs", "k/b.rs", "k/c.rs"])]);
    assert_eq!(folder(&circles(&with_a_circle)[0]), "k");
    assert_eq!(with_a_circle["m.rs"], BTreeSet::from(["k/a.rs".to_owned()]));
    // What a `mod.rs` hands on is no import, but what it imports for itself is; `crate::Name` is of `lib.rs`.
    let through_the_folder =
        [("k/mod.rs", "mod a;\nuse a::X;\n"), ("k/a.rs", "use super::Z;\nuse crate::Name;\n")];
    assert_eq!(circles(&graph(&sources(&through_the_folder))).len(), 1);
    let mut by_the_map = through_the_folder;
    by_the_map[0].1 = "mod a;\npub(crate) use a::X;\n";
    assert!(circles(&graph(&sources(&by_the_map))).is_empty());
}
