//! Static products and sums of elements that processors have code of their own for, by shape, beside those of views.

use super::numbers::{Digest, Kind, Number, Numbers};
use conformable::{ArrayView, ArrayViewMut, Dyn, Matrix, Vector};

/// Whether small static products, of operands row by row and column by column, and sums, differences and products of
/// elements have the bits of those of run-time lengths: of shapes around every bound of the code for Cortex-M4F.
#[must_use]
#[inline(never)]
pub fn are_forms_same() -> bool {
    let mut numbers = Numbers::new(3);
    let mut are_same = true;
    macro_rules! products {
        ($($m:literal $n:literal $k:literal,)+) => { $(are_same &= product::<$m, $n, $k>(&mut numbers);)+ };
    }
    macro_rules! elements {
        ($($n:literal)+) => { $(are_same &= elements::<$n>(&mut numbers);)+ };
    }
    for kind in [Kind::Wide, Kind::Near] {
        numbers.of(kind);
        products! {
            2 6 6, 6 2 2, 6 6 2, 6 2 6, 2 2 6, 1 6 2, 1 5 6, 1 8 8, 1 20 3, 1 1 5, 3 3 3, 4 4 4, 4 5 4, 4 6 4, 8 8 5,
            6 6 6, 7 5 7, 5 4 8, 8 8 8, 8 7 8, 2 3 7, 2 7 3, 2 8 3, 3 16 8, 8 1 4, 8 9 1, 6 6 1, 2 40 2,
        }
        elements! { 31 32 33 36 39 64 }
    }
    are_same
}

/// The bits of numbers.
fn digest<'a, T: Number>(numbers: impl IntoIterator<Item = &'a T>) -> Digest {
    let mut digest = Digest::new();
    numbers.into_iter().for_each(|x| digest.add(*x));
    digest
}

#[inline(never)]
fn product<const M: usize, const N: usize, const K: usize>(numbers: &mut Numbers) -> bool {
    let (mut a, mut b) = (Matrix::<f32, M, K>::zeros(), Matrix::<f32, K, N>::zeros());
    numbers.fill(a.as_mut_slice());
    numbers.fill(b.as_mut_slice());
    let (a_columns, b_columns): (Matrix<f32, K, M>, Matrix<f32, N, K>) = (a.t().to_owned(), b.t().to_owned());
    let mut c = Matrix::<f32, M, N>::zeros();
    let (Ok(x), Ok(y), Ok(mut z)) = (
        ArrayView::from_slice((Dyn(M), Dyn(K)), a.as_slice()),
        ArrayView::from_slice((Dyn(K), Dyn(N)), b.as_slice()),
        ArrayViewMut::from_slice((Dyn(M), Dyn(N)), c.as_mut_slice()),
    ) else {
        return false;
    };
    if x.matmul_into(&y, &mut z).is_err() {
        return false;
    }
    let expected = digest(&c);
    let mut turned = Matrix::<f32, N, M>::zeros();
    a.matmul_into(&b, &mut turned.t_mut());
    digest(&a.matmul(&b)) == expected
        && digest(&a.inner(&b_columns)) == expected
        && digest(&a_columns.t().matmul(&b)) == expected
        && digest(&a_columns.t().matmul(&b_columns.t())) == expected
        && digest(turned.t()) == expected
}

#[inline(never)]
fn elements<const N: usize>(numbers: &mut Numbers) -> bool {
    let (mut a, mut b) = (Vector::<f32, N>::zeros(), Vector::<f32, N>::zeros());
    numbers.fill(a.as_mut_slice());
    numbers.fill(b.as_mut_slice());
    let (mut sum, mut difference, mut product) = (a, a, a);
    sum += b;
    difference -= b;
    product *= b;
    digest(&(a + b)) == digest(&a.zip_map(&b, |a, b| a + b))
        && digest(&sum) == digest(&a.zip_map(&b, |a, b| a + b))
        && digest(&(a - b)) == digest(&a.zip_map(&b, |a, b| a - b))
        && digest(&difference) == digest(&a.zip_map(&b, |a, b| a - b))
        && digest(&(a * b)) == digest(&a.zip_map(&b, |a, b| a * b))
        && digest(&product) == digest(&a.zip_map(&b, |a, b| a * b))
}
