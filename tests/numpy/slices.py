"""Writes slices.txt: items of slices, and what NumPy leaves of an array by them.

To run it: python3 -m venv v && v/bin/pip install 'numpy==2.4.*' && v/bin/python tests/numpy/slices.py

A case is four lines: the lengths of an array of 0, 1, 2, ..; an item for each axis, `i` for a position or `start:end:step`
with `_` for what is left out; the lengths of the result; the result. Ranges go upwards, as ours do, and a negative step
goes through them from their end: a[start:end][::step]. Ranges that NumPy would cut off are left out.
"""

import pathlib

import numpy as np

rng = np.random.default_rng(5)
lines = []


def number(x):
    return "_" if x is None else str(x)


for case in range(400):
    dims = [int(n) for n in rng.integers(0 if case % 8 == 0 else 1, 7, size=1 + case % 4)]
    a = np.arange(int(np.prod(dims))).reshape(dims)
    items, result, axis = [], a, 0
    for n in dims:
        if n > 0 and rng.random() < 0.3:
            i = int(rng.integers(-n, n))
            items.append(str(i))
            result = result[(slice(None),) * axis + (i,)]
            continue
        start, end = sorted(int(i) for i in rng.integers(0, n + 1, size=2))
        k = int(rng.integers(1, 5))
        # From the front, from the end, or left out.
        first = [start, start - n if start < n else start, None if start == 0 else start][rng.integers(3)]
        last = [end, end - n if end < n else end, None if end == n else end][rng.integers(3)]
        step = [None, k, -k, -1][rng.integers(4)]
        items.append(":".join(number(x) for x in (first, last, step)))
        around = (slice(None),) * axis
        result = result[around + (slice(first, last),)][around + (slice(None, None, step),)]
        axis += 1
    lines.extend([
        " ".join(map(str, dims)),
        " ".join(items),
        " ".join(map(str, result.shape)),
        " ".join(map(str, np.asarray(result).ravel())),
    ])

path = pathlib.Path(__file__).with_name("slices.txt")
path.write_text("\n".join(lines) + "\n")
