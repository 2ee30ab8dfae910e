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

tests=${TESTS:-golden simd dot gemv reduce widen}

# Runs the tests for a triple, with the compiler, runner and flags that were set. The options of the tests are in
# `options`. Prints the digests and the counts; all of a run that failed.
options=()
suite() { # suite name triple [argument of cargo...]
    local name=$1 triple=$2 test file program log=$work/$1.log
    local -A filters=()
    shift 2
    # A test is a program of the package `golden`, or a module of one.
    for test in $tests; do
        if [ -f "tests/kernels/$test.rs" ]; then
            filters[kernels]+=" registers:: $test::"
        elif file=$(grep -lsF "mod $test;" golden/tests/*.rs); then
            filters[$(basename "$file" .rs)]+=" $test::"
        elif [ -f "tests/$test.rs" ]; then
            filters[$test]=
        else
            echo "no such test: $test" >&2
            exit 2
        fi
    done
    : >"$log"
    for program in "${!filters[@]}"; do
        # shellcheck disable=SC2086 # words of their own
        if ! cargo test --locked -p conformable-golden --features std --profile checked --target "$triple" \
            --target-dir "$work/$compiler" "${build_std[@]}" "$@" --test "$program" \
            -- --show-output "${options[@]}" ${filters[$program]} >>"$log" 2>&1; then
            cat "$log" >&2
            return 1
        fi
    done
    # Only the golden tests say numbers. A filter that fits nothing is a mistake here.
    { grep -E '^golden:' "$log" || true; } | sort -u
    awk '/^test result:/ { passed += $4; ignored += $8; programs++; if ($4 == 0) none = 1 }
        END { printf "%d tests in %d programs, %d ignored\n", passed, programs, ignored; exit none }' "$log"
}
