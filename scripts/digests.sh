#!/usr/bin/env bash
# Runs `tests/digest.rs` on every path that this CPU has, with and without the features that could change bits,
# at several optimisation levels and for several target CPUs. The test holds the numbers that all must give.
#   scripts/digests.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Runs the test under the environment that is there; the arguments are cargo's.
digest() {
    local paths=(scalar sse2 avx2 avx512 neon simd128)
    cargo test --locked -q --test digest --no-run "$@" 2>/dev/null
    for path in "${paths[@]}"; do
        local said
        if said=$(CONFORMABLE_ISA=$path cargo test --locked -q --test digest "$@" 2>&1); then
            printf 'same bits: %-8s %s %s\n' "$path" "${RUSTFLAGS:-}" "$*"
        elif grep -q 'this CPU does not have it' <<<"$said"; then
            printf 'skipped:   %-8s (the CPU lacks it)\n' "$path"
        else
            printf '%s\nOTHER BITS: %s %s %s\n' "$said" "$path" "${RUSTFLAGS:-}" "$*" >&2
            return 1
        fi
    done
}

digest
digest --release
digest --release --features deterministic
for threads in 1 2 3; do
    export RAYON_NUM_THREADS=$threads
    digest --release --features rayon,deterministic
    digest --release --features rayon
done
unset RAYON_NUM_THREADS
export RUSTFLAGS="-C target-cpu=native"
digest --release --target-dir target/native
digest --release --target-dir target/native --features deterministic
