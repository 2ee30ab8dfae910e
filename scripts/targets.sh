#!/usr/bin/env bash
# Runs tests on processors that this machine does not have, and under tools that watch memory.
#   scripts/targets.sh [folder for what is built] target...
#     aarch64   NEON, in qemu-aarch64, with the real standard library
#     wasm      wasm32-wasip1 with simd128, under node
#     nehalem   x86-64 without AVX, in qemu-x86_64
#     cortex-m4, cortex-m0, riscv32   the program of firmware/, in qemu-system-arm and qemu-system-riscv32
#     numbers   instructions and stack of small products on a Cortex-M4F, beside other libraries
# The tests are those of the kernels, their digests, `inner` and what follows it; TESTS="digest simd" chooses others.
#
#   short                 what `.ci/run` runs: the first four
#     aarch64             NEON, in qemu-aarch64
#     nehalem             x86-64 without AVX, in qemu-x86_64: the SSE2 path
#     asan                AddressSanitizer
#     cortex-m4           firmware without an operating system, in qemu-system-arm
#   cortex-m0 riscv32     the same without a floating-point unit
#   wasm wasm-simd128     wasm32-wasip1 under node, without vectors and with them
#   i686 armv7 riscv64    32 bits on this machine; others in qemu-user
#   s390x                 big-endian, in qemu-s390x
#   avx512                AVX-512 in the CPU of Bochs
#   msan valgrind         reads of uninitialised memory
#
# The tests are those that `golden/Cargo.toml` lists: the bits of all results, beside the committed numbers, and the
# kernels of every path of the target. TESTS="golden simd" chooses some. Each target says what it gave, and how long it took.
# On Debian, as root, packages that are missing are installed; elsewhere this says which they are.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$here"
work=$here/target/targets
case ${1:-} in */*)
    mkdir -p "$1"
    work=$(cd "$1" && pwd)
    shift
    ;;
esac
mkdir -p "$work"
for part in common linux wasm checkers bochs bare; do
    # shellcheck source=/dev/null
    [ ! -f "scripts/targets/$part.sh" ] || . "scripts/targets/$part.sh"
done

short=(aarch64 nehalem asan cortex-m4)
others=(cortex-m0 riscv32 wasm wasm-simd128 i686 armv7 riscv64 s390x avx512 msan valgrind numbers)
if [ $# -eq 0 ]; then
    sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//p}' "$0"
    exit 2
fi
chosen=()
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
    case $target in
    short) chosen+=("${short[@]}") ;;
    all) chosen+=("${short[@]}" "${others[@]}") ;;
    aarch64 | wasm | nehalem | cortex-m4 | cortex-m0 | riscv32 | numbers) ("$target") ;;
    *)
        case " ${short[*]} ${others[*]} " in
        *" $target "*) chosen+=("$target") ;;
        *)
            echo "no such target: $target; there are: ${short[*]} ${others[*]}" >&2
            exit 2
            ;;
        esac
        ;;
    esac
done

failed=()
for target in "${chosen[@]}"; do
    printf '\n== %s\n' "$target"
    start=$SECONDS
    name=$target
    [ "$(type -t "$name")" = function ] || name=${target//-/_}
    # A shell of its own, so that what one target exports is not there for the next. Not as a condition: `set -e` holds
    # in it only so.
    set +e
    (
        set -e
        "$name"
    )
    status=$?
    set -e
    if [ $status -eq 0 ]; then
        printf '%s: passed, %d s\n' "$target" $((SECONDS - start))
    else
        printf '%s: FAILED, %d s\n' "$target" $((SECONDS - start)) >&2
        failed+=("$target")
    fi
done
if [ ${#failed[@]} -gt 0 ]; then
    printf '\nfailed: %s\n' "${failed[*]}" >&2
    exit 1
fi
