"""Writes reductions.txt: arrays, and their sums, extremes, orders and so on by NumPy.

To run it: python3 -m venv v && v/bin/pip install 'numpy==2.4.*' && v/bin/python tests/numpy/reductions.py

An array is two lines: "array", its type and its lengths; the elements in row-major order. Behind it stand lines of an
operation, its axis ("all" for the whole array), and between bars the lengths of the result and the result, or "refused" and
why. Sums and products are in the type of the elements. The operation `var1` is
`var` with `ddof=1`; `top2` are the two largest, `argtop2` where they are, of equals the first one first.
"""

import pathlib

import numpy as np

nan, inf = np.nan, np.inf
rng = np.random.default_rng(5)
lines = []
names = {"f4": "f32", "f8": "f64", "i1": "i8", "u1": "u8", "i4": "i32", "i8": "i64", "b1": "bool"}


def text(a):
    return " ".join(str(x) for x in np.asarray(a).ravel()).lower()


def top2(a, axis):
    # Stable in the order from the largest to the smallest, NaN first.
    key = np.where(np.isnan(a), inf, a) if a.dtype.kind == "f" else a.astype(object)
    is_nan = np.isnan(a) if a.dtype.kind == "f" else np.zeros(a.shape, bool)
    moved, nans, own = (np.moveaxis(x, axis, -1) for x in (key, is_nan, a))
    values = np.empty(moved.shape[:-1] + (2,), a.dtype)
    places = np.empty(moved.shape[:-1] + (2,), np.int64)
    for at in np.ndindex(moved.shape[:-1]):
        order = sorted(range(moved.shape[-1]), key=lambda i: (not nans[at][i], -moved[at][i], i))[:2]
        values[at], places[at] = own[at][order], order
    return np.moveaxis(values, -1, axis), np.moveaxis(places, -1, axis)


operations = {
    "sum": lambda a, axis: np.sum(a, axis=axis, dtype=a.dtype),
    "prod": lambda a, axis: np.prod(a, axis=axis, dtype=a.dtype),
    "mean": lambda a, axis: np.mean(a, axis=axis),
    "var": lambda a, axis: np.var(a, axis=axis),
    "var1": lambda a, axis: np.var(a, axis=axis, ddof=1),
    "std": lambda a, axis: np.std(a, axis=axis),
    "min": lambda a, axis: np.min(a, axis=axis),
    "max": lambda a, axis: np.max(a, axis=axis),
    "argmin": lambda a, axis: np.argmin(a, axis=axis),
    "argmax": lambda a, axis: np.argmax(a, axis=axis),
    "cumsum": lambda a, axis: np.cumsum(a, axis=axis, dtype=a.dtype),
    "cumprod": lambda a, axis: np.cumprod(a, axis=axis, dtype=a.dtype),
    "sort": lambda a, axis: np.sort(a, axis=axis, kind="stable"),
    "argsort": lambda a, axis: np.argsort(a, axis=axis, kind="stable"),
    "count_nonzero": lambda a, axis: np.count_nonzero(a, axis=axis),
    "top2": lambda a, axis: top2(a, axis)[0],
    "argtop2": lambda a, axis: top2(a, axis)[1],
}
of_bool = {
    "any": lambda a, axis: np.any(a, axis=axis),
    "all": lambda a, axis: np.all(a, axis=axis),
    "count": lambda a, axis: np.count_nonzero(a, axis=axis),
    "argmax": operations["argmax"],
    "max": operations["max"],
    "sort": operations["sort"],
}


def case(name, f, a, axis):
    if axis == "all" and name in ["sort", "argsort", "top2", "argtop2"]:
        return
    if "top2" in name and a.shape[axis] < 2:
        return
    with np.errstate(all="ignore"):
        try:
            result = f(a, None if axis == "all" else axis)
            dims, result = " ".join(map(str, np.shape(result))), text(result)
        except ValueError as error:
            dims, result = "refused", str(error)
    lines.append(f"{name} {axis}|{dims}|{result}")


def values(shape, dtype):
    size = int(np.prod(shape))
    if dtype == "b1":
        x = rng.integers(0, 2, size)
    elif dtype[0] == "f":
        # Ties, zeros of both signs, and sometimes a NaN or an infinity.
        x = np.array([float(f"{v:.2g}") for v in rng.standard_normal(size) * 10.0 ** rng.integers(-2, 3, size)])
        x[rng.random(size) < 0.2] = 1.0
        x[rng.random(size) < 0.1] = -0.0
        x[rng.random(size) < 0.1] = 0.0
        if size > 4 and rng.random() < 0.5:
            x[rng.integers(0, size)] = nan
        if size > 6 and rng.random() < 0.3:
            x[rng.integers(0, size)] = rng.choice([inf, -inf])
    else:
        info = np.iinfo(dtype)
        x = rng.integers(info.min, info.max, size, endpoint=True)
        x[rng.random(size) < 0.3] = 3
        x[rng.random(size) < 0.2] = 0
    return x.astype(dtype).reshape(shape)


import warnings

warnings.simplefilter("ignore")
for dtype in names:
    shapes = [(), (1,), (7,), (40,), (2, 3), (3, 1), (2, 3, 4), (2, 1, 3, 2), (0,), (0, 3), (2, 0), (2, 0, 3)]
    if dtype in ["f4", "u1"]:
        shapes += [(130,), (2, 70), (70, 3)]
    for shape in shapes:
        a = values(shape, dtype)
        lines.extend([f"array {names[a.dtype.str[1:]]} " + " ".join(map(str, a.shape)), text(a)])
        for name, f in (of_bool if dtype == "b1" else operations).items():
            case(name, f, a, "all")
            for axis in range(len(shape)):
                case(name, f, a, axis)
pathlib.Path(__file__).with_suffix(".txt").write_text("\n".join(lines) + "\n")
