# AVX-512 in the CPU of Bochs, from the Python package index. Sourced by scripts/targets.sh.

avx512() {
    local triple=x86_64-unknown-linux-gnu python=$work/bochs/bin/python
    program python3 python3
    program cc gcc
    if ! "$python" -c '' 2>/dev/null; then
        python3 -m venv "$work/bochs" || { need python3-venv && python3 -m venv "$work/bochs"; }
        "$work/bochs/bin/pip" install -q bochscpu-python==0.4.0
    fi
    cc -shared -fPIC -O1 -o "$work/bochs/old.so" "$here/scripts/targets/bochs.c"
    set_for "$triple" RUSTFLAGS -Ctarget-feature=+crt-static
    set_for "$triple" RUNNER "env LD_PRELOAD=$work/bochs/old.so $python $here/scripts/targets/bochs.py"
    echo 'skipped: other processes (there are none), and what takes more than minutes at 25 million instructions a second'
    options=(--test-threads=1 --skip processes)
    tests=${TESTS:-golden simd dot}
    GOLDEN_PATH=avx512 compiler=static suite avx512 "$triple"
}
