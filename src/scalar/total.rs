//! `Total`: what terms are added up in: the type of the elements, or, of `f16` and `bf16`, `f32`, from which the result is
//! rounded once.

use super::Scalar;

/// The functions between a type and `f32`, where sums of it are made in `f32`. Only this crate can make one.
#[derive(Clone, Copy, Debug)]
pub struct Wide<T> {
    /// The number itself: every `T` is an `f32`.
    pub(crate) widen: fn(T) -> f32,
    /// The nearest `T`.
    pub(crate) narrow: fn(f32) -> T,
}

/// A sum of elements or of products, or a product of elements, before it is rounded to the type of the elements.
///
/// Of the two fields one counts, by `T::WIDE`; the other is a constant that nobody reads.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Total<T> {
    own: T,
    wide: f32,
}

impl<T: Scalar> Total<T> {
    /// The bytes of a number in which sums are made.
    pub(crate) const SIZE: usize = if T::WIDE.is_some() { size_of::<f32>() } else { size_of::<T>() };
    /// Whether the result is rounded at the end.
    pub(crate) const IS_WIDE: bool = T::WIDE.is_some();

    #[inline(always)]
    fn own(own: T) -> Self {
        Total { own, wide: 0. }
    }
    #[inline(always)]
    fn wide(wide: f32) -> Self {
        Total { own: T::ZERO, wide }
    }

    /// One term.
    #[inline(always)]
    pub(crate) fn of(x: T) -> Self {
        match T::WIDE {
            Some(Wide { widen, .. }) => Self::wide(widen(x)),
            None => Self::own(x),
        }
    }
    /// A term that is a product.
    #[inline(always)]
    pub(crate) fn product(a: T, b: T) -> Self {
        match T::WIDE {
            Some(Wide { widen, .. }) => Self::wide(widen(a) * widen(b)),
            None => Self::own(a.times(b)),
        }
    }
    #[inline(always)]
    pub(crate) fn plus(self, rhs: Self) -> Self {
        match T::WIDE {
            Some(_) => Self::wide(self.wide + rhs.wide),
            None => Self::own(self.own.plus(rhs.own)),
        }
    }
    #[inline(always)]
    pub(crate) fn times(self, rhs: Self) -> Self {
        match T::WIDE {
            Some(_) => Self::wide(self.wide * rhs.wide),
            None => Self::own(self.own.times(rhs.own)),
        }
    }
    /// The result, rounded.
    #[inline(always)]
    pub(crate) fn get(self) -> T {
        match T::WIDE {
            Some(Wide { narrow, .. }) => narrow(self.wide),
            None => self.own,
        }
    }
}
