#!/usr/bin/env bash
# Runs tests on processors that this machine does not have, and under tools that watch memory.
#   scripts/targets.sh [folder for what is built] target...
#
#   short                 what `.ci/run` runs: the first four
#     aarch64             NEON, in qemu-aarch64
#     nehalem             x86-64 without AVX, in qemu-x86_64: the SSE2 path
#     asan                AddressSanitizer
#     cortex-m4           firmware without an operating system, in qemu-system-arm
#   cortex-m0 riscv32     the same without a floating-point unit
#   no-panic              links, for a Cortex-M4, only if no operation of `proofs/no_panic` can panic
#   wasm wasm-simd128     wasm32-wasip1 under node, without vectors and with them
#   i686 armv7 riscv64    32 bits on this machine; others in qemu-user
#   s390x                 big-endian, in qemu-s390x
#   avx512                AVX-512 in the CPU of Bochs
#   msan valgrind         reads of uninitialised memory
#   numbers               instructions, stack and code of small products on a Cortex-M4F, beside other libraries;
#                         EMBEDDED_OPT_LEVEL=s compiles them for size
#   sizes                 code of natural lines of small arrays on a Cortex-M4F, beside a table; SIZES=overwrite writes that
#
# The tests are those that `golden/Cargo.toml` lists: the bits of all results, beside the committed numbers, and the
# kernels of every path of the target. TESTS="golden simd" chooses some: programs, and
# modules of `kernels`. Each target says what it gave, and how long it took.
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
others=(cortex-m0 riscv32 no-panic wasm wasm-simd128 i686 armv7 riscv64 s390x avx512 msan valgrind numbers sizes)
if [ $# -eq 0 ]; then
    sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//p}' "$0"
    exit 2
fi
chosen=()
for target; do
    case $target in
    short) chosen+=("${short[@]}") ;;
    all) chosen+=("${short[@]}" "${others[@]}") ;;
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
