"""Writes einsum.txt: subscripts and shapes, and what NumPy's `einsum` makes of them.

To run it: python3 -m venv v && v/bin/pip install 'numpy==2.4.*' && v/bin/python tests/numpy/einsum.py

A case is one line of fields with `|` between them: the subscripts (as Python writes a string, without the quotes), the
shapes of the operands with `;` between them, the shape of the result, and its elements; or, instead of these two, `!`
and the text of the error. Element number n of operand number i, in row-major order, is (5 n + 3 i + n^2) mod 11 - 5.
"""

import pathlib
import random

import numpy as np

rng = random.Random(7)
lines = []
seen = set()


def operand(number, shape):
    n = np.arange(np.prod(shape, dtype=int))
    return ((5 * n + 3 * number + n * n) % 11 - 5).reshape(shape)


def case(subscripts, *shapes):
    if (subscripts, shapes) in seen:
        return
    seen.add((subscripts, shapes))
    dims = lambda shape: ",".join(map(str, shape))
    try:
        result = np.asarray(np.einsum(subscripts, *[operand(i, s) for i, s in enumerate(shapes)]))
        outcome = f"{dims(result.shape)}|{dims(result.ravel().tolist())}"
    except ValueError as error:
        outcome = f"!{repr(str(error))[1:-1]}"
    lines.append(f"{repr(subscripts)[1:-1]}|{';'.join(map(dims, shapes))}|{outcome}")


# Every form once.
case("ij,jk->ik", (2, 3), (3, 4))
case("ij,jk", (2, 3), (3, 4))
case("ij,kj->ik", (2, 3), (4, 3))
case("ijk,lk->ijl", (3, 4, 5), (6, 5))
case("i,i", (5,), (5,))
case("i,i->", (5,), (5,))
case("i,i->i", (5,), (5,))
case("i,j", (2,), (3,))
case("i,j->ji", (2,), (3,))
case("ii", (3, 3))
case("ii->i", (3, 3))
case("iij->ij", (2, 2, 3))
case("iji->j", (2, 3, 2))
case("iii", (3, 3, 3))
case("ba", (2, 3))
case("zA", (2, 3))
case("ij->ji", (2, 3))
case("ij->", (2, 3))
case("ij->j", (2, 3))
case("ij->i", (2, 3))
case("ijkl->ljki", (2, 3, 2, 3))
case("", ())
case("->", ())
case(",ij", (), (2, 3))
case("ij,->j", (2, 3), ())
case("bij,bjk->bik", (3, 2, 4), (3, 4, 2))
case("bij,bkj->bik", (3, 2, 4), (3, 5, 4))
case("ijk,jil->kl", (2, 3, 4), (3, 2, 5))
case("ij,ij->", (2, 3), (2, 3))
case("ij,ji->", (2, 3), (3, 2))
case("ij,jk,kl->il", (2, 3), (3, 4), (4, 2))
case("ij,jk,kl,lm,mn,no->io", (2, 3), (3, 2), (2, 4), (4, 2), (2, 3), (3, 2))
case("i,i,i->i", (3,), (3,), (3,))
case("i,i,i", (3,), (3,), (3,))
case("ab,cd,ef->fdb", (2, 3), (2, 1), (3, 2))
case("ea,fb,abcd,gc,hd->efgh", (2, 2), (2, 3), (2, 3, 2, 2), (2, 2), (3, 2))
case("i,i", (3,), (1,))
case("i,i->i", (1,), (3,))
case("ij,jk->ik", (2, 1), (3, 4))
case("ij,j->i", (2, 0), (0,))
case("ij,j->ij", (2, 0), (1,))
case("i,j->ij", (0,), (3,))
case("ii", (0, 0))
case("...", (2, 3))
case("...->...", (2, 3))
case("...i->...", (2, 3))
case("i...->...", (2, 3))
case("i...->i...", (2, 3, 4))
case("...ij->...ji", (2, 3, 4))
case("...ij,...jk->...ik", (3, 2, 4), (3, 4, 2))
case("...ij,...jk->...ik", (2, 3, 2, 4), (3, 4, 2))
case("...ij,...jk", (2, 1, 2, 4), (3, 4, 2))
case("ij...,jk...->ik...", (2, 3, 4), (3, 2, 4))
case("ij...,jk...->ik...", (2, 3), (3, 2))
case("i...,...->...i", (2, 3), ())
case("...,...", (2, 3), (3,))
case("...,...->...", (2, 1), (3,))
case("...i,...i->...", (2, 3), (3,))
case("...i->i", (3,))
case("i->...i", (3,))
case("...a->a...", (2, 3))
case(" i j ,  jk->k i", (2, 3), (3, 4))

# Each fault once.
for fault in (
    ("ij,jk", (2, 3)),
    ("i,j,k", (2,), (2,)),
    ("ij", (2, 3), (2, 3)),
    ("ij->i", (2, 3), (2, 3)),
    ("ijk", (2, 3)),
    ("i,jkl", (2,), (2, 3)),
    ("...ijk", (2, 3)),
    ("i", (2, 3)),
    ("ij,j", (2, 3), (2, 3)),
    ("->i", (2,)),
    ("i1", (2, 3)),
    ("i,%", (2,), (2,)),
    ("ij\t", (2, 3)),
    ("ij\n->i", (2, 3)),
    ("i_", (2,)),
    ("ij>i", (2, 3)),
    ("i.", (2,)),
    ("i..", (2,)),
    ("i,j..", (2,), (2,)),
    ("......", (2, 3)),
    (". . .", (2,)),
    ("...i.", (2,)),
    ("....i", (2,)),
    ("ij-", (2, 3)),
    ("i - > i", (2,)),
    ("ij-i", (2, 3)),
    ("ij->>i", (2, 3)),
    ("i->ii", (2,)),
    ("i->i->i", (2,)),
    ("ij->jij", (2, 3)),
    ("ij->k", (2, 3)),
    ("i->iI", (2,)),
    ("i->%", (2,)),
    ("i->i,", (2,)),
    ("i->i->", (2,)),
    ("ij->i.", (2, 3)),
    ("...->......", (2,)),
    ("i->...i...", (2,)),
    ("...j->j", (2, 3)),
    ("...ij,jk->ik", (2, 3, 4), (4, 5)),
    ("ii", (1, 3)),
    ("ii->i", (2, 3)),
    ("iij", (2, 3, 4)),
    ("iij->i", (2, 3, 4)),
    ("jii->j", (2, 3, 4)),
    ("jii->ji", (2, 3, 4)),
    ("i,ii->i", (2,), (2, 3)),
    ("ij,jk", (2, 3), (4, 5)),
    ("ij,jk->ki", (2, 3), (4, 5)),
    ("i,i", (2,), (3,)),
    ("i,i", (0,), (3,)),
    ("iij,j", (2, 2, 3), (4,)),
    ("...i,...i", (2, 3), (4, 3)),
    ("...i,...i->i...", (2, 3), (4, 3)),
    ("ij,jk,kl->il", (2, 3), (3, 4), (5, 2)),
    ("i%->k", (2, 2, 2)),
    ("ij%->k", (2,)),
    ("...i->.", (2, 2)),
    ("%,i", (2,)),
    ("i%,j,k", (2, 2), (2,)),
):
    case(*fault)


def valid():
    letters = rng.sample("abcijkAZ", rng.randint(1, 5))
    size = {letter: rng.choice((1, 2, 2, 3, 3, 4)) for letter in letters}
    if rng.random() < 0.1:
        size[letters[0]] = 0
    leading = [rng.choice((1, 2, 3)) for _ in range(rng.randint(0, 2))]
    terms, shapes, used, any_dots = [], [], [], False
    for _ in range(rng.choice((1, 1, 2, 2, 2, 3, 3, 4))):
        own = [rng.choice(letters) for _ in range(rng.randint(0, 3))]
        dots = rng.random() < 0.2
        at = rng.choice((0, 0, len(own), rng.randint(0, len(own))))
        stretched = {letter for letter in own if rng.random() < 0.05}
        shape = [1 if letter in stretched else size[letter] for letter in own]
        text = own[:]
        if dots:
            some = leading[rng.randint(0, len(leading)):]
            some = [1 if rng.random() < 0.1 else d for d in some]
            shape[at:at] = some
            text.insert(at, "...")
            any_dots = True
        terms.append("".join(text))
        shapes.append(tuple(shape))
        used += own
    subscripts = ",".join(terms)
    if rng.random() < 0.8:
        output = [letter for letter in sorted(set(used)) if rng.random() < 0.6]
        rng.shuffle(output)
        if any_dots:
            output.insert(rng.randint(0, len(output)), "...")
        subscripts += "->" + "".join(output)
    if rng.random() < 0.1:
        subscripts = subscripts.replace(",", rng.choice((" ,", ", ", " , ")))
    return subscripts, shapes


for _ in range(400):
    subscripts, shapes = valid()
    case(subscripts, *shapes)
for _ in range(500):
    subscripts, shapes = valid()
    change = rng.randint(0, 3)
    at = rng.randint(0, len(subscripts))
    if change == 0:
        subscripts = subscripts[:at] + rng.choice("abx.,->% 7_AZ;") + subscripts[at:]
    elif change == 1:
        subscripts = subscripts[:at] + subscripts[at + 1:]
    elif change == 2:
        which = rng.randrange(len(shapes))
        shapes[which] = tuple(d + (rng.random() < 0.4) for d in shapes[which])
    else:
        which = rng.randrange(len(shapes))
        shapes[which] = shapes[which] + (2,) if rng.random() < 0.5 else shapes[which][:-1]
    case(subscripts, *shapes)

path = pathlib.Path(__file__).with_name("einsum.txt")
path.write_text("\n".join(lines) + "\n")
