//! `matmul_wide` and `dot_wide`: against `matmul` and `dot` of the converted operands, in every form.

#![cfg(feature = "alloc")]

use crate::common;

use common::Rng;
use conformable::prelude::*;

/// `a` with every element converted.
fn wide<T: Copy + Into<W>, W, S: Shape>(a: &Array<T, S>) -> Array<W, S> {
    Array::from_shape_fn(a.shape(), |p| a.as_slice()[offset(a.dims().as_ref(), p.as_ref())].into()).unwrap()
}

fn offset(dims: &[usize], position: &[usize]) -> usize {
    dims.iter().zip(position).fold(0, |n, (len, i)| n * len + i)
}

#[test]
fn products_are_those_of_the_converted_matrices() {
    let mut rng = Rng::new(1);
    for [m, n] in [[1, 1], [1, 6], [5, 1], [4, 7], [9, 3]] {
        for k in
            [0, 1, 3, 8, 9, 16, 17, 33, 64, 65, 127, 300, 2500].into_iter().filter(crate::common::in_time)
        {
            let a = Array::from_shape_fn((Dyn(m), Dyn(k)), |_| rng.next_u32() as i8).unwrap();
            let b = Array::from_shape_fn((Dyn(k), Dyn(n)), |_| rng.next_u32() as u8).unwrap();
            let expected = wide::<_, i32, _>(&a).matmul(&wide::<_, i32, _>(&b)).unwrap();
            assert_eq!(a.matmul_wide(&b).unwrap(), expected, "({m},{k}) ({k},{n})");
            assert_eq!(a.dot_wide(&b).unwrap(), expected);
            let (turned_a, turned_b) = (a.t().to_owned(), b.t().to_owned());
            assert_eq!(
                turned_a.t().matmul_wide(&turned_b.t()).unwrap(),
                expected,
                "strided ({m},{k}) ({k},{n})"
            );
            assert_eq!(turned_a.t().matmul_wide(&b).unwrap(), expected, "columns ({m},{k}) ({k},{n})");
            assert_eq!(a.matmul_wide(&turned_b.t()).unwrap(), expected, "rows ({m},{k}) ({k},{n})");
            let dynamic = a.view().into_dyn().matmul_wide(&b.view().into_dyn()).unwrap();
            assert_eq!(dynamic.as_slice(), expected.as_slice());

            let a = Array::from_shape_fn((Dyn(m), Dyn(k)), |_| rng.next_u32() as i16).unwrap();
            let b = Array::from_shape_fn((Dyn(k), Dyn(n)), |_| rng.next_u32() as i16).unwrap();
            let expected = wide::<_, i64, _>(&a).matmul(&wide::<_, i64, _>(&b)).unwrap();
            assert_eq!(a.matmul_wide(&b).unwrap(), expected);

            let a = Array::from_shape_fn((Dyn(m), Dyn(k)), |_| rng.f32()).unwrap();
            let b = Array::from_shape_fn((Dyn(k), Dyn(n)), |_| rng.f32()).unwrap();
            let product = a.matmul_wide(&b).unwrap();
            assert_eq!(a.matmul_wide(&b.t().to_owned().t()).unwrap(), product);
            for i in 0..m {
                for j in 0..n {
                    let row: Vec<f64> = (0..k).map(|k| a[[i, k]].into()).collect();
                    let column: Vec<f64> = (0..k).map(|k| b[[k, j]].into()).collect();
                    assert_eq!(product[[i, j]].to_bits(), common::dot(&row, &column).to_bits());
                }
            }
        }
    }
}

#[test]
fn stacks_pair_in_matmul_and_meet_in_dot() {
    let mut rng = Rng::new(2);
    let a = Array3::<u8, 3, 2, 4>::from_fn(|_| rng.next_u32() as u8);
    let b = Array3::<u8, 3, 4, 5>::from_fn(|_| rng.next_u32() as u8);
    let (wide_a, wide_b) = (wide::<_, u32, _>(&a), wide::<_, u32, _>(&b));
    let paired: Array3<u32, 3, 2, 5> = a.matmul_wide(&b);
    assert_eq!(paired, wide_a.matmul(&wide_b));
    let all: Array5<u32, 3, 2, 3, 5, 1> = {
        let all: Array4<u32, 3, 2, 3, 5> = a.dot_wide(&b);
        assert_eq!(all, wide_a.dot(&wide_b));
        Array5::from_fn(|[i, j, k, l, _]| all[[i, j, k, l]])
    };
    assert_eq!(all[[2, 1, 2, 4, 0]], paired[[2, 1, 4]], "the diagonal of `dot` is `matmul`");
    let one: Array3<u32, 3, 2, 5> = a.matmul_wide(&Matrix::<u8, 4, 5>::ones());
    assert_eq!(one, wide_a.matmul(&Matrix::<u32, 4, 5>::ones()));
    let vector: Matrix<u32, 3, 2> = a.matmul_wide(&Vector::<u8, 4>::ones());
    assert_eq!(vector, wide_a.matmul(&Vector::<u32, 4>::ones()));
    let dot: i32 = array![1_i8, -2].matmul_wide(&array![3_u8, 4]);
    assert_eq!(dot, -5);
    let scaled: Vector<i32, 2> = array![100_i8, -100].dot_wide(&Array::<i8, ()>::new(100));
    assert_eq!(scaled, array![10_000, -10_000]);
    let mut out = Array3::<u32, 5, 2, 3>::zeros();
    a.matmul_wide_into(&b, &mut out.t_mut());
    assert_eq!(out.t(), paired);
}

#[test]
fn sums_that_could_overflow_are_errors() {
    let a = Array::from_shape_elem((Dyn(1), Dyn(131_072)), 1_i8).unwrap();
    let error = a.matmul_wide(&a.t()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "matmul_wide: a sum of 131072 products can overflow the type of the result"
    );
    let error = a.dot_wide(&a.t()).unwrap_err();
    assert_eq!(error.operation(), "dot_wide");
    let b = Array::from_shape_elem((Dyn(131_071), Dyn(1)), -128_i8).unwrap();
    assert_eq!(b.t().matmul_wide(&b).unwrap()[[0, 0]], 131_071 << 14);
    // Elements that are multiplied by a number are no sum.
    let long = a.dot_wide(&Array::<i8, ()>::new(3));
    assert_eq!(long[[0, 131_071]], 3);
    let error = a.matmul_wide(&b).unwrap_err();
    assert_eq!(error.operation(), "matmul");
    let mut out = Array::from_shape_elem((Dyn(2), Dyn(1)), 7).unwrap();
    let error = b.t().matmul_wide_into(&b, &mut out).unwrap_err();
    assert_eq!(error.to_string(), "matmul_wide_into: shape (2,1) where (1,1) is needed");
    assert_eq!(out.as_slice(), [7, 7]);
}
