//! The bits of all products, norms and reductions are the committed numbers: of every kind of array, on every path that the
//! CPU has, for any number of threads. `scripts/targets.sh` runs this on other processors, `scripts/digests.sh` at other
//! optimisation levels.
#![cfg(all(feature = "alloc", any(feature = "std", feature = "libm")))]

#[path = "../golden/src/golden/mod.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "a module of other crates, too, with names for all of them"
)]
mod golden;

use golden::*;

/// The path that this runs on, which must be the one that the script expects.
fn path() -> &'static str {
    let path = golden::path();
    #[cfg(feature = "std")]
    if let Ok(expected) = std::env::var("GOLDEN_PATH") {
        assert!(expected.is_empty() || expected == path, "on {path}, not on {expected}");
    }
    path
}

#[test]
fn small_digests_are_the_committed_numbers() {
    let [got, chains] = [small(), small_chains()];
    println!("golden: {}: small {got:#018x}, chains {chains:#018x}", path());
    assert!(got == SMALL && chains == expected_small_chains());
}

#[test]
fn forms_of_a_processor_have_the_bits_of_all_others() {
    assert!(are_forms_same());
}

#[test]
fn full_digests_are_the_committed_numbers() {
    let got = full();
    println!("golden: {}: everywhere {:#018x}, all {:#018x}", path(), got.everywhere, got.all);
    assert!(got.everywhere == EVERYWHERE && got.all == expected_all());
}

#[test]
fn the_digest_of_factorisations_is_the_committed_number() {
    let got = factors();
    println!("golden: {}: factors {got:#018x}", path());
    assert!(got == FACTORS);
}

#[test]
fn the_digest_of_elementary_functions_is_the_committed_number() {
    let got = elementary();
    println!("golden: {}: elementary {got:#018x}", path());
    assert!(got == ELEMENTARY);
}

#[test]
fn the_digest_of_game_maths_is_the_committed_number() {
    let got = geometry();
    println!("golden: {}: geometry {got:#018x}", path());
    assert!(got == GEOMETRY);
}

#[test]
fn a_world_in_lockstep_is_the_committed_number() {
    let got = world(WORLD_STEPS);
    println!("golden: {}: world {got:#018x}", path());
    assert!(got == WORLD);
}

#[test]
#[ignore = "takes a while without optimisation: cargo test --release --test golden -- --ignored lockstep"]
fn a_world_of_10_000_steps_in_lockstep_is_the_committed_number() {
    let got = world(10_000);
    println!("golden: {}: world {got:#018x}", path());
    assert!(got == WORLD_OF_10_000_STEPS);
}

/// A path is chosen once in a process, so each is one of its own.
#[cfg(all(feature = "std", not(target_family = "wasm")))]
mod processes {
    use super::golden::path;
    use conformable::simd::Path;
    use std::env;
    use std::process::{Command, Output};

    /// The test of the full digests.
    const FULL: &str = "full_digests_are_the_committed_numbers";

    /// Those of the others.
    const FACTORISATIONS: &str = "the_digest_of_factorisations_is_the_committed_number";
    const FUNCTIONS: &str = "the_digest_of_elementary_functions_is_the_committed_number";
    const GAME_MATHS: &str = "the_digest_of_game_maths_is_the_committed_number";
    const LOCKSTEP: &str = "a_world_in_lockstep_is_the_committed_number";

    /// Runs a test of this program with a variable, under the emulator that `GOLDEN_RUNNER` names, if any.
    fn run(test: &str, variable: &str, value: &str) -> Output {
        let this = env::current_exe().expect("the test knows its program");
        let runner = env::var("GOLDEN_RUNNER").unwrap_or_default();
        let mut words = runner.split_whitespace();
        let mut command = match words.next() {
            Some(emulator) => {
                let mut command = Command::new(emulator);
                command.args(words).arg(this);
                command
            }
            None => Command::new(this),
        };
        command.args(["--exact", "--nocapture", "--include-ignored", test]).env(variable, value);
        command
            .env_remove("GOLDEN_PATH")
            .env("RUST_BACKTRACE", "0")
            .output()
            .expect("the test can run itself")
    }

    /// What it says if it fails: the lines of the panic that are not the harness's.
    fn complaint(isa: &str) -> Vec<String> {
        let output = run("processes::first_product", "CONFORMABLE_ISA", isa);
        assert!(!output.status.success(), "CONFORMABLE_ISA={isa}: no failure");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
        lines
            .filter(|line| !line.starts_with("thread") && !line.starts_with("note:"))
            .map(str::to_owned)
            .collect()
    }

    /// Runs a test of digests with a variable. Returns the line that tells of them.
    fn digests(test: &str, variable: &str, value: &str) -> String {
        let output = run(test, variable, value);
        let said = String::from_utf8_lossy(&output.stdout);
        // With one thread the harness has the name of the test before it.
        let line = said.lines().find_map(|line| Some(&line[line.find("golden: ")?..])).unwrap_or_default();
        println!("{line}");
        assert!(output.status.success(), "{variable}={value}: {}", String::from_utf8_lossy(&output.stderr));
        line.to_owned()
    }

    #[test]
    fn every_path_has_these_digests() {
        for path in Path::ALL.into_iter().filter(|path| path.is_available()) {
            for test in [FULL, FACTORISATIONS, FUNCTIONS, GAME_MATHS, LOCKSTEP] {
                let line = digests(test, "CONFORMABLE_ISA", path.name());
                assert!(line.starts_with(&format!("golden: {}:", path.name())), "another path: {line}");
            }
        }
    }

    #[cfg(feature = "rayon")]
    #[test]
    fn any_number_of_threads_has_these_digests() {
        for threads in ["1", "2", "3"] {
            digests(FULL, "RAYON_NUM_THREADS", threads);
        }
    }

    #[test]
    #[ignore = "run by the tests about CONFORMABLE_ISA"]
    fn first_product() {
        let sum: f32 = conformable::array![1., 2.].inner(&conformable::array![3., 4.]);
        println!("golden: {sum} on {}", path());
    }

    #[test]
    fn a_path_that_the_cpu_lacks_fails_with_one_line() {
        let (here, lacking): (Vec<_>, Vec<_>) = Path::ALL.into_iter().partition(|path| path.is_available());
        let here: Vec<_> = here.into_iter().map(Path::name).collect();
        for path in lacking {
            let line = format!(
                "CONFORMABLE_ISA={}: this CPU does not have it, but {}",
                path.name(),
                here.join(", ")
            );
            assert_eq!(complaint(path.name()), [line]);
        }
    }

    #[test]
    fn a_name_of_no_path_fails_with_one_line() {
        for name in ["sse3", "AVX2", "avx2 ", "0"] {
            let line =
                format!("CONFORMABLE_ISA={name}: not one of scalar, sse2, avx2, avx512, neon, simd128");
            assert_eq!(complaint(name), [line.trim()]);
        }
    }

    #[test]
    fn no_name_is_the_best_path() {
        let output = run("processes::first_product", "CONFORMABLE_ISA", "");
        assert!(output.status.success());
        let best = Path::ALL.into_iter().rfind(|path| path.is_available()).expect("one is `scalar`");
        let line = format!("golden: 11 on {}\n", best.name());
        assert!(String::from_utf8_lossy(&output.stdout).contains(&line), "{line}");
    }
}
