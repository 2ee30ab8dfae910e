"""Writes `products.txt`: what NumPy answers for the product family, for `tests/products/products.rs`.

    python3 -m venv v && v/bin/pip install 'numpy==2.4.*' && v/bin/python tests/numpy/products.py

Operands are not stored: both sides make them from the number of the line by one generator (PCG, as in
`tests/common/mod.rs`). A line is

    operation type shape shape parameter terms result checksum samples

with `-` for rank 0 and for nothing. A sample is `index=value`, floats as their bits (complex numbers: both parts), followed by `~` and the sum of
the absolute values of the terms, from which the bound of the error comes. The checksum, of integers only, is the
sum of `value * (index + 1)` modulo 2^64.
"""

import pathlib
import numpy as np

assert np.__version__.startswith("2.4."), np.__version__
np.seterr(all="ignore")

SUMMED = [0, 1, 7, 8, 15, 16, 17, 31, 33, 63, 64, 65, 127, 1000, 4099]
TYPES = {"f32": np.float32, "f64": np.float64, "i32": np.int32, "i64": np.int64, "u8": np.uint8, "bool": np.bool_, "c128": np.complex128}
MASK = (1 << 64) - 1


class Rng:
    def __init__(self, seed):
        self.state = (seed + 0x9E3779B97F4A7C15) & MASK
        self.next()

    def next(self):
        old = self.state
        self.state = (old * 6364136223846793005 + 1442695040888963407) & MASK
        shifted = (((old >> 18) ^ old) >> 27) & 0xFFFFFFFF
        turn = old >> 59
        return ((shifted >> turn) | (shifted << (-turn & 31))) & 0xFFFFFFFF

    def element(self, kind):
        x = self.next()
        if kind == "f32":
            return np.float32(x >> 7) / np.float32(1 << 24) - np.float32(1)
        if kind == "f64":
            return ((x << 21) ^ self.next()) / (1 << 52) - 1.0
        if kind == "c128":
            return complex(((x << 21) ^ self.next()) / (1 << 52) - 1.0, self.element("f64"))
        if kind == "i32":
            return x - ((x >> 31) << 32)
        if kind == "i64":
            x = x << 32 | self.next()
            return x - ((x >> 63) << 64)
        if kind == "u8":
            return x & 0xFF
        return x % 4 == 0

    def array(self, kind, shape):
        count = int(np.prod(shape, dtype=object)) if shape else 1
        return np.array([self.element(kind) for _ in range(count)], TYPES[kind]).reshape(shape)


def call(name, a, b, parameter):
    if name == "vecdot_axis":
        return np.vecdot(a, b, axis=int(parameter))
    if name == "tensordot":
        return np.tensordot(a, b, axes=int(parameter))
    if name == "tensordot_axes":
        left, right = parameter.split("|")
        return np.tensordot(a, b, axes=([int(x) for x in left], [int(x) for x in right]))
    if name == "trace":
        return np.trace(a, 0, int(parameter[0]), int(parameter[1]), dtype=a.dtype)
    if name == "diagonal":
        return np.diagonal(a, 0, int(parameter[0]), int(parameter[1]))
    return getattr(np, name)(a, b)


def bits(x, kind):
    if kind == "c128":
        return bits(x.real, "f64") + "," + bits(x.imag, "f64")
    return format(x.view(np.uint32 if kind == "f32" else np.uint64), "x") if kind[0] == "f" else str(int(x))


lines = []


def case(name, a_shape, b_shape, terms, parameter="-", kinds=tuple(TYPES)):
    for kind in kinds:
        number = len(lines)
        a = Rng(2 * number).array(kind, a_shape)
        b = Rng(2 * number + 1).array(kind, b_shape) if b_shape is not None else None
        out = np.asarray(call(name, a, b, parameter))
        assert out.dtype == a.dtype, (name, kind, out.dtype)
        flat = out.reshape(-1)
        magnitude = None
        if kind[0] in "fc":
            # Of a complex number both parts together: no product of parts is larger than the product of these.
            wide = [None if x is None else np.abs(x.real).astype(np.float64) + np.abs(x.imag) for x in (a, b)]
            magnitude = np.asarray(call(name, *wide, parameter)).reshape(-1)
            checksum = "-"
        else:
            checksum = str(sum((int(x) & MASK) * (i + 1) for i, x in enumerate(flat)) & MASK)
        most = 4
        indices = sorted({i * (len(flat) - 1) // max(1, most - 1) for i in range(most)}) if len(flat) else []
        samples = []
        for i in indices:
            sample = f"{i}={bits(flat[i], kind)}"
            if magnitude is not None:
                sample += f"~{bits(np.float64(magnitude[i]), 'f64')}"
            samples.append(sample)
        dims = lambda shape: ",".join(map(str, shape)) or "-" if shape is not None else "none"
        lines.append(
            f"{name} {kind} {dims(a_shape)} {dims(b_shape)} {parameter} {terms} {dims(out.shape)} {checksum} "
            + (" ".join(samples) or "-")
        )


for k in SUMMED:
    few = tuple(TYPES) if k <= 65 else ("f32", "f64", "i32", "u8")
    for name in ("dot", "matmul"):
        case(name, (k,), (k,), k, kinds=few)
        case(name, (3, k), (k,), k, kinds=few)
        case(name, (k,), (k, 5), k, kinds=few)
        case(name, (3, k), (k, 5), k, kinds=few)
    case("dot", (2, 3, k), (2, k, 4), k, kinds=few)
    case("matmul", (2, 3, k), (k, 4), k, kinds=few)
    case("matmul", (2, 1, 3, k), (3, k, 2), k, kinds=few)
    case("matvec", (3, k), (k,), k, kinds=few)
    case("matvec", (2, 3, k), (4, 1, k), k, kinds=few)
    case("vecmat", (k,), (k, 5), k, kinds=few)
    case("vecmat", (4, 1, k), (2, k, 3), k, kinds=few)
    case("vecdot", (k,), (k,), k, kinds=few)
    case("vecdot", (3, 2, k), (2, k), k, kinds=few)
    case("vecdot_axis", (k, 3), (k, 3), k, "0", kinds=few)
    case("vecdot_axis", (2, k, 3), (3, k), k, "1", kinds=few)
    case("vecdot_axis", (k, 2), (k,), k, "0", kinds=few)
    case("vdot", (k,), (k,), k, kinds=few)
    case("tensordot", (3, k), (k, 4), k, "1", kinds=few)
    case("tensordot", (2, 3, k), (3, k, 4), 3 * k, "2", kinds=few)
    case("tensordot_axes", (k, 3, 2), (3, 4, k), 3 * k, "10|02", kinds=few)
    case("tensordot_axes", (2, k), (3, k), k, "1|1", kinds=few)

for a, b in [((), ()), ((), (3,)), ((2, 3), ()), ((0, 3), (3, 2)), ((2, 3), (3, 0)), ((0,), (0, 2)), ((2, 0, 3), (4, 3, 2))]:
    case("dot", a, b, a[-1] if a and b else 1)
for a, b in [((20, 70), (70, 30)), ((33, 300), (300, 17))]:
    for name in ("dot", "matmul"):
        case(name, a, b, a[1], kinds=("f32", "f64", "i32"))
for a, b in [((0, 2, 3), (3, 4)), ((2, 0, 3), (3, 4)), ((2, 2, 3), (3, 0)), ((1, 2, 3), (0, 3, 2)), ((5, 1, 2, 3), (4, 3, 2)), ((2, 5, 1, 3), (2, 1, 3, 4)), ((7, 4, 4), (7, 4, 4)), ((4, 4), (6, 4, 4))]:
    case("matmul", a, b, a[-1])
for shape in [(), (2, 3), (2, 0, 3), (2, 1, 3, 2)]:
    case("vdot", shape, shape, int(np.prod(shape)) if shape else 1)
for a, b in [((), ()), ((3,), ()), ((3,), (4,)), ((0,), (4,)), ((2, 3), (4,)), ((2, 2), (2, 3)), ((64,), (65,))]:
    case("outer", a, b, 1)
for a, b in [((), ()), ((3,), ()), ((), (2, 2)), ((3,), (4,)), ((2, 3), (4,)), ((3,), (2, 2)), ((2, 3), (3, 2)), ((2, 0), (3, 2)), ((2, 3, 2), (2, 2)), ((2, 1, 3), (2, 2, 2)), ((2, 1, 2, 2), (1, 2, 1, 3))]:
    case("kron", a, b, 1)
for a, b, n, terms in [((2,), (3,), 0, 1), ((2, 3), (2, 2), 0, 1), ((), (3,), 0, 1), ((2, 3), (2, 3), 2, 6), ((2, 3, 4), (2, 3, 4), 3, 24), ((2, 2, 2), (2, 2, 2), 1, 2), ((2, 0), (0, 3), 1, 0), ((0, 2), (2, 3), 1, 2)]:
    case("tensordot", a, b, terms, str(n))
for a, b, axes, terms in [((2, 3), (3, 2), "01|10", 6), ((2, 3, 4), (4, 3, 5), "21|01", 12), ((2, 3, 2), (2, 2, 4), "02|10", 4), ((2, 3, 2), (2, 2, 4), "20|10", 4), ((3, 2), (4, 3), "0|1", 3)]:
    case("tensordot_axes", a, b, terms, axes)
for shape, axes in [((3, 3), "01"), ((3, 3), "10"), ((2, 5), "01"), ((5, 2), "01"), ((0, 3), "01"), ((3, 0), "01"), ((2, 3, 4), "01"), ((2, 3, 4), "02"), ((2, 3, 4), "21"), ((3, 2, 3, 4), "20"), ((100, 100), "01"), ((300, 2, 300), "02")]:
    terms = min(shape[int(axes[0])], shape[int(axes[1])])
    kinds = tuple(TYPES) if len(shape) < 3 or shape[0] < 300 else ("f32", "i32")
    case("trace", shape, None, terms, axes, kinds)
    case("diagonal", shape, None, 1, axes, kinds)

path = pathlib.Path(__file__).with_suffix(".txt")
path.write_text(f"# NumPy {np.__version__}, by products.py\n" + "\n".join(lines) + "\n")
print(len(lines), "lines,", path.stat().st_size, "bytes")
