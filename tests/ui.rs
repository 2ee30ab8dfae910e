//! Programs that must not compile, with the texts that their authors read, and twins that must.
//!
//! `ui-tests/fail/<rule>/<what_is_wrong>.rs` opens with the rule that it breaks. Where the compiler answers in
//! words of this crate, the next line, `// Says: ..`, is the part of them that every compiler prints. The whole
//! text stands in the `.stderr` file beside it. `ui-tests/build/` has those that only `cargo build` rejects. To write
//! these files anew, and then read them: `TRYBUILD=overwrite cargo test --test ui`.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The compiler whose texts the `.stderr` files are.
const EXACT: &str = "rustc 1.95.";

/// The most lines that an error in words of this crate takes, with the program's own lines in it, and without
/// the lines that show where in this crate a bound stands.
const MOST_LINES: usize = 14;

fn tool(variable: &str, name: &str) -> OsString {
    env::var_os(variable).unwrap_or_else(|| name.into())
}

/// The programs below `ui-tests/<folder>`, two folders deep.
fn programs(folder: &str) -> io::Result<Vec<PathBuf>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui-tests").join(folder);
    let mut found = Vec::new();
    for rule in fs::read_dir(root)? {
        for file in fs::read_dir(rule?.path())? {
            let path = file?.path();
            if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// What the compiler must say about a program, if that is in words of this crate.
fn says(program: &str) -> Option<&str> {
    program.lines().nth(1)?.strip_prefix("// Says: ")
}

/// What the compiler calls itself.
fn version() -> io::Result<String> {
    let version = Command::new(tool("RUSTC", "rustc")).arg("-V").output()?;
    Ok(String::from_utf8_lossy(&version.stdout).into_owned())
}

/// Set in the process that compares, so that it does not start another one.
const COMPARES: &str = "CONFORMABLE_UI_COMPARES";

/// A sysroot without the sources of the library, if this compiler has them: of the component `rust-src` rustc quotes lines,
/// so that a text would depend on what is installed. `None` if there are no sources.
fn without_sources(version: &str) -> io::Result<Option<PathBuf>> {
    let printed = Command::new(tool("RUSTC", "rustc")).args(["--print", "sysroot"]).output()?.stdout;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&printed).trim()).join("lib/rustlib");
    if !sysroot.join("src/rust/library").exists() {
        return Ok(None);
    }
    // One path for one compiler, or all would be compiled anew for each run.
    let version: String = version.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let bare = Path::new(env!("CARGO_TARGET_TMPDIR")).join(version);
    let rustlib = bare.join("lib/rustlib");
    fs::create_dir_all(&rustlib)?;
    for entry in fs::read_dir(sysroot)? {
        let entry = entry?;
        if entry.file_name() != "src"
            && let Err(error) = link(&entry.path(), &rustlib.join(entry.file_name()))
            && error.kind() != io::ErrorKind::AlreadyExists
        {
            return Err(error);
        }
    }
    Ok(Some(bare))
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(from, to)
}
#[cfg(windows)]
fn link(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_dir() {
        std::os::windows::fs::symlink_dir(from, to)
    } else {
        std::os::windows::fs::symlink_file(from, to)
    }
}

/// Compares the texts of programs, in the process of `test` if rustc quotes no library source, else in one where it cannot.
fn compare(test: &str, programs: impl FnOnce(&trybuild::TestCases)) -> io::Result<()> {
    let version = version()?;
    if !version.starts_with(EXACT) {
        println!("not compared: the texts are those of {EXACT}x, and this is {version}");
        return Ok(());
    }
    let bare = if env::var_os(COMPARES).is_some() { None } else { without_sources(&version)? };
    let Some(bare) = bare else {
        programs(&trybuild::TestCases::new());
        return Ok(());
    };
    // What `trybuild` gives rustc, which these flags replace, and the sysroot.
    let flags = ["--cfg", "trybuild", "--verbose", "-A", "dead_code", "--sysroot"].map(OsString::from);
    let flags = [&flags[..], &[bare.into_os_string()]].concat().join("\u{1f}".as_ref());
    let status = Command::new(env::current_exe()?)
        .args(["--exact", "--include-ignored", "--nocapture", test])
        .args(env::args_os().filter(|arg| arg.to_string_lossy().starts_with("trybuild=")))
        .envs([(COMPARES, OsString::from("1")), ("CARGO_ENCODED_RUSTFLAGS", flags)])
        .status()?;
    assert!(status.success(), "the texts above differ");
    Ok(())
}

#[test]
fn rejected_programs_get_exactly_these_texts() -> io::Result<()> {
    compare("rejected_programs_get_exactly_these_texts", |cases| cases.compile_fail("ui-tests/fail/*/*.rs"))
}

/// Programs that use other crates' traits: `ui-tests/features/<feature>/`. Only their texts are compared.
#[cfg(all(feature = "approx-05", feature = "bytemuck", feature = "npy", feature = "serde"))]
#[test]
fn rejected_programs_of_features_get_exactly_these_texts() -> io::Result<()> {
    compare("rejected_programs_of_features_get_exactly_these_texts", |cases| {
        cases.compile_fail("ui-tests/features/*/*.rs");
    })
}

/// Programs whose error is left for the generation of code, since no bound tells the length 0 from others:
/// `ui-tests/build/<rule>/`. That a program passes makes `trybuild` build all of them.
#[test]
fn rejected_programs_of_cargo_build_get_exactly_these_texts() -> io::Result<()> {
    compare("rejected_programs_of_cargo_build_get_exactly_these_texts", |cases| {
        cases.compile_fail("ui-tests/build/*/*.rs");
        cases.pass("ui-tests/pass/reshape/*.rs");
    })
}

/// Not run by itself, for the sake of time: each program is compiled in full, kernels and all. That they
/// compile is part of the test below.
#[test]
#[ignore = "takes minutes: cargo test --test ui -- --ignored"]
fn accepted_programs_run() {
    trybuild::TestCases::new().pass("ui-tests/pass/*/*.rs");
}

/// Holds on every compiler, and for `cargo check`: no rule is left for the generation of code.
///
/// The twins must pass. All programs are binaries of one package, so that this crate is checked once and they are checked in
/// parallel; `--message-format short` prints each error in one line that opens with the file.
#[test]
fn any_compiler_rejects_in_our_words_and_accepts_the_twins() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui");
    fs::create_dir_all(&package)?;
    let (rejected, accepted) = (programs("fail")?, programs("pass")?);
    // What the compiler of the texts says of the rejected ones is compared with the texts, above: these will do here.
    let has_texts = version()?.starts_with(EXACT);
    let compiled = if has_texts { &[] } else { &rejected[..] };
    let mut manifest = format!(
        "[package]\nname = \"ui\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\nconformable = {{ path = {root:?} }}\n"
    );
    for (number, path) in compiled.iter().chain(&accepted).enumerate() {
        manifest += &format!("\n[[bin]]\nname = \"ui-{number}\"\npath = {path:?}\n");
    }
    fs::write(package.join("Cargo.toml"), manifest)?;
    // The versions that are here already, so that nothing is asked of a registry.
    fs::copy(root.join("Cargo.lock"), package.join("Cargo.lock"))?;
    let check = Command::new(tool("CARGO", "cargo"))
        .args(["check", "--bins", "--offline", "--keep-going", "--message-format", "short"])
        .arg("--target-dir")
        .arg(package.join("target"))
        .current_dir(&package)
        .output()?;
    let printed = String::from_utf8_lossy(&check.stderr).replace('\\', "/");

    let mut wrong = String::new();
    for path in rejected.iter().chain(&accepted) {
        let program = fs::read_to_string(path)?;
        let name = path.to_string_lossy().replace('\\', "/");
        let name = name.rsplit_once("ui-tests/").map_or(name.as_str(), |(_, name)| name);
        let place = format!("{name}:");
        let is_accepted = accepted.contains(path);
        let texts = if has_texts && !is_accepted {
            fs::read_to_string(path.with_extension("stderr"))?
        } else {
            String::new()
        };
        let errors = printed.lines().filter(|line| line.contains(&place) && line.contains(" error"));
        let errors: Vec<&str> =
            errors.chain(texts.lines().filter(|line| line.starts_with("error"))).collect();
        if is_accepted {
            if !errors.is_empty() {
                wrong += &format!("{name} does not compile: {errors:#?}\n");
            }
        } else if errors.is_empty() {
            wrong += &format!("{name} compiles\n");
        } else if let Some(text) = says(&program)
            && !errors.iter().any(|error| error.contains(text))
        {
            wrong += &format!("{name} gets {errors:#?}\n  but not: {text}\n");
        }
    }
    if has_texts && !check.status.success() {
        wrong += &printed;
    }
    // If all "compile", then perhaps this crate does not.
    let all = if wrong.contains(" compiles\n") { &*printed } else { "" };
    assert!(wrong.is_empty(), "{wrong}{all}");
    Ok(())
}

#[test]
fn rejected_programs_are_short_and_so_are_their_texts() -> io::Result<()> {
    for path in programs("fail")?.into_iter().chain(programs("features")?).chain(programs("build")?) {
        let program = fs::read_to_string(&path)?;
        assert!(program.starts_with("// "), "{path:?} does not open with the rule that it breaks");
        assert!(program.lines().count() <= 15, "{path:?} is too long");
        let texts = fs::read_to_string(path.with_extension("stderr"))?;
        assert!(!texts.contains("typenum"), "{path:?} shows typenum");
        // Of features, the compiler adds lists of what else has the other crate's trait.
        let is_of_feature = path.components().any(|part| part.as_os_str() == "features");
        if says(&program).is_some() && !is_of_feature {
            for text in texts.split("\n\n") {
                let shown = text.split("\nnote: required by a bound").next().unwrap_or(text).trim();
                assert!(shown.lines().count() <= MOST_LINES, "the text for {path:?} is too long:\n{text}");
            }
        }
    }
    Ok(())
}
