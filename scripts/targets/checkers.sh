# Tools that watch memory. Sourced by scripts/targets.sh.

host=x86_64-unknown-linux-gnu

# Reads and writes outside of what was allocated, on the stack too.
asan() {
    local tests=${TESTS:-$tests contract elementwise inner array}
    export RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Zsanitizer=address
    # Pages are given back late, which the tests with memory at the ends of pages would notice.
    ASAN_OPTIONS=detect_leaks=0 compiler=asan suite asan $host
}

# Reads of memory that nothing was written to. The runtime is that of the compiler in use; Debian ships none.
msan() {
    local runtime sysroot
    runtime=$(echo "$(rustc --print target-libdir --target $host)"/librustc-*_rt.msan.a)
    if ! [ -f "$runtime" ]; then
        echo 'the compiler in use has no runtime of MemorySanitizer' >&2
        exit 2
    fi
    debian_compiler
    # A mirror of Debian's sysroot, so that the runtime is not written where packages are.
    sysroot=$work/msan-sysroot
    if ! [ -d "$sysroot" ]; then
        mkdir -p "$sysroot/lib/rustlib/$host/lib"
        ln -s "$("$RUSTC" --print sysroot)/lib/rustlib/src" "$sysroot/lib/rustlib/src"
        ln -s "$("$RUSTC" --print sysroot)/lib/rustlib/$host/lib"/* "$runtime" "$sysroot/lib/rustlib/$host/lib/"
    fi
    set_for $host RUSTFLAGS "--sysroot $sysroot -Zsanitizer=memory -Zsanitizer-memory-track-origins -Cunsafe-allow-abi-mismatch=sanitizer"
    compiler=msan suite msan $host
}

# The same on the machine code, in an emulated CPU with AVX2; weaker, and slow: not the large products.
valgrind() {
    program valgrind valgrind
    set_for $host RUNNER 'valgrind -q --error-exitcode=9 --exit-on-first-error=yes'
    tests=${TESTS:-golden simd dot gemv reduce}
    echo 'skipped: other processes, and products that take minutes; TESTS chooses them'
    options=(--skip processes)
    suite valgrind $host
}
