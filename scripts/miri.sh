#!/usr/bin/env bash
# Runs the tests under Miri, which interprets every read and write and knows what Rust allows: once by the rules of Stacked
# Borrows, once by those of Tree Borrows. Needs a nightly toolchain with the components miri and rust-src; without, it says so
# and does nothing.
#
#   scripts/miri.sh            all tests that reach unsafe code, on the scalar path: hours
#   scripts/miri.sh short      those of `.ci/run`: two minutes when all is compiled
#   scripts/miri.sh arrays/slice ..   modules of the test programs by name
#
# Not run: `ui`, `api`, `house`, `examples`, `error_texts` (no memory of ours), `golden`, `accuracy`, `fused` (bits of many
# numbers), `kernel_product`, `large` (millions of them), tests with pages without rights, and `simd` and the vector paths,
# whose intrinsics Miri has in part: AddressSanitizer runs all of these (`scripts/targets.sh asan`).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! cargo +nightly miri --version >/dev/null 2>&1; then
    echo 'skipped: Miri (rustup toolchain install nightly --component miri,rust-src)' >&2
    exit 0
fi

# Of random cases a few: each is a thousand times slower here.
export CONFORMABLE_ISA=scalar PROPTEST_CASES=2 RUST_BACKTRACE=0
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/miri
features=num-complex-04,half-2,approx-05,serde,bytemuck
# Of `exp` and its kin Miri gives each time another of the results that Rust allows, and tests compare the bits of two.
flags='-Zmiri-disable-isolation -Zmiri-strict-provenance -Zmiri-deterministic-floats'

# run MODEL PROGRAM [filter...]
run() {
    local model=$1 program=$2
    shift 2
    local begin=$SECONDS
    MIRIFLAGS="$flags $model" cargo +nightly miri test --locked --quiet --features "$features" --test "$program" -- "$@"
    printf '== %s %s %s: %d s\n' "$program" "$*" "${model:--Zmiri-stacked-borrows}" "$((SECONDS - begin))"
}

if [ "${1:-}" = short ]; then
    # One module for each kind of memory: an array's own, a view's, what `einsum!` hands on, what a kernel is handed. Few
    # runs, for each reads a program of many modules anew.
    for model in '' -Zmiri-tree-borrows; do
        run "$model" arrays array:: up_to::no_longer up_to::elements_are
    done
    run '' products einsum_by_hand:: trace::
    run -Zmiri-tree-borrows products einsum_by_hand::
    run '' kernels bounds::type_of_ones_own
    exit
fi
modules=("$@")
if [ $# -eq 0 ]; then
    for file in tests/*/*.rs; do
        module=${file#tests/}
        module=${module%.rs}
        case $module in
        common/* | house/* | */main | */error_texts | */large) ;;
        kernels/accuracy | kernels/fused | kernels/guarded | kernels/numbers | kernels/registers | kernels/simd) ;;
        *) modules+=("$module") ;;
        esac
    done
fi
for module in "${modules[@]}"; do
    for model in '' -Zmiri-tree-borrows; do
        run "$model" "${module%/*}" "${module#*/}::"
    done
done
