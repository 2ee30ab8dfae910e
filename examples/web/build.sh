#!/usr/bin/env bash
# Makes the pages: a folder of static files, for any web server.
#   examples/web/build.sh [folder, or target/web]
# Then, for example: python3 -m http.server --directory target/web
#
# The wasm is compiled by the Rust that cargo uses, if it has the target wasm32-unknown-unknown or rustup can add it; else
# by Debian's `rustc-web`, which comes with the sources of its standard library. COMPILER=rustup or debian chooses.
# On Debian, as root, what is missing is installed; elsewhere this says what is.
set -euo pipefail
start=$PWD
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
exec </dev/null
# They would take the place of what is said below for the target.
unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_TARGET
target=wasm32-unknown-unknown
work=$PWD/target/web-build
out=$PWD/target/web
case ${1:-} in
'') ;;
-*)
    sed -n '2,9s/^# \{0,1\}//p' "$here/build.sh"
    exit 2
    ;;
*) out=$(cd "$start" && mkdir -p "$1" && cd "$1" && pwd) ;;
esac

need() { # need package...
    local missing=() package
    for package; do
        dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "either the Rust target $target is needed, or these Debian packages: ${missing[*]}" >&2
        exit 2
    fi
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

has_target() {
    local libraries
    libraries=$("${RUSTC:-rustc}" --print target-libdir --target $target 2>/dev/null) &&
        compgen -G "$libraries/libstd-*.rlib" >/dev/null
}

build_std=()
if [ "${COMPILER:-rustup}" = rustup ] &&
    { has_target || { command -v rustup >/dev/null && rustup target add $target && has_target; }; }; then
    "${RUSTC:-rustc}" --version
elif [ "${COMPILER:-debian}" = debian ]; then
    need rustc-web rust-web-src
    RUSTC=$(dpkg -L rustc-web | grep -m1 '/bin/rustc$')
    # Its standard library is compiled here, which only nightly compilers do unless they are told to.
    build_std=(-Z build-std=std,panic_abort)
    export RUSTC RUSTC_BOOTSTRAP=1
    # Debian's `rustc` comes without the linker of wasm; that of rustup's, if there is one, does.
    linker=$(compgen -G "$(rustc --print sysroot)/lib/rustlib/*/bin/rust-lld" | head -n 1 || true)
    if [ ! -x "$linker" ]; then
        need lld
        linker=wasm-ld
    fi
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$linker
    "$RUSTC" --version
else
    echo "the Rust target $target is needed" >&2
    exit 2
fi

# The tool runs here and is made by the Rust that cargo uses.
(
    unset RUSTC RUSTC_BOOTSTRAP
    cargo build --locked --manifest-path "$here/Cargo.toml" -p bindgen --target-dir "$work/tool"
)
build() { # build name flags
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$2 cargo build --locked --release --target $target \
        --manifest-path "$here/Cargo.toml" --target-dir "$work/$1" -p conformable-web -p web-golden -p web-orbit "${build_std[@]}"
    local made=$work/$1/$target/release
    "$work/tool/debug/bindgen" "$made/conformable_web.wasm" "$out/$1" digits
    "$work/tool/debug/bindgen" "$made/web_golden.wasm" "$out/$1" golden
    "$work/tool/debug/bindgen" "$made/web_orbit.wasm" "$out/$1" orbit
}
mkdir -p "$out"
cp "$here"/page/* "$out/"
build simd128 -Ctarget-feature=+simd128
build scalar -Ctarget-feature=-simd128

printf '\n%s\n' "$out"
cd "$out"
for file in ./*.html ./*.css ./*.js */*; do
    printf '%9d  %9d gzip  %s\n' "$(wc -c <"$file")" "$(gzip -9c "$file" | wc -c)" "${file#./}"
done
