"""Writes norms.txt: arrays, and their norms by NumPy.

To run it: python3 -m venv v && v/bin/pip install 'numpy==2.4.*' && v/bin/python tests/numpy/norms.py

A case is four lines: type, order, axis ("all" for vector_norm of all) and lengths; the elements in row-major order,
complex ones as pairs; the lengths of the result; the result.
"""

import pathlib

import numpy as np

nan, inf = np.nan, np.inf
rng = np.random.default_rng(4)
lines = []
names = {"f4": "f32", "f8": "f64", "c8": "c64", "c16": "c128"}
orders = ["2", "1", "inf", "-inf", "0", "3", "0.5", "-1", "-2.5"]


def text(a):
    a = np.asarray(a).ravel()
    if a.dtype.kind == "c":
        a = a.view(a.real.dtype)
    # The shortest digits of the type itself.
    return " ".join(str(x) for x in a)


def case(a, order, axis):
    with np.errstate(all="ignore"):
        try:
            if axis == "all":
                result = np.linalg.vector_norm(a, ord=float(order))
            else:
                result = np.linalg.norm(a, ord=float(order), axis=axis)
        except ValueError:
            return  # the least of nothing
    kind = names[a.dtype.str[1:]]
    lines.extend([
        f"{kind} {order} {axis} " + " ".join(map(str, a.shape)),
        text(a),
        " ".join(map(str, np.shape(result))),
        text(result),
    ])


def values(shape, dtype):
    size = int(np.prod(shape))
    x = np.array([float(f"{v:.3g}") for v in rng.standard_normal(size) * 10.0 ** rng.integers(-3, 4, size)])
    if dtype[0] == "c":
        x = x + 1j * np.round(rng.standard_normal(size), 2)
    return x.astype(dtype).reshape(shape)


for dtype in names:
    shapes = [(), (1,), (2,), (7,), (2, 3), (3, 1), (2, 3, 4), (2, 1, 3, 2), (0,), (0, 3), (2, 0), (2, 0, 3)]
    for shape in shapes:
        a = values(shape, dtype)
        for order in orders:
            case(a, order, "all")
            for axis in range(len(shape)):
                case(a, order, axis)
    for special in ([nan, 1, 2], [inf, 1, -3], [-inf, nan, 0], [0, 0, 0], [0, -0.0, 2], [inf, inf, 5]):
        for order in orders:
            case(np.array(special, dtype), order, "all")
    for k in (8, 15, 16, 17, 31, 63, 64, 65, 127, 300):
        if dtype[0] == "f":
            case(values((k,), dtype), "2", "all")
            case(values((k,), dtype), "1", "all")
pathlib.Path(__file__).with_name("norms.txt").write_text("\n".join(lines) + "\n")
print(len(lines) // 4, "cases, NumPy", np.__version__)
