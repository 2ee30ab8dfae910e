//! The bits of all products and reductions are the committed numbers: on every path that the CPU has, for any number of
//! threads. `scripts/targets.sh` runs this on other processors, `scripts/digests.sh` at other optimisation levels.

#[path = "../golden/src/golden/mod.rs"]
#[allow(dead_code, unreachable_pub, reason = "a module of other crates, too, with names for all of them")]
mod golden;

use golden::*;

#[test]
fn small_digests_are_the_committed_numbers() {
    let [got, chains] = [small(), small_chains()];
    assert!(got == SMALL && chains == expected_small_chains(), "{got:#018x} {chains:#018x} on {}", path());
}
