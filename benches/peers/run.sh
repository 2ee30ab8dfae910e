#!/bin/sh
# Prints both tables into a folder: of a plain release build, and of one for this machine's own CPU.
#   benches/peers/run.sh [folder] [part of a row's name]...
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/target}
[ $# -eq 0 ] || shift
mkdir -p "$out"
cd "$here"
table() {
    name=$1
    shift
    CARGO_TARGET_DIR="$here/target/$name" cargo build --release --bin table
    "$here/target/$name/release/table" "$@" | tee "$out/$name.md"
}
table plain "$@"
export RUSTFLAGS="${RUSTFLAGS:-} -C target-cpu=native"
table native "$@"
