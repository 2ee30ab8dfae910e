//! `matmul`, `matvec` and `vecmat`: every mix of shapes and ownerships, leading axes, bits, and the errors. NumPy's
//! values are in `products.rs`.

#![cfg(feature = "alloc")]

use crate::common;

use common::Rng;
use conformable::prelude::*;

fn bits(x: &[f32]) -> Vec<u32> {
    x.iter().map(|x| x.to_bits()).collect()
}

/// The product of the definition, in the order that the lengths decide.
fn naive(lens: [usize; 3], a: &[f32], b: &[f32]) -> Vec<f32> {
    let [m, n, k] = lens;
    let columns: Vec<f32> = (0..n * k).map(|i| b[i % k.max(1) * n + i / k.max(1)]).collect();
    common::inner([m, n, k], a, &columns)
}

#[test]
fn matmul_of_small_numbers() {
    let a = array![[1, 2], [3, 4]];
    let c: Matrix<i32, 2, 2> = a.matmul(&array![[5, 6], [7, 8]]);
    assert_eq!(c, array![[19, 22], [43, 50]]);
    let dot: i32 = array![1, 2, 3].matmul(&array![4, 5, 6]);
    assert_eq!(dot, 32);
    assert_eq!(a.matvec(&array![1, 10]), a.matmul(&array![1, 10]));
    assert_eq!(array![1, 10].vecmat(&a), array![1, 10].matmul(&a));
    assert_eq!(array![1, 10].vecmat(&a), array![31, 42]);
    assert_eq!(array![[200_u8, 100]].matmul(&array![[2], [3]]), array![[188]]);
    assert_eq!(array![[true, false]].matmul(&array![[true], [true]]), array![[true]]);
}

#[test]
fn static_mixed_dynamic_and_views_agree_bit_by_bit() {
    fn check<const M: usize, const N: usize, const K: usize>(seed: u64) {
        let mut rng = Rng::new(seed);
        let a = Matrix::<f32, M, K>::boxed_from_fn(|_| rng.f32());
        let b = Matrix::<f32, K, N>::boxed_from_fn(|_| rng.f32());
        let expected = bits(&naive([M, N, K], a.as_slice(), b.as_slice()));
        assert_eq!(bits(a.matmul(&*b).as_slice()), expected, "static ({M},{K})·({K},{N})");
        assert_eq!(bits(a.dot(&*b).as_slice()), expected, "dot");
        assert_eq!(bits(a.inner(&b.t()).as_slice()), expected, "inner of the transpose");

        let mixed = a.view().typed::<(Dyn, Const<K>)>().unwrap();
        let c: Array<f32, (Dyn, Const<N>)> = mixed.matmul(&*b);
        assert_eq!(bits(c.as_slice()), expected, "mixed");
        let open = b.view().typed::<(Dyn, Const<N>)>().unwrap();
        let c: Result<Array<f32, (Dyn, Const<N>)>, ShapeError> = mixed.matmul(&open);
        assert_eq!(bits(c.unwrap().as_slice()), expected, "K at run time");
        let (a_rank, b_rank) = (a.view().into_dyn(), b.to_owned().into_dyn());
        assert_eq!(bits(a_rank.matmul(&b_rank).unwrap().as_slice()), expected, "dynamic rank");
        assert_eq!(bits(a_rank.matmul(&*b).unwrap().as_slice()), expected, "dynamic rank and static");
        assert_eq!(bits(a.matmul(&b_rank).unwrap().as_slice()), expected, "static and dynamic rank");
        assert_eq!(bits(a.dot(&b_rank).unwrap().as_slice()), expected, "dot of dynamic rank");

        let (a_columns, b_columns) = (a.t().to_owned(), b.t().to_owned());
        assert_eq!(bits(a_columns.t().matmul(&b_columns.t()).as_slice()), expected, "columns and columns");
        assert_eq!(bits(a.matmul(&b_columns.t()).as_slice()), expected, "rows and columns");
        assert_eq!(bits(a_columns.t().matmul(&*b).as_slice()), expected, "columns and rows");
        let product: Matrix<f32, N, M> = b_columns.matmul(&a_columns);
        assert_eq!(bits(product.t().to_owned().as_slice()), expected, "the transposed product");

        let mut out = Matrix::<f32, M, N>::full(f32::NAN);
        a.matmul_into(&*b, &mut out);
        assert_eq!(bits(out.as_slice()), expected, "into");
        let mut turned = Matrix::<f32, N, M>::full(f32::NAN);
        a.matmul_into(&*b, &mut turned.t_mut());
        assert_eq!(bits(turned.t().to_owned().as_slice()), expected, "into a transpose");
        let mut buffer = vec![f32::NAN; M * N];
        let mut out = ArrayViewMut::from_slice(DynRank::new(&[M, N]).unwrap(), &mut buffer).unwrap();
        a.matmul_into(&*b, &mut out).unwrap();
        assert_eq!(bits(&buffer), expected, "into a view of dynamic rank");

        // A stack of them has the bits of each, whichever operand has the leading axis.
        let stack = Array3::<f32, 3, M, K>::boxed_from_fn(|[_, i, k]| a[[i, k]]);
        let c = stack.matmul(&*b);
        assert!(bits(c.as_slice()).chunks(M * N).all(|c| c == expected), "a stack times a matrix");
        let stack_b = Array3::<f32, 3, K, N>::boxed_from_fn(|[_, k, j]| b[[k, j]]);
        let c = a.matmul(&*stack_b);
        assert!(bits(c.as_slice()).chunks(M * N).all(|c| c == expected), "a matrix times a stack");
        let c: Array3<f32, 3, M, N> = stack.matmul(&*stack_b);
        assert!(bits(c.as_slice()).chunks(M * N).all(|c| c == expected), "stacks");
    }
    check::<1, 1, 1>(1);
    check::<1, 5, 33>(2);
    check::<5, 1, 100>(3);
    check::<2, 2, 2>(4);
    check::<3, 3, 3>(5);
    check::<4, 4, 4>(6);
    check::<8, 8, 8>(7);
    check::<5, 7, 9>(8);
    check::<16, 16, 16>(9);
    check::<13, 11, 17>(10);
    check::<33, 31, 64>(11);
    check::<3, 4, 257>(12);
    check::<7, 2, 8>(13);
}

#[test]
fn vectors_on_either_side_have_the_bits_of_dots() {
    fn check<const N: usize, const K: usize>(seed: u64) {
        let mut rng = Rng::new(seed);
        let a = Matrix::<f32, N, K>::boxed_from_fn(|_| rng.f32());
        let x = Vector::<f32, K>::from_fn(|_| rng.f32());
        let expected = bits(&common::inner([N, 1, K], a.as_slice(), x.as_slice()));
        let b = a.t().to_owned();
        for y in [a.matvec(&x), a.matmul(&x), a.dot(&x), b.t().matvec(&x), b.t().matmul(&x)] {
            assert_eq!(bits(y.as_slice()), expected, "matrix times vector");
        }
        for y in [x.vecmat(&b), x.matmul(&b), x.dot(&b), x.vecmat(&a.t()), x.dot(&a.t())] {
            assert_eq!(bits(y.as_slice()), expected, "vector times matrix");
        }
        let (d, r) = (a.view().into_dyn(), x.view().into_dyn());
        assert_eq!(bits(d.matvec(&r).unwrap().as_slice()), expected);
        assert_eq!(bits(d.matmul(&r).unwrap().as_slice()), expected);
        assert_eq!(bits(r.vecmat(&d.t()).unwrap().as_slice()), expected);
        let mut y = Vector::<f32, N>::full(f32::NAN);
        a.matvec_into(&x, &mut y);
        assert_eq!(bits(y.as_slice()), expected);
        x.vecmat_into(&b, &mut y);
        assert_eq!(bits(y.as_slice()), expected);
    }
    check::<1, 1>(1);
    check::<4, 4>(2);
    check::<3, 8>(3);
    check::<5, 33>(4);
    check::<40, 300>(5);
}

#[test]
fn leading_axes_pair_from_the_last_one_on() {
    let a = Array4::<i64, 2, 3, 2, 2>::from_fn(|[s, t, i, j]| (s * 100 + t * 10 + i * 2 + j) as i64);
    let b = Array3::<i64, 3, 2, 2>::from_fn(|[t, i, j]| (t * 7 + i * 3 + j) as i64);
    let c: Array4<i64, 2, 3, 2, 2> = a.matmul(&b);
    for [s, t, i, j] in (0..24).map(|n| [n / 12, n / 4 % 3, n / 2 % 2, n % 2]) {
        let expected: i64 = (0..2).map(|k| a[[s, t, i, k]] * b[[t, k, j]]).sum();
        assert_eq!(c[[s, t, i, j]], expected);
        let other: i64 = (0..2).map(|k| b[[t, i, k]] * a[[s, t, k, j]]).sum();
        assert_eq!(b.matmul(&a)[[s, t, i, j]], other);
    }
    // An axis that stretches, on either side and on both.
    let every = a.insert_axis::<2>(); // (2, 3, Stretch, 2, 2)
    let pairs: Array5<i64, 2, 3, 3, 2, 2> = every.matmul(&b);
    assert_eq!(pairs[[1, 2, 0, 1, 0]], a[[1, 2, 1, 0]] * b[[0, 0, 0]] + a[[1, 2, 1, 1]] * b[[0, 1, 0]]);
    let one = array![[1, 2], [3, 4]];
    let stretched: Array<i32, (Stretch, Const<2>, Const<2>)> =
        one.insert_axis::<0>().matmul(&one.insert_axis::<0>());
    assert_eq!(stretched.dims(), [1, 2, 2]);
    let again: Array3<i32, 5, 2, 2> = stretched.matmul(&Array3::<i32, 5, 2, 2>::ones());
    assert_eq!(again[[4, 1, 1]], 15 + 22);
    let rows = Array::from_shape_elem((Dyn(4), Const::<2>, Const::<2>), 1).unwrap();
    let open: Array<i32, (Dyn, Const<2>, Const<2>)> = stretched.matmul(&rows); // no check is left
    assert_eq!(open.dims(), [4, 2, 2]);
    // In a summed axis `Stretch` is of length 1.
    let column: Array<i32, (Const<2>, Stretch)> = array![1, 2].insert_axis::<1>().to_owned();
    assert_eq!(column.matmul(&Matrix::<i32, 1, 3>::ones()), array![[1, 1, 1], [2, 2, 2]]);
    let vectors = Array3::<i64, 2, 3, 2>::ones();
    let products: Array3<i64, 2, 3, 2> = b.matvec(&vectors);
    assert_eq!(products[[1, 2, 1]], b[[2, 1, 0]] + b[[2, 1, 1]]);
    let products: Array3<i64, 2, 3, 2> = vectors.vecmat(&b);
    assert_eq!(products[[1, 2, 1]], b[[2, 0, 1]] + b[[2, 1, 1]]);
}

#[test]
fn run_time_lengths_of_one_stretch_only_where_no_type_could_say_so() {
    let one = Array::from_shape_elem((Dyn(1), Const::<2>, Const::<2>), 1).unwrap();
    let five = Array::from_shape_elem((Dyn(5), Const::<2>, Const::<2>), 1).unwrap();
    assert_eq!(
        one.matmul(&five).unwrap_err().to_string(),
        "operands could not be broadcast together with remapped shapes [original->remapped]: \
         (1,2,2)->(1,newaxis,newaxis) (5,2,2)->(5,newaxis,newaxis)  and requested shape (2,2)"
    );
    let (one, five) = (one.into_dyn(), five.into_dyn());
    assert_eq!(one.matmul(&five).unwrap().dims(), [5, 2, 2]);
    assert_eq!(five.matmul(&one).unwrap().dims(), [5, 2, 2]);
    // The axis of a tuple does not stretch beside a dynamic rank either, unless it says so.
    let typed = Array3::<i32, 1, 2, 2>::ones();
    assert!(typed.matmul(&five).is_err());
    assert_eq!(Array3::<i32, 5, 2, 2>::ones().matmul(&one).unwrap().dims(), [5, 2, 2]);
    assert_eq!(Matrix::<i32, 2, 2>::ones().insert_axis::<0>().matmul(&five).unwrap().dims(), [5, 2, 2]);
    assert_eq!(five.insert_axis::<0>().unwrap().matmul(&five).unwrap().dims(), [1, 5, 2, 2]);
}

#[test]
fn views_without_order_in_memory() {
    let mut rng = Rng::new(40);
    // (2, 3, 5, 4) read backwards: (4, 5, 3, 2), a stack whose axes are in no order.
    let a = Array4::<f32, 2, 3, 5, 4>::from_fn(|_| rng.f32());
    let b = Array3::<f32, 7, 2, 5>::from_fn(|_| rng.f32());
    let (a_t, b_t) = (a.t(), b.t()); // (4, 5, 3, 2) and (5, 2, 7)
    let c: Array4<f32, 4, 5, 3, 7> = a_t.matmul(&b_t);
    assert_eq!(bits(c.as_slice()), bits(a_t.to_owned().matmul(&b_t.to_owned()).as_slice()));
    let mut reversed = Array4::<f32, 7, 3, 5, 4>::zeros();
    a_t.matmul_into(&b_t, &mut reversed.t_mut());
    assert_eq!(reversed.t(), c);
}

#[test]
fn errors_at_run_time_are_numpy_s() {
    let array = |dims: &[usize]| {
        let len = dims.iter().product();
        ArrayD::from_vec(DynRank::new(dims).unwrap(), vec![0_i32; len]).unwrap()
    };
    let text = |a: &[usize], b: &[usize]| array(a).matmul(&array(b)).unwrap_err().to_string();
    let mismatch = "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature \
                    (n?,k),(k,m?)->(n?,m?) ";
    assert_eq!(text(&[3], &[4]), format!("{mismatch}(size 4 is different from 3)"));
    assert_eq!(text(&[2, 3], &[4]), format!("{mismatch}(size 4 is different from 3)"));
    assert_eq!(text(&[3], &[4, 2]), format!("{mismatch}(size 4 is different from 3)"));
    assert_eq!(text(&[2, 2, 3], &[2, 4]), format!("{mismatch}(size 2 is different from 3)"));
    assert_eq!(
        text(&[], &[4]),
        "matmul: Input operand 0 does not have enough dimensions (has 0, gufunc core with signature \
         (n?,k),(k,m?)->(n?,m?) requires 1)"
    );
    let remapped = "operands could not be broadcast together with remapped shapes [original->remapped]: ";
    assert_eq!(
        text(&[2, 2, 3], &[3, 3, 4]),
        format!(
            "{remapped}(2,2,3)->(2,newaxis,newaxis) (3,3,4)->(3,newaxis,newaxis)  and requested shape (2,4)"
        )
    );
    assert_eq!(
        text(&[7, 5, 2, 2, 3], &[3, 3, 4]),
        format!(
            "{remapped}(7,5,2,2,3)->(7,5,2,newaxis,newaxis) (3,3,4)->(3,newaxis,newaxis)  and requested shape (2,4)"
        )
    );
    let error = array(&[2, 3]).matmul(&array(&[5, 4, 2])).unwrap_err();
    assert_eq!((error.operation(), error.axes()), ("matmul", Some((1, 1))));

    let text = |a: &[usize], b: &[usize]| array(a).matvec(&array(b)).unwrap_err().to_string();
    assert_eq!(
        text(&[4, 2, 3], &[5, 3]),
        format!("{remapped}(4,2,3)->(4,newaxis) (5,3)->(5,newaxis)  and requested shape (2)")
    );
    assert_eq!(
        text(&[3], &[3]),
        "matvec: Input operand 0 does not have enough dimensions (has 1, gufunc core with signature \
         (m,n),(n)->(m) requires 2)"
    );
    assert_eq!(
        text(&[2, 3], &[4]),
        "matvec: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,n),(n)->(m) \
         (size 4 is different from 3)"
    );
    let text = |a: &[usize], b: &[usize]| array(a).vecmat(&array(b)).unwrap_err().to_string();
    assert_eq!(
        text(&[4, 3], &[5, 3, 2]),
        format!("{remapped}(4,3)->(4,newaxis) (5,3,2)->(5,newaxis)  and requested shape (2)")
    );
    assert_eq!(
        text(&[3], &[3]),
        "vecmat: Input operand 1 does not have enough dimensions (has 1, gufunc core with signature \
         (n),(n,m)->(m) requires 2)"
    );
}

#[test]
fn an_output_of_the_wrong_shape_is_refused_and_left_alone() {
    let a = array![[1, 2], [3, 4]];
    let mut buffer = [7; 6];
    let mut out = ArrayViewMut::from_slice((Dyn(3), Dyn(2)), &mut buffer).unwrap();
    let error = a.matmul_into(&a, &mut out).unwrap_err();
    assert_eq!(error.to_string(), "matmul_into: shape (3,2) where (2,2) is needed");
    assert_eq!(buffer, [7; 6]);
}

#[test]
fn ranks_beyond_the_most_and_lengths_beyond_memory() {
    let deep = ArrayD::from_vec(DynRank::new(&[1; 8]).unwrap(), vec![2]).unwrap();
    assert_eq!(deep.matmul(&deep).unwrap().dims(), [1; 8]);
    assert_eq!(
        deep.insert_axis::<0>().unwrap_err().to_string(),
        "insert_axis: 9 axes, at most 8 are possible"
    );
    let error = array![1].into_dyn().insert_axis::<2>().unwrap_err();
    assert_eq!(error.to_string(), "axis 2 is out of bounds for array of dimension 2");
    let rows = 1_usize << (usize::BITS / 2);
    let a = ArrayView::<f32, (Dyn, Const<0>)>::from_slice((Dyn(rows), Const), &[]).unwrap();
    let error = a.into_dyn().matmul(&a.t().into_dyn()).unwrap_err();
    assert_eq!((error.operation(), &error.shapes().0[..]), ("matmul", &[rows, rows][..]));
    let panicked = std::panic::catch_unwind(|| a.matmul(&a.t())).unwrap_err();
    let text = panicked.downcast_ref::<String>().unwrap();
    assert!(text.starts_with("matmul: an array of shape ("), "{text}");
}

/// Stacks of small matrices of static lengths, for which each product is inlined: of both operands, of one, of a
/// number of them that is known only at run time, and with an axis that stretches.
#[test]
fn stacks_of_small_matrices_are_their_products() {
    let a = Array4::<f32, 2, 3, 4, 3>::from_fn(|[s, t, i, j]| (7 * s + 5 * t + 3 * i + j) as f32 / 8. - 1.);
    let b =
        Array4::<f32, 2, 3, 3, 5>::from_fn(|[s, t, i, j]| (s + 4 * t) as f32 - (3 * i + 2 * j) as f32 / 4.);
    let all = a.matmul(&b);
    let of = |x: &Array4<f32, 2, 3, 3, 5>, s: usize, t: usize| {
        Matrix::<f32, 3, 5>::from_fn(|[i, j]| x[[s, t, i, j]])
    };
    let one = of(&b, 0, 0);
    let by_one = a.matmul(&one);
    let last = Array3::<f32, 3, 3, 5>::from_fn(|[t, i, j]| b[[1, t, i, j]]);
    let by_last = a.matmul(&last);
    let stretched = a.matmul(&last.insert_axis::<0>());
    assert_eq!(by_last, stretched);
    for (s, t) in (0..2).flat_map(|s| (0..3).map(move |t| (s, t))) {
        let left = Matrix::<f32, 4, 3>::from_fn(|[i, j]| a[[s, t, i, j]]);
        let [want, want_one, want_last] = [of(&b, s, t), one, of(&b, 1, t)].map(|right| left.matmul(&right));
        for (i, j) in (0..4).flat_map(|i| (0..5).map(move |j| (i, j))) {
            assert_eq!(all[[s, t, i, j]], want[[i, j]]);
            assert_eq!(by_one[[s, t, i, j]], want_one[[i, j]]);
            assert_eq!(by_last[[s, t, i, j]], want_last[[i, j]]);
        }
    }
    let rows = Array::from_vec((Dyn(6), Const::<4>, Const::<3>), a.as_slice().to_vec()).unwrap();
    let columns = Array::from_vec((Dyn(6), Const::<3>, Const::<5>), b.as_slice().to_vec()).unwrap();
    assert_eq!(rows.matmul(&columns).unwrap().as_slice(), all.as_slice());
    assert_eq!(rows.matmul(&one).as_slice(), by_one.as_slice());
    let none = Array::<f32, (Dyn, Const<4>, Const<0>)>::from_vec((Dyn(6), Const, Const), vec![]).unwrap();
    assert_eq!(none.matmul(&Matrix::<f32, 0, 5>::zeros()).as_slice(), [0.; 120]);
}
