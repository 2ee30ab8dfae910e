//! Shapes whose arrays grow along their first axis, an `UpTo<N>`.

use super::dim::UpTo;
use super::{Check, Dim, SameShape, Shape, op};
use crate::sealed::Seal;

/// Shapes whose first axis is an [`UpTo<N>`](UpTo), whose arrays can grow along it. Sealed, as [`Shape`] is.
#[diagnostic::on_unimplemented(
    message = "an array of the shape `{Self}` cannot grow",
    label = "the first axis must be `UpTo<N>`",
    note = "`Const<N>` always has length `N`, and a `Dyn` axis keeps the length it was made with"
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

/// The axes after the first.
macro_rules! grow { ($(($($D:ident)*))+) => {$(
    #[allow(non_snake_case, clippy::unused_unit, reason = "one letter stands for an axis and for its type, () for none")]
    #[diagnostic::do_not_recommend]
    impl<const N: usize, $($D: Dim),*> GrowShape for (UpTo<N>, $($D,)*) {
        const MOST: usize = N;
        type Row = ($($D,)*);
        #[inline(always)]
        fn rows(self) -> (usize, Self::Row) {
            let (first, $($D,)*) = self;
            (first.len(), ($($D,)*))
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
