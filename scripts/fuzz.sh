#!/usr/bin/env bash
# Fuzzes the targets of `fuzz/`, each for so many seconds (60): `scripts/fuzz.sh [SECONDS] [TARGET..]`. Needs a nightly compiler, a C++
# compiler and cargo-fuzz (`cargo install cargo-fuzz`). What it finds lies in `fuzz/artifacts/`; the corpus grows in `fuzz/corpus/`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:-60}
shift || true
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    mapfile -t targets < <(cargo +nightly fuzz list)
fi
for target in "${targets[@]}"; do
    printf '\n== %s, for %d s\n' "$target" "$seconds"
    mkdir -p "fuzz/corpus/$target" "fuzz/seeds/$target"
    cargo +nightly fuzz run --release "$target" "fuzz/corpus/$target" "fuzz/seeds/$target" -- \
        -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=10 -print_final_stats=1
done
