"""Writes arithmetic.txt: two arrays, and what NumPy's operations on their elements give.

To run it: python3 -m venv v && v/bin/pip install 'numpy==2.4.*' && v/bin/python tests/numpy/arithmetic.py

A case is five lines: operation, type of the elements and of the result; the lengths of the first array, then `;`, then
of the second; the elements of both, likewise; the lengths of the result, or `refused` and NumPy's text; the result.
Floats are their shortest digits.
"""

import pathlib

import numpy as np

rng = np.random.default_rng(5)
lines = []
names = {"f4": "f32", "f8": "f64", "i1": "i8", "i4": "i32", "i8": "i64", "u1": "u8", "u2": "u16", "b1": "bool"}
nan, inf = np.nan, np.inf

# `/` and `%` of integers are Rust's: towards zero, and of the sign of the first.
def divide(a, b):
    if a.dtype.kind == "f":
        return np.divide(a, b)
    # NumPy's fmod is the remainder of the division towards zero; what it leaves divides exactly.
    with np.errstate(all="ignore"):
        return ((a - np.fmod(a, b)) // b).astype(a.dtype)


def where(a, b):
    return np.where(np.less(a, b), a, b)


everywhere = {"add": np.add, "multiply": np.multiply, "equal": np.equal, "not_equal": np.not_equal, "less": np.less,
              "less_equal": np.less_equal, "greater": np.greater, "greater_equal": np.greater_equal,
              "maximum": np.maximum, "minimum": np.minimum, "where": where}
numbers = {"subtract": np.subtract, "divide": divide, "remainder": np.fmod}
bits = {"bitwise_and": np.bitwise_and, "bitwise_or": np.bitwise_or, "bitwise_xor": np.bitwise_xor}
shifts = {"left_shift": np.left_shift, "right_shift": np.right_shift}


def text(a):
    if a.dtype == bool:
        a = a.astype(int)
    return " ".join(str(x) for x in a.ravel())


def shape(a):
    return " ".join(map(str, a))


def case(name, f, a, b):
    own = names[a.dtype.str[1:]]
    with np.errstate(all="ignore"):
        try:
            result = np.asarray(f(a, b))
        except ValueError as e:
            lines.extend([f"{name} {own} {own}", f"{shape(a.shape)};{shape(b.shape)}", f"{text(a)};{text(b)}",
                          f"refused {e}", ""])
            return
    assert result.dtype == a.dtype or result.dtype == bool, (name, a.dtype, result.dtype)
    lines.extend([f"{name} {own} {names[result.dtype.str[1:]]}", f"{shape(a.shape)};{shape(b.shape)}",
                  f"{text(a)};{text(b)}", shape(result.shape), text(result)])


def elements(dtype, dims, divisor=False):
    kind = np.dtype(dtype).kind
    if kind == "b":
        return rng.integers(0, 2, dims).astype(bool)
    if kind == "f":
        a = (rng.standard_normal(dims) * 10.0 ** rng.integers(-2, 3, dims)).astype(dtype)
        special = rng.random(dims)
        a = np.where(special < 0.06, nan, np.where(special < 0.12, inf, np.where(special < 0.18, -0.0, a)))
        return a.astype(dtype)
    info = np.iinfo(dtype)
    a = rng.integers(info.min, info.max, dims, dtype=dtype, endpoint=True)
    small = rng.integers(0 if info.min == 0 else -3, 4, dims).astype(dtype)
    a = np.where(rng.random(dims) < 0.5, a, small)
    a = np.where(rng.random(dims) < 0.1, info.min, a).astype(dtype)
    return np.where(a == 0, dtype(1) if dtype != bool else a, a).astype(dtype) if divisor else a


types = [np.float32, np.float64, np.int8, np.int32, np.int64, np.uint8, np.uint16, np.bool_]


def all_of(dtype, da, db):
    kind = np.dtype(dtype).kind
    ops = dict(everywhere)
    if kind != "b":
        ops |= numbers
    if kind != "f":
        ops |= bits
    if kind in "iu":
        ops |= shifts
    for name, f in ops.items():
        divides = name in ("divide", "remainder") and kind in "iu"
        case(name, f, elements(dtype, da), elements(dtype, db, divides))


# Every operation and type, on one shape of more elements than vectors have, and with a stretched axis.
for dtype in types:
    all_of(dtype, (3, 7), (3, 7))
    all_of(dtype, (2, 1, 5), (3, 1))

# Pairs of shapes of ranks 0 to 4, with lengths of zero and of one.
shapes = [(), (0,), (1,), (2,), (3,), (1, 3), (2, 3), (2, 1), (0, 3), (3, 0), (2, 2, 3), (2, 1, 3), (1, 1, 1),
          (2, 0, 1), (2, 2, 2, 3), (4, 1, 2, 1), (1, 2, 1, 1)]
for da in shapes:
    for db in shapes:
        case("subtract", np.subtract, elements(np.int32, da), elements(np.int32, db))

pathlib.Path(__file__).with_name("arithmetic.txt").write_text("\n".join(lines) + "\n")
