#!/usr/bin/env python3
"""Draws the figure of the README from the CSV of the table:

    CSV=inner.csv cargo run --release --bin table "NAME OF THE ROWS"
    ./figure.py inner.csv inner.svg

The speed of each library in products of two n x n matrices, over n: of its fastest way, in multiplications and additions a nanosecond.
"""

import csv
import math
import sys

WIDTH, HEIGHT = 760, 380
LEFT, RIGHT, TOP, BOTTOM = 64, 150, 44, 48
# Distinct in both themes and for the colour-blind (Okabe and Ito); ours is drawn thicker.
COLORS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8c8c8c"]


def speeds(path):
    """{library: {n: flops a nanosecond}}, of the square products."""
    best = {}
    with open(path, newline="") as lines:
        for row in csv.DictReader(lines):
            m, n, k = int(row["m"]), int(row["n"]), int(row["k"])
            if not m == n == k:
                continue
            library = row["library"].split(" ")[0]
            of = best.setdefault(library, {})
            of[n] = max(of.get(n, 0.0), 2 * m * n * k / float(row["nanoseconds"]))
    return best


def ticks(low, high):
    """1, 2 and 5 times powers of ten between both."""
    power = 10.0 ** math.floor(math.log10(low))
    while power <= high:
        for factor in (1, 2, 5):
            if low <= factor * power <= high:
                yield factor * power
        power *= 10


def draw(best):
    sizes = sorted({n for of in best.values() for n in of})
    values = [value for of in best.values() for value in of.values()]
    low, high = min(values) * 0.9, max(values) * 1.1
    x = lambda n: LEFT + (WIDTH - LEFT - RIGHT) * math.log(n / sizes[0]) / math.log(sizes[-1] / sizes[0])
    y = lambda v: HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * math.log(v / low) / math.log(high / low)
    text = lambda x, y, what, more="": f'<text x="{x:.1f}" y="{y:.1f}" {more}>{what}</text>'
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        "<title>Products of n x n matrices of f32: operations a nanosecond, over n</title>",
        # A ground of its own: pages are light or dark.
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="8" fill="#ffffff"/>',
        text(LEFT, 24, "a.inner(&amp;b) of two n × n matrices of f32, one core: operations per nanosecond", 'font-size="14" fill="#1b1f27"'),
    ]
    for value in ticks(low, high):
        out.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(value):.1f}" y2="{y(value):.1f}" stroke="#e2e5eb"/>')
        out.append(text(LEFT - 8, y(value) + 4, f"{value:g}", 'text-anchor="end" fill="#5a6270"'))
    for n in sizes:
        out.append(text(x(n), HEIGHT - BOTTOM + 20, n, 'text-anchor="middle" fill="#5a6270"'))
    out.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, "n", 'text-anchor="middle" fill="#5a6270"'))
    # Ours last, on top of the others.
    libraries = sorted(best, key=lambda name: (name == "conformable", -best[name][max(best[name])]))
    colors = dict(zip(sorted(best, key=lambda name: name != "conformable"), COLORS))
    labels = []
    for name in libraries:
        of, ours = best[name], name == "conformable"
        points = " ".join(f"{x(n):.1f},{y(of[n]):.1f}" for n in sorted(of))
        width = 3.5 if ours else 1.8
        out.append(f'<polyline points="{points}" fill="none" stroke="{colors[name]}" stroke-width="{width}" stroke-linejoin="round"/>')
        for n in sorted(of):
            out.append(f'<circle cx="{x(n):.1f}" cy="{y(of[n]):.1f}" r="{3.5 if ours else 2.5}" fill="{colors[name]}"/>')
        labels.append((y(of[max(of)]), x(max(of)), name, ours))
    # Names at the ends of the lines, at least a line apart.
    at = TOP
    for place, right, name, ours in sorted(labels):
        at = max(at, place + 4)
        weight = ' font-weight="bold"' if ours else ""
        out.append(text(WIDTH - RIGHT + 12, at, name, f'fill="{colors[name]}"{weight}'))
        at += 15
    out.append("</svg>")
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[2], "w") as out:
        out.write(draw(speeds(sys.argv[1])))
