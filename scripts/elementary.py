#!/usr/bin/env python3
"""The coefficients of `src/kernel/elementary/`: minimax polynomials by Remez's exchange (Muller, Elementary Functions,
3rd ed., 2016, chapter 3), each rounded to the type. Needs mpmath and
NumPy. `scripts/elementary.py [NAME..]` prints Rust constants
and the largest error of each, relative to the function that it is a part of, as a power of 2."""

import sys

import numpy
from mpmath import mp, mpf, exp, expm1, log, atanh, sin, cos, asin, atan, sinh, sqrt, cbrt, erf, erfc, pi, lu_solve, matrix

mp.dps = 450


def remez(f, weight, low, high, degree):
    """The polynomial P with the least largest |weight (f - P)| on [low, high], lowest coefficient first."""
    n = degree + 2
    points = [(low + high) / 2 - (high - low) / 2 * mp.cos(pi * (2 * i + 1) / (2 * n)) for i in range(n)]
    grid = [(low + high) / 2 - (high - low) / 2 * mp.cos(pi * (i + mpf(1) / 2) / (40 * n)) for i in range(40 * n)]
    values = [(x, f(x), weight(x)) for x in grid]
    for _ in range(30):
        a, b = matrix(n, n), matrix(n, 1)
        for i, x in enumerate(points):
            power = mpf(1)
            for j in range(n - 1):
                a[i, j], power = power * weight(x), power * x
            a[i, n - 1], b[i] = (-1) ** i, f(x) * weight(x)
        solved = lu_solve(a, b)
        p, level = list(solved)[: n - 1], abs(solved[n - 1])
        # The largest error between each two changes of its sign.
        peaks = []
        for x, y, w in values:
            e = w * (y - mp.polyval(p[::-1], x))
            if peaks and (peaks[-1][1] > 0) == (e > 0):
                if abs(e) > abs(peaks[-1][1]):
                    peaks[-1] = (x, e)
            else:
                peaks.append((x, e))
        while len(peaks) > n:
            peaks.pop(0 if abs(peaks[0][1]) < abs(peaks[-1][1]) else -1)
        largest = max(abs(e) for _, e in peaks)
        if len(peaks) < n or largest < abs(level) * mpf("1.001"):
            break
        points = [x for x, _ in peaks]
    return p, largest


def rounded(x, double):
    """The nearest number of the type."""
    bits = 53 if double else 24
    with mp.workprec(bits):
        return +x


def fitted(f, weight, low, high, degree, double):
    """The same of coefficients that the type has: each is rounded before those above it are found."""
    if degree < 0:
        return []
    c = rounded(remez(f, weight, low, high, degree)[0][0], double)
    return [c] + fitted(lambda x: (f(x) - c) / x, lambda x: weight(x) * abs(x), low, high, degree - 1, double)


def error(p, f, weight, low, high):
    """The largest error of a polynomial."""
    step = (high - low) / 1001
    points = [low + step * (i + mpf(1) / 3) for i in range(1001)]
    return max(abs(weight(x) * (f(x) - mp.polyval(p[::-1], x))) for x in points)


# Name: function of u, weight of its error, interval, degree for f32, degree for f64.
TABLE = {
    # e^r = 1 + r + r²/2 + r³ P(r)
    "EXP": (lambda r: (expm1(r) - r - r * r / 2) / r**3, lambda r: abs(r) ** 3, -0.3475, 0.3476, 4, 9),
    # 2^r = 1 + r ln 2 + r² P(r)
    "EXP2": (lambda r: (expm1(r * log(2)) - r * log(2)) / r**2, lambda r: r * r, -0.501, 0.5011, 4, 10),
    # 2 atanh(s) = 2 s + s³ P(s²)
    "LN": (lambda z: (2 * atanh(sqrt(z)) / sqrt(z) - 2) / z, lambda z: z / 2, 1e-9, 0.02946, 2, 6),
    # sin r = r + r³ P(r²)
    "SIN": (lambda z: (sin(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z, 1e-9, 0.6172, 2, 6),
    # cos r = 1 - r²/2 + r⁴ P(r²)
    "COS": (lambda z: (cos(sqrt(z)) - 1 + z / 2) / z**2, lambda z: z * z, 1e-9, 0.6172, 2, 5),
    # asin s = s + s³ P(s²)
    "ASIN": (lambda z: (asin(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z, 1e-9, 0.2501, 4, 12),
    # atan t = t + t³ P(t²)
    "ATAN": (lambda z: (atan(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z, 1e-9, 0.17160, 4, 11),
    # sinh x = x + x³ P(x²)
    "SINH": (lambda z: (sinh(sqrt(z)) / sqrt(z) - 1) / z, lambda z: z, 1e-9, 1.001, 3, 7),
    # ∛m, from √½ to √2
    "CBRT": (cbrt, lambda m: 1 / cbrt(m), 0.7071, 1.4143, 3, 6),
    # 2 atanh(s) = 2 s + s³ (2/3 + s² P(s²))
    "POW": (lambda z: ((2 * atanh(sqrt(z)) / sqrt(z) - 2) / z - mpf(2) / 3) / z, lambda z: z * z / 2, 1e-9, 0.02946, 2, 7),
    # erf x = x (2/√π + x² P(x²)) up to 1
    "ERF": (lambda z: (erf(sqrt(z)) / sqrt(z) - 2 / sqrt(pi)) / z, lambda z: z, 1e-9, 1.001, 7, 12),
    # erf x = 1 - e^-x² P(1/(x + 2) - 1/4) from 1 on
    "ERFC": (lambda u: exp(far(u) ** 2) * erfc(far(u)), lambda u: exp(-far(u) ** 2), -0.125, 0.0834, 6, 14),
    # Φ(-x) = e^-x²/2 (s + u (t + u P(u))) / (x + 2), u = 1/(x + 2) - 1/4, of the normal distribution
    "NORMAL": (lambda u: ((tail(u) - tail(0)) / u - SLOPE) / u, lambda u: u * u / tail(u), -0.2257, 0.2501, 11, 28),
}


def far(u):
    """The argument of the last."""
    return 1 / (u + mpf(1) / 4) - 2


def tail(u):
    """(x + 2) e^x²/2 Φ(-x) of u = 1/(x + 2) - 1/4."""
    d = 1 / (u + mpf(1) / 4)
    return d * exp((d - 2) ** 2 / 2) * erfc((d - 2) / sqrt(mpf(2))) / 2


# The derivative of the tail at 0, where x is 2.
SLOPE = 64 / sqrt(2 * pi) - 36 * tail(mpf(0))


def truncated(x, bits):
    """The upper bits of a positive number."""
    _, exponent = mp.frexp(x)
    return mp.floor(mp.ldexp(x, bits - exponent)) * mpf(2) ** (exponent - bits)


def parts(x, lengths, double):
    """A number as a sum, all but the last of so many bits."""
    out = []
    for bits in lengths:
        out.append(truncated(x - sum(out), bits))
    return out + [rounded(x - sum(out), double)]


# Name: value, bits of the first parts for f32 and for f64.
SPLIT = {
    "LN_2": (log(2), [16], [42]),
    "INVERSE_LN_2": (1 / log(2), [], []),
    "LN_2_UPPER": (log(2), [12], [26]),
    "INVERSE_LN_2_UPPER": (1 / log(2), [12], [26]),
    "INVERSE_LN_10_UPPER": (1 / log(10), [12], [26]),
    "LOG10_2": (log(2) / log(10), [16], [42]),
    "HALF_PI_PARTS": (pi / 2, [14, 14, 14], [33, 33, 33]),
    "HALF_PI": (pi / 2, [24], [53]),
    "INVERSE_HALF_PI": (2 / pi, [], []),
    "TAN_EIGHTH_PI": (sqrt(2) - 1, [], []),
    "CBRT_2 below": (cbrt(mpf(1) / 2), [], []),
    "CBRT_2 above": (cbrt(mpf(2)), [], []),
    "TWO_THIRDS": (mpf(2) / 3, [24], [53]),
    "NORMAL_FIRST": (tail(mpf(0)), [24], [53]),
    "NORMAL_SECOND": (SLOPE, [24], [53]),
    "ROOT_HALF": (sqrt(mpf(1) / 2), [], []),
}


def shown(x, double):
    """As Rust reads it, in few digits."""
    return repr(float(x)) if double else str(numpy.float32(float(x)))


def constants():
    for name, (x, single, double) in SPLIT.items():
        for kind, lengths, is_double in (("f32", single, False), ("f64", double, True)):
            print(f"// {name} {kind}: " + ", ".join(shown(c, is_double) for c in parts(x, lengths, is_double)))
    print("// 2/π: " + ", ".join(f"0x{int(mp.floor(mp.ldexp(2 / pi, 64 * i))) % 2**64:016x}" for i in range(1, 20)))
    print(f"// π/2 2^63: 0x{int(mp.ldexp(pi, 62)):x}, 2^127: 0x{int(mp.ldexp(pi, 126)):x}")


def main():
    if len(sys.argv) < 2:
        constants()
    for name in sys.argv[1:] or TABLE:
        mp.dps = 100
        f, weight, low, high, single, double = TABLE[name]
        for kind, degree, is_double in (("f32", single, False), ("f64", double, True)):
            of = (f, weight, mpf(low), mpf(high))
            both = [[rounded(c, is_double) for c in remez(*of, degree)[0]], fitted(*of, degree, is_double)]
            p = min(both, key=lambda p: error(p, *of))
            print(f"// {name} {kind}, 2^{float(mp.log(error(p, *of), 2)):.1f}")
            print("[" + ", ".join(shown(c, is_double) for c in p) + "]")


main()
