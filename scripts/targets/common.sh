# What all targets share: packages, compilers, and the tests as one command. Sourced by scripts/targets.sh.

need() { # need package...: installs what is missing
    local missing=() package
    for package; do
        dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "these Debian packages are needed: ${missing[*]}" >&2
        exit 2
    fi
    if ! [ -c /dev/null ]; then
        echo '/dev/null is no device: apt would fail in a way that hides it' >&2
        exit 2
    fi
    echo "installing: ${missing[*]}"
    { apt-get update -qq && apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${missing[@]}"; } >"$work/apt.log" 2>&1 || {
        tail -5 "$work/apt.log" >&2
        echo "these Debian packages are needed and could not be installed: ${missing[*]}" >&2
        exit 2
    }
}

program() { # program name package: installs the package unless there is such a program
    # Not `command -v`, which finds our functions.
    type -P "$1" >/dev/null || need "$2"
}

in_package() { # in_package name ending: the path in the package that ends so
    dpkg -L "$1" | grep -m1 -- "$2\$"
}

# Whether the compiler in use has the libraries of a target, or rustup can add them.
has_std() { # has_std triple
    compgen -G "$(rustc --print target-libdir --target "$1")/libcore-*.rlib" >/dev/null ||
        { rustup target add "$1" && compgen -G "$(rustc --print target-libdir --target "$1")/libcore-*.rlib"; } >/dev/null 2>&1
}

# Where the compiler in use has no libraries of a target: Debian's, which comes with the sources of exactly its version.
foreign_compiler() {
    need rustc-web
    RUSTC=$(in_package rustc-web /bin/rustc)
    RUSTDOC=$(in_package rustc-web /bin/rustdoc)
    export RUSTC RUSTDOC
}
# Where libraries without std are put for it.
sysroot=$work/sysroot

# The same, with std built for the tests.
debian_compiler() {
    foreign_compiler
    need rust-web-src
    export RUSTC_BOOTSTRAP=1
    compiler=debian
    echo "compiler: Debian's $("$RUSTC" --version), with its own build of std"
    build_std=(-Z build-std=std,panic_unwind,test)
}
compiler=build
build_std=()

cargo_key() { # cargo_key triple: the target as environment variables of cargo spell it
    tr 'a-z-' 'A-Z_' <<<"$1"
}

set_for() { # set_for triple variable value: a variable of cargo for that target
    export "CARGO_TARGET_$(cargo_key "$1")_$2=$3"
}

tests=${TESTS:-golden simd kernel_dot kernel_gemv kernel_reduce kernel_widen}

# Runs the tests for a triple, with the compiler, runner and flags that were set. The options of the tests are in
# `options`. Prints the digests and the counts; all of a run that failed.
options=()
suite() { # suite name triple [argument of cargo...]
    local name=$1 triple=$2 arguments=() test log=$work/$1.log
    shift 2
    for test in $tests; do
        arguments+=(--test "$test")
    done
    if cargo test --locked -p conformable-golden --features std --profile checked --target "$triple" \
        --target-dir "$work/$compiler" --no-fail-fast "${build_std[@]}" "$@" "${arguments[@]}" \
        -- --show-output "${options[@]}" >"$log" 2>&1; then
        # Only the golden tests say numbers.
        { grep -E '^golden:' "$log" || true; } | sort -u
        awk '/^test result:/ { passed += $4; ignored += $8; programs++ }
            END { printf "%d tests in %d programs, %d ignored\n", passed, programs, ignored }' "$log"
    else
        cat "$log" >&2
        return 1
    fi
}
