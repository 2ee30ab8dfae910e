"""Writes elements.txt: elements, and NumPy's functions of them.

To run it: python3 -m venv v && v/bin/pip install 'numpy==2.4.*' && v/bin/python tests/numpy/elements.py

A case is a line of the function, the type of the elements and its other arguments; a line of elements for each operand;
and a line of results.
"""

import pathlib

import numpy as np

nan, inf = np.nan, np.inf
rng = np.random.default_rng(5)
lines = []
names = {"f4": "f32", "f8": "f64", "i1": "i8", "i4": "i32", "i8": "i64", "u1": "u8", "b1": "bool"}


def text(a):
    # The shortest digits of the type itself.
    return " ".join(str(x) for x in np.asarray(a).ravel())


def case(name, f, *operands, arguments=()):
    with np.errstate(all="ignore"):
        result = f(*operands)
    kind = names[operands[0].dtype.str[1:]]
    lines.append(" ".join([name, kind, *map(str, arguments)]))
    lines.extend(text(a) for a in operands)
    lines.append(text(result))


def floats(dtype):
    special = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999997, 1e-30, -1e-30, 8388609.0, 1e30, nan, inf, -inf]
    ends = [np.finfo(dtype).max, np.finfo(dtype).tiny, np.finfo(dtype).smallest_subnormal]
    if dtype == "f8":
        ends += [0.49999999999999994, 4503599627370497.5, 2.0**53 - 1]
    small = np.round(rng.uniform(-1, 1, 12), 3)
    wide = np.round(rng.standard_normal(12) * 10.0 ** rng.integers(-2, 3, 12), 3)
    return np.concatenate([special, ends, small, wide]).astype(dtype)


functions = {
    "sqrt": np.sqrt, "cbrt": np.cbrt, "recip": np.reciprocal, "exp": np.exp, "exp2": np.exp2, "exp_m1": np.expm1,
    "ln": np.log, "log2": np.log2, "log10": np.log10, "ln_1p": np.log1p, "sin": np.sin, "cos": np.cos, "tan": np.tan,
    "asin": np.arcsin, "acos": np.arccos, "atan": np.arctan, "sinh": np.sinh, "cosh": np.cosh, "tanh": np.tanh,
    "asinh": np.arcsinh, "acosh": np.arccosh, "atanh": np.arctanh, "to_degrees": np.degrees, "to_radians": np.radians,
    "floor": np.floor, "ceil": np.ceil, "trunc": np.trunc, "round": np.round, "abs": np.abs, "sign": np.sign,
    "is_nan": np.isnan, "is_finite": np.isfinite, "is_infinite": np.isinf,
}
for dtype in ["f4", "f8"]:
    for name, f in functions.items():
        case(name, f, floats(dtype))
    for n in [-3, -1, 0, 1, 2, 5]:
        x = floats(dtype)
        case("powi", lambda x: np.power(x, np.full_like(x, n)), x, arguments=[n])
    for p in [0.5, -0.5, 2.0, 3.0, 1 / 3, 0.0]:
        p = np.array(p, dtype)
        case("powf", lambda x: np.power(x, np.full_like(x, p)), floats(dtype), arguments=[p])
    for low, high in [(0, 1), (-1, 1), (1, -1), (nan, 1), (0, nan), (-inf, 0.5), (nan, nan), (inf, -inf)]:
        case("clamp", lambda x: np.clip(x, np.array(low, dtype), np.array(high, dtype)), floats(dtype),
             arguments=[float(low), float(high)])
    y, x = floats(dtype), rng.permutation(floats(dtype))
    case("atan2", np.arctan2, y, x)
    case("hypot", np.hypot, y, x)

for dtype in ["i1", "i4", "i8", "u1"]:
    ends = np.iinfo(dtype)
    x = np.array([ends.min, ends.min + 1, 0, 1, 2, 7, ends.max - 1, ends.max], dtype)
    case("abs", np.abs, x)
    case("sign", np.sign, x)
    case("clamp", lambda x: np.clip(x, 1, 5), x, arguments=[1, 5])
    case("clamp", lambda x: np.clip(x, 5, 1), x, arguments=[5, 1])

# Every pair of these, in both roles.
near = [0.0, -0.0, 1e-9, 1e-8, 1.1e-8, 1.0, 1.00001, 1.0000101, 0.99999, 1e10, 1.00001e10, 1.0000100001e10, -1.0, nan,
        inf, -inf, 3e38]
for dtype in ["f4", "f8"]:
    values = np.array(near, dtype)
    a, b = (m.ravel() for m in np.meshgrid(values, values))
    with np.errstate(all="ignore"):
        for rtol, atol in [(1e-5, 1e-8), (0.0, 0.0), (0.5, 0.0), (0.0, 1.0), (inf, 0.0), (nan, 0.0), (0.0, inf), (-1.0, 2.0)]:
            for equal_nan in [False, True]:
                case("isclose", lambda a, b: np.isclose(a, b, rtol, atol, equal_nan), a, b,
                     arguments=[rtol, atol, equal_nan])
for dtype in ["i1", "u1", "i8", "b1"]:
    whole = [0, 1] if dtype == "b1" else [np.iinfo(dtype).min, 0, 1, 100, np.iinfo(dtype).max - 1, np.iinfo(dtype).max]
    a, b = (m.ravel() for m in np.meshgrid(np.array(whole, dtype), np.array(whole, dtype)))
    for rtol, atol in [(1e-5, 1e-8), (0.5, 0.0), (0.0, 1.0)]:
        case("isclose", lambda a, b: np.isclose(a, b, rtol, atol), a, b, arguments=[rtol, atol, False])

pathlib.Path(__file__).with_suffix(".txt").write_text("\n".join(lines) + "\n")
