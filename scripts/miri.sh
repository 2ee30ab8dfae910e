#!/usr/bin/env bash
# Runs the tests under Miri, which interprets every read and write and knows what Rust allows: once by the rules of Stacked
# Borrows, once by those of Tree Borrows. Needs a nightly toolchain with the components miri and rust-src; without, it says so
# and does nothing.
#
#   scripts/miri.sh            all tests that reach unsafe code, on the scalar path: hours
#   scripts/miri.sh short      those of `.ci/run`: two minutes when all is compiled
#   scripts/miri.sh slice ..   test programs by name
#
# Not run: `ui`, `api`, `house`, `examples`, `error_texts` (no memory of ours), `golden`, `kernel_accuracy`, `kernel_fused` (bits of
# many numbers), `kernel_product`, `large` (millions of them), tests with pages without rights, and `simd` and the vector paths,
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
flags='-Zmiri-disable-isolation -Zmiri-strict-provenance'

# run MODEL PROGRAM [filter...]
run() {
    local model=$1 program=$2
    shift 2
    local begin=$SECONDS
    MIRIFLAGS="$flags $model" cargo +nightly miri test --locked --quiet --features "$features" --test "$program" -- "$@"
    printf '== %s %s: %d s\n' "$program" "${model:--Zmiri-stacked-borrows}" "$((SECONDS - begin))"
}

if [ "${1:-}" = short ]; then
    # One program for each kind of memory: an array's own, a view's, what `einsum!` hands on, what a kernel is handed.
    for model in '' -Zmiri-tree-borrows; do
        run "$model" array
        run "$model" up_to no_longer elements_are
        run "$model" trace
        run "$model" einsum_by_hand
        run "$model" kernel_bounds type_of_ones_own
    done
    exit
fi
programs=("$@")
[ "$#" -gt 0 ] || programs=(
    arithmetic array complex constant conversions cosine_similarity display distance dot einsum einsum_by_hand einsum_macro
    einsum_scope elements generic half hostile inner inner_compensated inner_wide interop kernel_bounds kernel_contract kernel_dot kernel_elementwise
    kernel_gemv kernel_reduce kernel_widen lifetimes map matmul matmul_wide moments multi_dot norm parts products reductions shapes slice sorting
    tensordot trace up_to vecdot views
)
for program in "${programs[@]}"; do
    for model in '' -Zmiri-tree-borrows; do
        run "$model" "$program"
    done
done
