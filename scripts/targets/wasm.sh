# WebAssembly under node. Sourced by scripts/targets.sh.

# The tests of wasm32-wasip1, once for each path: a program there cannot start another.
under_node() { # under_node name flags path...
    local name=$1 flags=$2 path triple=wasm32-wasip1
    shift 2
    program node nodejs
    if ! has_std $triple; then
        # With Debian's C library, which is older than the standard library: `wasi.mjs` has what it lacks.
        debian_compiler
        need wasi-libc
        local libc
        libc=$(dirname "$(in_package wasi-libc /crt1-command.o)")
        build_std=(-Z build-std=std,panic_abort,panic_unwind)
        flags+=" -Clink-self-contained=no -L$libc -Clink-arg=$libc/crt1-command.o -Clink-arg=--allow-undefined"
        set_for $triple LINKER "$(dirname "$(rustup which rustc)")/../lib/rustlib/$(rustc -vV | sed -n 's/^host: //p')/bin/rust-lld"
    fi
    set_for $triple RUSTFLAGS "$flags"
    set_for $triple RUNNER "node --no-warnings --stack-size=4000 $here/scripts/targets/wasi.mjs"
    # Skipped: a test with a result of 200 MB, after whose success, and that of all others, node 20 crashes as it ends.
    echo 'skipped: inner of 5000 x 5000 (node crashes as it ends), tests of panics (nothing unwinds), other processes'
    options=(--skip five_thousand)
    GOLDEN_PATH=$1 suite "$name" $triple
    shift
    for path; do
        tests=golden CONFORMABLE_ISA=$path GOLDEN_PATH=$path suite "$name-$path" $triple
    done
}

wasm() {
    under_node wasm '' scalar
}

wasm_simd128() {
    under_node wasm-simd128 '-Ctarget-feature=+simd128' simd128 scalar
}
