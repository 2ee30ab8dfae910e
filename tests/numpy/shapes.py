"""Writes shapes.txt: arrays that NumPy reshaped, turned, joined, split and repeated, and ranges of its making.

To run it: python3 -m venv v && v/bin/pip install 'numpy==2.4.*' && v/bin/python tests/numpy/shapes.py

A case is three lines: the operation and its numbers, then `|` and the lengths of each operand; the lengths of the
result; its elements in row-major order. Operands hold 0, 1, 2, .. in row-major order, the second 1000, 1001, ..
"""

import itertools
import pathlib

import numpy as np

lines = []
shapes = [(), (1,), (4,), (0,), (2, 3), (3, 1), (0, 3), (2, 0), (2, 3, 4), (3, 0, 2), (1, 5, 1), (2, 3, 1, 4), (3, 2, 2, 2)]


def numbers(*values):
    return " ".join(str(v) for v in values)


def case(head, operands, result):
    result = np.asarray(result)
    lines.append(f"{head} | " + " | ".join(numbers(*a.shape) for a in operands))
    lines.append(numbers(*result.shape))
    lines.append(numbers(*result.ravel()))


for shape in shapes:
    size = int(np.prod(shape))
    a = np.arange(size).reshape(shape)
    ndim = a.ndim
    case("flatten", [a], a.flatten())
    for to in [(size,), (size, 1), (1, 1, size), (2, -1), (-1, 3), (2, 2, -1), (0, 4), (-1,)]:
        try:
            case(f"reshape {numbers(*to)}", [a], a.reshape(to))
        except ValueError:
            pass
    for order in itertools.permutations(range(ndim)):
        case(f"transpose {numbers(*order)}", [a], a.transpose(order))
    for i in range(ndim):
        for j in range(ndim):
            case(f"swap {i} {j}", [a], a.swapaxes(i, j))
            case(f"move {i} {j}", [a], np.moveaxis(a, i, j))
        case(f"flip {i}", [a], np.flip(a, i))
        for by in [0, 1, -1, 2, 7, -(10**18) - 1]:
            case(f"roll {i} {by}", [a], np.roll(a, by, i))
        for n in [0, 1, 2, 3]:
            case(f"repeat {i} {n}", [a], np.repeat(a, n, i))
            reps = [1] * ndim
            reps[i] = n
            case(f"tile {i} {n}", [a], np.tile(a, reps))
        if a.shape[i] == 1:
            case(f"remove {i}", [a], np.squeeze(a, i))
        for k in [1, 2, 3]:
            if a.shape[i] % k == 0:
                for part, b in enumerate(np.split(a, k, i)):
                    case(f"split {i} {k} {part}", [a], b)
        for at in [0, 1, 2]:
            if at <= a.shape[i]:
                for part, b in enumerate(np.split(a, [at], i)):
                    case(f"chunk {i} {at} {part}", [a], b)
        for other in [0, 1, 2]:
            dims = list(shape)
            dims[i] = other
            b = 1000 + np.arange(int(np.prod(dims))).reshape(dims)
            case(f"concat {i}", [a, b], np.concatenate([a, b], i))
    if ndim < 4:
        for i in range(ndim + 1):
            b = 1000 + np.arange(size).reshape(shape)
            case(f"stack {i}", [a, b], np.stack([a, b], i))
    if ndim >= 2:
        for k in [-9, -2, -1, 0, 1, 2, 9]:
            case(f"triu {k}", [a], np.triu(a, k))
            case(f"tril {k}", [a], np.tril(a, k))
for n in [0, 1, 3]:
    v = np.arange(n)
    for k in [-2, -1, 0, 1, 2]:
        case(f"diag {k}", [v], np.diag(v, k))
for m, n in itertools.product([0, 1, 3], [0, 2]):
    x, y = np.arange(m), 1000 + np.arange(n)
    for indexing in ["xy", "ij"]:
        for part, grid in enumerate(np.meshgrid(x, y, indexing=indexing)):
            case(f"meshgrid {indexing} {part}", [x, y], grid)


def texts(values):
    # The shortest digits of the type itself.
    return " ".join(str(v) for v in values)


def floats(head, kind, values):
    lines.append(f"{head} {kind} |")
    lines.append(str(len(values)))
    lines.append(texts(values))


for start, stop, step in [
    (0, 10, 1), (0, 10, 3), (10, 0, -3), (5, 5, 1), (5, 0, 1), (-7, 8, 5), (0, 1, 10), (100, -100, -7), (-128, 127, 51),
]:
    floats(f"arange {start} {stop} {step}", "i64", np.arange(start, stop, step))
    if -128 <= min(start, stop) and max(start, stop) <= 127:
        floats(f"arange {start} {stop} {step}", "i8", np.arange(start, stop, step).astype(np.int8))
for start, stop, step in [
    (0.0, 1.0, 0.1), (0.0, 1.0, 0.25), (1.0, 1.3, 0.1), (0.5, -2.0, -0.3), (0.0, 0.0, 1.0), (3.0, 1.0, 1.0), (0.1, 7.3, 0.7),
    (1e16, 1e16 + 20, 3.0), (0.0, 1e-320, 1.0), (-0.0, 2.0, 1.0), (1e-3, 1e3, 13.7),
]:
    floats(f"arange {start} {stop} {step}", "f64", np.arange(start, stop, step))
    f = np.float32
    floats(f"arange {f(start)} {f(stop)} {f(step)}", "f32", np.arange(f(start), f(stop), f(step), dtype=f))
for start, stop in [(0.0, 1.0), (-1.0, 1.0), (0.1, 0.7), (3.0, -5.0), (2.0, 2.0), (0.0, 5e-324), (1e-320, 3e-320), (1e300, -1e300)]:
    for num in [0, 1, 2, 3, 5, 10, 50]:
        for end in [True, False]:
            name = "linspace" if end else "linspace_open"
            floats(f"{name} {start} {stop} {num}", "f64", np.linspace(start, stop, num, endpoint=end))
            f = np.float32
            with np.errstate(all="ignore"):
                if np.isfinite(f(start)):
                    values = np.linspace(f(start), f(stop), num, endpoint=end, dtype=f)
                    floats(f"{name} {f(start)} {f(stop)} {num}", "f32", values)

pathlib.Path(__file__).with_suffix(".txt").write_text("\n".join(lines) + "\n")
