"""Writes display.txt: arrays, and what NumPy's `str` prints for them.

To run it: python3 -m venv v && v/bin/pip install 'numpy==2.4.*' && v/bin/python tests/numpy/display.py
With a number behind it, it adds as many random arrays, for a longer comparison that is not committed.

A case is its name, type, lengths and flags ("t": printed is the transpose of these elements; "+": with signs;
"#": with all elements), its elements in row-major order, the text, and a line of four equals signs.
"""

import pathlib
import sys

import numpy as np

nan, inf = np.nan, np.inf
rng = np.random.default_rng(7)
cases = []


def case(name, values, dtype="f8", shape=None, flags=""):
    a = np.asarray(values, dtype)
    cases.append((name, a if shape is None else a.reshape(shape), flags))


names = {"f2": "f16", "f4": "f32", "f8": "f64", "i4": "i32", "i8": "i64", "u1": "u8", "b1": "bool"}

# Rank 0
for dtype in ("f4", "f8"):
    small = (0.0, -0.0, 1, 2.5, -0.1, 1 / 3, 1e-4, 9.99e-5, 1.25e-7)
    large = (999999, 1e6, 123456789, 1e15, 1e16, 1e22, nan, -inf)
    for i, x in enumerate(small + large):
        case(f"a {dtype} alone {i}", x, dtype)
case("an integer alone", -7, "i4")
case("a byte alone", 255, "u1")

# Shared forms of floats
for dtype in ("f4", "f8"):
    case(f"short digits {dtype}", [1, 2.5, 3], dtype)
    case(f"thirds {dtype}", np.arange(7) / 3, dtype)
    case(f"tenths {dtype}", np.arange(-5, 12) / 10, dtype)
    case(f"negative zero {dtype}", [0.0, -0.0, 1.5], dtype)
    case(f"zeros {dtype}", np.zeros((2, 3)), dtype)
    case(f"all digits needed {dtype}", [0.1, 1 / 3, 2 / 3, 123.456], dtype)
    case(f"just positional {dtype}", [1e-4, 0.09], dtype)
    case(f"just scientific by smallness {dtype}", [9.99e-5, 0.09], dtype)
    case(f"ratio of 1000 {dtype}", [0.125, 125], dtype)
    case(f"ratio above 1000 {dtype}", [0.125, 125.001], dtype)
    case(f"999999 {dtype}", [999999, 1000], dtype)
    case(f"1e6 {dtype}", [1e6, 1000], dtype)
    case(f"99999999 {dtype}", [99999999, 99999998], dtype)
    case(f"1e8 {dtype}", [1e8, 1e8], dtype)
    case(f"long mantissas in scientific {dtype}", [1.23456789e10, -9.87654321e-5, 1 / 3], dtype)
    case(f"scientific beside short {dtype}", [0.1, 1.2345678e10], dtype)
    case(f"nine digits {dtype}", [0.1, 16777216.0 * 1.0000001, 3e-5], dtype)
    case(f"nan {dtype}", [nan], dtype)
    case(f"nan and numbers {dtype}", [1, nan, -2.25], dtype)
    case(f"infinities {dtype}", [inf, -inf], dtype)
    case(f"infinity and one digit {dtype}", [1, inf], dtype)
    case(f"negative infinity and zero {dtype}", [0, -inf, nan], dtype)
    case(f"infinity in scientific {dtype}", [1e20, inf, -inf, nan, 1e-20], dtype)
    case(f"plus {dtype}", [1, -2.5, 0], dtype, flags="+")
    case(f"plus, nan and infinity {dtype}", [1, nan, inf], dtype, flags="+")
    case(f"plus, nan alone {dtype}", [nan, nan], dtype, flags="+")
    case(f"plus in scientific {dtype}", [1e10, 2.5], dtype, flags="+")
case("exponents of three digits", [1e100, 1e-5, 0])
case("the ends of f64", [5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 0])
case("the ends of f32", [1e-45, 1.1754944e-38, 3.4028235e38], "f4")
case("rounds up to a ten", [9.999999996e10, 1.5])
case("rounds up to one", [0.999999999, 0.5])
case("ties go to even", [0.5**9, 3 * 0.5**9, 0.1234567850])
case("ties in scientific", [1234567890.5, 12345678905, 12345678915, 100000000050])
case("shortest texts equally near", [-55010.3125, 1.5], "f4")
case("shortest texts equally near, alone", -55010.3125, "f4")
case("beyond the integers of f64", [9007199254740993.0, 1.0])
case("close to the smallest", [1e-4, 2e-4, 1 / 9999])

# Wrapping
case("wraps", np.arange(40.0))
case("wraps with fractions", np.arange(40) / 8)
case("wraps in a matrix", np.arange(90.0), shape=(3, 30))
case("wraps and ends in short numbers", [1.0625, 2, 3.5] * 17)
case("wraps in three axes", np.arange(120.0) / 4, shape=(2, 2, 30))
for n in (17, 18, 19, 20, 23, 24, 25, 26, 36, 37, 38):
    case(f"integers, {n} in a row", np.arange(n) + 10, "i4")
    case(f"integers, rows of {n}", np.arange(2 * n) + 100, "i8", (2, n))

# Integers
case("integers", [1, -20, 300], "i4")
case("longest integers", [-(2**63), 2**63 - 1], "i8")
case("bytes", np.arange(12) * 20, "u1", (3, 4))
case("negative integers", -np.arange(6) ** 3, "i8", (2, 3))
case("integers, four axes", np.arange(24), "i4", (2, 2, 2, 3))

# Axes
case("a matrix", np.arange(6) - 2.5, shape=(2, 3))
case("three axes", np.arange(12) / 4, shape=(2, 3, 2))
case("four axes", np.arange(16.0), shape=(2, 2, 2, 2))
case("axes of length one", [1.5], shape=(1, 1, 1))
for shape in ((2, 1, 2, 1, 2), (1, 2, 1, 2, 1, 2), (2, 1, 1, 2, 1, 1, 2), (1, 2, 1, 2, 1, 2, 1, 2)):
    for dtype in ("f4", "f8", "i4", "b1"):
        # Of truths not all are true, for then our columns are narrower.
        values = np.arange(np.prod(shape)) * 1.25 - 3 if dtype != "b1" else np.arange(np.prod(shape)) % 2
        case(f"axes {shape}", values, dtype, shape)
        case(f"a transpose of axes {shape}", values, dtype, shape, "t")
for n in (1, 2, 17, 1001):
    case(f"{n} truths", np.arange(n) % 3, "b1")
case("truths in a matrix", np.arange(6) % 2, "b1", (2, 3))
case("no truths", [], "b1", (0, 2))
case("a transpose", np.arange(12.0), shape=(3, 4), flags="t")
case("a transpose of three axes", np.arange(24), "i4", (2, 3, 4), "t")
case("a transpose that is shortened", np.arange(1200), "i4", (40, 30), "t")
for shape in ((0,), (0, 3), (2, 0), (2, 0, 3), (0, 0)):
    case(f"empty {shape}", [], "f8", shape)
case("empty integers", [], "i4", (0, 4))

# Shortening
case("a thousand", np.arange(1000) % 7, "u1")
case("a thousand and one", np.arange(1001) % 7, "u1")
case("a thousand and one floats", np.arange(1001) / 4)
case("a thousand and one, all", np.arange(1001) % 7, "u1", flags="#")
case("forty by forty", np.arange(1600), "i4", (40, 40))
case("forty by forty floats", np.arange(1600) / 3, shape=(40, 40))
case("two long rows", np.arange(1200.0), shape=(2, 600))
case("many short rows", np.arange(1200), "i8", (600, 2))
case("eleven cubed", np.arange(1331) - 600, "i4", (11, 11, 11))
case("four axes of six and seven", np.arange(6 * 7 * 6 * 7) % 11, "u1", (6, 7, 6, 7))
case("hidden extremes do not count", [1.0] * 500 + [1e30] + [2.0] * 500)
case("seven by two by a hundred", np.arange(1400) / 8, "f4", (7, 2, 100))

for n in range(int(sys.argv[1]) if len(sys.argv) > 1 else 0):
    dtype = rng.choice(["f4", "f8", "f8", "i4", "i8", "u1"])
    shape = tuple(int(d) for d in rng.integers(1, 9, rng.integers(1, 5)))
    size = int(np.prod(shape))
    if dtype[0] == "f":
        digits = int(rng.integers(0, 18))
        span = float(rng.choice([0, 1, 2, 3, 5, 12, 30]))
        values = rng.standard_normal(size) * 10 ** (rng.uniform(-span, span, size) + rng.integers(-9, 12))
        values = np.array([float(f"%.{digits}g" % v if digits else "%.0f" % v) for v in values])
        holes = rng.choice([0, 0, 0, 0.1])
        values[rng.random(size) < holes] = rng.choice([nan, inf, -inf, 0.0, -0.0])
    elif dtype == "u1":
        values = rng.integers(0, 256, size)
    else:
        values = rng.integers(-(10 ** rng.integers(1, 10)), 10 ** rng.integers(1, 10), size)
    with np.errstate(over="ignore"):
        case(f"random {n}", values, dtype, shape, str(rng.choice(["", "", "t", "+"])))

# Half floats: after all that is random, whose numbers stay.
for i, x in enumerate((0.1, -0.1, 1 / 3, 2.0**-6, 2.0**-24, 6e-8, 999, 999.5, 1000, 2049, 65504, 0.0, -0.0, nan, inf)):
    case(f"a half alone {i}", x, "f2")
case("half tenths", np.arange(-5, 12) / 10, "f2")
case("half thirds", np.arange(7) / 3, "f2")
case("half powers of two", 2.0 ** np.arange(-13, 10), "f2")
case("half powers of two in scientific", 2.0 ** np.arange(-24, 16), "f2")
case("half hundreds and sixteenths", np.arange(12).reshape(3, 4) * 33.1, "f2", flags="+")
case("half subnormal", [6e-8, 1.2e-7, 6.1e-5], "f2")
case("half with holes", [0.1, nan, -inf, 12.34], "f2")

lines = []
for name, a, flags in cases:
    options = {}
    if "+" in flags and a.dtype.kind == "f":
        options["sign"] = "+"
    flags = flags if options or "+" not in flags else ""
    if "#" in flags:
        options["threshold"] = sys.maxsize
    with np.printoptions(**options):
        text = str(a.T if "t" in flags else a)
    elements = " ".join(str(x) for x in a.ravel())
    lines += [name, names[a.dtype.str[1:]], " ".join(str(d) for d in a.shape), flags, elements, text, "===="]
pathlib.Path(__file__).with_name("display.txt").write_text("\n".join(lines) + "\n")
print(len(cases), "cases, NumPy", np.__version__)
