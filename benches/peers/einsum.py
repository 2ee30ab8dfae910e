"""Median times of NumPy's einsum, optimised and not, for the rows of `cargo run --release --bin einsum`.

OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python3 einsum.py
"""

import statistics
import time

import numpy as np

ROWS = [
    ("ijk,lk->ijl", [(3, 4, 5), (6, 5)]),
    ("ijk,lk->ijl", [(32, 64, 64), (128, 64)]),
    ("ij,jk,kl->il", [(64, 64)] * 3),
    ("bij,bjk->bik", [(32, 32, 32)] * 2),
    ("ijk,jil->kl", [(16, 16, 16)] * 2),
]


def median(call):
    """The median of 31 samples of at least a millisecond, in nanoseconds a call."""
    times = 1
    while True:
        start = time.perf_counter()
        for _ in range(times):
            call()
        if time.perf_counter() - start > 1e-3:
            break
        times *= 2
    samples = []
    for _ in range(31):
        start = time.perf_counter()
        for _ in range(times):
            call()
        samples.append((time.perf_counter() - start) / times)
    return statistics.median(samples) * 1e9


rng = np.random.default_rng(1)
for subscripts, shapes in ROWS:
    operands = [rng.uniform(-1, 1, shape) for shape in shapes]
    plain, optimised = (
        median(lambda: np.einsum(subscripts, *operands, optimize=optimize)) for optimize in (False, True)
    )
    print(f"| {subscripts} {shapes} | plain {plain:.0f} ns | optimize {optimised:.0f} ns |")
