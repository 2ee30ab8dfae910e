//! `einsum!` against the function `einsum`, which has its own tests against NumPy and the definition: the same strings
//! with all lengths in the types, with `Dyn` axes, with views and with a dynamic rank; its types; its hygiene.

#![cfg(all(feature = "alloc", feature = "macros"))]

use crate::common;

use common::Rng;
use conformable::prelude::*;
use conformable::{DimsD, axis, einsum, einsum_into, einsum_path};

/// The lengths of a result, and its elements, whatever it is.
trait Flat {
    fn flat(&self) -> (DimsD, Vec<f64>);
}
impl<S: Shape> Flat for Array<f64, S> {
    fn flat(&self) -> (DimsD, Vec<f64>) {
        (DimsD::new(self.dims().as_ref()).unwrap(), self.as_slice().to_vec())
    }
}
impl Flat for f64 {
    fn flat(&self) -> (DimsD, Vec<f64>) {
        (DimsD::new(&[]).unwrap(), vec![*self])
    }
}

/// An array with these lengths in its type.
macro_rules! fixed {
    ($rng:ident [$($n:literal),*]) => {
        Array::<f64, ($(Const<$n>,)*)>::from_fn(|_| $rng.below(19) as f64 - 9.0)
    };
}
/// The same elements in the opposite order of axes in memory.
macro_rules! turned {
    ($a:ident in $buffer:ident) => {{
        $buffer = $a.t().to_owned();
        $buffer.t()
    }};
}

macro_rules! same_as_the_function {
    ($($subscripts:literal: $([$($n:literal),*])+;)+) => {$({
        let rng = &mut Rng::new(line!().into());
        same_as_the_function!(@ rng, $subscripts, $([$($n),*])+);
    })+};
    (@ $rng:ident, $s:literal, [$($a:literal),*]) => {
        let a = fixed!($rng [$($a),*]);
        let expected = einsum($s, &[a.view().into_dyn()]).unwrap();
        let expected = expected.flat();
        assert_eq!(einsum!($s, a).flat(), expected, $s);
        assert_eq!(einsum!($s, a.view()).flat(), expected, $s);
        assert_eq!(einsum!($s, a.into_dyn()).unwrap().flat(), expected, $s);
        let buffer;
        assert_eq!(einsum!($s, turned!(a in buffer)).flat(), expected, $s);
    };
    (@ $rng:ident, $s:literal, [$($a:literal),*] [$($b:literal),*]) => {
        let (a, b) = (fixed!($rng [$($a),*]), fixed!($rng [$($b),*]));
        let expected = einsum($s, &[a.view().into_dyn(), b.view().into_dyn()]).unwrap();
        let expected = expected.flat();
        assert_eq!(einsum!($s, a, b).flat(), expected, $s);
        assert_eq!(einsum!($s, &a, b.view()).flat(), expected, $s);
        assert_eq!(einsum!($s, a.into_dyn(), b.view().into_dyn()).unwrap().flat(), expected, $s);
        let (left, right);
        assert_eq!(einsum!($s, turned!(a in left), turned!(b in right)).flat(), expected, $s);
    };
    (@ $rng:ident, $s:literal, $([$($a:literal),*])+) => {
        same_as_the_function!(@@ $rng, $s, () $([$($a),*])+);
    };
    (@@ $rng:ident, $s:literal, ($($done:tt)*) [$($a:literal),*] $([$($rest:literal),*])*) => {
        let a = fixed!($rng [$($a),*]);
        same_as_the_function!(@@ $rng, $s, ($($done)* a) $([$($rest),*])*);
    };
    (@@ $rng:ident, $s:literal, ($($a:ident)+)) => {
        let expected = einsum($s, &[$($a.view().into_dyn()),+]).unwrap();
        let expected = expected.flat();
        assert_eq!(einsum!($s, $($a),+).flat(), expected, $s);
        assert_eq!(einsum!($s, $($a.view()),+).flat(), expected, $s);
        assert_eq!(einsum!($s, $($a.view().into_dyn()),+).unwrap().flat(), expected, $s);
    };
}

#[test]
fn strings_in_every_form_first_part() {
    same_as_the_function! {
        "ij,jk->ik": [2,3] [3,4];
        "ij,jk": [2,3] [3,4];
        "ij,jk->ki": [2,3] [3,4];
        "ij,kj->ik": [2,3] [4,3];
        "ji,jk->ik": [3,2] [3,4];
        "ji,kj->ki": [3,2] [4,3];
        "ijk,lk->ijl": [3,4,5] [6,5];
        "ijk,lk->lji": [3,4,5] [6,5];
        "ijk,kl->ijl": [2,3,4] [4,2];
        "ijk,jil->kl": [2,3,4] [3,2,5];
        "ijk,ijl->kl": [2,3,4] [2,3,5];
        "ijk,jkl->il": [2,3,4] [3,4,2];
        "i,i": [5] [5];
        "i,i->": [5] [5];
        "i,i->i": [5] [5];
        "i,j": [2] [3];
        "i,j->ij": [2] [3];
        "i,j->ji": [2] [3];
        "ij,j->i": [2,3] [3];
        "ij,i->j": [2,3] [2];
        "j,ij->i": [3] [2,3];
        "ij,j->ij": [2,3] [3];
        "ij,i->ij": [2,3] [2];
        "ij,i->ji": [2,3] [2];
        "ij,ij": [2,3] [2,3];
        "ij,ij->i": [2,3] [2,3];
        "ij,ij->j": [2,3] [2,3];
        "ij,ij->ij": [2,3] [2,3];
        "ij,ij->ji": [2,3] [2,3];
    }
}

#[test]
fn strings_in_every_form_second_part() {
    same_as_the_function! {
        "ij,ji->": [2,3] [3,2];
        "ij,ji->ij": [2,3] [3,2];
        "bij,bjk->bik": [3,2,4] [3,4,2];
        "bij,bkj->bik": [3,2,4] [3,5,4];
        "bij,bjk->ikb": [3,2,4] [3,4,2];
        "bij,bj->bi": [3,2,4] [3,4];
        "bi,bi->b": [3,4] [3,4];
        "bhqd,bhkd->bhqk": [2,2,3,4] [2,2,3,4];
        "abc,cd,def->abf": [2,3,2] [2,2] [2,3,4];
        "ij,jk,kl->il": [2,3] [3,4] [4,2];
        "ij,jk,kl->li": [2,3] [3,4] [4,2];
        "ij,jk,kl": [2,3] [3,4] [4,2];
        "i,i,i->i": [3] [3] [3];
        "i,i,i": [3] [3] [3];
        "i,ij,j->": [2] [2,3] [3];
        "i,ij,j->ij": [2] [2,3] [3];
        "ea,fb,abcd,gc,hd->efgh": [2,2] [2,3] [2,3,2,2] [2,2] [3,2];
        "ij,jk,kl,lm,mn,no->io": [2,3] [3,2] [2,4] [4,2] [2,3] [3,2];
        "ij": [2,3];
        "ij->ij": [2,3];
        "ij->ji": [2,3];
        "ba": [2,3];
        "zA": [2,3];
        "ij->": [2,3];
        "ij->i": [2,3];
        "ij->j": [2,3];
        "ijk->kij": [2,3,4];
        "ijk->kji": [2,3,4];
        "ijk->ik": [2,3,4];
    }
}

#[test]
fn strings_in_every_form_third_part() {
    same_as_the_function! {
        "ijk->ki": [2,3,4];
        "ijk->j": [2,3,4];
        "ijkl->ljki": [2,3,2,3];
        "ii": [3,3];
        "ii->i": [3,3];
        "iij->ij": [2,2,3];
        "iji->j": [2,3,2];
        "iij": [2,2,3];
        "iii->i": [3,3,3];
        "ii,ij->j": [2,2] [2,3];
        "ii,i->i": [3,3] [3];
        "ijj,jk->ik": [2,3,3] [3,2];
        "ijx,jk->ik": [2,3,2] [3,4];
        "ij,jkx->ik": [2,3] [3,4,2];
        "xij,jky->ik": [2,2,3] [3,4,2];
        "x,y->": [2] [3];
        "x,ij->ji": [2] [2,3];
        "ijx,jk,kly->il": [2,3,2] [3,4] [4,2,3];
        "iijx,jk->ik": [2,2,3,2] [3,2];
        "ij,j->i": [2,0] [0];
        "ij,jk->ik": [0,3] [3,2];
        "ij,jk->ik": [2,0] [0,2];
        "ij->i": [2,0];
        "aB,Bc->ac": [2,3] [3,2];
        "ab,cd->abcd": [2,1] [1,3];
        "abc,def->fabcde": [1,2,1] [2,1,2];
        "abcdef->fedcba": [1,2,1,2,1,2];
    }
}

/// The same with an ellipsis, where ranks are in the types.
macro_rules! same_with_dots {
    ($($subscripts:literal: $([$($n:literal),*])+;)+) => {$({
        let rng = &mut Rng::new(line!().into());
        same_with_dots!(@ rng, $subscripts, () $([$($n),*])+);
    })+};
    (@ $rng:ident, $s:literal, ($($done:tt)*) [$($a:literal),*] $([$($rest:literal),*])*) => {
        let a = fixed!($rng [$($a),*]);
        same_with_dots!(@ $rng, $s, ($($done)* a) $([$($rest),*])*);
    };
    (@ $rng:ident, $s:literal, ($($a:ident)+)) => {
        let expected = einsum($s, &[$($a.view().into_dyn()),+]).unwrap();
        let expected = expected.flat();
        assert_eq!(einsum!($s, $($a),+).flat(), expected, $s);
        assert_eq!(einsum!($s, $($a.view()),+).flat(), expected, $s);
    };
}

#[test]
fn strings_with_an_ellipsis() {
    same_with_dots! {
        "...ij,...jk->...ik": [3, 2, 4] [3, 4, 2];
        "...ij,...jk->...ik": [2, 3, 2, 4] [3, 4, 2];
        "...ij,...jk->...ik": [2, 4] [5, 3, 4, 2];
        "...ij,...jk": [3, 2, 4] [4, 2];
        "...": [2, 3];
        "...->...": [2, 3];
        "...i->...": [2, 3];
        "i...->...": [2, 3];
        "i...->...i": [2, 3, 4];
        "...i->i...": [2, 3, 4];
        "...ij->...ji": [2, 3, 4];
        "b...a": [2, 3, 4];
        "i...j->j...i": [2, 3, 4, 2];
        "ij...,jk...->ik...": [2, 3, 4] [3, 2, 4];
        "ij...,jk...->ik...": [2, 3] [3, 2];
        "i...,...->...i": [2, 3] [3];
        "...,...": [2, 3] [3];
        "...,...->...": [2, 3] [2, 3];
        "...i,...i->...": [2, 3] [3];
        "...i,...j,...->...ij": [4, 2] [4, 3] [4];
        "...ijx,...jk->...ik": [3, 2, 4, 2] [3, 4, 2];
        "...ii->...i": [2, 3, 3];
        "...,i->...i": [2] [3];
        "...i,i->...": [2, 3] [3];
    }
}

#[test]
fn axes_that_say_so_stretch_and_others_do_not() {
    let mut rng = Rng::new(1);
    let a = Array3::<f64, 4, 2, 3>::from_fn(|_| rng.below(9) as f64);
    let b = Matrix::<f64, 3, 5>::from_fn(|_| rng.below(9) as f64);
    let one = b.insert_axis::<0>();
    let each: Array3<f64, 4, 2, 5> = einsum!("bij,bjk->bik", a, one);
    assert_eq!(each, einsum!("bij,jk->bik", a, b));
    let each: Array3<f64, 4, 2, 5> = einsum!("bij,bjk->bik", a, one.to_owned());
    assert_eq!(each, einsum!("...ij,...jk->...ik", a, one));
    assert_eq!(each, einsum!("...ij,...jk->...ik", a, b));
    // Summed, it counts as often as the other is long.
    let five: f64 = einsum!("i,i->", Vector::<f64, 5>::ones(), Array::<f64, ()>::new(2.0).insert_axis::<0>());
    assert_eq!(five, 10.0);
    let ones = Vector::<f64, 3>::ones();
    let column = ones.insert_axis::<0>();
    let sums: Vector<f64, 5> = einsum!("bj,jk,b->k", column, b, array![1.0, 2.0, 3.0]);
    assert_eq!(sums, einsum!("j,jk->k", Vector::<f64, 3>::full(6.0), b));
    let kept: Array<f64, (Dyn, Const<3>)> = einsum!("bj,b->bj", column, Array::from(vec![1.0, 2.0]));
    assert_eq!(kept.as_slice(), [1.0, 1.0, 1.0, 2.0, 2.0, 2.0]);
    let alone: Array<f64, (Const<3>, conformable::Stretch)> = einsum!("bj->jb", column);
    assert_eq!(alone.dims(), [3, 1]);
    let extra: Array<f64, (Const<4>, Const<3>)> =
        einsum!("bjx,b->bj", column.insert_axis::<2>(), Vector::<f64, 4>::ones());
    assert_eq!(extra.as_slice(), [1.0; 12]);
}

#[test]
fn results_are_written_into_arrays_that_are_there() {
    let mut rng = Rng::new(3);
    let a = Matrix::<f64, 5, 40>::from_fn(|_| rng.f64());
    let b = Matrix::<f64, 40, 7>::from_fn(|_| rng.f64());
    let product: Matrix<f64, 5, 7> = einsum!("ij,jk->ik", a, b);
    let mut out = Matrix::full(f64::NAN);
    einsum_into!("ij,jk->ik", a, b, &mut out);
    assert_eq!(bits(out.as_slice()), bits(product.as_slice()));
    // Into a transpose, whose elements stand column by column.
    let mut turned = Matrix::<f64, 7, 5>::full(f64::NAN);
    einsum_into!("ij,jk->ik", a, b, &mut turned.t_mut());
    assert_eq!(turned.t(), product);
    let small = array![[1.0, 2.0], [3.0, 4.0]];
    let mut turned = Matrix::<f64, 2, 2>::full(f64::NAN);
    einsum_into!("ij,jk->ik", small, small, &mut turned.t_mut());
    assert_eq!(turned, array![[7.0, 15.0], [10.0, 22.0]]);
    einsum_into!("ij->ji", small, &mut turned);
    assert_eq!(turned, array![[1.0, 3.0], [2.0, 4.0]]);
    einsum_into!("ij,jk,kl->li", small, small, small, &mut turned.t_mut());
    assert_eq!(turned, array![[37.0, 54.0], [81.0, 118.0]]);
    let mut sum = Array::<f64, ()>::new(f64::NAN);
    einsum_into!("ij,ij->", small, small, &mut sum);
    assert_eq!(sum, Array::<f64, ()>::new(30.0));

    let mut buffer = vec![0.0; 6];
    let mut free = ArrayViewMut::from_slice((Dyn(3), Dyn(2)), &mut buffer).unwrap();
    let error = einsum_into!("ij,jk->ik", small, small, &mut free).unwrap_err();
    assert_eq!(error.to_string(), "einsum_into: shape (3,2) where (2,2) is needed");
    assert!(einsum_into!("ij,jk,kl->il", small, small, small, &mut free).is_err());
    assert!(einsum_into!("ij->ij", small, &mut free).is_err());
    let tall = Array::from_vec((Dyn(3), Const::<2>), vec![1.0; 6]).unwrap();
    einsum_into!("ij,jk->ik", tall, small, &mut free).unwrap();
    assert_eq!(buffer, [4.0, 6.0, 4.0, 6.0, 4.0, 6.0]);
}

#[test]
fn the_path_is_that_of_the_function() {
    let (a, b, c) =
        (Matrix::<f32, 2, 30>::ones(), Matrix::<f32, 30, 30>::ones(), Matrix::<f32, 30, 2>::ones());
    let path = einsum_path!("ij,jk,kl->il", a, b, c);
    assert_eq!(path, einsum_path("ij,jk,kl->il", &[&[2, 30], &[30, 30], &[30, 2]]).unwrap());
    assert_eq!(path.steps().collect::<Vec<_>>(), [(0, 1), (0, 2)]);
    assert_eq!((path.flops(), path.largest()), (2 * 1800 + 2 * 120, 60));
    let any = einsum_path!("ij,jk,kl->il", a, b.view().into_dyn(), c).unwrap();
    assert_eq!(any, path);
    assert_eq!(
        einsum_path!("...ijx,...jk->...ki", Array4::<f32, 7, 2, 3, 4>::ones(), Matrix::<f32, 3, 5>::ones())
            .to_string(),
        "...ijx,jk->...ki\n  0: ...ijx->...ij    42 elements, 168 FLOPs\n  \
         0, 1: ...ij,jk->...ki    70 elements, 420 FLOPs\n588 FLOPs, largest intermediate result 70 elements"
    );
    assert!(einsum_path("ij,jk", &[&[2, 3], &[4, 5]]).is_err());
    assert_eq!(
        einsum_path("ij->ji", &[&[2, 3]]).unwrap().to_string(),
        "ij->ji\n0 FLOPs, largest intermediate result 6 elements"
    );
}

#[test]
fn a_network_of_six_operands_is_contracted_in_small_steps() {
    let mut rng = Rng::new(2);
    let mut matrix = || Matrix::<f64, 12, 12>::from_fn(|_| rng.below(5) as f64 - 2.0);
    let [a, b, c, d, e, f] = [(); 6].map(|()| matrix());
    let path = einsum_path!("ij,jk,kl,lm,mn,no->io", a, b, c, d, e, f);
    assert_eq!((path.flops(), path.largest()), (5 * 2 * 12 * 12 * 12, 144));
    let product: Matrix<f64, 12, 12> = einsum!("ij,jk,kl,lm,mn,no->io", a, b, c, d, e, f);
    let expected = [b, c, d, e, f].iter().fold(a, |product, m| product.inner(&m.t()));
    assert_eq!(product, expected, "small integers are exact in any order");
    // A ring of 6 letters, each in three operands.
    let ring = einsum!("ab,bc,cd,de,ef,fa->", a, b, c, d, e, f);
    assert_eq!(ring, einsum!("ab,ba->", expected, Matrix::<f64, 12, 12>::eye()));
}

// ---- types --------------------------------------------------------------------------------------------

axis!(Joint: 3);
axis!(Motor: 4);

#[test]
fn the_cube_by_rows_is_inner_bit_by_bit() {
    let mut rng = Rng::new(1);
    let a = Array3::<f64, 3, 4, 5>::from_fn(|_| rng.f64());
    let b = Matrix::<f64, 6, 5>::from_fn(|_| rng.f64());
    let c: Array3<f64, 3, 4, 6> = einsum!("ijk,lk->ijl", a, b);
    assert_eq!(bits(c.as_slice()), bits(a.inner(&b).as_slice()));
    let large = Array3::<f64, 7, 9, 300>::boxed_from_fn(|_| rng.f64());
    let rows = Matrix::<f64, 11, 300>::boxed_from_fn(|_| rng.f64());
    let c: Array3<f64, 7, 9, 11> = einsum!("ijk,lk->ijl", large, rows);
    assert_eq!(bits(c.as_slice()), bits(large.inner(&*rows).as_slice()));
    let (dynamic, view) = (large.view().into_dyn(), rows.view());
    let d: Array<f64, (Dyn, Dyn, Const<11>)> = einsum!("ijk,lk->ijl", dynamic, view).unwrap();
    assert_eq!(bits(d.as_slice()), bits(c.as_slice()));
}

#[test]
fn the_result_has_the_axes_of_its_letters() {
    let a = Array::<f64, (Const<2>, Joint)>::ones();
    let b = Array::<f64, (Joint, Motor)>::ones();
    let c: Array<f64, (Motor, Const<2>)> = einsum!("ij,jk->ki", a, b);
    assert_eq!(c.dims(), [4, 2]);
    let _: Array<f64, (Joint, Const<2>)> = einsum!("ij->ji", a);
    let _: f64 = einsum!("ij->", a);
    let norm = Array::<f64, ()>::new(einsum!("ij,ij->", a, a));
    let _: Array<f64, (Joint,)> = einsum!(",ij->j", norm, a);

    // What is known better wins; what the types prove costs no `Result`.
    let d = Array::from_vec((Dyn(2), Joint), vec![1.0; 6]).unwrap();
    let _: Array<f64, (Dyn, Motor)> = einsum!("ij,jk->ik", d, b);
    let _: Array<f64, (Const<2>, Joint)> = einsum!("ij,ij->ij", d, a).unwrap();
    let _: Array<f64, (Const<2>, Joint)> = einsum!("ij,ij->ij", a, d).unwrap();
    let e = Array::from_vec((Dyn(2), Dyn(3)), vec![1.0; 6]).unwrap();
    let _: Result<Array<f64, (Dyn, Motor)>, ShapeError> = einsum!("ij,jk->ik", e, b);
    let _: Array<f64, (Dyn, Dyn)> = einsum!("ij->ji", e);
    let _: Array<f64, (Dyn, Dyn, Const<2>, Joint)> = einsum!("ij,kl->ijkl", e, a);
    let _: Result<f64, ShapeError> = einsum!("ij,ij->", e, e);
    let _: Result<Array<f64, (Dyn, Dyn)>, ShapeError> = einsum!("ij->ji", e.view().into_dyn());
}

fn product<T: Scalar, M: Dim, K: StaticDim, N: Dim>(
    a: &Array<T, (M, K)>,
    b: &Array<T, (K, N)>,
) -> Array<T, (M, N)> {
    einsum!("ij,jk->ik", a, b)
}
fn weighted<const N: usize, const M: usize>(
    a: &Matrix<f64, N, M>,
    w: &Vector<f64, N>,
    x: &Vector<f64, M>,
) -> f64 {
    einsum!("ij,i,j->", a, w, x)
}
fn scaled<K: StaticDim>(
    a: &Array<f64, (K,)>,
    b: &Array<f64, (Dyn,)>,
) -> Result<Array<f64, (K,)>, ShapeError> {
    let there = einsum!("i,i->i", a, b)?;
    assert_eq!(einsum!("i,i->i", b, a)?, there);
    Ok(there)
}
fn trace<K: StaticDim>(a: &Array<f64, (K, K)>) -> f64 {
    einsum!("ii", a)
}
fn transposed<A: Dim, B: Dim>(a: &Array<f64, (A, B)>) -> Array<f64, (B, A)> {
    einsum!("ij->ji", a)
}

#[test]
fn generic_code_needs_no_more_than_dim_and_static_dim() {
    let a = array![[1.0, 2.0], [3.0, 4.0]];
    assert_eq!(product(&a, &a), array![[7.0, 10.0], [15.0, 22.0]]);
    assert_eq!(weighted(&a, &array![1.0, 10.0], &array![1.0, 1.0]), 73.0);
    assert_eq!(scaled(&array![1.0, 2.0], &Array::from(vec![3.0, 4.0])), Ok(array![3.0, 8.0]));
    assert!(scaled(&array![1.0, 2.0], &Array::from(vec![3.0])).is_err());
    assert_eq!(trace(&a), 5.0);
    assert_eq!(transposed(&a), array![[1.0, 3.0], [2.0, 4.0]]);
}

#[test]
fn errors_at_run_time_name_the_label_the_operands_and_their_shapes() {
    let a = Array::from_vec((Dyn(2), Dyn(3)), vec![1; 6]).unwrap();
    let b = Array::from_vec((Dyn(4), Dyn(2)), vec![1; 8]).unwrap();
    let error = einsum!("ij,jk->ik", a, b).unwrap_err();
    assert_eq!(
        error.to_string(),
        "einsum: 'j' is 3 in operand 0 of shape (2,3) and 4 in operand 1 of shape (4,2)"
    );
    assert_eq!((error.operation(), error.axes()), ("einsum", Some((1, 0))));
    let error = einsum!("ii", a).unwrap_err();
    assert_eq!(
        error.to_string(),
        "einsum: 'i' is 2 in operand 0 of shape (2,3) and 3 in operand 0 of shape (2,3)"
    );
    let error = einsum!("ij,jk,kl->il", a, a.t(), b).unwrap_err();
    assert_eq!(
        error.to_string(),
        "einsum: 'k' is 2 in operand 1 of shape (3,2) and 4 in operand 2 of shape (4,2)"
    );
    let any = a.view().into_dyn();
    let error = einsum!("ijk->", any).unwrap_err();
    assert_eq!(
        error.to_string(),
        "einsum: operand 0 of shape (2,3) has 2 axes, but its subscripts have 3 letters"
    );
    let error = einsum!("ij,k->", a, any).unwrap_err();
    assert_eq!(
        error.to_string(),
        "einsum: operand 1 of shape (2,3) has 2 axes, but its subscripts have 1 letter"
    );
    let error = einsum!("...i,...i->...", a, b.t().to_owned().t()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "einsum: '...' is 2 in operand 0 of shape (2,3) and 4 in operand 1 of shape (4,2)"
    );
    // A length of 1 does not stretch: its axis does not say so.
    assert!(einsum!("i,i->", Array::from(vec![1, 2]), Array::from(vec![1])).is_err());

    let rows = 1_usize << (usize::BITS / 2);
    let tall = ArrayView::<f32, (Dyn, Const<0>)>::from_slice((Dyn(rows), Const), &[]).unwrap();
    let tall = tall.into_dyn();
    let error = einsum!("ij,kj->ik", tall, tall).unwrap_err();
    assert_eq!(error.operation(), "einsum");
    assert!(error.to_string().contains("more elements than memory can hold"));
}

// ---- numbers ------------------------------------------------------------------------------------------

#[test]
fn every_kind_of_element() {
    assert_eq!(einsum!("i,i", array![200_u8, 100], array![2, 3]), 188);
    assert_eq!(einsum!("i->", array![i32::MAX, 1]), i32::MIN);
    assert!(einsum!("i,i", array![true, false], array![true, true]));
    assert!(!einsum!("ij,jk->ik", array![[true, false]], array![[false], [true]])[[0, 0]]);
    assert_eq!(einsum!("i,j->ij", array![1.5_f32, 2.0], array![2.0, 4.0]), array![[3.0, 6.0], [4.0, 8.0]]);

    #[derive(Clone, Copy, Debug, PartialEq)]
    struct MaxPlus(i32);
    impl Scalar for MaxPlus {
        const ZERO: Self = MaxPlus(i32::MIN);
        const ONE: Self = MaxPlus(0);
        fn plus(self, rhs: Self) -> Self {
            MaxPlus(self.0.max(rhs.0))
        }
        fn times(self, rhs: Self) -> Self {
            MaxPlus(self.0.saturating_add(rhs.0))
        }
    }
    let a = array![[MaxPlus(1), MaxPlus(5)], [MaxPlus(2), MaxPlus(0)]];
    assert_eq!(einsum!("ij,jk,kl->il", a, a, a)[[0, 0]], MaxPlus(8));
    assert_eq!(einsum!("ii->", a), MaxPlus(1));
    assert_eq!(einsum!("ij->j", a), array![MaxPlus(2), MaxPlus(5)]);
}

// ---- hygiene ------------------------------------------------------------------------------------------

#[test]
fn operands_are_evaluated_once_and_in_order() {
    let mut seen = Vec::new();
    let mut next = |n: i32| {
        seen.push(n);
        array![n, n]
    };
    let first = next(1);
    assert_eq!(einsum!("i,i,i", first, next(2), next(3)), 12);
    assert_eq!(einsum!("i", { next(4) }), array![4, 4]);
    assert_eq!(seen, [1, 2, 3, 4]);
}

#[test]
fn operands_are_expressions_of_any_form() {
    let a = array![[1, 2], [3, 4]];
    let boxed = Box::new(a);
    let mut changed = a;
    assert_eq!(einsum!("ij,jk->ik", &a, &&a), einsum!("ij,jk->ik", boxed, &mut changed));
    assert_eq!(
        einsum!("ij->ji", if true { a } else { boxed.as_ref().t().to_owned() },),
        array![[1, 3], [2, 4]]
    );
    assert_eq!(einsum!("ij,ij", a, Matrix::<i32, 2, 2>::ones()), 10);
    assert_eq!(einsum!("ij,j->i", a, einsum!("ij->j", a)), array![16, 36]);
    assert_eq!(einsum!(r"ij->", a), 10);
    assert_eq!(einsum!(r#"ij->"#, a), 10);
    fn early(a: Option<Vector<i32, 2>>) -> Option<i32> {
        Some(einsum!("i->", a?))
    }
    assert_eq!((early(None), early(Some(array![1, 2]))), (None, Some(3)));
    macro_rules! twice {
        ($subscripts:literal, $x:expr) => {
            einsum!($subscripts, $x, $x)
        };
    }
    let x = array![1, 2];
    assert_eq!(twice!("i,i", x), 5);
}

#[test]
fn numbers_are_operands_without_letters() {
    let a = array![[1., 2.], [3., 4.]];
    let half = 0.5;
    assert_eq!(einsum!(",ij->ij", half, a), array![[0.5, 1.], [1.5, 2.]]);
    assert_eq!(einsum!("ij,", a, 10.0_f64), array![[10., 20.], [30., 40.]]);
    assert_eq!(einsum!(",ij,j", &half, a, array![1., 1.]), array![1.5, 3.5]);
    assert_eq!(einsum!(",", 3, -4), -12);
    assert!(einsum!("", true));
}

fn bits(x: &[f64]) -> Vec<u64> {
    x.iter().map(|x| x.to_bits()).collect()
}
