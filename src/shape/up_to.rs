//! The axis `UpTo<N>`: a length that run time knows, of at most `N`, and memory that is there for all of them.

use super::check::AtRunTime;
use super::dims::KnownLen;
use super::same_dim::AnyLength;
use super::which_axis::Given;
use super::{Check, Dim, SameShape, Shape, op};
use crate::array::storage::Storage;
use crate::sealed::Seal;
use core::fmt;

/// An axis whose length is known at run time and at most `N`.
///
/// It meets other axes as [`Dyn`](crate::Dyn) does, with a check at run time. An owned array of such an axis, and of
/// axes whose lengths are in their types, holds its elements within itself, with room for `N` along this axis: it
/// needs no allocator, and can grow by [`push`](crate::Array::push) and [`push_row`](crate::Array::push_row). Beside a
/// `Dyn` axis the elements are in a `Vec`, as ever.
///
/// ```
/// use conformable::{Array, UpTo, array, shape};
/// let mut samples = Array::<f32, shape![(UpTo<4>), 3]>::empty();
/// samples.push_row(&array![1., 2., 3.])?;
/// samples.push_row(&array![4., 5., 6.])?;
/// let sums: Array<f32, (UpTo<4>,)> = samples.inner(&array![1., 1., 1.]);
/// assert_eq!(sums.as_slice(), [6., 15.]);
/// # Ok::<(), conformable::ShapeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct UpTo<const N: usize> {
    /// At most `N`.
    len: usize,
}

impl<const N: usize> UpTo<N> {
    /// The axis of this length, if it is at most `N`.
    ///
    /// ```
    /// use conformable::UpTo;
    /// assert!(UpTo::<4>::new(4).is_some() && UpTo::<4>::new(5).is_none());
    /// ```
    #[inline(always)]
    #[must_use]
    pub const fn new(len: usize) -> Option<Self> {
        if len <= N { Some(UpTo { len }) } else { None }
    }
}

impl<const N: usize> fmt::Debug for UpTo<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UpTo<{N}>({})", self.len)
    }
}

#[diagnostic::do_not_recommend]
impl<const N: usize> Dim for UpTo<N> {
    const STATIC: Option<usize> = None;
    const KNOWN_LEN: KnownLen = KnownLen::AtMost(N);
    type Axis<Op> = AnyLength;
    type Known = AtRunTime;
    type Elements = Given;
    type OrElse<Rhs: Dim> = Rhs::OrUpTo<N>;
    type OrUpTo<const M: usize> = Self;
    type Nest<T, Inner: Storage<T>> = Inner::AtMost<N>;
    #[inline(always)]
    fn len(self) -> usize {
        self.len
    }
    #[inline(always)]
    fn from_len(len: usize) -> Option<Self> {
        Self::new(len)
    }
    #[inline(always)]
    fn or_else<Rhs: Dim>(self, rhs: Rhs) -> Rhs::OrUpTo<N> {
        rhs.or_up_to(self)
    }
    #[inline(always)]
    fn or_up_to<const M: usize>(self, _: UpTo<M>) -> Self {
        self
    }
}

/// Shapes whose first axis is an [`UpTo<N>`](UpTo), whose arrays can grow along it. Sealed, as [`Shape`] is.
#[diagnostic::on_unimplemented(
    message = "an array of the shape `{Self}` cannot grow",
    label = "the first axis must be `UpTo<N>`",
    note = "an axis `Const<N>` has the length `N`, and a `Dyn` one that which it was made with"
)]
pub trait GrowShape: Shape {
    /// The most positions along the first axis.
    #[doc(hidden)]
    const MOST: usize;
    /// The other axes.
    type Row: Shape;
    /// The length of the first axis, and the other axes.
    #[doc(hidden)]
    fn rows(self) -> (usize, Self::Row);
    /// The same with another length of the first axis, if it is at most `MOST`.
    #[doc(hidden)]
    fn with_rows(self, rows: usize) -> Option<Self>;
}

/// The axes behind the first.
macro_rules! grow { ($(($($D:ident)*))+) => {$(
    #[allow(non_snake_case, clippy::unused_unit, reason = "one letter stands for an axis and for its type, () for none")]
    #[diagnostic::do_not_recommend]
    impl<const N: usize, $($D: Dim),*> GrowShape for (UpTo<N>, $($D,)*) {
        const MOST: usize = N;
        type Row = ($($D,)*);
        #[inline(always)]
        fn rows(self) -> (usize, Self::Row) {
            let (first, $($D,)*) = self;
            (first.len, ($($D,)*))
        }
        #[inline(always)]
        fn with_rows(self, rows: usize) -> Option<Self> {
            let (_, $($D,)*) = self;
            Some((UpTo::new(rows)?, $($D,)*))
        }
    }
)+};}
grow! { () (A) (A B) (A B C) (A B C D) (A B C D E) }

/// Shapes that grow by a row of the shape `R`. Sealed, as [`Shape`] is.
pub trait PushRowShape<R: Shape>: GrowShape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the row fits.
    type Check: Check;
}
impl<S: GrowShape, R: Shape> PushRowShape<R> for S
where
    S::Row: SameShape<R, op::push_row>,
{
    const SEALED: Seal = Seal;
    type Check = <S::Row as SameShape<R, op::push_row>>::Check;
}
