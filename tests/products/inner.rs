//! `inner`: NumPy's values, every mix of shapes and ownerships, the stated order bit by bit, and the errors.

#![cfg(feature = "alloc")]

use crate::common;

use common::Rng;
use conformable::prelude::*;
use conformable::{DimsD, Scalar};

// ---- values ------------------------------------------------------------------------------------------

#[test]
fn inner_of_two_vectors_is_the_scalar() {
    let dot: i32 = array![1, 2, 3].inner(&array![4, 5, 6]);
    assert_eq!(dot, 32);
}

#[test]
fn inner_of_matrices_meets_every_row_with_every_row() {
    let a = array![[1, 2, 3], [4, 5, 6]];
    let b = array![[7, 8, 9], [10, 11, 12]];
    let c: Matrix<i32, 2, 2> = a.inner(&b);
    assert_eq!(c, array![[50, 68], [122, 167]]);
    assert_eq!(array![[1, 2], [3, 4]].inner(&array![[5, 6], [7, 8]]), array![[17, 23], [39, 53]]);
}

#[test]
fn a_query_scores_every_row() {
    let rows = array![[1, 0, 3, 0], [0, 0, 0, 5], [2, 3, 2, 4], [0, 0, 0, 1]];
    let query = array![1, 2, 3, 4];
    let scores: Vector<i32, 4> = rows.inner(&query);
    assert_eq!(scores, array![10, 20, 30, 4]);
    assert_eq!(query.inner(&rows), scores);
}

#[test]
fn a_cube_keeps_its_leading_axes() {
    let a = Array3::<i64, 3, 4, 5>::from_fn(|[i, j, k]| (20 * i + 5 * j + k) as i64);
    let b = Matrix::<i64, 6, 5>::from_fn(|[l, k]| (5 * l + k) as i64 - 7);
    let c: Array3<i64, 3, 4, 6> = a.inner(&b);
    assert_eq!(c.dims(), [3, 4, 6]);
    for i in 0..3 {
        for j in 0..4 {
            for l in 0..6 {
                let expected: i64 = (0..5).map(|k| a[[i, j, k]] * b[[l, k]]).sum();
                assert_eq!(c[[i, j, l]], expected);
            }
        }
    }
}

#[test]
fn cosines_and_a_dense_layer() {
    fn cosine<K: StaticDim>(a: &Array<f64, (K,)>, b: &Array<f64, (K,)>) -> f64 {
        a.inner(b) / (a.inner(a) * b.inner(b)).sqrt()
    }
    let (doc1, doc2, doc3) = (array![0., 1., 3., 4.], array![1., 3., 3., 5.], array![5., 2., 0., 1.]);
    assert_eq!(format!("{:.3}", cosine(&doc1, &doc2)), "0.946"); // 32 / sqrt(26 * 44)
    assert_eq!(format!("{:.3}", cosine(&doc1, &doc3)), "0.215"); // 6 / sqrt(26 * 30)

    fn dense<B: Dim, I: StaticDim, O: Dim>(
        x: &Array<f64, (B, I)>,
        w: &Array<f64, (O, I)>,
    ) -> Array<f64, (B, O)> {
        x.inner(w)
    }
    let x = array![[0.1, 0.2, 0.3, 0.4], [0.5, 0.6, 0.7, 0.8], [0.9, 1.0, 1.1, 1.2]];
    let w = array![[0.2, 0.3, 0.1, 0.5], [0.4, 0.3, 0.2, 0.1]];
    let y: Matrix<f64, 3, 2> = dense(&x, &w);
    for (y, exact) in y.iter().zip([0.31, 0.20, 0.75, 0.60, 1.19, 1.00]) {
        // Four products and three sums, each rounded, of inputs that are rounded themselves.
        assert!((y - exact).abs() <= 6. * f64::EPSILON * exact);
    }
}

#[test]
#[cfg_attr(miri, ignore = "millions of products")]
fn five_thousand_rows_against_five_thousand_rows() {
    let a = Array::<f64, (Dyn, Const<100>)>::from_shape_fn((Dyn(5000), Const), |[i, k]| {
        ((i * 7 + k) % 11) as f64
    });
    let b = Array::<f64, (Dyn, Const<100>)>::from_shape_fn((Dyn(5000), Const), |[i, k]| {
        ((i + 3 * k) % 13) as f64
    });
    let (a, b) = (a.unwrap(), b.unwrap());
    let c: Array<f64, (Dyn, Dyn)> = a.inner(&b);
    assert_eq!(c.dims(), [5000, 5000]);
    for [i, j] in [[0, 0], [4999, 0], [0, 4999], [4999, 4999], [1234, 4321]] {
        let exact: f64 = (0..100).map(|k| a[[i, k]] * b[[j, k]]).sum();
        assert_eq!(c[[i, j]], exact, "small integers are exact in any order");
    }
}

#[test]
fn integers_wrap_in_every_build() {
    assert_eq!(array![200_u8, 100].inner(&array![2, 3]), 188);
    assert_eq!(array![i32::MAX, 1].inner(&array![2, 1]), -1);
    assert_eq!(array![i64::MAX, 1].inner(&array![2, 2]), 0);
    assert_eq!(array![-128_i8, -128].inner(&array![-128, -128]), 0);
    assert_eq!(array![u128::MAX].inner(&array![u128::MAX]), 1);
    assert_eq!(array![[usize::MAX, 3]].inner(&array![[2, 1], [1, 1]]), array![[1, 2]]);
}

#[test]
fn bool_is_or_of_ands() {
    assert!(array![true, true, true].inner(&array![true, true, true]));
    assert!(!array![true, false].inner(&array![false, true]));
    let reach = array![[true, false], [false, false]].inner(&array![[true, true], [false, true]]);
    assert_eq!(reach, array![[true, false], [false, false]]);
}

#[test]
fn a_number_of_ones_own_is_one_line() {
    #[derive(Clone, Copy, Debug, PartialEq)]
    struct MaxPlus(i32);
    impl core::ops::Add for MaxPlus {
        type Output = Self;
        fn add(self, rhs: Self) -> Self {
            MaxPlus(self.0.max(rhs.0))
        }
    }
    impl core::ops::Mul for MaxPlus {
        type Output = Self;
        fn mul(self, rhs: Self) -> Self {
            MaxPlus(self.0.saturating_add(rhs.0))
        }
    }
    conformable::scalar!(MaxPlus, zero: MaxPlus(i32::MIN), one: MaxPlus(0));
    let a = array![MaxPlus(1), MaxPlus(5), MaxPlus(2)];
    let b = array![MaxPlus(7), MaxPlus(0), MaxPlus(1)];
    assert_eq!(a.inner(&b), MaxPlus(8));
    let wide = Matrix::<MaxPlus, 3, 40>::from_fn(|[i, k]| MaxPlus((i * k) as i32));
    assert_eq!(wide.inner(&wide)[[1, 2]], MaxPlus(39 + 78));
}

#[test]
fn elements_of_odd_sizes_and_of_no_size() {
    #[derive(Clone, Copy, Debug, PartialEq)]
    struct Wide([u64; 20]);
    impl Scalar for Wide {
        const ZERO: Self = Wide([0; 20]);
        const ONE: Self = Wide([1; 20]);
        fn plus(self, rhs: Self) -> Self {
            Wide(core::array::from_fn(|i| self.0[i] + rhs.0[i]))
        }
        fn times(self, rhs: Self) -> Self {
            Wide(core::array::from_fn(|i| self.0[i] * rhs.0[i]))
        }
    }
    let a = Vector::<Wide, 5>::from_fn(|[i]| Wide([i as u64; 20]));
    assert_eq!(a.inner(&a), Wide([30; 20]));

    #[derive(Clone, Copy, Debug, PartialEq)]
    struct Nothing;
    impl Scalar for Nothing {
        const ZERO: Self = Nothing;
        const ONE: Self = Nothing;
        fn plus(self, _: Self) -> Self {
            Nothing
        }
        fn times(self, _: Self) -> Self {
            Nothing
        }
    }
    let none = Matrix::<Nothing, 2, 300>::ones();
    assert_eq!(none.inner(&none), array![[Nothing, Nothing], [Nothing, Nothing]]);
}

#[test]
fn an_operand_of_rank_0_multiplies() {
    let m = array![[1., 2.], [3., 4.]];
    assert_eq!(m.inner(&10.), array![[10., 20.], [30., 40.]]);
    let three = Array::<f64, ()>::new(3.);
    assert_eq!(three.inner(&array![1., 2.]), array![3., 6.]);
    assert_eq!(three.inner(&three), 9.);
    assert_eq!(array![1., 2.].t().inner(&three), array![3., 6.]);
    let dynamic = m.into_dyn();
    let scaled: ArrayD<f64> = dynamic.inner(&2.);
    assert_eq!(scaled.as_slice(), [2., 4., 6., 8.]);
    let zero_d = ArrayD::from_vec(DynRank::new(&[]).unwrap(), vec![5.]).unwrap();
    assert_eq!(zero_d.inner(&dynamic).unwrap().as_slice(), [5., 10., 15., 20.]);
    assert_eq!(dynamic.inner(&zero_d).unwrap().dims(), [2, 2]);
    assert_eq!(zero_d.inner(&zero_d).unwrap().ndim(), 0);
    assert!(three.inner(&f64::NAN).is_nan());
    assert!(array![0.].inner(&f64::NAN)[[0]].is_nan(), "zero times NaN is NaN, also beside a rank-0 operand");
}

#[test]
fn sums_of_nothing_are_zero_and_empty_axes_stay() {
    let none = Matrix::<f32, 2, 0>::zeros();
    assert_eq!(none.inner(&Matrix::<f32, 3, 0>::zeros()), Matrix::<f32, 2, 3>::zeros());
    assert_eq!(Vector::<i32, 0>::zeros().inner(&Vector::zeros()), 0);
    assert!(!Vector::<bool, 0>::zeros().inner(&Vector::zeros()));
    assert_eq!(Vector::<f64, 0>::zeros().inner(&Vector::zeros()).to_bits(), 0, "the sum of nothing is +0.0");
    let empty: Matrix<f32, 0, 4> = Matrix::<f32, 0, 3>::zeros().inner(&Matrix::<f32, 4, 3>::zeros());
    assert_eq!(empty.len(), 0);
    let empty = Array::<f32, (Dyn, Const<3>)>::from_vec((Dyn(0), Const), vec![]).unwrap();
    assert_eq!(empty.inner(&empty).dims(), [0, 0]);
}

#[test]
fn signed_zeros_are_those_of_the_order() {
    assert_eq!(
        array![-0.0_f64].inner(&array![1.0]).to_bits(),
        (-0.0_f64).to_bits(),
        "one term is not added up"
    );
    assert_eq!(array![-0.0_f64, -0.0].inner(&array![1.0, 1.0]).to_bits(), (-0.0_f64).to_bits());
    assert_eq!(array![-0.0_f64, 0.0].inner(&array![1.0, 1.0]).to_bits(), 0);
}

// ---- every mix of shapes and ownerships ---------------------------------------------------------------

/// An array in every form: static, mixed, dynamic, views of them, and strided views.
#[test]
fn static_mixed_dynamic_and_views_agree_bit_by_bit() {
    fn check<const M: usize, const N: usize, const K: usize>(seed: u64) {
        if cfg!(miri) && M * N * K > 2500 {
            return;
        }
        let mut rng = Rng::new(seed);
        let a = Matrix::<f32, M, K>::boxed_from_fn(|_| rng.f32());
        let b = Matrix::<f32, N, K>::boxed_from_fn(|_| rng.f32());
        let expected = bits(&common::inner([M, N, K], a.as_slice(), b.as_slice()));
        assert_eq!(bits(a.inner(&*b).as_slice()), expected, "static ({M},{K})·({N},{K})");

        let a_mixed = a.view().typed::<(Dyn, Const<K>)>().unwrap();
        let c: Array<f32, (Dyn, Const<N>)> = a_mixed.inner(&*b);
        assert_eq!(bits(c.as_slice()), expected, "mixed");
        let b_dyn = b.view().typed::<(Const<N>, Dyn)>().unwrap();
        let c: Result<Array<f32, (Dyn, Const<N>)>, ShapeError> = a_mixed.inner(&b_dyn);
        assert_eq!(bits(c.unwrap().as_slice()), expected, "dynamic K");
        let (a_rank, b_rank) = (a.view().into_dyn(), b.to_owned().into_dyn());
        assert_eq!(bits(a_rank.inner(&b_rank).unwrap().as_slice()), expected, "dynamic rank");
        assert_eq!(bits(a_rank.inner(&*b).unwrap().as_slice()), expected, "dynamic rank and static");
        assert_eq!(bits(a.inner(&b_rank).unwrap().as_slice()), expected, "static and dynamic rank");

        // Transposed twice: the same elements with the columns next to each other.
        let (a_columns, b_columns) = (a.t().to_owned(), b.t().to_owned());
        assert_eq!(bits(a_columns.t().inner(&b_columns.t()).as_slice()), expected, "columns and columns");
        assert_eq!(bits(a.inner(&b_columns.t()).as_slice()), expected, "rows and columns");
        assert_eq!(bits(a_columns.t().inner(&*b).as_slice()), expected, "columns and rows");

        let mut out = Matrix::<f32, M, N>::full(f32::NAN);
        a.inner_into(&*b, &mut out);
        assert_eq!(bits(out.as_slice()), expected, "into");
        let mut transposed = Matrix::<f32, N, M>::full(f32::NAN);
        let mut buffer = vec![f32::NAN; M * N];
        let mut out = ArrayViewMut::from_slice(DynRank::new(&[M, N]).unwrap(), &mut buffer).unwrap();
        a.inner_into(&*b, &mut out).unwrap();
        assert_eq!(bits(&buffer), expected, "into a view of dynamic rank");
        b.inner_into(&*a, &mut transposed);
        assert_eq!(bits(transposed.t().to_owned().as_slice()), expected, "the product commutes bit by bit");
    }
    check::<1, 1, 1>(1);
    check::<1, 1, 100>(2);
    check::<1, 5, 33>(3);
    check::<5, 1, 2050>(4);
    check::<2, 2, 2>(5);
    check::<3, 3, 3>(6);
    check::<4, 4, 4>(7);
    check::<6, 6, 6>(8);
    check::<8, 8, 8>(9);
    check::<2, 2, 9>(10);
    check::<5, 7, 9>(11);
    check::<16, 16, 16>(12);
    check::<13, 11, 17>(13);
    check::<33, 31, 64>(14);
    check::<3, 4, 257>(15);
    check::<2, 3, 600>(16);
    check::<7, 2, 8>(17);
    check::<40, 50, 5>(18);
}

#[test]
fn leading_axes_that_are_not_one_in_memory() {
    let mut rng = Rng::new(20);
    // (4, 3, 5) read as its axes reversed: (5, 3, 4), of which no two neighbours are one axis.
    let a = Array3::<f64, 4, 3, 5>::from_fn(|_| rng.f64());
    let b = Array4::<f64, 4, 2, 3, 2>::from_fn(|_| rng.f64());
    let (a_t, b_t) = (a.t(), b.t());
    let c: Array5<f64, 5, 3, 2, 3, 2> = a_t.inner(&b_t);
    let (a_copy, b_copy) = (a_t.to_owned(), b_t.to_owned());
    assert_eq!(c, a_copy.inner(&b_copy));
    let expected = common::inner([15, 12, 4], a_copy.as_slice(), b_copy.as_slice());
    assert_eq!(bits64(c.as_slice()), bits64(&expected));

    // The same into a result whose axes are reversed too.
    let mut reversed = Array5::<f64, 2, 3, 2, 3, 5>::zeros();
    let mut out = reversed.t_mut();
    a_t.inner_into(&b_t, &mut out);
    assert_eq!(reversed.t(), c);
}

#[test]
fn the_order_of_a_part_is_that_of_the_whole() {
    // Rows that are not one axis are computed in parts; a part of one row is not a matrix-vector product.
    let mut rng = Rng::new(21);
    let a = Array3::<f32, 40, 2, 3>::from_fn(|_| rng.f32());
    let b = Matrix::<f32, 5, 40>::from_fn(|_| rng.f32());
    let a_t = a.t(); // (3, 2, 40), strides (1, 3, 6)
    let copy = a_t.to_owned();
    assert_eq!(
        bits(a_t.inner(&b).as_slice()),
        bits(&common::inner([6, 5, 40], copy.as_slice(), b.as_slice()))
    );
}

#[test]
fn results_have_up_to_six_axes_and_dynamic_ones_eight() {
    let a = Array4::<i32, 1, 2, 1, 2>::ones();
    let six: Array6<i32, 1, 2, 1, 1, 2, 1> = a.inner(&a);
    assert_eq!(six.as_slice(), [2, 2, 2, 2]);
    let five = Array5::<i32, 1, 2, 1, 2, 3>::ones().into_dyn();
    let eight = five.inner(&five).unwrap();
    assert_eq!(eight.dims(), [1, 2, 1, 2, 1, 2, 1, 2]);
    assert!(eight.iter().all(|x| *x == 3));
    let more = Array6::<i32, 1, 1, 1, 1, 1, 3>::ones().into_dyn().inner(&five).unwrap_err();
    assert_eq!(more.to_string(), "inner: 9 axes, at most 8 are possible");
}

// ---- the order, bit by bit ------------------------------------------------------------------------------

#[test]
fn dot_products_follow_the_stated_order() {
    let mut rng = Rng::new(30);
    let near = |edge: usize| edge.saturating_sub(3)..edge + 4;
    let lengths =
        (0..200).chain(near(2048)).chain(near(4096)).chain(near(6144)).chain(near(10_240)).chain([65_537]);
    for n in lengths.filter(common::in_time) {
        // Values of very different sizes, so that another order has other bits.
        let scale = |rng: &mut Rng| rng.f32() * 2_f32.powi(rng.below(40) as i32 - 20);
        let a: Vec<f32> = (0..n).map(|_| scale(&mut rng)).collect();
        let b: Vec<f32> = (0..n).map(|_| scale(&mut rng)).collect();
        let (x, y) = (Array::from(a.clone()), Array::from(b.clone()));
        assert_eq!(x.inner(&y).unwrap().to_bits(), common::dot(&a, &b).to_bits(), "f32, n = {n}");
        let (a, b): (Vec<f64>, Vec<f64>) =
            (a.iter().map(|x| f64::from(*x) / 3.).collect(), b.iter().map(|x| f64::from(*x) / 7.).collect());
        let (x, y) = (Array::from(a.clone()), Array::from(b.clone()));
        assert_eq!(x.inner(&y).unwrap().to_bits(), common::dot(&a, &b).to_bits(), "f64, n = {n}");
    }
}

#[test]
fn small_dots_are_the_tree_written_out() {
    let [a, b, c, d] = [1e8_f32, 1.5, -1e8, 0.25];
    let one = Vector::<f32, 4>::ones();
    assert_eq!(array![a, b, c, d].inner(&one), (a + c) + (b + d));
    assert_eq!(array![a, b, c].inner(&Vector::<f32, 3>::ones()), (a + c) + b);
}

// ---- errors ------------------------------------------------------------------------------------------

#[test]
fn errors_at_run_time_are_numpy_s_with_the_true_shapes() {
    let array = |dims: &[usize]| {
        let len = dims.iter().product();
        ArrayD::from_vec(DynRank::new(dims).unwrap(), vec![0_i32; len]).unwrap()
    };
    let text = |a: &[usize], b: &[usize]| array(a).inner(&array(b)).unwrap_err().to_string();
    assert_eq!(text(&[3], &[4]), "shapes (3,) and (4,) not aligned: 3 (dim 0) != 4 (dim 0)");
    assert_eq!(text(&[2, 3], &[2, 4]), "shapes (2,3) and (2,4) not aligned: 3 (dim 1) != 4 (dim 1)");
    assert_eq!(text(&[2, 3, 4], &[5]), "shapes (2,3,4) and (5,) not aligned: 4 (dim 2) != 5 (dim 0)");
    assert_eq!(text(&[3, 1], &[4]), "shapes (3,1) and (4,) not aligned: 1 (dim 1) != 4 (dim 0)");

    let error = array(&[7, 3]).inner(&array(&[2, 2, 4])).unwrap_err();
    assert_eq!(error.operation(), "inner");
    assert_eq!(error.axes(), Some((1, 2)));
    let (left, right): (DimsD, DimsD) = error.shapes();
    assert_eq!((&left[..], &right[..]), (&[7, 3][..], &[2, 2, 4][..]));
    assert_eq!(error, array(&[7, 3]).inner(&array(&[2, 2, 4])).unwrap_err());
    let _: &dyn core::error::Error = &error;
    assert!(size_of::<ShapeError>() <= 96);

    let fixed = Vector::<f32, 3>::ones();
    let free = Array::from(vec![1_f32; 4]);
    let error = fixed.inner(&free).unwrap_err();
    assert_eq!(error.to_string(), "shapes (3,) and (4,) not aligned: 3 (dim 0) != 4 (dim 0)");
}

#[test]
fn an_output_of_the_wrong_shape_is_refused_and_left_alone() {
    let a = array![[1, 2], [3, 4]];
    let mut buffer = [7; 6];
    let mut out = ArrayViewMut::from_slice((Dyn(3), Dyn(2)), &mut buffer).unwrap();
    let error = a.inner_into(&a, &mut out).unwrap_err();
    assert_eq!(error.to_string(), "inner_into: shape (3,2) where (2,2) is needed");
    assert_eq!(buffer, [7; 6]);
}

#[test]
#[cfg_attr(not(panic = "unwind"), ignore = "catches a panic")]
fn a_result_that_memory_cannot_hold() {
    // Rows without elements: any number of them fits a `Vec`, but not any number squared.
    let rows = 1_usize << (usize::BITS / 2);
    let a = ArrayView::<f32, (Dyn, Const<0>)>::from_slice((Dyn(rows), Const), &[]).unwrap();
    let error = a.into_dyn().inner(&a.into_dyn()).unwrap_err();
    assert_eq!(error.operation(), "inner");
    assert_eq!(error.shapes().0, [rows, rows]);
    let panicked = std::panic::catch_unwind(|| a.inner(&a)).unwrap_err();
    let text = panicked.downcast_ref::<String>().unwrap();
    assert!(text.starts_with("inner: an array of shape ("), "{text}");
}

// ---- helpers ------------------------------------------------------------------------------------------

fn bits(x: &[f32]) -> Vec<u32> {
    x.iter().map(|x| x.to_bits()).collect()
}
fn bits64(x: &[f64]) -> Vec<u64> {
    x.iter().map(|x| x.to_bits()).collect()
}
