#!/usr/bin/env bash
# Runs `tests/golden.rs`, which goes through every path that this CPU has, with and without the features that could change
# bits, for several numbers of threads, at several optimisation levels and for several target CPUs. The numbers that all
# must give are in `golden/`.
#   scripts/digests.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Runs the tests under the environment that is there; the arguments are cargo's.
golden() {
    printf '\n== %s %s %s\n' "${RAYON_NUM_THREADS:+threads: $RAYON_NUM_THREADS}" "${RUSTFLAGS:-}" "$*"
    cargo test --locked -q -p conformable-golden --test golden "$@" -- --show-output | grep -E '^golden:|FAILED|^test result' | sort -u
}

golden --features std
golden --release --features std
golden --release --features std,deterministic
for threads in 1 2 3; do
    export RAYON_NUM_THREADS=$threads
    golden --release --features rayon
    golden --release --features rayon,deterministic
done
unset RAYON_NUM_THREADS
# Without run-time detection: what the target promises.
golden --release --features alloc
export RUSTFLAGS="-C target-cpu=native"
golden --release --target-dir target/native --features alloc
golden --release --target-dir target/native --features std
