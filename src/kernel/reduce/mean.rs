//! Means of elements with one part, which [`var`](super::var) has, and with two: of complex numbers, part by part.

use super::along::{Along, row_elements};
use super::elements::Elements;
use super::fold::fold;
use super::var;
use crate::kernel::operand::VecRef;
use crate::scalar::{Average, Averaged, ByParts, Fraction};
use crate::written::Written;

/// Elements, all of which a mean is of.
#[derive(Debug)]
pub(crate) enum Of<'x, T> {
    /// Contiguous ones, whose number is a constant where the mean is asked for.
    Static(&'x [T]),
    /// Contiguous ones.
    Slice(&'x [T]),
    /// Any, summed in the order of a row or of a column.
    Elements {
        /// They.
        x: &'x Elements<'x, T>,
        /// Whether it is that of a row, as that of two parts always is.
        is_row: bool,
    },
}

/// The mean; of no elements NaN.
#[inline(always)]
pub(crate) fn mean<T: Averaged>(of: Of<'_, T>) -> T::Mean {
    T::by_parts(of)
}

impl<T: Averaged> ByParts<T> for Of<'_, T> {
    type Output = T::Mean;
    #[inline(always)]
    fn one(self) -> <T as Averaged>::Mean
    where
        T: Average<Mean = <T as Averaged>::Mean>,
    {
        match self {
            Of::Static(x) => var::mean_static(x),
            Of::Slice(x) => var::mean_slice(x),
            Of::Elements { x, is_row } => var::mean_in_order(x, is_row),
        }
    }
    #[inline]
    fn two<F: Fraction>(self, parts: [fn(T) -> F; 2], join: fn([F; 2]) -> T::Mean) -> T::Mean {
        let x = match self {
            Of::Static(x) | Of::Slice(x) => &row_elements(VecRef::from_slice(x)),
            Of::Elements { x, .. } => x,
        };
        join(parts.map(|part| of_part(x, part)))
    }
}

/// The mean of one part of all elements.
fn of_part<T: Copy, F: Fraction>(x: &Elements<'_, T>, part: fn(T) -> F) -> F {
    let total = fold(x, [F::ZERO, F::NEUTRAL], part, F::plus);
    // SAFETY: asked for elements below the length only.
    var::mean_of(total, x.len(), |i| part(unsafe { x.get(i) }))
}

/// The means along an axis; of two parts each in the order of a row.
#[inline(always)]
pub(crate) fn mean_along<'o, T: Averaged>(along: Along<'_, 'o, T, T::Mean>) -> Written<'o> {
    T::by_parts(Means(along))
}

struct Means<'x, 'o, T: Averaged>(Along<'x, 'o, T, T::Mean>);

impl<'o, T: Averaged> ByParts<T> for Means<'_, 'o, T> {
    type Output = Written<'o>;
    #[inline(always)]
    fn one(self) -> Written<'o>
    where
        T: Average<Mean = <T as Averaged>::Mean>,
    {
        var::mean_along(self.0)
    }
    #[inline]
    fn two<F: Fraction>(self, parts: [fn(T) -> F; 2], join: fn([F; 2]) -> T::Mean) -> Written<'o> {
        self.0.each_row(|row| {
            let x = row_elements(row);
            join(parts.map(|part| of_part(&x, part)))
        })
    }
}
