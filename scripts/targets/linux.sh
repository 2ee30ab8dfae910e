# Processors under Linux, in qemu-user. Sourced by scripts/targets.sh.

# The tests for a triple whose libraries rustup has, linked with its own linker and C library.
musl() { # musl name triple [emulator with its arguments]
    local name=$1 triple=$2 runner=${3:-}
    set_for "$triple" LINKER rust-lld
    [ -z "$runner" ] || set_for "$triple" RUNNER "$runner"
    export GOLDEN_RUNNER=$runner
    suite "$name" "$triple"
}

# The tests for a triple whose std is built here, linked by Debian's cross compiler.
cross() { # cross name triple GNU-triple Debian-architecture emulator
    local name=$1 triple=$2 gnu=$3 architecture=$4 runner
    debian_compiler
    need "gcc-$gnu" "libc6-dev-$architecture-cross"
    program "$5" qemu-user
    runner="$5 -L /usr/$gnu"
    set_for "$triple" LINKER "$gnu-gcc"
    set_for "$triple" RUNNER "$runner"
    export GOLDEN_RUNNER=$runner
    suite "$name" "$triple"
}

aarch64() {
    # One test at a time: of this emulator tests in several threads ended with a signal, on and off, and none of them alone.
    export RUST_TEST_THREADS=1
    program qemu-aarch64 qemu-user
    local triple=aarch64-unknown-linux-musl
    export GOLDEN_PATH=neon
    if has_std $triple; then
        musl aarch64 $triple qemu-aarch64
    else
        triple=aarch64-unknown-linux-gnu
        cross aarch64 $triple aarch64-linux-gnu arm64 qemu-aarch64
    fi
    # NEON fuses; with this feature its matrix products have the bits of processors that do not.
    tests=golden suite aarch64-deterministic $triple --features deterministic
}

nehalem() {
    program qemu-x86_64 qemu-user
    local triple=x86_64-unknown-linux-gnu runner='qemu-x86_64 -cpu Nehalem'
    set_for "$triple" RUNNER "$runner"
    GOLDEN_PATH=sse2 GOLDEN_RUNNER=$runner suite nehalem "$triple"
}

i686() {
    export GOLDEN_PATH=
    if has_std i686-unknown-linux-musl; then
        musl i686 i686-unknown-linux-musl
    else
        debian_compiler
        need libc6-dev-i386 lib32gcc-12-dev
        suite i686 i686-unknown-linux-gnu
    fi
}

armv7() {
    GOLDEN_PATH=scalar cross armv7 armv7-unknown-linux-gnueabihf arm-linux-gnueabihf armhf qemu-arm
}

riscv64() {
    GOLDEN_PATH=scalar cross riscv64 riscv64gc-unknown-linux-gnu riscv64-linux-gnu riscv64 qemu-riscv64
}

s390x() {
    GOLDEN_PATH=scalar cross s390x s390x-unknown-linux-gnu s390x-linux-gnu s390x qemu-s390x
}
