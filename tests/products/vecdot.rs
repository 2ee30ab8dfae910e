//! `vecdot` and `vdot`: stacks, axes, conjugation, bits, and the errors. NumPy's values are in `products.rs`.

#![cfg(feature = "alloc")]

use crate::common;

use common::Rng;
use conformable::Scalar;
use conformable::prelude::*;

fn bits(x: &[f32]) -> Vec<u32> {
    x.iter().map(|x| x.to_bits()).collect()
}

#[test]
fn a_stack_has_the_bits_of_its_dots() {
    fn check<const K: usize>(seed: u64) {
        let mut rng = Rng::new(seed);
        let a = Array3::<f32, 3, 2, K>::boxed_from_fn(|_| rng.f32());
        let b = Matrix::<f32, 2, K>::boxed_from_fn(|_| rng.f32());
        let c: Matrix<f32, 3, 2> = a.vecdot(&*b);
        let expected: Vec<u32> = (0..6)
            .map(|n| common::dot(&a.as_slice()[n * K..][..K], &b.as_slice()[n % 2 * K..][..K]).to_bits())
            .collect();
        assert_eq!(bits(c.as_slice()), expected, "static, {K}");
        assert_eq!(bits(b.vecdot(&*a).as_slice()), expected, "it commutes");
        let (a_rank, b_rank) = (a.view().into_dyn(), b.view().into_dyn());
        assert_eq!(bits(a_rank.vecdot(&b_rank).unwrap().as_slice()), expected, "dynamic rank");
        let mixed = a.view().typed::<shape![dyn, 2, dyn]>().unwrap();
        let c: Array<f32, (Dyn, Const<2>)> = mixed.vecdot(&*b).unwrap();
        assert_eq!(bits(c.as_slice()), expected, "mixed");
        let mut out = Matrix::<f32, 2, 3>::full(f32::NAN);
        a.vecdot_into(&*b, &mut out.t_mut());
        assert_eq!(bits(out.t().to_owned().as_slice()), expected, "into a transpose");

        // The same vectors along the first axis of both.
        let (a_first, b_first) = (a.t().to_owned(), b.t().to_owned()); // (K, 2, 3) and (K, 2)
        let c: Matrix<f32, 2, 3> = a_first.vecdot_axis::<0, _>(&b_first.insert_axis::<2>());
        assert_eq!(bits(c.t().to_owned().as_slice()), expected, "along axis 0");
        let of_views = a_first.t().vecdot_axis::<2, _>(&b_first.t().insert_axis::<0>());
        assert_eq!(bits(of_views.as_slice()), expected, "of views");
        assert_eq!(a.vdot(&*a), a_rank.vdot(&a_rank).unwrap());
        let rows = a.as_slice();
        assert_eq!(a.vdot(&*a).to_bits(), common::dot(rows, rows).to_bits(), "vdot reads row by row");
        let turned = a.t();
        let copy = turned.to_owned();
        assert_eq!(turned.vdot(&copy).to_bits(), common::dot(copy.as_slice(), copy.as_slice()).to_bits());
    }
    check::<1>(1);
    check::<3>(2);
    check::<8>(3);
    check::<33>(4);
    check::<300>(5);
}

/// A Gaussian integer.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Gauss(i64, i64);
impl Scalar for Gauss {
    const ZERO: Self = Gauss(0, 0);
    const ONE: Self = Gauss(1, 0);
    fn plus(self, rhs: Self) -> Self {
        Gauss(self.0 + rhs.0, self.1 + rhs.1)
    }
    fn times(self, rhs: Self) -> Self {
        Gauss(self.0 * rhs.0 - self.1 * rhs.1, self.0 * rhs.1 + self.1 * rhs.0)
    }
    fn conj(self) -> Self {
        Gauss(self.0, -self.1)
    }
}

#[test]
fn the_first_operand_is_conjugated_where_numpy_does_it() {
    let a = array![Gauss(0, 1), Gauss(2, 0)];
    let b = array![Gauss(0, 1), Gauss(3, 0)];
    // As `numpy.inner`, `numpy.vdot` and `numpy.vecdot` of [1j, 2] and [1j, 3].
    assert_eq!(a.inner(&b), Gauss(5, 0));
    assert_eq!(a.dot(&b), Gauss(5, 0));
    assert_eq!(a.matmul(&b), Gauss(5, 0));
    assert_eq!(a.vdot(&b), Gauss(7, 0));
    assert_eq!(a.vecdot(&b), Gauss(7, 0));
    assert_eq!(a.vecdot_axis::<0, _>(&b), Gauss(7, 0));
    assert_eq!(a.vecdot(&array![Gauss(1, 0), Gauss(0, 1)]), Gauss(0, 1), "the first one, not the second");
    let m = array![[Gauss(0, 1), Gauss(1, 0)], [Gauss(1, 1), Gauss(0, 0)]];
    assert_eq!(a.vecmat(&m), array![Gauss(3, 2), Gauss(0, -1)]);
    assert_eq!(a.matmul(&m), array![Gauss(1, 2), Gauss(0, 1)]);
    assert_eq!(m.matvec(&a), array![Gauss(1, 0), Gauss(-1, 1)]);
    assert_eq!(m.vdot(&m), Gauss(4, 0));
    assert_eq!(m.into_dyn().vdot(&m), Ok(Gauss(4, 0)));
    let stack = m.insert_axis::<0>();
    assert_eq!(
        stack.vecdot(&m.t()),
        array![[Gauss(2, 1), Gauss(1, -1)]].typed::<(Stretch, Const<2>)>().unwrap()
    );
    let long = Vector::<Gauss, 300>::from_fn(|[i]| Gauss(i as i64, 1));
    assert_eq!(long.vdot(&long), Gauss((0..300).map(|i| i * i + 1).sum(), 0));
}

#[test]
fn errors_at_run_time_are_numpy_s() {
    let array = |dims: &[usize]| {
        let len = dims.iter().product();
        ArrayD::from_vec(DynRank::new(dims).unwrap(), vec![0_i32; len]).unwrap()
    };
    let text = |a: &[usize], b: &[usize]| array(a).vecdot(&array(b)).unwrap_err().to_string();
    let remapped = "operands could not be broadcast together with remapped shapes [original->remapped]: ";
    assert_eq!(text(&[2, 3], &[5, 3]), format!("{remapped}(2,3)->(2,) (5,3)->(5,)  and requested shape ()"));
    assert_eq!(
        text(&[4, 2, 3], &[5, 3]),
        format!("{remapped}(4,2,3)->(4,2) (5,3)->(5)  and requested shape ()")
    );
    assert_eq!(
        text(&[2, 3], &[5, 4]),
        "vecdot: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n),(n)->() (size 4 \
         is different from 3)"
    );
    assert_eq!(
        text(&[3], &[]),
        "vecdot: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature (n),(n)->() \
         requires 1)"
    );
    let along = |a: &[usize], b: &[usize]| array(a).vecdot_axis::<1, _>(&array(b));
    assert_eq!(
        along(&[2, 3], &[3]).unwrap_err().to_string(),
        "axis 1 is out of bounds for array of dimension 1"
    );
    assert_eq!(along(&[2, 3], &[2, 4]).unwrap_err().axes(), Some((1, 1)));
    assert_eq!(
        along(&[2, 3], &[5, 3]).unwrap_err().to_string(),
        format!("{remapped}(2,3)->(2,) (5,3)->(5,)  and requested shape ()")
    );
    assert_eq!(
        along(&[2, 3, 4], &[2, 3, 5]).unwrap_err().to_string(),
        format!("{remapped}(2,3,4)->(2,4) (2,3,5)->(2,5)  and requested shape ()")
    );
    assert_eq!(along(&[2, 3, 1], &[1, 3, 5]).unwrap().dims(), [2, 5]);

    let text = |a: &[usize], b: &[usize]| array(a).vdot(&array(b)).unwrap_err().to_string();
    assert_eq!(text(&[3], &[2]), "cannot reshape array of size 2 into shape (3,)");
    assert_eq!(text(&[2, 3], &[2]), "cannot reshape array of size 2 into shape (6,)");
    assert_eq!(text(&[2], &[2, 3]), "cannot reshape array of size 6 into shape (2,)");
    assert_eq!(text(&[2, 3], &[3, 2]), "vdot: shape (3,2) where (2,3) is needed");
}

/// Stacks of short vectors of a static length, for which each product is inlined.
#[test]
fn stacks_of_short_vectors_are_their_products() {
    let a = Array3::<f32, 4, 3, 3>::from_fn(|[s, i, k]| (5 * s + 3 * i + k) as f32 / 8. - 1.);
    let b = Array3::<f32, 4, 3, 3>::from_fn(|[s, i, k]| (s + 2 * i) as f32 - k as f32 / 4.);
    let row = |x: &Array3<f32, 4, 3, 3>, s: usize, i: usize| Vector::<f32, 3>::from_fn(|[k]| x[[s, i, k]]);
    let (all, one) = (a.vecdot(&b), a.vecdot(&row(&b, 1, 2)));
    let vectors = Matrix::<f32, 4, 3>::from_fn(|[s, k]| b[[s, 1, k]]);
    let (right, left) = (a.matvec(&vectors), vectors.vecmat(&a));
    for s in 0..4 {
        let matrix = Matrix::<f32, 3, 3>::from_fn(|[i, k]| a[[s, i, k]]);
        for i in 0..3 {
            assert_eq!(all[[s, i]], row(&a, s, i).inner(&row(&b, s, i)));
            assert_eq!(one[[s, i]], row(&a, s, i).inner(&row(&b, 1, 2)));
            assert_eq!(right[[s, i]], matrix.matvec(&row(&b, s, 1))[[i]]);
            assert_eq!(left[[s, i]], row(&b, s, 1).vecmat(&matrix)[[i]]);
        }
    }
    let points = Array::from_vec((Dyn(12), Const::<3>), a.as_slice().to_vec()).unwrap();
    let others = Array::from_vec((Dyn(12), Const::<3>), b.as_slice().to_vec()).unwrap();
    assert_eq!(points.vecdot(&others).unwrap().as_slice(), all.as_slice());
}
