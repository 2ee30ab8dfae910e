#!/usr/bin/env bash
# Makes the pages and tests them: their parts by themselves, then as a whole in headless Chromium, where digits are drawn and the camera orbits.
#   examples/web/test.sh [folder for the page, or target/web]
# On Debian, as root, a browser is installed if none is there; CHROMIUM names one that has another name.
set -euo pipefail
start=$PWD
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
exec </dev/null
out=$PWD/target/web
[ -z "${1:-}" ] || out=$(cd "$start" && mkdir -p "$1" && cd "$1" && pwd)

need() { # need command package
    ! command -v "$1" >/dev/null || return 0
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "the program $1 is needed; Debian has it in the package $2" >&2
        exit 2
    fi
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "$2"
}

need node nodejs
need "${CHROMIUM:-chromium}" chromium
cargo test --locked --manifest-path examples/web/Cargo.toml --target-dir target/web-build/native -p conformable-web -p web-orbit
examples/web/build.sh "$out"
node examples/web/test.mjs "$out" "$PWD/target/web-pictures"
