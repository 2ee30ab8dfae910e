//! Operators, comparisons and their kin: NumPy's values, every form of both operands, integers that wrap, panics.

#![cfg(feature = "alloc")]
#![allow(clippy::op_ref, reason = "operands of every form are what is tested")]

use conformable::prelude::*;
use conformable::{Arithmetic, Ownership, axis, shape};
use std::fmt::Debug;

axis!(Joint: 3);

/// The elements of a result.
enum Elements<T> {
    Numbers(Vec<T>),
    Bools(Vec<bool>),
}

/// Equal, or both NaN.
fn same<T: PartialEq>(x: &[T], y: &[T]) -> bool {
    #[allow(clippy::eq_op, reason = "a NaN differs from itself")]
    let one = |(x, y): (&T, &T)| x == y || x != x && y != y;
    x.len() == y.len() && x.iter().zip(y).all(one)
}

/// The results of an operator in every form of its operands, which must be one.
macro_rules! by_operator {
    ($T:ty, $a:ident $op:tt $b:ident, $assign:tt, left: $left:tt) => {{
        let (a, b): (&ArrayD<$T>, &ArrayD<$T>) = ($a, $b);
        let (at, bt) = (a.t().to_owned(), b.t().to_owned());
        let result: ArrayD<$T> = a $op b;
        let forms: [ArrayD<$T>; 8] = [
            a $op b.clone(),
            a.clone() $op b,
            a.clone() $op b.clone(),
            a.view() $op b.view(),
            at.t() $op &bt.t(),
            &at.t() $op b.clone(),
            a.clone() $op bt.t(),
            a $op &bt.t(),
        ];
        for (i, form) in forms.iter().enumerate() {
            assert_eq!(form.dims(), result.dims());
            assert!(same(form.as_slice(), result.as_slice()), "form {i} of {}: {form:?}", stringify!($op));
        }
        if result.dims() == a.dims() {
            let (mut x, mut y, mut z) = (a.clone(), at.clone(), a.clone());
            x $assign b;
            z $assign bt.t();
            {
                let mut view = y.t_mut();
                view $assign b.clone();
            }
            for x in [x, y.t().to_owned(), z] {
                assert!(same(x.as_slice(), result.as_slice()), "{}", stringify!($assign));
            }
        }
        if b.ndim() == 0 {
            let s = b.as_slice()[0];
            let mut x = a.clone();
            x $assign s;
            for x in [x, a $op s, a.clone() $op s, at.t() $op s] {
                assert_eq!(x.dims(), a.dims());
                assert!(same(x.as_slice(), result.as_slice()), "{} a number", stringify!($op));
            }
        }
        by_operator!(@ $left a $op b, bt, result);
        Elements::Numbers(result.into_vec())
    }};
    (@ yes $a:ident $op:tt $b:ident, $bt:ident, $result:ident) => {
        if $a.ndim() == 0 {
            let s = $a.as_slice()[0];
            for x in [s $op $b, s $op $b.clone(), s $op $bt.t()] {
                assert!(same(x.as_slice(), $result.as_slice()), "a number {}", stringify!($op));
            }
        }
    };
    (@ no $($rest:tt)*) => {};
}

/// The operations that all types have.
fn everywhere<T: Scalar + PartialOrd + Debug>(name: &str, a: &ArrayD<T>, b: &ArrayD<T>) -> Elements<T> {
    let (at, bt) = (a.t().to_owned(), b.t().to_owned());
    macro_rules! compared { ($($method:ident)+) => {
        match name {
            $(stringify!($method) => {
                let result = a.$method(b).unwrap();
                assert_eq!(at.t().$method(&bt.t()).unwrap(), result);
                if b.ndim() == 0 {
                    assert_eq!(a.$method(&b.as_slice()[0]), result);
                }
                Elements::Bools(result.into_vec())
            })+
            "maximum" | "minimum" => {
                let of = |a: &ArrayView<'_, T, DynRank>, b: &ArrayView<'_, T, DynRank>| {
                    if name == "maximum" { a.maximum(b).unwrap() } else { a.minimum(b).unwrap() }
                };
                let result = of(&a.view(), &b.view());
                assert!(same(of(&at.t(), &bt.t()).as_slice(), result.as_slice()));
                Elements::Numbers(result.into_vec())
            }
            _ => {
                let mask = a.less(b).unwrap();
                let result = mask.select(a, b).unwrap();
                let turned = mask.t().to_owned();
                assert!(same(turned.t().select(&at.t(), &bt.t()).unwrap().as_slice(), result.as_slice()));
                Elements::Numbers(result.into_vec())
            }
        }
    };}
    compared! { equal not_equal less less_equal greater greater_equal }
}

/// Reads the arrays of a case and calls the operation.
macro_rules! cases { ($case:ident, $T:ty, $parse:expr, [$($name:literal $op:tt $assign:tt $left:tt)*]) => {{
    let case = Case::<$T>::new($case, $parse);
    let (a, b) = (&case.a, &case.b);
    if let Some(text) = case.refused {
        assert_eq!(a.zip_map(b, |a, _| a).unwrap_err().to_string(), text);
        assert_eq!(a.add_into(b, &mut a.clone()).unwrap_err().to_string(), text);
        assert_eq!(a.less(b).unwrap_err().to_string(), text);
        continue;
    }
    let result: Elements<$T> = match case.name {
        $($name => by_operator!($T, a $op b, $assign, left: $left),)*
        name => everywhere(name, a, b),
    };
    match result {
        Elements::Numbers(x) => {
            let expected: Vec<$T> = $case[4].split_whitespace().map($parse).collect();
            assert!(same(&x, &expected), "{}\n{:?}\n{x:?}, NumPy has\n{expected:?}", $case[0], (a, b));
        }
        Elements::Bools(x) => {
            let expected: Vec<bool> = $case[4].split_whitespace().map(|x| x == "1").collect();
            assert_eq!(x, expected, "{} {:?}", $case[0], (a, b));
        }
    }
}};}

struct Case<'a, T> {
    name: &'a str,
    a: ArrayD<T>,
    b: ArrayD<T>,
    refused: Option<&'a str>,
}

impl<'a, T: Clone> Case<'a, T> {
    fn new(lines: &[&'a str], parse: impl Fn(&'a str) -> T) -> Self {
        let sides = |line: &'a str| line.split_once(';').unwrap();
        let array = |dims: &str, elements: &'a str| {
            let dims: Vec<usize> = dims.split_whitespace().map(|d| d.parse().unwrap()).collect();
            let elements = elements.split_whitespace().map(&parse).collect();
            ArrayD::from_vec(DynRank::new(&dims).unwrap(), elements).unwrap()
        };
        let ((da, db), (a, b)) = (sides(lines[1]), sides(lines[2]));
        Case {
            name: lines[0].split(' ').next().unwrap(),
            a: array(da, a),
            b: array(db, b),
            refused: lines[3].strip_prefix("refused "),
        }
    }
}

#[test]
fn results_are_numpy_s() {
    let text = include_str!("../numpy/arithmetic.txt");
    let lines: Vec<&str> = text.lines().collect();
    let mut count = 0;
    for case in lines.chunks_exact(5).step_by(crate::common::EVERY) {
        count += 1;
        macro_rules! float { ($T:ty) => {
            cases!(case, $T, |x| x.parse::<$T>().unwrap(), [
                "add" + += yes "subtract" - -= yes "multiply" * *= yes "divide" / /= yes "remainder" % %= yes
            ])
        };}
        macro_rules! integer { ($T:ty) => {
            cases!(case, $T, |x| x.parse::<$T>().unwrap(), [
                "add" + += yes "subtract" - -= yes "multiply" * *= yes "divide" / /= yes "remainder" % %= yes
                "bitwise_and" & &= yes "bitwise_or" | |= yes "bitwise_xor" ^ ^= yes
                "left_shift" << <<= yes "right_shift" >> >>= yes
            ])
        };}
        match case[0].split(' ').nth(1).unwrap() {
            "f32" => float!(f32),
            "f64" => float!(f64),
            "i8" => integer!(i8),
            "i32" => integer!(i32),
            "i64" => integer!(i64),
            "u8" => integer!(u8),
            "u16" => integer!(u16),
            _ => cases!(case, bool, |x| x == "1", [
                "add" + += yes "multiply" * *= yes "bitwise_and" & &= yes "bitwise_or" | |= yes "bitwise_xor" ^ ^= yes
            ]),
        }
    }
    assert!(count > 500 / crate::common::EVERY, "{count} cases");
}

/// Elements of every size and sign.
fn mixed(n: usize, seed: u64) -> Vec<u64> {
    let mut x = seed | 1;
    (0..n)
        .map(|_| {
            x ^= x << 13;
            x ^= x >> 7;
            x ^= x << 17;
            x
        })
        .collect()
}

/// All lengths around vectors and calls, in one dimension and in rows of a larger array, against loops.
macro_rules! kernels { ($($test:ident $T:ty, $from:expr;)+) => {$(
    #[test]
    fn $test() {
        for n in (0..=40).chain([63, 64, 65, 127, 128, 129, 255, 256, 511, 512, 513, 600]) {
            let of = |seed| mixed(n, seed).into_iter().map($from).collect::<Vec<$T>>();
            let (x, y) = (of(3), of(77));
            let naive = |f: fn($T, $T) -> $T| -> Vec<$T> { x.iter().zip(&y).map(|(x, y)| f(*x, *y)).collect() };
            let (a, b) = (Array::from(x.clone()), Array::from(y.clone()));
            assert!(same((&a + &b).as_slice(), &naive(<$T as Scalar>::plus)));
            assert!(same((&a * &b).as_slice(), &naive(<$T as Scalar>::times)));
            let difference = naive(conformable::scalar::Subtract::subtract);
            assert!(same((&a - &b).as_slice(), &difference));
            assert!(same((&a - b.clone()).as_slice(), &difference));
            assert!(same((a.clone() - &b).as_slice(), &difference));
            // In rows that are not next to each other, and from the back, by strides.
            let wide = Array::from_shape_fn((Dyn(n), Dyn(3)), |[i, j]| [x[i], y[i], <$T>::ONE][j]).unwrap();
            let columns = wide.t();
            let rows: Vec<_> = columns.rows().collect();
            assert!(same((rows[0] - rows[1]).as_slice(), &difference));
            let pair = Array::from_shape_fn((Dyn(2), Dyn(n)), |[i, j]| [x[j], y[j]][i]).unwrap();
            let both = &pair - &b;
            assert!(same(&both.as_slice()[..n], &difference));
            assert!(both.as_slice()[n..].iter().zip(&y).all(|(d, y)| same(&[*d], &[conformable::scalar::Subtract::subtract(*y, *y)])));
            let mut sum = a.clone();
            sum.scale_add(<$T>::ONE.plus(<$T>::ONE), &b).unwrap();
            let two = |x: $T, y: $T| x.plus(<$T>::ONE.plus(<$T>::ONE).times(y));
            assert!(same(sum.as_slice(), &naive(two)));
            let mut out = wide.clone();
            out.t_mut().multiply_into_self();
            assert!(out.iter().zip(&wide).all(|(o, x)| same(&[*o], &[x.times(*x)])));
        }
    }
)+};}

/// Squares in place, through a view.
trait MultiplySelf {
    fn multiply_into_self(&mut self);
}
impl<T: Scalar, S: Dim, D: Dim> MultiplySelf for ArrayViewMut<'_, T, (S, D)> {
    fn multiply_into_self(&mut self) {
        let copy = self.to_owned();
        *self *= copy;
    }
}

kernels! {
    kernels_match_loops_f32 f32, |x| (x as i32) as f32 / 1e5;
    kernels_match_loops_f64 f64, |x| (x as i64) as f64 / 1e9;
    kernels_match_loops_i8 i8, |x| x as i8;
    kernels_match_loops_u16 u16, |x| x as u16;
    kernels_match_loops_i32 i32, |x| x as i32;
    kernels_match_loops_u64 u64, |x| x;
    kernels_match_loops_i128 i128, |x| (x as i128).wrapping_mul(x as i128);
}

#[test]
fn static_shapes_of_all_sizes_are_as_dynamic_ones() {
    fn check<const R: usize, const C: usize>() {
        let a = Array::<f32, shape![{ R }, { C }]>::boxed_from_fn(|[i, j]| (i * 31 + j * 7) as f32 - 9.5);
        let b =
            Array::<f32, shape![{ R }, { C }]>::boxed_from_fn(|[i, j]| (i * 3 + j * 11) as f32 / 4. + 0.25);
        let (row, column) =
            (Vector::<f32, C>::from_fn(|[j]| j as f32 + 1.), Vector::<f32, R>::from_fn(|[i]| i as f32 - 2.));
        let column = column.insert_axis::<1>();
        let free = |a: &Matrix<f32, R, C>| a.view().into_dyn().to_owned();
        let (ad, bd, rd, cd) = (free(&a), free(&b), row.view().into_dyn(), column.into_dyn());
        assert_eq!((&*a + &*b).as_slice(), (&ad + &bd).as_slice());
        assert_eq!((*a - *b).as_slice(), (&ad - &bd).as_slice());
        assert_eq!((&*a / &row).as_slice(), (&ad / &rd).as_slice());
        assert_eq!((&row - &*a).as_slice(), (&rd - &ad).as_slice());
        assert_eq!((&*a * &column).as_slice(), (&ad * &cd).as_slice());
        assert_eq!((&column - &*a).as_slice(), (&cd - &ad).as_slice());
        assert_eq!((&column + &row).as_slice(), (&cd + &rd).as_slice());
        assert_eq!((&*a * 3.).as_slice(), (&ad * 3.).as_slice());
        assert_eq!((3. - *a).as_slice(), (3. - &ad).as_slice());
        assert_eq!((&a.t() + &b.t()).as_slice(), (&ad.t() + &bd.t()).as_slice());
        assert_eq!(-*a, 0. - *a);
        let (mut x, mut xd) = (*a, ad.clone());
        x += &*b;
        x *= &row;
        x -= &column;
        x /= 2.;
        x.scale_add(0.5, &row);
        x.t_mut().zip_map_inplace(&b.t(), |x, y| x * y);
        xd += &bd;
        xd *= &rd;
        xd -= &cd;
        xd /= 2.;
        xd.scale_add(0.5, &rd).unwrap();
        xd *= bd;
        assert_eq!(x.as_slice(), xd.as_slice());
        assert_eq!(a.less(&row).as_slice(), ad.less(&rd).unwrap().as_slice());
        assert_eq!(a.maximum(&column).as_slice(), ad.maximum(&cd).unwrap().as_slice());
        assert_eq!(
            a.less(&*b).select(&*a, &row).as_slice(),
            ad.less(&free(&b)).unwrap().select(&ad, &rd).unwrap().as_slice()
        );
    }
    check::<0, 0>();
    check::<0, 3>();
    check::<1, 1>();
    check::<2, 3>();
    check::<4, 4>();
    check::<3, 17>();
    check::<11, 12>();
    check::<13, 40>();
}

#[test]
fn views_from_the_back_and_in_steps_are_as_their_copies() {
    let a = Array3::<i32, 3, 4, 5>::from_fn(|[i, j, k]| (100 * i + 10 * j + k) as i32);
    let b = Array3::<i32, 3, 4, 5>::from_fn(|[i, j, k]| (7 * i + 3 * j * k) as i32 - 20);
    let row = Vector::<i32, 5>::from_fn(|[k]| k as i32 * 1000);
    let (x, y, z) = (a.flip::<0>(), a.flip::<1>(), a.flip::<2>());
    for x in [x, y, z] {
        let own = x.to_owned();
        assert_eq!(&x - &b, &own - &b);
        assert_eq!(&b - &x, &b - &own);
        assert_eq!(&x - row.flip::<0>(), &own - row.flip::<0>().to_owned());
        assert_eq!(&row * &x, &row * &own);
        assert_eq!(&x % 7, &own % 7);
        assert_eq!(-&x, -&own);
        assert_eq!(x.map(|x| x / 3), own.map(|x| x / 3));
        assert_eq!(x.less(&b), own.less(&b));
        assert_eq!(x.maximum(&row), own.maximum(&row));
        assert_eq!(x.greater(&50).select(&x, &b), own.greater(&50).select(&own, &b));
        assert_eq!(
            x.fold(0, |sum: i32, x| sum.wrapping_mul(3) + x),
            own.fold(0, |sum: i32, x| sum.wrapping_mul(3) + x)
        );
    }
    let mut changed = a;
    let mut expected = a.flip::<1>().to_owned();
    {
        let mut view = changed.flip_mut::<1>();
        view += &b;
        view *= row.flip::<0>();
        view.scale_add(-2, &b);
        view -= 3;
    }
    expected += &b;
    expected *= row.flip::<0>().to_owned();
    expected.scale_add(-2, &b);
    expected -= 3;
    assert_eq!(changed.flip::<1>(), expected);
}

#[test]
fn types_of_results_are_what_the_shapes_say() {
    let m = Matrix::<i32, 2, 3>::ones();
    let lines = Array::from_vec((Dyn(2), Const::<3>), vec![1; 6]).unwrap();
    let column = Vector::new([1, 2]);
    let _: Matrix<i32, 2, 3> = &lines + m;
    let _: Matrix<i32, 2, 3> = m + &lines;
    let _: Array<i32, (Dyn, Const<3>)> = &lines + &lines;
    let _: Array<i32, (Dyn, Const<3>)> = 1 + &lines * 2;
    let _: Matrix<i32, 2, 3> = column.insert_axis::<1>() * m;
    let _: Array<i32, (Const<2>, Dyn)> = column.insert_axis::<1>() * Array::from(vec![1, 2, 3]);
    let _: ArrayD<i32> = m + &lines.view().into_dyn();
    let joints: Array<f32, (Joint,)> = Array::ones();
    let _: Array<f32, (Dyn, Joint)> = Array::from_vec((Dyn(1), Joint), vec![1.; 3]).unwrap() - joints;
    let _: Array<f32, (Joint,)> = Array::from(vec![1., 2., 3.]) - joints;
    let one: i32 = Array::<i32, ()>::new(1) + Array::<i32, ()>::new(2);
    assert_eq!(one, 3);
    let _: Array<i32, ()> = Array::<i32, ()>::new(1) + 2;
    let _: Array3<i32, 4, 2, 3> = Array3::<i32, 4, 2, 3>::ones() + m;
}

/// The network layer, the centred rows and the step of a user, over axes of any kind.
fn layer<T: Scalar, B: Dim, I: StaticDim, O: Ownership>(
    x: &Array<T, (B, I), O>,
    bias: &Array<T, (I,)>,
    weights: &Array<T, (B, Stretch)>,
) -> Array<T, (B, I)> {
    let mut y = (x + bias) * weights + x * x;
    y += bias;
    y *= weights;
    y += x;
    bias + y + T::ONE
}
fn step<T: Arithmetic, B: Dim, K: StaticDim>(
    x: &Array<T, (B, K)>,
    towards: &Array<T, (K,)>,
) -> Array<T, (B, K)> {
    let mut x = x - (x - towards) / (T::ONE.plus(T::ONE)) % towards;
    x -= -&x;
    x
}

#[test]
fn generic_code_needs_no_bounds_but_of_elements_and_axes() {
    let x = Array::from_vec((Dyn(2), Const::<2>), vec![1., 2., 3., 4.]).unwrap();
    let weights = Array::from_vec((Dyn(2), Stretch), vec![1., 10.]).unwrap();
    let bias = array![1., 2.];
    let y = layer(&x, &bias, &weights);
    // For the first element: (1 + 1) * 1 + 1 * 1 = 3; (3 + 1) * 1 + 1 = 5; 1 + 5 + 1 = 7.
    assert_eq!(y.as_slice()[0], 7.);
    // For the last: (4 + 2) * 10 + 16 = 76; (76 + 2) * 10 + 4 = 784; 2 + 784 + 1 = 787.
    assert_eq!(y.as_slice()[3], 787.);
    let fixed = Matrix::new([[1., 2.], [3., 4.]]);
    let y = layer(&fixed, &bias, &Array::<f64, (Const<2>, Stretch)>::ones());
    assert_eq!(y[[0, 0]], 7.);
    assert_eq!(step(&fixed, &bias)[[1, 0]], 2. * (3. - (3. - 1.) / 2. % 1.));
}

#[test]
fn integers_wrap_in_debug_and_in_release() {
    let (max, min) = (array![i32::MAX, i32::MIN], array![i32::MIN, -1]);
    assert_eq!(max + 1, array![i32::MIN, i32::MIN + 1]);
    assert_eq!(max - min, array![-1, i32::MIN + 1]);
    assert_eq!(max * max, array![1, 0]);
    assert_eq!(-min, array![i32::MIN, 1]);
    assert_eq!(min / -1, array![i32::MIN, 1]);
    assert_eq!(min % array![-1, -1], array![0, 0]);
    assert_eq!(-array![1_u8, 0], array![255, 0]);
    assert_eq!(3_u8 - array![4_u8, 1], array![255, 2]);
    assert_eq!(!array![0_u8, 255] & 15, array![15, 0]);
    assert_eq!(!array![true, false], array![false, true]);
    assert_eq!(array![1_u8, 2] << 8, array![0, 0]);
    assert_eq!(array![-1_i8, 64] >> 100, array![-1, 0]);
    assert_eq!(array![1_i64, 2] << -1, array![0, 0]);
    assert_eq!(array![true, false] + true, array![true, true]);
}

#[test]
fn sums_and_products_of_arrays() {
    let rows = [array![1, 2], array![3, 4]];
    assert_eq!(rows.iter().sum::<Vector<i32, 2>>(), array![4, 6]);
    assert_eq!(rows.iter().map(Array::view).product::<Vector<i32, 2>>(), array![3, 8]);
    assert_eq!(rows[..0].iter().sum::<Vector<i32, 2>>(), array![0, 0]);
    let none: [Vector<i32, 2>; 0] = [];
    assert_eq!(none.into_iter().product::<Vector<i32, 2>>(), array![1, 1]);
    let m = Matrix::new([[1, 2], [3, 4], [5, 6]]);
    assert_eq!(m.rows().sum::<Vector<i32, 2>>(), array![9, 12]);
}

#[test]
fn owned_operands_give_their_memory_to_the_result() {
    let of = || Array::from(vec![1_i64, 2, 3]);
    let row = Array::from_vec((Dyn(1), Const::<3>), vec![1_i64, 2, 3]).unwrap();
    let a = of();
    let first = a.as_slice().as_ptr();
    let a = -(((2 - a * 3) + &of().view()) % 7);
    assert_eq!(a.as_slice().as_ptr(), first);
    assert_eq!(a.as_slice(), [0, 2, 4]);
    let b = of();
    let first = b.as_slice().as_ptr();
    let c = &of() - b;
    assert_eq!((c.as_slice().as_ptr(), c.as_slice()), (first, &[0, 0, 0][..]));
    // Not where the result is larger.
    let d = of() + row.clone();
    assert_eq!((d.dims(), d.as_slice()), ([1, 3], &[2, 4, 6][..]));
}

#[test]
fn a_number_type_of_one_s_own_has_the_operators_that_it_names() {
    #[derive(Clone, Copy, Debug, PartialEq)]
    struct Mod7(u8);
    impl core::ops::Add for Mod7 {
        type Output = Self;
        fn add(self, r: Self) -> Self {
            Mod7((self.0 + r.0) % 7)
        }
    }
    impl core::ops::Mul for Mod7 {
        type Output = Self;
        fn mul(self, r: Self) -> Self {
            Mod7(self.0 * r.0 % 7)
        }
    }
    impl core::ops::Sub for Mod7 {
        type Output = Self;
        fn sub(self, r: Self) -> Self {
            Mod7((7 + self.0 - r.0) % 7)
        }
    }
    impl core::ops::Neg for Mod7 {
        type Output = Self;
        fn neg(self) -> Self {
            Mod7((7 - self.0) % 7)
        }
    }
    conformable::scalar!(Mod7, zero: Mod7(0), one: Mod7(1), operators: - neg);
    let a = array![Mod7(3), Mod7(4)];
    let b = Array::from(vec![Mod7(5), Mod7(6)]);
    assert_eq!((a - &b).as_slice(), [Mod7(5), Mod7(5)]);
    assert_eq!((&b * Mod7(2) + a).as_slice(), [Mod7(6), Mod7(2)]);
    assert_eq!((-b).as_slice(), [Mod7(2), Mod7(1)]);
    let mut y = Array::from(vec![Mod7(1); 3]);
    y.scale_add(Mod7(3), &Array::from(vec![Mod7(2), Mod7(4), Mod7(6)])).unwrap();
    assert_eq!(y.as_slice(), [Mod7(0), Mod7(6), Mod7(5)]);
}

#[test]
fn into_forms_leave_out_as_it_was_where_shapes_do_not_fit() {
    let (a, b) = (Array::from(vec![1., 2.]), Array::from(vec![1., 2., 3.]));
    let mut out = Array::from(vec![7., 8., 9.]);
    let text = "operands could not be broadcast together with shapes (2,) (3,) ";
    assert_eq!(a.subtract_into(&b, &mut out).unwrap_err().to_string(), text);
    assert_eq!(
        a.divide_into(&a, &mut out).unwrap_err().to_string(),
        "divide: shape (3,) where (2,) is needed"
    );
    assert_eq!(
        out.zip_map_inplace(&a, |x, _| x).unwrap_err().to_string(),
        "operands could not be broadcast together with shapes (3,) (2,) "
    );
    assert_eq!(out.scale_add(2., &a).unwrap_err().operation(), "scale_add");
    assert_eq!(out.as_slice(), [7., 8., 9.]);
    b.multiply_into(&2., &mut out).unwrap();
    assert_eq!(out.as_slice(), [2., 4., 6.]);
    let m = Array::from_vec((Dyn(2), Const::<3>), vec![1., 2., 3., 4., 5., 6.]).unwrap();
    let mut turned = Matrix::<f64, 3, 2>::zeros();
    m.add_into(&array![10., 20., 30.], &mut turned.t_mut()).unwrap();
    assert_eq!(turned, array![[11., 14.], [22., 25.], [33., 36.]]);
}

#[test]
#[cfg(feature = "std")]
#[cfg_attr(not(panic = "unwind"), ignore = "a panic cannot be caught here")]
fn operators_panic_with_numpy_s_text_at_the_caller_s_line() {
    use std::cell::RefCell;
    use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
    use std::sync::Arc;
    use std::thread;
    thread_local!(static SEEN: RefCell<Option<(String, u32)>> = const { RefCell::new(None) });
    let before = Arc::new(take_hook());
    let (own, others) = (thread::current().id(), before.clone());
    set_hook(Box::new(move |info| {
        if thread::current().id() != own {
            return others(info);
        }
        let line = info.location().filter(|l| l.file().ends_with("arithmetic.rs")).map_or(0, |l| l.line());
        let text = info.payload().downcast_ref::<String>().cloned().unwrap_or_default();
        SEEN.with(|seen| *seen.borrow_mut() = Some((text, line)));
    }));
    let panics = |f: &dyn Fn() -> i32| {
        let _ = catch_unwind(AssertUnwindSafe(f));
        SEEN.with(|seen| seen.borrow_mut().take())
    };
    let (a, b) = (Array::from(vec![1; 3]), Array::from(vec![1; 4]));
    let (ad, bd) = (a.view().into_dyn().to_owned(), b.view().into_dyn().to_owned());
    let wide = ArrayD::from_vec(DynRank::new(&[2, 3]).unwrap(), vec![1; 6]).unwrap();
    let text = "operands could not be broadcast together with shapes (3,) (4,) ";
    #[rustfmt::skip]
    let seen = [
        (line!(), panics(&|| (&a + &b).as_slice()[0])),
        (line!(), panics(&|| (a.clone() - b.clone()).as_slice()[0])),
        (line!(), panics(&|| (&a * b.clone()).as_slice()[0])),
        (line!(), panics(&|| (a.clone() / &b).as_slice()[0])),
        (line!(), panics(&|| (a.view() % b.view()).as_slice()[0])),
        (line!(), panics(&|| (&ad & &bd).as_slice()[0])),
        (line!(), panics(&|| { let mut a = a.clone(); a += &b; a.as_slice()[0] })),
        (line!(), panics(&|| { let mut a = ad.clone(); a -= bd.clone(); a.as_slice()[0] })),
        (line!(), panics(&|| { let mut a = ad.clone(); a *= &wide; a.as_slice()[0] })),
    ];
    set_hook(Box::new(move |info| before(info)));
    for (i, (must, seen)) in seen.into_iter().enumerate() {
        let (told, line) = seen.unwrap_or_else(|| panic!("{i} does not panic"));
        if i == 8 {
            assert_eq!(
                told,
                "non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)"
            );
        } else {
            assert_eq!(told, text, "{i}");
        }
        assert_eq!(line, must, "{i}");
    }
}

#[test]
fn nan_wins_and_ties_go_to_the_first() {
    let nan = f32::NAN;
    let (a, b) = (array![nan, 1., 0., -0., 2.], array![1., nan, -0., 0., 3.]);
    let (max, min) = (a.maximum(&b), a.minimum(&b));
    assert!(max[[0]].is_nan() && max[[1]].is_nan() && min[[0]].is_nan() && min[[1]].is_nan());
    assert_eq!(max.map(f32::to_bits).as_slice()[2..], [0., -0., 3.].map(f32::to_bits));
    assert_eq!(min.map(f32::to_bits).as_slice()[2..], [0., -0., 2.].map(f32::to_bits));
}

#[cfg(feature = "num-complex-04")]
#[test]
fn complex_numbers_stand_on_either_side() {
    use num_complex::Complex;
    let i = Complex::new(0., 1.);
    let a = array![Complex::new(1., 2.), Complex::new(3., -1.)];
    assert_eq!(i * &a, array![Complex::new(-2., 1.), Complex::new(1., 3.)]);
    assert_eq!(i * &a, &a * i);
    assert_eq!(-(&a - i) + &a, array![i, i]);
    assert_eq!(a / Complex::new(2., 0.), array![Complex::new(0.5, 1.), Complex::new(1.5, -0.5)]);
}

#[cfg(feature = "half-2")]
#[test]
fn half_floats_round_after_each_operation() {
    use half::{bf16, f16};
    let a = array![f16::from_f32(2048.), f16::from_f32(1.)];
    assert_eq!(a + f16::ONE, array![f16::from_f32(2048.), f16::from_f32(2.)]);
    assert_eq!(bf16::ONE - array![bf16::from_f32(3.)], array![bf16::from_f32(-2.)]);
}
