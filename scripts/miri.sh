#!/usr/bin/env bash
# Runs the tests under Miri, which interprets every read and write and knows what Rust allows: once by the rules of Stacked
# Borrows, once by those of Tree Borrows. Needs a nightly toolchain with the components miri and rust-src; without, it says so
# and does nothing.
#
#   scripts/miri.sh            all tests that reach unsafe code, on the scalar path: hours
#   scripts/miri.sh short      those of `.ci/run`: two minutes when all is compiled
#   scripts/miri.sh slice ..   test programs by name
#
# Not run: `ui`, `house`, `examples` (they start compilers), `golden`, `kernel_accuracy` and `kernel_fused` (bits alone, of many
# numbers), and the vector paths, whose intrinsics Miri has in part: AddressSanitizer runs them (`scripts/targets.sh asan`).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! cargo +nightly miri --version >/dev/null 2>&1; then
    echo 'skipped: Miri (rustup toolchain install nightly --component miri,rust-src)' >&2
    exit 0
fi

# Of random cases a few: each is a thousand times slower here.
export CONFORMABLE_ISA=scalar PROPTEST_CASES=4 PROPTEST_DISABLE_FAILURE_PERSISTENCE=1
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/miri
features=num-complex-04,half-2,approx-05,serde,bytemuck
flags='-Zmiri-disable-isolation -Zmiri-strict-provenance'

# run MODEL PROGRAM [filter...]
run() {
    local model=$1 program=$2
    shift 2
    local begin=$SECONDS
    MIRIFLAGS="$flags $model" cargo +nightly miri test --locked --quiet --features "$features" --test "$program" -- "$@"
    printf '== %s %s: %d s\n' "$program" "${model:--Zmiri-stacked-borrows}" "$((SECONDS - begin))"
}

