//! `einsum!` in scopes that are not friendly, of elements that are not usual, and with ellipses that stand for nothing.
#![cfg(all(feature = "alloc", feature = "macros"))]

use conformable::{Array3, Matrix, Vector, array, axes, axis, einsum, einsum_into, einsum_path, s, shape};

/// Traits that every type has, with methods of the names of the expansion's own.
mod everywhere {
    #[allow(dead_code, reason = "is in scope, and is not to be used")]
    pub(crate) trait ByValue: Sized {
        fn operand(self) {}
        fn same_elements(self) {}
        fn axes(self) {}
        fn dots(self) {}
        fn fits(self) {}
        fn joined(self) {}
        fn leads(self) {}
        fn dropped(self) {}
        fn shape(self) {}
        fn array(self) {}
        fn meet(self) {}
    }
    impl<X> ByValue for X {}
}
mod by_reference {
    #[allow(dead_code, reason = "is in scope, and is not to be used")]
    pub(crate) trait ByReference {
        fn operand(&self) {}
        fn same_elements(&self) {}
        fn axes(&self) {}
        fn dots(&self) {}
        fn fits(&self) {}
        fn joined(&self) {}
        fn leads(&self) {}
        fn dropped(&self) {}
        fn shape(&self) {}
        fn array(&self) {}
        fn meet(&self) {}
    }
    impl<X: ?Sized> ByReference for X {}
}

// Modules of these names hide those that a careless expansion would mean.
mod core {}
mod std {}
mod alloc {}
#[allow(unused, reason = "only hides")]
mod conformable_macros {}

const A: Matrix<i32, 2, 3> = Matrix::new([[1, 2, 3], [4, 5, 6]]);
const B: Matrix<i32, 3, 2> = Matrix::new([[1, 0], [0, 1], [1, 1]]);

/// All macros, and what NumPy gives.
macro_rules! all_macros { ($name:ident, $trait:path) => {
    #[test]
    fn $name() {
        #[allow(unused_imports, reason = "is in scope, and is not to be used")]
        use $trait;
        assert_eq!(einsum!("ij,jk->ik", A, B), array![[4, 5], [10, 11]]);
        assert_eq!(einsum!("ij,jk,kl->il", A, B, A), array![[24, 33, 42], [54, 75, 96]]);
        assert_eq!(einsum!("...i,...i->...", A, A), array![14, 77]);
        assert_eq!(einsum!("ii", array![[1, 2], [3, 4]]), 5);
        let mut out = Matrix::zeros();
        einsum_into!("ij,jk->ki", A, B, &mut out);
        assert_eq!(out, array![[4, 10], [5, 11]]);
        assert_eq!(einsum_path!("ij,jk,kl->il", A, B, A).steps().count(), 2);
        assert_eq!(A.slice(s![1, ..;-1]), array![6, 5, 4]);
        axis!(Row: 2);
        let named: conformable::Array<i32, shape![Row, 3]> = conformable::Array::from_fn(|[i, j]: [usize; 2]| A[[i, j]]);
        assert_eq!(einsum!("ij->j", named), array![5, 7, 9]);
        assert_eq!(A.tensordot_axes::<axes![0, { 1 }], axes![1, 0], _>(&B), 15);
    }
}; }
all_macros!(traits_by_value_do_not_take_its_calls, everywhere::ByValue);
all_macros!(traits_by_reference_do_not_take_its_calls, by_reference::ByReference);

#[test]
fn an_ellipsis_of_the_output_alone_stands_for_nothing() {
    assert_eq!(einsum!("ij->...ij", A), A);
    assert_eq!(einsum!("ij->i...j", A), A);
    assert_eq!(einsum!("ij->...", A), 21);
    assert_eq!(einsum!("ij,kj->...ik", A, A), array![[14, 32], [32, 77]]);
    assert_eq!(einsum!("ij,jk,kl->...il", A, B, A), array![[24, 33, 42], [54, 75, 96]]);
    let mut out = Matrix::zeros();
    einsum_into!("ij->ji...", A, &mut out);
    assert_eq!(out, A.t());
    let a = A.into_dyn();
    assert_eq!(einsum!("ij->...ij", a).unwrap().as_slice(), A.as_slice());
    assert_eq!(einsum_path!("ij,jk->...ik", A, B), einsum_path!("ij,jk->ik", A, B));
    assert_eq!(conformable::einsum("ij->...ij", &[a.view()]).unwrap(), a);
    assert_eq!(conformable::einsum("ij->...", &[a.view()]).unwrap().as_slice(), [21]);
}

#[test]
fn an_output_may_drop_an_ellipsis_of_no_axes() {
    assert_eq!(einsum!("ab...->ab", A), A);
    assert_eq!(einsum!("...ab->ba", A), A.t());
    assert_eq!(einsum!("ab...,bc->ac", A, B), array![[4, 5], [10, 11]]);
    assert_eq!(einsum!("...ab,...bc,cd...->ad", A, B, A), array![[24, 33, 42], [54, 75, 96]]);
    assert_eq!(einsum!("...,a->a", 3, array![1, 2]), array![3, 6]);
    assert_eq!(einsum!("a...->", array![1, 2]), 3);
    assert_eq!(einsum!("a...,b->b", array![1, 2], array![1, 10]), array![3, 30]);
    let mut out = Vector::zeros();
    einsum_into!("a...b->a", A, &mut out);
    assert_eq!(out, array![6, 15]);
}

#[test]
fn escapes_are_read() {
    assert_eq!(einsum!("\x69j\u{2d}\u{003e}ji", A), A.t());
    assert_eq!(
        einsum!(
            "ij,\
                        jk->ik",
            A,
            B
        ),
        array![[4, 5], [10, 11]]
    );
    assert_eq!(einsum!(r#"ij->ji"#, A), A.t());
}

/// An element that takes 128 bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(align(128))]
struct Wide(i64);
impl ::core::ops::Add for Wide {
    type Output = Self;
    fn add(self, rhs: Self) -> Self {
        Wide(self.0 + rhs.0)
    }
}
impl ::core::ops::Mul for Wide {
    type Output = Self;
    fn mul(self, rhs: Self) -> Self {
        Wide(self.0 * rhs.0)
    }
}
conformable::scalar!(Wide, zero: Wide(0), one: Wide(1));

#[test]
fn elements_of_any_alignment_take_part() {
    let wide = |x: i32| Wide(i64::from(x));
    let (a, b) = (A.map(wide), B.map(wide));
    assert_eq!(einsum!("ij,jk->ik", a, b), einsum!("ij,jk->ik", A, B).map(wide));
    assert_eq!(einsum!("ij,jk,kl->il", a, b, a), einsum!("ij,jk,kl->il", A, B, A).map(wide));
    assert_eq!(a.matmul(&b), A.matmul(&B).map(wide));
    assert_eq!(a.sum_axis::<0>(), A.sum_axis::<0>().map(wide));
    // Gathered, because no two axes are one.
    let cube = Array3::<i32, 3, 4, 5>::from_fn(|[i, j, k]| (i * 20 + j * 5 + k) as i32 % 7 - 3);
    let rows = Array3::<i32, 2, 3, 5>::from_fn(|[l, i, k]| (l * 15 + i * 5 + k) as i32 % 11 - 5);
    let product = einsum!("ijk,lik->jl", cube.map(wide), rows.map(wide));
    assert_eq!(product, einsum!("ijk,lik->jl", cube, rows).map(wide));
}
