//! Determinants: in closed form up to 4 rows, else the product of the pivots of LU.
//!
//! The closed form is off by at most some units of the last place of the product of the sums of all rows. It is used if no
//! product leaves the range: a quick test of the largest element and of the result accepts most matrices, and the sums of the
//! rows decide about the others. The product of pivots has its exponent apart, so that it leaves the range only if the
//! determinant does.

use super::RowsRef;
use super::cofactors::{Four, bounds};
use super::small;
use crate::scalar::Field;
use num_traits::{One, Zero};

/// `significand * 2^exponent`, the significand of a size in `1 .. 2` or zero, infinite or NaN.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scaled<T> {
    pub(crate) significand: T,
    pub(crate) exponent: i64,
}

impl<T: Field> Scaled<T> {
    /// One.
    #[inline(always)]
    pub(crate) fn one() -> Self {
        Scaled { significand: T::ONE, exponent: 0 }
    }

    /// The product with `x`.
    #[inline(always)]
    pub(crate) fn times(self, x: T) -> Self {
        let (x, first) = x.split_exponent();
        let (significand, second) = self.significand.times(x).split_exponent();
        let exponents = <i64 as From<i32>>::from(first) + <i64 as From<i32>>::from(second);
        Scaled { significand, exponent: self.exponent.saturating_add(exponents) }
    }

    /// The number, which may leave the range.
    #[inline(always)]
    pub(crate) fn value(self) -> T {
        self.significand.scaled_by_exponent(self.exponent)
    }
}

/// The determinant of up to 4 rows; of more, and where the closed form leaves the range, there is none.
#[inline(always)]
pub(crate) fn in_closed_form<T: Field>(a: RowsRef<'_, T>) -> Option<Scaled<T>> {
    let (det, is_certain) = closed(a)?;
    (is_certain || is_within_bounds(a)).then_some(Scaled { significand: det, exponent: 0 })
}

/// The determinant of up to 4 rows as a number, which may leave the range; of more there is none.
#[inline(always)]
pub(crate) fn of_few<T: Field>(a: RowsRef<'_, T>) -> Option<T> {
    let (det, is_certain) = closed(a)?;
    if is_certain {
        return Some(det);
    }
    // What is seldom the case is not inlined.
    Some(match a.columns() {
        1 => det,
        2 => doubtful::<T, 2>(a, det),
        3 => doubtful::<T, 3>(a, det),
        _ => doubtful::<T, 4>(a, det),
    })
}

#[cold]
#[inline(never)]
fn doubtful<T: Field, const N: usize>(a: RowsRef<'_, T>, det: T) -> T {
    if is_within_bounds(a) {
        return det;
    }
    let mut copy = [[T::ZERO; N]; N];
    copy.as_flattened_mut().iter_mut().zip(a.elements()).for_each(|(to, from)| *to = *from);
    let mut is_odd = false;
    small::lu::<T, N>(copy.as_flattened_mut(), |_, _| is_odd = !is_odd);
    of_factors(RowsRef::new(copy.as_flattened(), N), is_odd).value()
}

/// The determinant of which `lu` has the factors, for an odd or even number of exchanges.
#[inline(always)]
pub(crate) fn of_factors<T: Field>(lu: RowsRef<'_, T>, is_odd: bool) -> Scaled<T> {
    let first = if is_odd { T::ZERO.minus(T::ONE) } else { T::ONE };
    let product = Scaled { significand: first, exponent: 0 };
    (0..lu.columns()).fold(product, |product, k| product.times(lu.at(k, k)))
}

/// Whether the sum of each row is within the bounds between which no product of the closed form leaves the range.
#[inline(always)]
fn is_within_bounds<T: Field>(a: RowsRef<'_, T>) -> bool {
    let (low, high) = bounds::<T::Norm>();
    a.iter().all(|row| {
        let sum = row.iter().fold(T::Norm::zero(), |sum, x| sum + x.pivot_size());
        sum >= low && sum <= high
    })
}

/// The determinant in closed form, if there is one for as many rows, and whether it is certain that nothing left the range: no
/// element is so large that a product overflows, and the determinant is so large that what underflows does not change it.
#[inline(always)]
fn closed<T: Field>(a: RowsRef<'_, T>) -> Option<(T, bool)> {
    let n = a.columns();
    if n == 0 || n > 4 {
        return None;
    }
    if n == 1 {
        return Some((a.at(0, 0), true));
    }
    // The minor of two rows and of two columns.
    let minor = |i: usize, j: usize, k: usize, l: usize| {
        a.at(i, k).times(a.at(j, l)).minus(a.at(i, l).times(a.at(j, k)))
    };
    let det = match n {
        2 => minor(0, 1, 0, 1),
        3 => {
            let of = |k: usize, minor: T| a.at(0, k).times(minor);
            of(0, minor(1, 2, 1, 2)).minus(of(1, minor(1, 2, 0, 2))).plus(of(2, minor(1, 2, 0, 1)))
        }
        _ => Four::of(*a.elements().first_chunk()?).det(),
    };
    let (_, high) = bounds::<T::Norm>();
    let larger = |x: T::Norm, y: T::Norm| if x > y { x } else { y };
    let most = a.elements().iter().fold(T::Norm::zero(), |most, x| larger(x.pivot_size(), most));
    let least = T::Norm::one() / (high * high);
    Some((det, most <= high && det.pivot_size() >= least))
}
