//! The same bits: for every kind of shape, for a matrix within a stack and alone, and for a matrix times a power of two.

use super::answers::{Answer, Answered, Part, Parts};
use super::common::{Rng, in_time};
use conformable::prelude::*;
use conformable::{MatrixNorm, NotPositiveDefinite, Real, Singular};

const SIZES: [usize; 24] =
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 31, 32, 33, 63, 64, 65];

/// Random numbers between -1 and 1.
fn random<T: Real>(dims: &[usize], seed: u64) -> ArrayD<T> {
    let mut rng = Rng::new(seed);
    let elements = (0..dims.iter().product()).map(|_| num_traits::NumCast::from(rng.f32()).unwrap());
    ArrayD::from_vec(DynRank::new(dims).unwrap(), elements.collect()).unwrap()
}

/// A positive definite matrix from these elements: its diagonal dominates.
fn positive<T: Real>(mut a: ArrayD<T>) -> ArrayD<T> {
    let n = a.dims().as_ref().last().copied().unwrap_or(0);
    for (at, x) in a.as_mut_slice().iter_mut().enumerate() {
        if at % (n * n) % (n + 1) == 0 {
            *x = *x + num_traits::NumCast::from(n + 1).unwrap();
        }
    }
    a
}

/// What all operations return, of a matrix `$a`, one that is positive definite, a vector for each of them, the same as right sides, and a
/// matrix of right sides. What remains is put behind what is a `Result` if lengths are known at run time.
macro_rules! all { ($a:expr, $p:expr, $x:expr, $v:expr, $b:expr; $($unwrap:tt)*) => {{
    let (a, p, x, v, b) = ($a, $p, $x, $v, $b);
    let lu = a.lu() $($unwrap)*;
    let ldlt = a.ldlt() $($unwrap)*;
    let chol = p.cholesky().unwrap();
    let mut changed = p.cholesky().unwrap();
    let _ = changed.update(x);
    let updated = changed.l().answer();
    changed.downdate(x).unwrap();
    let answers: Vec<Answer> = vec![
        a.solve(v).answer(),
        a.solve(b).answer(),
        a.inv().answer(),
        a.det().answer(),
        a.slogdet().answer(),
        lu.l().answer(),
        lu.u().answer(),
        lu.permutation().answer(),
        lu.det().answer(),
        lu.solve(b).answer(),
        lu.inverse().answer(),
        a.solve_lower(v).answer(),
        a.solve_lower(b).answer(),
        a.solve_upper(v).answer(),
        a.solve_upper(b).answer(),
        a.matrix_power(3).answer(),
        chol.l().answer(),
        chol.det().answer(),
        chol.logdet().answer(),
        chol.solve(v).answer(),
        chol.solve(b).answer(),
        chol.inverse().answer(),
        lu.rcond().answer(),
        chol.rcond().answer(),
        ldlt.l().answer(),
        ldlt.d().answer(),
        ldlt.permutation().answer(),
        ldlt.inertia().answer(),
        ldlt.det().answer(),
        ldlt.solve(v).answer(),
        ldlt.solve(b).answer(),
        ldlt.inverse().answer(),
        ldlt.rcond().answer(),
        updated,
        changed.l().answer(),
    ];
    answers
}};}

/// All kinds of shape, of a matrix of so many rows.
fn kinds_of_shape<const N: usize>() {
    let a = random::<f64>(&[N, N], N as u64);
    let p = positive(random::<f64>(&[N, N], 100 + N as u64));
    let (pairs, b) = (random::<f64>(&[N, 2], 200), random::<f64>(&[N, 3], 300));
    let v = pairs.axis::<1>(0).unwrap();
    let own = v.to_owned();
    let expected = all!(&a, &p, &own, &own, &b; .unwrap());
    assert!(expected.iter().all(Result::is_ok), "{N}: {expected:?}");
    let (turned_a, turned_p, turned_b) = (a.t().to_owned(), p.t().to_owned(), b.t().to_owned());
    assert_eq!(all!(turned_a.t(), turned_p.t(), &v, &v, &turned_b.t(); .unwrap()), expected, "{N}, strided");
    let (square, rows, mixed) = ((Const::<N>, Const::<N>), (Const::<N>, Const::<3>), (Dyn(N), Const::<N>));
    let (fixed_a, fixed_p) = (typed(&a, square), typed(&p, square));
    let (fixed_v, fixed_b) = (typed(&own, (Const::<N>,)), typed(&b, rows));
    assert_eq!(all!(fixed_a, fixed_p, &fixed_v, &fixed_v, &fixed_b; ), expected, "{N}, static");
    let (mixed_a, mixed_p, mixed_b) = (typed(&a, mixed), typed(&p, mixed), typed(&b, (Const::<N>, Dyn(3))));
    assert_eq!(all!(mixed_a, mixed_p, &fixed_v, &fixed_v, &mixed_b; .unwrap()), expected, "{N}, mixed");
}

/// What decompositions return of a matrix `$a` and right sides, as `all!` does of solutions.
macro_rules! decomposed { ($a:expr, $b:expr; $($unwrap:tt)*) => {{
    let (a, b) = ($a, $b);
    let (qr, pivoted) = (a.qr() $($unwrap)*, a.qr_pivoted() $($unwrap)*);
    let answers: Vec<Answer> = vec![
        qr.q().answer(),
        qr.r().answer(),
        qr.qt_matmul(b).answer(),
        pivoted.r().answer(),
        pivoted.permutation().answer(),
        a.svd().map(|of| (of.u, (of.s, of.vt))).answer(),
        a.svdvals().answer(),
        a.pinv().answer(),
        a.matrix_rank().answer(),
        a.cond().answer(),
        a.lstsq(b).map(|of| (of.x, (of.residuals, (of.rank, of.s)))).answer(),
        a.matrix_norm(MatrixNorm::Frobenius).answer(),
        a.matrix_norm(MatrixNorm::Nuclear).answer(),
        a.matrix_norm(MatrixNorm::Inf).answer(),
    ];
    answers
}};}
macro_rules! eigenvalues {
    ($a:expr) => {{
        let a = $a;
        vec![
            a.eigh().map(|of| (of.values, of.vectors)).answer(),
            a.eigvalsh().answer(),
            a.cond_ord(MatrixNorm::L1).answer(),
            a.cond_ord(MatrixNorm::Nuclear).answer(),
        ]
    }};
}

/// All kinds of shape, of a matrix of so many rows and columns.
macro_rules! decomposed_kinds { ($($m:literal $n:literal;)+) => {$({
    let (a, b) = (random::<f64>(&[$m, $n], 7), random::<f64>(&[$m, 2], 8));
    let of = concat!($m, " rows, ", $n, " columns");
    let expected = decomposed!(&a, &b; .unwrap());
    assert!(expected.iter().all(Result::is_ok), "{of}: {expected:?}");
    let (turned_a, turned_b) = (a.t().to_owned(), b.t().to_owned());
    assert_eq!(decomposed!(turned_a.t(), &turned_b.t(); .unwrap()), expected, "{of}, strided");
    let (fixed_a, fixed_b) = (typed(&a, (Const::<$m>, Const::<$n>)), typed(&b, (Const::<$m>, Const::<2>)));
    assert_eq!(decomposed!(fixed_a, &fixed_b; ), expected, "{of}, static");
    let mixed = typed(&a, (Dyn($m), Const::<$n>));
    assert_eq!(decomposed!(mixed, &fixed_b; ), expected, "{of}, mixed");
    if $m == $n {
        let expected = eigenvalues!(&a);
        assert_eq!(eigenvalues!(turned_a.t()), expected, "{of}, strided");
        assert_eq!(eigenvalues!(typed(&a, (Dyn($m), Dyn($n)))), expected, "{of}, lengths of run time");
    }
})+};}

#[test]
fn every_kind_of_shape_has_the_same_decompositions() {
    decomposed_kinds! { 1 1; 2 2; 3 3; 4 4; 5 5; 3 2; 2 3; 9 9; 8 5; 5 8; 17 9; 9 17; }
    macro_rules! square { ($($n:literal)*) => {$(
        let a = random::<f64>(&[$n, $n], 7);
        assert_eq!(eigenvalues!(typed(&a, (Const::<$n>, Const::<$n>))), eigenvalues!(&a), "{} rows", $n);
    )*};}
    square! { 0 1 2 3 4 5 8 9 17 33 }
}

fn decompositions_of_an_item<T: Real + super::answers::Number>(m: usize, n: usize) {
    const COUNT: usize = 3;
    let (a, b) = (random::<T>(&[COUNT, m, n], n as u64), random::<T>(&[COUNT, m, 2], 300));
    let mut stacked = decomposed!(&a, &b; .unwrap());
    if m == n {
        stacked.extend(eigenvalues!(&a));
    }
    for item in 0..COUNT {
        let [a, b] = [&a, &b].map(|x| x.axis::<0>(item).unwrap().to_owned());
        let mut alone = decomposed!(&a, &b; .unwrap());
        if m == n {
            alone.extend(eigenvalues!(&a));
        }
        for (number, (stacked, alone)) in stacked.iter().zip(&alone).enumerate() {
            let (stacked, alone) = (stacked.as_ref().unwrap(), alone.as_ref().unwrap());
            let stacked: Vec<Part> = stacked.iter().map(|part| of_item(part, item, COUNT)).collect();
            assert_eq!(stacked, *alone, "decomposition {number}, {m} rows, {n} columns, item {item}");
        }
    }
}

#[test]
fn an_item_of_a_stack_has_the_decompositions_of_that_matrix_alone() {
    for n in SIZES.into_iter().filter(|n| *n < 34 && in_time(n)) {
        for (m, n) in [(n, n), (n, 3), (4, n), (n, n / 2 + 1)] {
            decompositions_of_an_item::<f64>(m, n);
            decompositions_of_an_item::<f32>(m, n);
        }
    }
}

/// The same elements in another kind of shape.
fn typed<T: Scalar, S: Shape>(a: &ArrayD<T>, _: S) -> ArrayView<'_, T, S> {
    a.view().typed::<S>().unwrap()
}

#[test]
fn every_kind_of_shape_has_the_same_bits() {
    macro_rules! sizes { ($($n:literal)*) => {
        $(if in_time(&$n) {
            kinds_of_shape::<$n>();
        })*
    };}
    sizes! { 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 31 32 33 63 64 65 }
}

/// The elements of a result that belong to an item of a stack.
fn of_item(part: &Part, item: usize, of: usize) -> Part {
    let len = part.elements.len() / of;
    Part { dims: part.dims[1..].to_vec(), elements: part.elements[item * len..][..len].to_vec() }
}

fn an_item_alone<T: Real + super::answers::Number>(n: usize) {
    const COUNT: usize = 4;
    let a = random::<T>(&[COUNT, n, n], n as u64);
    let p = positive(random::<T>(&[COUNT, n, n], 100 + n as u64));
    let (v, b) = (random::<T>(&[COUNT, n], 200), random::<T>(&[COUNT, n, 2], 300));
    // A right side of rank 2 is a matrix, so these vectors are matrices of a column.
    let columns = v.view().insert_axis::<2>().unwrap().to_owned();
    let stacked = all!(&a, &p, &v, &columns, &b; .unwrap());
    for item in 0..COUNT {
        let [a, p, b, v] = [&a, &p, &b, &v].map(|x| x.axis::<0>(item).unwrap().to_owned());
        let column = v.view().insert_axis::<1>().unwrap().to_owned();
        let alone = all!(&a, &p, &v, &column, &b; .unwrap());
        for (number, (stacked, alone)) in stacked.iter().zip(&alone).enumerate() {
            let (stacked, alone) = (stacked.as_ref().unwrap(), alone.as_ref().unwrap());
            let stacked: Vec<Part> = stacked.iter().map(|part| of_item(part, item, COUNT)).collect();
            assert_eq!(stacked, *alone, "operation {number}, {n} rows, item {item}");
        }
    }
}

#[test]
fn an_item_of_a_stack_has_the_bits_of_that_matrix_alone() {
    for n in SIZES.into_iter().filter(in_time) {
        an_item_alone::<f64>(n);
        an_item_alone::<f32>(n);
    }
}

#[test]
fn a_matrix_of_several_right_sides_has_the_bits_of_each_pair_alone() {
    for n in SIZES.into_iter().filter(in_time) {
        let (one, several) = (random::<f64>(&[n, n], n as u64), random::<f64>(&[2, 1, n, n], 1 + n as u64));
        let (p, v, b) = (positive(one.to_owned()), random::<f64>(&[n], 2), random::<f64>(&[3, n, 2], 3));
        // Of 6 pairs the matrix and the right side.
        let of_several = several.solve(&b).unwrap();
        let by_lu = several.lu().unwrap().solve(&b).unwrap();
        let of_vector = several.solve(&v).unwrap();
        let (of_one, by_chol) = (one.solve(&b).unwrap(), p.cholesky().unwrap().solve(&b).unwrap());
        for i in 0..2 {
            let a = several.axis::<0>(i).unwrap().axis::<0>(0).unwrap().to_owned();
            let alone = a.solve(&v).unwrap();
            assert_eq!(of_vector.axis::<0>(i).unwrap().axis::<0>(0).unwrap(), alone, "{n} rows, matrix {i}");
            for j in 0..3 {
                let b = b.axis::<0>(j).unwrap();
                let of = |x: &ArrayD<f64>| x.axis::<0>(i).unwrap().axis::<0>(j).unwrap().to_owned();
                assert_eq!(of(&of_several), a.solve(&b).unwrap(), "{n} rows, matrix {i}, right side {j}");
                assert_eq!(
                    of(&by_lu),
                    a.lu().unwrap().solve(&b).unwrap(),
                    "{n} rows, matrix {i}, right side {j}"
                );
                let of = |x: &ArrayD<f64>| x.axis::<0>(j).unwrap().to_owned();
                assert_eq!(of(&of_one), one.solve(&b).unwrap(), "{n} rows, right side {j}");
                assert_eq!(
                    of(&by_chol),
                    p.cholesky().unwrap().solve(&b).unwrap(),
                    "{n} rows, right side {j}"
                );
            }
        }
    }
}

#[test]
fn a_bad_matrix_of_a_stack_leaves_the_others_as_they_are_alone() {
    for n in SIZES.into_iter().filter(|n| *n > 0 && in_time(n)) {
        let mut a = random::<f64>(&[4, n, n], n as u64);
        let mut p = positive(random::<f64>(&[4, n, n], 9));
        for item in [1, 3] {
            // A row of zeros stays one, and is the last that is left to be a pivot.
            a.as_mut_slice()[item * n * n..][..n].fill(0.);
            p.as_mut_slice()[item * n * n..][..n].fill(0.);
        }
        let (b, v) = (random::<f64>(&[4, n, 2], 5), random::<f64>(&[n], 6));
        let singular = Singular { item: 1, column: n - 1 };
        let first = || Err::<(), _>(conformable::Failure::Value(singular));
        let (mut of_b, mut of_v) = (random::<f64>(&[4, n, 2], 7), random::<f64>(&[4, n], 7));
        let mut inverse = a.to_owned();
        assert_eq!(a.solve_into(&b, &mut of_b), first(), "{n}");
        assert_eq!(a.solve_into(&v, &mut of_v), first(), "{n}");
        assert_eq!(a.inv_into(&mut inverse), first(), "{n}");
        assert_eq!(a.solve(&b).map(drop), first());
        assert_eq!(a.inv().map(drop), first());
        let lu = a.lu().unwrap();
        assert_eq!(lu.solve(&b).map(drop), first());
        assert_eq!(lu.inverse().map(drop), Err(singular));
        assert_eq!(lu.is_singular().unwrap().as_slice(), [false, true, false, true]);
        let signs: Vec<bool> = a.slogdet().unwrap().0.iter().map(|sign| *sign == 0.).collect();
        assert_eq!(signs, [false, true, false, true]);
        let failed = p.cholesky().map(drop).unwrap_err();
        assert_eq!(failed, conformable::Failure::Value(NotPositiveDefinite { item: 1, column: 0 }));
        for item in 0..4 {
            let [a, b] = [&a, &b].map(|x| x.axis::<0>(item).unwrap().to_owned());
            let written = [&of_b, &of_v, &inverse].map(|x| x.axis::<0>(item).unwrap().parts());
            if item % 2 == 1 {
                assert!(written.iter().flatten().all(|part| part.elements.iter().all(|x| x.is_nan())), "{n}");
                continue;
            }
            let alone = [a.solve(&b).unwrap(), a.solve(&v).unwrap(), a.inv().unwrap()];
            assert_eq!(written, alone.map(|x| x.parts()), "{n} rows, item {item}");
        }
    }
}

/// The parts, each times a power of two.
fn times(answer: &Answer, exponent: i32) -> Answer {
    let factor = 2_f64.powi(exponent);
    let of = |part: &Part| Part {
        dims: part.dims.clone(),
        elements: part.elements.iter().map(|x| x * factor).collect(),
    };
    answer.as_ref().map(|parts| parts.iter().map(of).collect()).map_err(Clone::clone)
}

/// Tests results of `2^k A` for these `k`, of which determinants lie below `2^largest`.
fn scaled<T: Real + super::answers::Number>(n: usize, exponents: impl Iterator<Item = i32>, largest: i32) {
    let (a, p) = (random::<T>(&[n, n], n as u64), positive(random::<T>(&[n, n], 9)));
    let (v, b) = (random::<T>(&[n], 6), random::<T>(&[n, 2], 5));
    let (lu, chol, ldlt) = (a.lu().unwrap(), p.cholesky().unwrap(), a.ldlt().unwrap());
    let (d, by_ldlt) = (ldlt.d().answer(), ldlt.solve(&b).answer());
    let [of_v, of_b, inverse, det] =
        [a.solve(&v), a.solve(&b), a.inv(), a.det().map_err(Into::into)].map(|x| x.answer());
    let (u, l, by_chol, sign) =
        (lu.u().answer(), chol.l().answer(), chol.solve(&b).answer(), a.slogdet().unwrap().0);
    for k in exponents {
        let factor = |k: i32| T::from(2_f64.powi(k)).unwrap();
        let of_a = &a * factor(k);
        let of = format!("{n} rows times 2^{k}");
        assert_eq!(of_a.solve(&v).answer(), times(&of_v, -k), "solve, {of}");
        assert_eq!(of_a.solve(&b).answer(), times(&of_b, -k), "solve, {of}");
        assert_eq!(of_a.inv().answer(), times(&inverse, -k), "inv, {of}");
        let of_lu = of_a.lu().unwrap();
        assert_eq!(of_lu.l(), lu.l(), "lu, {of}");
        assert_eq!(of_lu.u().answer(), times(&u, k), "lu, {of}");
        assert_eq!(of_lu.permutation(), lu.permutation(), "lu, {of}");
        let of_p = (&p * factor(2 * k)).cholesky().unwrap();
        assert_eq!(of_p.l().answer(), times(&l, k), "cholesky, {of}");
        assert_eq!(of_p.solve(&b).answer(), times(&by_chol, -2 * k), "cholesky, {of}");
        let of_ldlt = of_a.ldlt().unwrap();
        assert_eq!(of_ldlt.l(), ldlt.l(), "ldlt, {of}");
        assert_eq!(of_ldlt.d().answer(), times(&d, k), "ldlt, {of}");
        assert_eq!(of_ldlt.permutation(), ldlt.permutation(), "ldlt, {of}");
        assert_eq!(of_ldlt.solve(&b).answer(), times(&by_ldlt, -k), "ldlt, {of}");
        let rcond = [lu.rcond(), chol.rcond(), ldlt.rcond()].map(|x| x.answer());
        assert_eq!([of_lu.rcond(), of_p.rcond(), of_ldlt.rcond()].map(|x| x.answer()), rcond, "rcond, {of}");
        assert_eq!(of_a.slogdet().unwrap().0, sign, "slogdet, {of}");
        for (of_a, a) in
            [(of_a.solve_lower(&b), a.solve_lower(&b)), (of_a.solve_upper(&b), a.solve_upper(&b))]
        {
            // Where there are many rows, a solution of random triangles leaves the range.
            if n < 18 {
                assert_eq!(of_a.answer(), times(&a.answer(), -k), "triangle, {of}");
            }
        }
        let k = k * n as i32;
        if k.abs() <= largest {
            assert_eq!(of_a.det().answer(), times(&det, k), "det, {of}");
            assert_eq!(of_lu.det().answer(), times(&lu.det().answer(), k), "det, {of}");
        }
    }
}

#[test]
fn powers_of_two_scale_what_they_are_applied_to() {
    for n in SIZES.into_iter().filter(in_time) {
        let step = if n < 18 && !cfg!(miri) { 1 } else { 13 };
        scaled::<f64>(n, (-40..=40).step_by(step), 900);
        scaled::<f32>(n, (-20..=20).step_by(step), 100);
    }
}

/// The same of decompositions: what does not scale has the same bits.
fn decompositions_scaled<T: Real + super::answers::Number>(m: usize, n: usize, exponents: &[i32]) {
    let (a, b) = (random::<T>(&[m, n], n as u64), random::<T>(&[m, 2], 5));
    let decomposed = |a: &ArrayD<T>| {
        let (qr, svd, fit) = (a.qr().unwrap(), a.svd().unwrap(), a.lstsq(&b).unwrap());
        let eigh = (m == n).then(|| a.eigh().unwrap());
        let (values, vectors) =
            eigh.map_or((None, None), |of| (Some(of.values.answer()), Some(of.vectors.answer())));
        let norm = a.matrix_norm(MatrixNorm::Nuclear).answer();
        let scaled = [Some(qr.r().answer()), Some(svd.s.answer()), Some(fit.s.answer()), Some(norm), values];
        let same = [
            qr.q().answer(),
            svd.u.answer(),
            svd.vt.answer(),
            a.matrix_rank().answer(),
            fit.residuals.answer(),
        ];
        let inverse = [a.pinv().answer(), fit.x.answer()];
        (scaled.to_vec(), (same, vectors, a.cond().answer()), inverse)
    };
    let (scaled, same, inverse) = decomposed(&a);
    for k in exponents {
        let of_a = decomposed(&(&a * T::from(2_f64.powi(*k)).unwrap()));
        let of = format!("{m} rows, {n} columns, times 2^{k}");
        let by = |answers: &[Answer], k| answers.iter().map(|x| times(x, k)).collect::<Vec<_>>();
        let expected: Vec<_> = scaled.iter().map(|x| x.as_ref().map(|x| times(x, *k))).collect();
        assert_eq!(of_a.0, expected, "r, s, s, norm, values of {of}");
        assert_eq!(of_a.1, same, "q, u, vt, rank, residuals; vectors; condition of {of}");
        assert_eq!(of_a.2.to_vec(), by(&inverse, -k), "pinv, lstsq of {of}");
    }
}

#[test]
fn powers_of_two_scale_decompositions() {
    for n in SIZES.into_iter().filter(|n| *n < 34 && in_time(n)) {
        for (m, n) in [(n, n), (n, 3), (3, n), (n, n / 2 + 1)] {
            decompositions_scaled::<f64>(m, n, &[-40, -17, -1, 1, 40]);
            decompositions_scaled::<f32>(m, n, &[-20, -7, -1, 1, 20]);
        }
    }
}
