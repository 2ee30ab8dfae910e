#!/usr/bin/env bash
# Runs tests on processors that this machine does not have.
#   scripts/targets.sh [folder for what is built] target...
#     aarch64   NEON, in qemu-aarch64, with the real standard library
#     wasm      wasm32-wasip1 with simd128, under node
#     nehalem   x86-64 without AVX, in qemu-x86_64
#     cortex-m4, cortex-m0, riscv32   the program of firmware/, in qemu-system-arm and qemu-system-riscv32
#     numbers   instructions and stack of small products on a Cortex-M4F, beside other libraries
# The tests are those of the kernels, their digests, `inner` and what follows it; TESTS="digest simd" chooses others.
#
# The compiler for foreign targets is Debian's `rustc-web`, which comes with the sources and with prebuilt standard
# libraries of exactly its version. On Debian, as root, what is missing is installed; elsewhere this says what is.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$here"
work=$here/target/targets
case ${1:-} in */*)
    work=$1
    shift
    ;;
esac
mkdir -p "$work"
sysroot=$work/sysroot
tests=${TESTS:-simd digest inner kernel_dot kernel_gemv kernel_product kernel_reduce kernel_contract}
arguments=()
for test in $tests; do
    arguments+=(--test "$test")
done

need() { # need package...
    local missing=() package
    for package; do
        dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "these Debian packages are needed: ${missing[*]}" >&2
        exit 2
    fi
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

in_package() { # in_package name ending: the path in the package that ends so
    dpkg -L "$1" | grep -m1 -- "$2\$"
}

foreign_compiler() {
    need rustc-web
    RUSTC=$(in_package rustc-web /bin/rustc)
    RUSTDOC=$(in_package rustc-web /bin/rustdoc)
    export RUSTC RUSTDOC
}

. scripts/targets/bare.sh

aarch64() {
    foreign_compiler
    need gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user
    if [ ! -d "$sysroot/lib/rustlib/aarch64-unknown-linux-gnu" ]; then
        dpkg --add-architecture arm64
        apt-get update -qq
        (
            cd "$work"
            apt-get download -qq libstd-rust-web-dev:arm64
            dpkg -x libstd-rust-web-dev_*_arm64.deb arm64
        )
        mkdir -p "$sysroot/lib/rustlib"
        cp -r "$work/arm64/usr/lib/rustlib/aarch64-unknown-linux-gnu" "$sysroot/lib/rustlib/"
    fi
    local libc
    libc=$(in_package libc6-arm64-cross /lib/ld-linux-aarch64.so.1)
    export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc
    export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUNNER="qemu-aarch64 -L ${libc%/lib/*}"
    export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUSTFLAGS="--sysroot $sysroot"
    cargo test --locked --target aarch64-unknown-linux-gnu --target-dir "$work/aarch64" --release --no-fail-fast "${arguments[@]}"
}

wasm() {
    foreign_compiler
    need rust-web-src wasi-libc
    command -v node >/dev/null || need nodejs
    local libc linker
    libc=$(dirname "$(in_package wasi-libc /crt1-command.o)")
    linker=$(dirname "$(rustup which rustc)")/../lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld
    cat >"$work/run.mjs" <<'EOF'
import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';
const [path, ...rest] = process.argv.slice(2);
const wasi = new WASI({ version: 'preview1', args: [path, ...rest], env: process.env, returnOnExit: true });
const module = await WebAssembly.compile(await readFile(path));
// Debian's wasi-libc is older than the standard library, which names two functions of threads. None are started.
const env = { pthread_join: () => 58, pthread_detach: () => 58 };
process.exitCode = wasi.start(await WebAssembly.instantiate(module, { ...wasi.getImportObject(), env }));
EOF
    # Skipped: a test with a result of 200 MB, after whose success, and that of all others, node 20 crashes as it ends.
    export RUSTC_BOOTSTRAP=1
    export CARGO_TARGET_WASM32_WASIP1_LINKER=$linker
    export CARGO_TARGET_WASM32_WASIP1_RUNNER="node --no-warnings $work/run.mjs"
    export CARGO_TARGET_WASM32_WASIP1_RUSTFLAGS="-Ctarget-feature=+simd128 -Clink-self-contained=no -L$libc \
        -Clink-arg=$libc/crt1-command.o -Clink-arg=--allow-undefined"
    cargo test --locked --target wasm32-wasip1 --target-dir "$work/wasm" --release --no-fail-fast \
        -Z build-std=std,panic_abort,panic_unwind "${arguments[@]}" -- --skip five_thousand
}

nehalem() {
    need qemu-user
    export CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUNNER='qemu-x86_64 -cpu Nehalem'
    cargo test --locked --target x86_64-unknown-linux-gnu --target-dir "$work/nehalem" --release --no-fail-fast "${arguments[@]}"
}

[ $# -gt 0 ] || set -- aarch64 wasm nehalem
for target; do
    printf '\n== %s\n' "$target"
    case $target in
    aarch64 | wasm | nehalem | cortex-m4 | cortex-m0 | riscv32 | numbers) ("$target") ;;
    *)
        echo "no such target: $target" >&2
        exit 2
        ;;
    esac
done
