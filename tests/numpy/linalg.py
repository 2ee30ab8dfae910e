"""Writes linalg.txt: what NumPy's `linalg` answers, for `tests/linalg/numpy.rs`.

To run it: python3 -m venv v && v/bin/pip install 'numpy==2.4.*' && v/bin/python tests/numpy/linalg.py

A case is a line

    operation type recipe lengths recipe lengths parameter

with `-` for rank 0 and for what is absent, and after it a line for each array of the result,

    = lengths bounds step elements

or, instead of these, a line `! item text` with the text of NumPy's error, and the first item of the stack that has it (`-` for
shapes that do not fit). Elements are every `step`-th in row-major order. A bound belongs to an item (a matrix, a vector, a number) of the
result: the largest difference allowed, in units of 30 eps. It is n cond(A) |x| for a solution x, as perturbation theory has it
(N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. (2002), 7.1), and each operation's counterpart of that below.

Operands are made on both sides, by one generator (PCG, as in `tests/common/mod.rs`), from the number of the case. A recipe says how, for each
matrix of a stack: of a sum `u+z` the first is `u`, the second `z`, the third `u` again. All but `u` are small integers.

    u     numbers between -1 and 1
    i     integers from -4 to 4
    z     the same, with a row of zeros
    p     b bᵀ + 1, of integers: positive definite
    s     b + bᵀ, of integers
    r2    a product of integers whose inner length is 2: of rank 2 at most
    =1,2  these elements
"""

import pathlib

import numpy as np

assert np.__version__.startswith("2.4."), np.__version__
np.seterr(all="ignore")
linalg = np.linalg
TYPES = {"f32": np.float32, "f64": np.float64}
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

    def unit(self, kind):
        x = self.next()
        if kind == "f32":
            return np.float32(x >> 7) / np.float32(1 << 24) - np.float32(1)
        return ((x << 21) ^ self.next()) / (1 << 52) - 1.0

    def integers(self, m, n):
        return np.array([self.next() % 9 - 4.0 for _ in range(m * n)]).reshape(m, n)

    def item(self, recipe, kind, m, n):
        if recipe == "u":
            return np.array([self.unit(kind) for _ in range(m * n)]).reshape(m, n)
        if recipe[0] == "r":
            k = int(recipe[1:])
            left = self.integers(m, k)
            return left @ self.integers(k, n)
        a = self.integers(m, n)
        if recipe == "z":
            a[:1] = 0
        if recipe == "p":
            a = a @ a.T + np.eye(m)
        if recipe == "s":
            a = a + a.T
        return a

    def array(self, recipe, kind, shape):
        if recipe[0] == "=":
            return np.array([float(x) for x in recipe[1:].split(",")], TYPES[kind]).reshape(shape)
        m, n = ([1, 1] + list(shape))[-2:]
        count = int(np.prod(shape[:-2], dtype=int))
        recipes = recipe.split("+")
        items = [self.item(recipes[i % len(recipes)], kind, m, n) for i in range(count)]
        return np.array(items, TYPES[kind]).reshape(shape)


def size(x):
    """The size of the largest element."""
    return np.max(np.abs(x), initial=0.0)


def cond(a):
    """The condition of the numbers that both sides have, in double precision."""
    return linalg.cond(a, 1) if a.size else 1.0


def rows(a):
    """The product of the sums of rows: what a determinant in closed form is off by, at most, in its units of the last place."""
    return np.prod(np.sum(np.abs(a), -1))


def bound_of_det(a, x):
    n = len(a)
    return n * rows(a) if n < 5 else n * min(rows(a), np.nan_to_num(cond(a) * abs(x), nan=np.inf))


def bound_of_slogdet(a, sign, logarithm):
    n = len(a)
    of_det = rows(a) / np.exp(logarithm) if n < 5 else cond(a)
    return 0, n * of_det + abs(logarithm)


def bound_of_solve(a, x):
    return len(a) * cond(a) * size(x)


def bound_of_qr(a, q, r):
    """Of the columns that R is triangular in."""
    of = max(a.shape) * (linalg.cond(a[:, : len(a)]) if a.size else 1)
    return of, of * size(r)


def gap(values):
    """The least difference of two."""
    return np.min(np.abs(np.diff(values)), initial=np.inf)


def bound_of_eigh(a, values, vectors=None):
    of = len(a) * size(values)
    return of, of / gap(values)


def bound_of_svd(a, u, s, vt):
    # Columns that belong to no singular value are any that are orthogonal.
    if a.size == 0 or u.shape[0] == u.shape[1] > len(s) or vt.shape[0] == vt.shape[1] > len(s):
        return np.inf, max(a.shape) * size(s), np.inf
    of = max(a.shape) * size(s)
    of_vectors = of / gap(s) + of / np.min(s)
    return of_vectors, of, of_vectors


def largest_by_smallest(a):
    """Of the singular values that are not zero."""
    s = linalg.svd(a, compute_uv=False)
    s = s[s > size(s) * max(a.shape) * np.finfo(np.float32).eps]
    return size(s) / np.min(s) if len(s) else 1.0


def bound_of_lstsq(a, b, x, s):
    """N. J. Higham, 20.1: of the solution, and of the square of what remains."""
    n, of, rest = max(a.shape), largest_by_smallest(a), linalg.norm(b - a @ x, axis=0)
    off = n * of * (linalg.norm(x, axis=0) + of * rest / max(size(s), 1e-300))
    off_of_rest = n * of * (size(s) * linalg.norm(x, axis=0) + linalg.norm(b, axis=0))
    # What is squared is off by as much, which for a rest of zero is all there is.
    squared = 2 * rest * off_of_rest + 30 * EPS * off_of_rest**2
    return size(off), np.max(squared, initial=0), 0, n * size(s)


# How far a result may be off, in units of 30 eps, of one matrix.
BOUNDS = {
    "solve": bound_of_solve,
    "cholesky_solve": bound_of_solve,
    "solve_lower": lambda a, x: bound_of_solve(np.tril(a), x),
    "solve_upper": lambda a, x: bound_of_solve(np.triu(a), x),
    "inv": bound_of_solve,
    "det": bound_of_det,
    "slogdet": bound_of_slogdet,
    "cholesky": bound_of_solve,
    "qr": bound_of_qr,
    "qr_complete": lambda a, q, r: (np.inf, bound_of_qr(a, q, r)[1]),
    "eigh": bound_of_eigh,
    "eigvalsh": lambda a, x: bound_of_eigh(a, x)[0],
    "svd": bound_of_svd,
    "svd_full": bound_of_svd,
    "svdvals": lambda a, x: max(a.shape) * size(x),
    "pinv": lambda a, x: max(a.shape) * largest_by_smallest(a) * size(x),
    "matrix_rank": lambda a, x: 0,
    "cond": lambda a, x: max(a.shape) * x**2,
    # The error of the inverse times the norm of the matrix, in norms that differ by a factor of n at most.
    "cond_ord": lambda a, x: len(a) ** 2 * cond(a) ** 2,
    "matrix_norm": lambda a, x: max(a.shape) * linalg.norm(a, "nuc"),
}
# The axes of an item of each result.
ITEMS = {"det": [0], "slogdet": [0, 0], "cross": [1], "eigh": [1, 2], "eigvalsh": [1], "svd": [2, 1, 2], "svd_full": [2, 1, 2], "svdvals": [1], "matrix_rank": [0], "cond": [0], "cond_ord": [0], "matrix_norm": [0]}


def signs(vectors):
    """Of each column the sign of the largest element, of equals the first: it is positive here."""
    if not vectors.size:
        return np.ones(vectors.shape[:-2] + (1, vectors.shape[-1]), vectors.dtype)
    at = np.argmax(np.abs(vectors), -2)[..., None, :]
    return np.where(np.take_along_axis(vectors, at, -2) < 0, -1, 1).astype(vectors.dtype)


def eigh(a):
    values, vectors = linalg.eigh(a)
    return values, vectors * signs(vectors)


def svd(a, full):
    u, s, vt = linalg.svd(a, full_matrices=full)
    k = s.shape[-1]
    sign = signs(np.swapaxes(vt[..., :k, :], -1, -2))
    u, vt = u.copy(), vt.copy()
    u[..., :k] *= sign
    vt[..., :k, :] *= np.swapaxes(sign, -1, -2)
    return u, s, vt


def lstsq(a, b):
    """With residuals where NumPy has none, too."""
    x, _, rank, s = linalg.lstsq(a, b)
    wide = np.float64
    return x, np.sum((b.astype(wide) - a.astype(wide) @ x) ** 2, axis=0, dtype=wide).astype(a.dtype), rank, s


def norm_ord(parameter):
    return parameter if parameter.isalpha() and parameter != "inf" else float(parameter)


# What has another name here.
CALLS = {
    "cholesky_solve": lambda a, b, _: linalg.solve(a, b),
    "solve_lower": lambda a, b, _: linalg.solve(np.tril(a) if a.ndim > 1 else a, b),
    "solve_upper": lambda a, b, _: linalg.solve(np.triu(a) if a.ndim > 1 else a, b),
    "matrix_power": lambda a, _, n: linalg.matrix_power(a, int(n)),
    "qr": lambda a, _, __: tuple(linalg.qr(a)),
    "qr_complete": lambda a, _, __: tuple(linalg.qr(a, "complete")),
    "eigh": lambda a, _, __: eigh(a),
    "svd": lambda a, _, __: svd(a, False),
    "svd_full": lambda a, _, __: svd(a, True),
    "svdvals": lambda a, _, __: linalg.svd(a, compute_uv=False),
    "lstsq": lambda a, b, _: lstsq(a, b),
    "qr_lstsq": lambda a, b, _: lstsq(a, b)[0],
    "matrix_norm": lambda a, _, ord: linalg.matrix_norm(a, ord=norm_ord(ord)),
    "cond_ord": lambda a, _, ord: linalg.cond(a, norm_ord(ord)),
}

lines = []
count = 0
EPS = 0.0


def field(values):
    return ",".join(values) or "-"


def text(x):
    # The shortest digits of the type itself.
    return str(x).removesuffix(".0")


def call(name, a, b, parameter):
    if name in CALLS:
        return CALLS[name](a, b, parameter)
    return getattr(linalg, name)(a) if b is None else getattr(linalg, name)(a, b)


def items(x, axes):
    return [x[i] for i in np.ndindex(x.shape[: x.ndim - axes])]


def failed(name, a, b, parameter):
    """The first matrix of a stack that has no result."""
    of_b = None
    if b is not None:
        stack = np.broadcast_shapes(a.shape[:-2], b.shape[:-2] if b.ndim > 1 else ())
        of_b = [b] * int(np.prod(stack)) if b.ndim < 2 else items(np.broadcast_to(b, stack + b.shape[-2:]), 2)
        a = np.broadcast_to(a, stack + a.shape[-2:])
    for i, one in enumerate(items(a, 2)):
        try:
            call(name, one, None if b is None else of_b[i], parameter)
        except linalg.LinAlgError:
            return i
    raise AssertionError(name)


def line(x, bounds):
    x = np.asarray(x)
    step = 1
    if x.size > 16:
        step = x.size // 9
        while np.gcd(step, x.shape[-1]) > 1:
            step += 1
    elements = " ".join(text(x) for x in x.reshape(-1)[::step])
    short = lambda bound: text(float(f"{bound:.2g}"))
    lines.append(f"= {field(map(str, x.shape))} {field(map(short, bounds))} {step} {elements}".rstrip())


def case(name, recipe, shape, right=None, parameter="-", kinds=tuple(TYPES)):
    """A case of each type, with `right` the recipe and the lengths of the right side."""
    global count, EPS
    for kind in kinds:
        EPS = np.finfo(TYPES[kind]).eps
        a = Rng(2 * count).array(recipe, kind, shape)
        b = Rng(2 * count + 1).array(*(right[0], kind, right[1])) if right else None
        count += 1
        of_right = f"{right[0]} {field(map(str, right[1]))}" if right else "- -"
        lines.append(f"{name} {kind} {recipe} {field(map(str, shape))} {of_right} {parameter}")
        try:
            x = call(name, a, b, parameter)
        except (linalg.LinAlgError, ValueError) as e:
            is_of_shapes = isinstance(e, ValueError) and not isinstance(e, linalg.LinAlgError) or "array" in str(e)
            item = "-" if is_of_shapes else failed(name, a, b, parameter)
            lines.append(f"! {item} {' '.join(str(e).split())}")
            continue
        results = x if isinstance(x, tuple) else (x,)
        axes = ITEMS.get(name, [2] * len(results))
        if name == "lstsq":
            axes = [b.ndim, b.ndim - 1, 0, 1]
        if name == "qr_lstsq":
            axes = [b.ndim]
        if "solve" in name:
            axes = [min(b.ndim, 2)]
        # A matrix for each item of the result.
        stack = results[0].shape[: results[0].ndim - axes[0]]
        wide = a.astype(np.float64)
        if name.startswith("eig"):
            # The lower triangle is what is read.
            wide = np.tril(wide) + np.swapaxes(np.tril(wide, -1), -1, -2)
        of = [wide] * int(np.prod(stack)) if name == "cross" else items(np.broadcast_to(wide, stack + a.shape[-2:]), 2)
        every = [items(np.asarray(x, np.float64), axes) for x, axes in zip(results, axes)]
        bounds = [[] for _ in results]
        for i in range(min(map(len, every))):
            of_item = [x[i] for x in every]
            if name in ["lstsq", "qr_lstsq"]:
                off = bound_of_lstsq(of[i], b.astype(np.float64), of_item[0], linalg.svd(of[i], compute_uv=False))
                off = off if name == "lstsq" else off[0]
            elif name == "cross":
                off = size(a) * size(b)
            elif name == "matrix_power":
                off = int(parameter) * len(of[i]) * size(linalg.matrix_power(np.abs(of[i]), int(parameter)))
            elif np.all(np.isfinite(of[i])):
                off = BOUNDS[name](of[i], *of_item)
            else:
                # What is finite follows from a part of the matrix, whose condition is small.
                off = tuple(len(of[i]) * size(np.nan_to_num(x, posinf=0, neginf=0)) for x in of_item)
            for bounds_of, off in zip(bounds, off if isinstance(off, tuple) else (off,) * len(results)):
                bounds_of.append(off)
        for x, bounds in zip(results, bounds):
            line(x, bounds)


SQUARE = ["inv", "det", "slogdet"]
for n in [0, 1, 2, 3, 4, 5, 6, 8, 9, 17, 33]:
    case("solve", "u", (n, n), ("u", (n,)))
    case("solve", "i", (n, n), ("i", (n, 3)))
    for name in SQUARE:
        case(name, "u", (n, n))
        case(name, "i", (n, n), kinds=("f64",))
    case("cholesky", "p", (n, n))
    case("cholesky_solve", "p", (n, n), ("u", (n,)))
    case("cholesky_solve", "p", (2, n, n), ("i", (n, 3)))
for n in [1, 2, 3, 4, 5, 9]:
    case("solve", "z", (n, n), ("u", (n,)))
    case("solve", "z", (n, n), ("u", (n, 2)), kinds=("f64",))
    for name in SQUARE:
        case(name, "z", (n, n), kinds=("f64",))
    case("cholesky", "z", (n, n))
    case("cholesky", "r1", (n, n), kinds=("f64",))
for n in [0, 1, 2, 3, 5, 8, 9, 17]:
    for name in ["solve_lower", "solve_upper"]:
        case(name, "u", (n, n), ("u", (n,)))
        case(name, "u", (2, n, n), ("i", (n, 3)))
for name in ["solve_lower", "solve_upper"]:
    for a, b in [((3, 3, 3), (3, 2)), ((2, 1, 5, 5), (3, 5, 1)), ((2, 4, 4), (4,))]:
        case(name, "u+z", a, ("u", b), kinds=("f64",))
for shape in [(0, 0), (1, 1), (2, 2), (3, 3), (5, 5), (2, 3, 3), (0, 2, 2), (9, 9)]:
    for n in [0, 1, 2, 3, 10]:
        case("matrix_power", "u", shape, parameter=str(n), kinds=("f32",) if n == 3 else ("f64",))
        case("matrix_power", "i", shape, parameter=str(n), kinds=("f64",))
for a, b in [((3,), (3,)), ((2, 3), (3,)), ((3,), (2, 3)), ((2, 3), (4, 1, 3)), ((2, 1, 3), (4, 3)), ((0, 3), (3,)), ((1, 3), (0, 3)), ((5, 3), (5, 3))]:
    case("cross", "u", a, ("u", b))
    case("cross", "i", a, ("i", b), kinds=("f64",))
for m, n in [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (3, 2), (2, 3), (1, 4), (4, 1), (8, 5), (5, 8), (9, 9), (17, 9), (9, 17), (33, 33), (0, 3), (3, 0)]:
    for name in ["qr", "svd", "svdvals"]:
        case(name, "u", (m, n))
    if max(m, n) < 9:
        case("qr", "i", (m, n), kinds=("f64",))
        case("svd_full", "u", (m, n), kinds=("f64",))
        case("qr_complete", "u", (m, n), kinds=("f64",))
    case("svdvals", "r2", (m, n), kinds=("f64",))
    case("matrix_rank", "r2", (m, n))
    case("matrix_rank", "u+z", (2, m, n), kinds=("f64",))
    case("pinv", "r2", (m, n), kinds=("f64",))
    if max(m, n) < 20:
        case("pinv", "u", (m, n))
        case("lstsq", "u", (m, n), ("u", (m,)))
        case("lstsq", "r2", (m, n), ("u", (m, 2)), kinds=("f64",))
        if m >= n:
            case("qr_lstsq", "u", (m, n), ("u", (m,)))
            case("qr_lstsq", "u", (m, n), ("i", (m, 3)), kinds=("f64",))
    if m * n:
        case("cond", "u", (m, n))
        for ord in ["fro", "nuc", "1", "-1", "2", "-2", "inf", "-inf"]:
            case("matrix_norm", "u", (m, n), parameter=ord, kinds=("f64",) if m != 3 else tuple(TYPES))
for shape in [(2, 3, 2), (2, 1, 2, 3), (0, 3, 2), (3, 9, 9)]:
    for name in ["pinv", "matrix_rank", "cond"]:
        case(name, "u", shape, kinds=("f64",))
    for ord in ["fro", "nuc", "1", "2"]:
        case("matrix_norm", "u", shape, parameter=ord, kinds=("f64",))
for elements, shape in [("0,0,0,0", (2, 2)), ("1,2,2,4", (2, 2)), ("3,0,0,0,0,0", (2, 3)), ("1,0,0,1e-17", (2, 2)), ("1,0,0,1e-15", (2, 2))]:
    for name in ["matrix_rank", "pinv", "svdvals"]:
        # Its pseudo-inverse cuts off more.
        if (name, elements) != ("pinv", "1,0,0,1e-15"):
            case(name, "=" + elements, shape, kinds=("f64",))
    case("lstsq", "=" + elements, shape, ("=1,2", (2,)), kinds=("f64",))
for n in [0, 1, 2, 3, 4, 5, 8, 9, 17, 33]:
    case("eigh", "u", (n, n))
    case("eigvalsh", "u", (n, n))
    case("eigvalsh", "s", (n, n), kinds=("f64",))
    case("eigvalsh", "p", (n, n), kinds=("f64",))
for shape in [(2, 3, 3), (3, 1, 2, 2), (2, 9, 9), (0, 3, 3), (2, 0, 0)]:
    case("eigh", "u", shape, kinds=("f64",))
    case("eigvalsh", "u", shape, kinds=("f64",))
for shape in [(2, 3, 2), (2, 3, 3), (2, 2, 2, 4), (0, 3, 2), (2, 0, 3), (2, 3, 0)]:
    for name in ["qr", "svd", "svdvals"]:
        case(name, "u", shape, kinds=("f64",))
# Stacks, and how their leading axes pair.
for a, b in [((2, 3, 3), (3,)), ((2, 3, 3), (3, 2)), ((3, 3), (2, 3, 2)), ((2, 3, 3), (2, 3, 1)), ((2, 1, 3, 3), (4, 3, 2)), ((2, 3, 3), (5, 2, 3, 2)), ((1, 2, 2), (3, 2, 2)), ((3, 2, 2), (1, 2, 2)), ((2, 2, 5, 5), (5,)), ((3, 1, 5, 5), (1, 2, 5, 4)), ((0, 3, 3), (3,)), ((0, 3, 3), (3, 2)), ((3, 3), (0, 3, 2)), ((2, 0, 0), (0,)), ((2, 0, 0), (0, 2)), ((0, 0), (3, 0, 2)), ((3, 3), (3, 0)), ((2, 3, 3), (3, 0)), ((2, 3, 3), (2, 3, 0)), ((0, 0), (0, 0)), ((2, 1, 4, 4), (3, 4, 4))]:
    case("solve", "u", a, ("u", b))
for a, b in [((3, 3, 3), (3,)), ((3, 3, 3), (3, 2)), ((3, 1, 2, 2), (2, 2, 1)), ((4, 5, 5), (4, 5, 2)), ((2, 9, 9), (9, 3)), ((2, 3, 3), (3, 0))]:
    case("solve", "u+z", a, ("u", b), kinds=("f64",))
    case("solve", "z+u", a, ("u", b), kinds=("f64",))
case("solve", "z", (3, 3), ("u", (4, 3, 2)), kinds=("f64",))
case("solve", "z", (3, 3), ("u", (0, 3, 2)), kinds=("f64",))
case("solve", "z", (3, 3), ("u", (3, 0)), kinds=("f64",))
for shape in [(2, 3, 3), (3, 1, 2, 2), (2, 4, 4), (2, 5, 5), (0, 3, 3), (2, 0, 0), (0, 0, 0), (1, 1, 1)]:
    for name in SQUARE:
        case(name, "u", shape)
        case(name, "u+z", shape, kinds=("f64",))
    case("cholesky", "p", shape)
    case("cholesky", "p+z", shape, kinds=("f64",))
# Shapes that do not fit.
for shape in [(), (3,), (0,), (2, 3), (3, 2), (0, 3), (3, 0), (1, 2), (2, 3, 2), (2, 2, 3, 1)]:
    for name in [*SQUARE, "cholesky", "eigh", "eigvalsh"]:
        case(name, "u", shape, kinds=("f64",))
    if len(shape) < 2:
        for name in ["qr", "qr_complete", "svd", "svd_full", "svdvals"]:
            case(name, "u", shape, kinds=("f64",))
    case("matrix_power", "u", shape, parameter="2", kinds=("f64",))
    for name in ["solve", "solve_lower", "solve_upper"]:
        case(name, "u", shape, ("u", (3,)), kinds=("f64",))
        case(name, "u", shape, ("u", (2, 2)), kinds=("f64",))
for a, b in [((2,), (3,)), ((3,), (2,)), ((3,), (4,)), ((2, 3), (4, 3)), ((2, 3), (0, 3)), ((2, 2, 3), (3, 3)), ((3, 1), (3,)), ((3, 2), (3, 2))]:
    case("cross", "u", a, ("u", b), kinds=("f64",))
for a, b in [((3, 3), ()), ((3, 3), (2,)), ((3, 3), (1,)), ((3, 3), (0,)), ((3, 3), (2, 2)), ((3, 3), (2, 3)), ((1, 1), (3,)), ((0, 0), (1,)), ((2, 3, 3), (2,)), ((2, 3, 3), (2, 3)), ((2, 3, 3), (4, 3, 2)), ((2, 3, 3), (4, 2, 2)), ((5, 2, 3, 3), (4, 3, 2)), ((2, 5, 3, 3), (3, 5, 3, 1)), ((2, 3, 3), (0, 3, 2)), ((2, 3, 3), (0,)), ((2, 3, 3), ())]:
    case("solve", "u", a, ("u", b), kinds=("f64",))
# Known numbers: Hilbert's, the second difference, permutations, the largest and the smallest.
for elements in ["2,1,1,1,3,2,1,2,4", "0,1,0,0,0,1,1,0,0", "1,.5,.25,.5,.25,.2,.25,.2,.125", "2,-1,0,-1,2,-1,0,-1,2", "1e30,0,0,0,1e-30,0,0,0,1", "1e-30,1e-30,0,0,1e-30,0,0,0,1e-30", "0,0,0,0,0,0,0,0,0", "1,2,3,4,5,6,7,8,9"]:
    for name in [*SQUARE, "cholesky"]:
        if name != "inv" or elements != "1,2,3,4,5,6,7,8,9":
            case(name, "=" + elements, (3, 3), kinds=("f64",))
    if elements != "1,2,3,4,5,6,7,8,9":
        case("solve", "=" + elements, (3, 3), ("=1,-2,3", (3,)), kinds=("f64",))
# NaN and infinity at each place.
for place in range(9):
    for special in ["nan", "inf", "-inf"]:
        elements = "2,1,1,1,3,2,1,2,4".split(",")
        elements[place] = special
        recipe = "=" + ",".join(elements)
        for name in [*SQUARE, "cholesky", "eigh", "eigvalsh"]:
            case(name, recipe, (3, 3), kinds=("f64",))
        # Of an infinity NumPy's never ends.
        if special == "nan":
            for name in ["svd", "svdvals", "pinv", "matrix_rank"]:
                case(name, recipe, (3, 3), kinds=("f64",))
        case("solve", recipe, (3, 3), ("=1,2,3", (3,)), kinds=("f64",))
for place in range(3):
    for special in ["nan", "inf"]:
        elements = "1,2,3".split(",")
        elements[place] = special
        case("solve", "=2,1,1,1,3,2,1,2,4", (3, 3), ("=" + ",".join(elements), (3,)), kinds=("f64",))
# Conditions in all norms: of regular matrices, of one with a NaN, and of singular ones by the norms that need no singular values.
BY_ELEMENTS = ["fro", "1", "-1", "inf", "-inf"]
for ord in [*BY_ELEMENTS, "nuc", "2", "-2"]:
    for n in [1, 2, 3, 4, 5, 9]:
        case("cond_ord", "u", (n, n), parameter=ord, kinds=("f64",) if n != 3 else tuple(TYPES))
    case("cond_ord", "u", (2, 3, 3), parameter=ord, kinds=("f64",))
    case("cond_ord", "u", (0, 3, 3), parameter=ord, kinds=("f64",))
    # Of the nuclear norm of an inverse that is not there it has no number.
    if ord != "nuc":
        case("cond_ord", "=0,0,0,0", (2, 2), parameter=ord, kinds=("f64",))
for ord in BY_ELEMENTS:
    case("cond_ord", "z", (3, 3), parameter=ord, kinds=("f64",))
    case("cond_ord", "u+z", (3, 3, 3), parameter=ord, kinds=("f64",))
    case("cond_ord", "=1,2,2,4", (2, 2), parameter=ord, kinds=("f64",))
    case("cond_ord", "=2,1,1,1,nan,2,1,2,4", (3, 3), parameter=ord, kinds=("f64",))
    for shape in [(2, 3), (2, 3, 2)]:
        case("cond_ord", "u", shape, parameter=ord, kinds=("f64",))

path = pathlib.Path(__file__).with_suffix(".txt")
path.write_text("\n".join(lines) + "\n")
print(count, "cases,", path.stat().st_size, "bytes, NumPy", np.__version__)
