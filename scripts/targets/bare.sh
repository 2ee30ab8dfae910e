# Targets without an operating system: the program of `examples/firmware/` under QEMU, which prints what `expected.txt` says and
# exits with 1 if it does not. Sourced by `scripts/targets.sh`, which has `need`, `foreign_compiler`, `$work` and `$sysroot`.

# core and alloc of Debian's compiler for a target, built once from the sources of exactly its version. With them in a
# sysroot all else is compiled as for any target, without unstable flags.
bare_core() { # bare_core target
    foreign_compiler
    need rust-web-src
    local lib=$sysroot/lib/rustlib/$1/lib version
    version=$("$RUSTC" --version)
    [ "$(cat "$lib/version" 2>/dev/null)" = "$version" ] && return
    local seed=$work/seed
    mkdir -p "$seed/src"
    echo '#![no_std]' >"$seed/src/lib.rs"
    printf '%s\n' '[package]' 'name = "seed"' 'version = "0.0.0"' 'edition = "2024"' '[workspace]' \
        '[profile.release]' 'panic = "abort"' >"$seed/Cargo.toml"
    (
        cd "$seed"
        rm -rf "target/$1"
        # A program with `lto` needs the bitcode.
        RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes cargo build --quiet --release -Z build-std=core,alloc --target "$1"
    )
    rm -rf "$lib"
    mkdir -p "$lib"
    cp "$seed/target/$1/release/deps"/lib{core,alloc,compiler_builtins}-*.rlib "$lib/"
    # Cargo does not see that the sysroot has changed.
    rm -rf "$work/$1"
    echo "$version" >"$lib/version"
}

# Runs cargo for a target that `bare_core` was asked for.
bare_cargo() { # bare_cargo target argument...
    local target=$1 variable
    shift
    variable=CARGO_TARGET_$(tr a-z- A-Z_ <<<"$target")
    (
        export "${variable}_LINKER=$(dirname "$(rustup which rustc)")/../lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld"
        export "${variable}_RUSTFLAGS=--sysroot $sysroot"
        cargo "$@" --target "$target" --target-dir "$work/$target"
    )
}

# Builds the firmware for a target and runs it.
bare_firmware() { # bare_firmware target [--no-default-features] emulator...
    local target=$1 program=$work/$1/$1/release/firmware features=()
    shift
    if [ "$1" = --no-default-features ]; then
        features=("$1")
        shift
    fi
    bare_core "$target"
    bare_cargo "$target" build --quiet --release --locked --manifest-path examples/firmware/Cargo.toml "${features[@]}"
    bare_size "$program"
    # The instructions and the results are the same at every run; time is not part of them.
    timeout 300 "$@" -nographic -monitor none -serial none -semihosting-config enable=on,target=native -kernel "$program"
}

bare_size() { # bare_size program: bytes of code, constants and static memory
    size --format=sysv "$1" | awk '$1 ~ /^\.(text|rodata|data|bss)$/ { printf "%s %d bytes  ", $1, $2 } END { print "" }'
}

cortex-m4() {
    need qemu-system-arm
    bare_firmware thumbv7em-none-eabihf qemu-system-arm -machine mps2-an386
}

cortex-m0() {
    need qemu-system-arm
    # The chip has up to 32 KB of memory, as here; of flash the networks and the filter take 100 KB, the golden digest more
    # than it has.
    bare_firmware thumbv6m-none-eabi qemu-system-arm -machine microbit \
        -global nrf51-soc.sram-size=32768 -global nrf51-soc.flash-size=2097152
}

riscv32() {
    need qemu-system-misc
    bare_firmware riscv32imac-unknown-none-elf qemu-system-riscv32 -machine virt -bios none
}

# The sources of CMSIS-DSP, from the package that binds them to Python.
bare_cmsis() {
    need gcc-arm-none-eabi binutils-arm-none-eabi libnewlib-arm-none-eabi python3-venv
    CMSIS_DSP=$(echo "$work"/cmsisdsp-*/)
    if [ ! -d "$CMSIS_DSP" ]; then
        python3 -m venv "$work/python"
        "$work/python/bin/pip" download --quiet --no-deps --no-binary cmsisdsp cmsisdsp==1.10.3 --dest "$work"
        tar -xzf "$work"/cmsisdsp-*.tar.gz -C "$work"
        CMSIS_DSP=$(echo "$work"/cmsisdsp-*/)
    fi
    export CMSIS_DSP
}

# The tables of instructions, stack and code, beside other libraries: `benches/embedded`; EMBEDDED_OPT_LEVEL=s compiles
# for size.
numbers() {
    local target=thumbv7em-none-eabihf program=$work/thumbv7em-none-eabihf/thumbv7em-none-eabihf/release/embedded
    need qemu-system-arm
    bare_core "$target"
    bare_cmsis
    (
        [ -z "${EMBEDDED_OPT_LEVEL:-}" ] || export CARGO_PROFILE_RELEASE_OPT_LEVEL=$EMBEDDED_OPT_LEVEL
        bare_cargo "$target" build --quiet --release --locked --manifest-path benches/embedded/Cargo.toml
    )
    timeout 300 qemu-system-arm -machine mps2-an386 -icount shift=10,align=off,sleep=off \
        -nographic -monitor none -serial none -semihosting-config enable=on,target=native -kernel "$program" |
        python3 scripts/targets/flash.py "$program"
    echo 'the firmware without the golden digest:'
    bare_firmware "$target" --no-default-features qemu-system-arm -machine mps2-an386
}

# Links, for a Cortex-M4, only if no operation of `proofs/no_panic` can panic; runs it then.
no-panic() {
    local target=thumbv7em-none-eabihf
    need qemu-system-arm
    bare_core "$target"
    bare_cargo "$target" build --quiet --release --locked --manifest-path proofs/no_panic/Cargo.toml
    bare_size "$work/$target/$target/release/no_panic"
    timeout 300 qemu-system-arm -machine mps2-an386 -nographic -monitor none -serial none \
        -semihosting-config enable=on,target=native -kernel "$work/$target/$target/release/no_panic"
}

# The bytes of code of each line of `benches/embedded/sizes`, linked alone, beside those of its table: more than a tenth and 64
# bytes more is an error. SIZES=overwrite writes the table.
sizes() {
    local target=thumbv7em-none-eabihf folder=benches/embedded/sizes linker line bytes known table grown=0
    bare_core "$target"
    bare_cargo "$target" build --quiet --release --locked --manifest-path "$folder/Cargo.toml"
    linker=$(dirname "$(rustup which rustc)")/../lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld
    table=$(
        sed -n 's/^    \(l_[a-z0-9_]*\)(.*/\1/p' "$folder/src/lib.rs" | while read -r line; do
            "$linker" -flavor gnu --gc-sections -u "$line" -e "$line" -o "$work/line" \
                "$work/$target/$target/release/libsizes.a"
            echo "${line#l_} $(size -A "$work/line" | awk '$1 == ".text" { print $2 }')"
        done
    )
    if [ "${SIZES:-}" = overwrite ]; then
        echo "$table" >"$folder/sizes.txt"
    fi
    while read -r line bytes; do
        known=$(awk -v line="$line" '$1 == line { print $2 }' "$folder/sizes.txt")
        echo "$line $bytes, known ${known:-none}"
        if [ -z "$known" ] || { [ $((bytes * 10)) -gt $((known * 11)) ] && [ "$bytes" -gt $((known + 64)) ]; }; then
            echo "$line has grown from ${known:-none} to $bytes bytes" >&2
            grown=1
        fi
    done <<<"$table"
    return $grown
}
