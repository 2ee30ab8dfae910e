//! Linear algebra beside NumPy's (`numpy/linalg.py`): shapes, errors, and elements within the bound that the condition of the matrix sets.
//! In shapes known at run time, contiguous and not, and for a sample in static shapes, of the same bits.

use super::answers::{Answer, Answered, Number, Part, Refusal};
use super::common::{EVERY, Rng};
use conformable::prelude::*;
use conformable::{MatrixNorm, Ownership, Real};
use std::fmt::Debug;
use std::str::FromStr;

/// An element type of the file.
trait Element: Real + Number + FromStr<Err: Debug> {
    const EPS: f64;
    /// Between -1 and 1.
    fn unit(rng: &mut Rng) -> Self;
    fn from_integer(x: i64) -> Self;
}
macro_rules! floats { ($($T:ident)+) => {$(
    impl Element for $T {
        const EPS: f64 = $T::EPSILON as f64;
        fn unit(rng: &mut Rng) -> $T {
            rng.$T()
        }
        fn from_integer(x: i64) -> $T {
            x as $T
        }
    }
)+};}
floats! { f32 f64 }

/// The operations of square matrices, for any kind of shape.
macro_rules! square {
    ($case:expr, $a:expr) => {
        match $case.name {
            "matrix_power" => $a.matrix_power($case.parameter.parse().unwrap()).answer(),
            "inv" => $a.inv().answer(),
            "cond_ord" => $a.cond_ord($case.norm()).answer(),
            "det" => $a.det().answer(),
            "slogdet" => $a.slogdet().answer(),
            "cholesky" => $a.cholesky().map(|chol| chol.l().to_owned()).answer(),
            name => panic!("{name}"),
        }
    };
}
/// The operations of square matrices and right sides.
macro_rules! with_right_side {
    ($case:expr, $a:expr, $b:expr) => {
        match $case.name {
            "solve_lower" => $a.solve_lower($b).answer(),
            "solve_upper" => $a.solve_upper($b).answer(),
            "solve" => $a.solve($b).answer(),
            "cholesky_solve" => $a.cholesky().unwrap().solve($b).answer(),
            name => panic!("{name}"),
        }
    };
}

/// The operations of symmetric matrices.
macro_rules! symmetric {
    ($case:expr, $a:expr) => {
        match $case.name {
            "eigh" => $a.eigh().map(|of| (of.values, of.vectors)).answer(),
            "eigvalsh" => $a.eigvalsh().answer(),
            name => panic!("{name}"),
        }
    };
}
/// The operations of matrices of any form, but for `qr`.
macro_rules! rectangular {
    ($case:expr, $a:expr) => {
        match $case.name {
            "svd" => $a.svd().map(|of| (of.u, (of.s, of.vt))).answer(),
            "svd_full" => $a.svd_full().map(|of| (of.u, (of.s, of.vt))).answer(),
            "svdvals" => $a.svdvals().answer(),
            "pinv" => $a.pinv().answer(),
            "matrix_rank" => $a.matrix_rank().answer(),
            "cond" => $a.cond().answer(),
            "matrix_norm" => $a.matrix_norm($case.norm()).answer(),
            name => panic!("{name}"),
        }
    };
}
/// Least squares.
macro_rules! least_squares {
    ($case:expr, $a:expr, $b:expr) => {
        $a.lstsq($b).map(|of| (of.x, (of.residuals, (of.rank, of.s)))).answer()
    };
}

/// A case of the file.
struct Case<'t> {
    name: &'t str,
    a: (&'t str, Vec<usize>),
    b: Option<(&'t str, Vec<usize>)>,
    parameter: &'t str,
    /// The lines of the result.
    result: Vec<&'t str>,
}

impl Case<'_> {
    /// Whether all elements of the matrix are finite that are read.
    fn is_finite(&self) -> bool {
        let is_symmetric = matches!(self.name, "cholesky" | "eigh" | "eigvalsh");
        self.a.0.split([',', '=']).skip(1).enumerate().all(|(at, x)| {
            let is_read = !is_symmetric || at % 3 <= at / 3;
            !is_read || x.parse::<f64>().unwrap().is_finite()
        })
    }
    fn norm(&self) -> MatrixNorm {
        match self.parameter {
            "fro" => MatrixNorm::Frobenius,
            "nuc" => MatrixNorm::Nuclear,
            "1" => MatrixNorm::L1,
            "-1" => MatrixNorm::NegL1,
            "2" => MatrixNorm::L2,
            "-2" => MatrixNorm::NegL2,
            "inf" => MatrixNorm::Inf,
            _ => MatrixNorm::NegInf,
        }
    }
}

fn lens(text: &str) -> Vec<usize> {
    if text == "-" { vec![] } else { text.split(',').map(|d| d.parse().unwrap()).collect() }
}

/// A matrix by its recipe.
fn item<T: Element>(rng: &mut Rng, recipe: &str, [m, n]: [usize; 2]) -> Vec<T> {
    if recipe == "u" {
        return (0..m * n).map(|_| T::unit(rng)).collect();
    }
    let mut integers =
        |len: usize| -> Vec<i64> { (0..len).map(|_| i64::from(rng.next_u32() % 9) - 4).collect() };
    let by = |element: &dyn Fn(usize, usize) -> i64| -> Vec<T> {
        (0..m * n).map(|at| T::from_integer(element(at / n, at % n))).collect()
    };
    if let Some(k) = recipe.strip_prefix('r') {
        let k = k.parse().unwrap();
        let (left, right) = (integers(m * k), integers(k * n));
        return by(&|i, j| (0..k).map(|l| left[i * k + l] * right[l * n + j]).sum());
    }
    let b = integers(m * n);
    let at = |i: usize, j: usize| b[i * n + j];
    match recipe {
        "i" => by(&at),
        "z" => by(&|i, j| if i == 0 { 0 } else { at(i, j) }),
        "p" => by(&|i, j| (0..n).map(|k| at(i, k) * at(j, k)).sum::<i64>() + i64::from(i == j)),
        "s" => by(&|i, j| at(i, j) + at(j, i)),
        _ => panic!("{recipe}"),
    }
}

/// The operand that a recipe makes.
fn operand<T: Element>((recipe, dims): &(&str, Vec<usize>), seed: usize) -> ArrayD<T> {
    let shape = DynRank::new(dims).unwrap();
    if let Some(elements) = recipe.strip_prefix('=') {
        let elements = elements.split(',').map(|x| x.parse().unwrap()).collect();
        return ArrayD::from_vec(shape, elements).unwrap();
    }
    let lens = match dims[..] {
        [.., m, n] => [m, n],
        [n] => [1, n],
        [] => [1, 1],
    };
    let (mut rng, recipes) = (Rng::new(seed as u64), recipe.split('+').collect::<Vec<_>>());
    let count = dims[..dims.len().saturating_sub(2)].iter().product();
    let items = (0..count).flat_map(|i| item::<T>(&mut rng, recipes[i % recipes.len()], lens));
    ArrayD::from_vec(shape, items.collect()).unwrap()
}

/// What the operation of a case returns.
fn answer<T: Element, O: Ownership>(
    case: &Case<'_>,
    a: &Array<T, DynRank, O>,
    b: Option<&ArrayD<T>>,
) -> Answer {
    let Some(b) = b else {
        return match case.name {
            "qr" => a.qr().map(|of| (of.q().unwrap(), of.r().unwrap())).answer(),
            "qr_complete" => a.qr().map(|of| (of.q_complete().unwrap(), of.r_complete().unwrap())).answer(),
            "eigh" | "eigvalsh" => symmetric!(case, a),
            "inv" | "det" | "slogdet" | "cholesky" | "matrix_power" | "cond_ord" => square!(case, a),
            _ => rectangular!(case, a),
        };
    };
    match case.name {
        "cross" => a.cross(b).answer(),
        "lstsq" => least_squares!(case, a, b),
        "qr_lstsq" => a.qr().unwrap().lstsq(b).answer(),
        _ => with_right_side!(case, a, b),
    }
}

/// What the `_into` form writes to an array of the shape of the result, which is not contiguous.
fn written<T: Element>(name: &str, a: &ArrayD<T>, b: Option<&ArrayD<T>>, of: &[Part]) -> Option<Answer> {
    let reversed: Vec<usize> = of[0].dims.iter().rev().copied().collect();
    let mut memory = ArrayD::from_shape_elem(DynRank::new(&reversed).unwrap(), T::from_integer(7)).unwrap();
    let mut out = memory.t_mut();
    match (name, b) {
        ("solve", Some(b)) => a.solve_into(b, &mut out).unwrap(),
        ("solve_lower", Some(b)) => a.solve_lower_into(b, &mut out).unwrap(),
        ("solve_upper", Some(b)) => a.solve_upper_into(b, &mut out).unwrap(),
        ("cross", Some(b)) => a.cross_into(b, &mut out).unwrap(),
        ("inv", _) => a.inv_into(&mut out).unwrap(),
        ("det", _) => a.det_into(&mut out).unwrap(),
        ("eigvalsh", _) => a.eigvalsh_into(&mut out).unwrap(),
        ("svdvals", _) => a.svdvals_into(&mut out).unwrap(),
        _ => return None,
    }
    Some(out.answer())
}

/// What an operation returns in static shapes of these lengths; `None` for others.
macro_rules! fixed {
    ($of:ident, $case:expr, $a:expr => $([$($len:literal)*])+) => {
        match $a.dims().as_ref() {
            $([$($len),*] => Some($of!($case, $a.view().typed::<($(Const<$len>,)*)>().unwrap())),)+
            _ => None,
        }
    };
    ($of:ident, $case:expr, $a:expr, $b:expr => $([$($len:literal)*] [$($right:literal)*])+) => {
        match ($a.dims().as_ref(), $b.dims().as_ref()) {
            $(([$($len),*], [$($right),*]) => {
                let a = $a.view().typed::<($(Const<$len>,)*)>().unwrap();
                Some($of!($case, a, &$b.view().typed::<($(Const<$right>,)*)>().unwrap()))
            })+
            _ => None,
        }
    };
}
/// `qr` in static shapes.
macro_rules! qr {
    ($case:expr, $a:expr) => {{
        let of = $a.qr();
        if $case.name == "qr" {
            (of.q(), of.r()).answer()
        } else {
            (of.q_complete(), of.r_complete()).answer()
        }
    }};
}
fn fixed<T: Element>(case: &Case<'_>, a: &ArrayD<T>, b: Option<&ArrayD<T>>) -> Option<Answer> {
    let Some(b) = b else {
        return match case.name {
            "qr" | "qr_complete" => fixed!(qr, case, a => [3 3] [3 2] [2 3] [9 9] [2 3 2]),
            "eigh" | "eigvalsh" => fixed!(symmetric, case, a => [0 0] [2 2] [3 3] [9 9] [2 3 3]),
            "inv" | "det" | "slogdet" | "cholesky" | "matrix_power" | "cond_ord" => fixed!(square, case, a =>
                [0 0] [1 1] [2 2] [3 3] [4 4] [5 5] [9 9] [2 3 3] [2 5 5] [3 1 2 2] [0 3 3] [2 0 0]),
            _ => fixed!(rectangular, case, a => [3 3] [3 2] [2 3] [9 9] [2 3 2]),
        };
    };
    match case.name {
        "cross" | "qr_lstsq" => None,
        "lstsq" => fixed!(least_squares, case, a, b => [3 3] [3]  [3 2] [3]  [2 3] [2]  [3 3] [3 2]),
        _ => fixed!(with_right_side, case, a, b =>
            [0 0] [0]  [1 1] [1]  [2 2] [2]  [3 3] [3]  [4 4] [4]  [5 5] [5]  [9 9] [9]
            [0 0] [0 3]  [2 2] [2 3]  [3 3] [3 3]  [4 4] [4 3]  [9 9] [9 3]
            [2 3 3] [3]  [2 3 3] [3 2]  [3 3] [2 3 2]  [2 3 3] [5 2 3 2]  [3 3] [3 0]  [3 3] [0 3 2]  [3 3 3] [3 2]),
    }
}

/// Compares a result with the lines of NumPy's.
fn check<T: Element>(case: &Case<'_>, of: &str, answer: &Answer) {
    let parts = match answer {
        Ok(parts) => parts,
        Err(Refusal(item, text)) => {
            if item.is_some() && !case.is_finite() && !case.result[0].starts_with('!') {
                // Of some matrices with NaN and infinity NumPy has a result, of which elements are NaN.
                return;
            }
            let Some((first, expected)) =
                case.result[0].strip_prefix("! ").and_then(|line| line.split_once(' '))
            else {
                panic!("{of}: {text}, but NumPy has {}", case.result[0]);
            };
            if expected.starts_with("shape mismatch") && text.contains("could not be broadcast") {
                // NumPy's other text for leading axes that do not pair.
                return;
            }
            let suffix = match item {
                None | Some(0) => String::new(),
                Some(item) => format!(" (item {item} of the stack)"),
            };
            assert_eq!(*text, format!("{expected}{suffix}"), "{of}");
            assert_eq!(item.map_or("-".into(), |item| item.to_string()), first, "{of}");
            return;
        }
    };
    assert_eq!(parts.len(), case.result.len(), "{of}");
    if let ("slogdet", [sign, logarithm]) = (case.name, &parts[..]) {
        // Of an infinite determinant, too.
        let are_infinite = sign.elements.iter().zip(&logarithm.elements).filter(|of| *of.1 == f64::INFINITY);
        assert!({ are_infinite }.all(|of| of.0.abs() == 1.), "{of}");
    }
    for (part, line) in parts.iter().zip(&case.result) {
        let mut fields = line.split(' ');
        assert_eq!(fields.next(), Some("="), "{of}: there is a result, but NumPy says {line}");
        assert_eq!(part.dims, lens(fields.next().unwrap()), "{of}");
        let bounds: Vec<f64> = match fields.next().unwrap() {
            "-" => vec![],
            bounds => bounds.split(',').map(|x| x.parse().unwrap()).collect(),
        };
        let step: usize = fields.next().unwrap().parse().unwrap();
        let of_item = part.elements.len() / bounds.len().max(1);
        for (at, x) in part.elements.iter().enumerate().step_by(step) {
            let expected = fields.next().unwrap().parse::<T>().unwrap().double();
            if expected.is_finite() && (case.is_finite() || !x.is_nan()) {
                let most = 30. * T::EPS * bounds[at / of_item];
                let off = (x - expected).abs();
                assert!(
                    off <= most,
                    "{of}: element {at} is {x:?}, NumPy's is {expected:?}; {off:e} > {most:e}"
                );
            } else {
                // A NaN is the largest of a column here, so that it goes into more elements than of NumPy's.
                assert!(!x.is_finite(), "{of}: element {at} is {x:?}, NumPy's is {expected:?}");
            }
        }
        assert_eq!(fields.next(), None, "{of}");
    }
}

fn run<T: Element>(number: usize, case: &Case<'_>) {
    let a = operand::<T>(&case.a, 2 * number);
    let b = case.b.as_ref().map(|b| operand::<T>(b, 2 * number + 1));
    let of = format!("case {number}, {} {:?} {:?}", case.name, case.a, case.b);
    let first = answer(case, &a, b.as_ref());
    check::<T>(case, &of, &first);
    let transposed = a.t().to_owned();
    assert_eq!(answer(case, &transposed.t(), b.as_ref()), first, "{of}, of a transposed view");
    if let Some(fixed) = fixed(case, &a, b.as_ref()) {
        assert_eq!(fixed, first, "{of}, in static shapes");
    }
    if let Ok(parts) = &first
        && let Some(written) = written(case.name, &a, b.as_ref(), parts)
    {
        assert_eq!(written, first, "{of}, into an existing array");
    }
    let by_factors = match (case.name, &b, a.lu()) {
        ("solve", Some(b), Ok(lu)) => lu.solve(b).answer(),
        ("inv", None, Ok(lu)) => lu.inverse().answer(),
        _ => return,
    };
    check::<T>(case, &of, &by_factors);
    // Of 4 rows there is a closed form.
    if a.dims().as_ref().last() != Some(&4) {
        assert_eq!(by_factors, first, "{of}, by its factors");
    }
}

#[test]
fn results_are_numpy_s_within_the_bound_that_the_condition_sets() {
    let mut cases: Vec<(&str, Case<'_>)> = vec![];
    for line in include_str!("../numpy/linalg.txt").lines() {
        if line.starts_with(['=', '!']) {
            cases.last_mut().unwrap().1.result.push(line);
            continue;
        }
        let [name, kind, a, a_dims, b, b_dims, parameter] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let b = (b != "-").then(|| (b, lens(b_dims)));
        cases.push((kind, Case { name, a: (a, lens(a_dims)), b, parameter, result: vec![] }));
    }
    assert!(cases.len() > 1600);
    // All that differ are printed.
    let of = |number: &usize| match &cases[*number] {
        ("f32", case) => run::<f32>(*number, case),
        (_, case) => run::<f64>(*number, case),
    };
    let differ =
        (0..cases.len()).step_by(EVERY).filter(|number| std::panic::catch_unwind(|| of(number)).is_err());
    assert_eq!(differ.collect::<Vec<_>>(), [0; 0], "cases that differ");
}
