//! The shape rule of `outer`: `(A..) (B..) -> (size of A, size of B)`.

use super::check::Check;
use super::lengths::TimesDim;
use super::op::{self, Operation};
use super::rank::{AnyRank, ClassOf, ManyAxes, NoAxis, OneAxis, ShapeRules};
use super::{Const, Dim, Dyn, Proven, Shape, SplitLast};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes read row by row as one axis each, which are the axes of the result. Sealed, as [`Shape`] is.
///
/// An axis of rank 1 keeps its type. The lengths of more axes are multiplied.
pub trait OuterShape<Rhs: Shape>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that there is a result: always.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
    /// M, N and K, which is 1, where the types know them.
    #[doc(hidden)]
    const LENGTHS: Option<[usize; 3]>;
    /// The shape of the result, or that it is too large.
    #[doc(hidden)]
    fn outer_shape(self, rhs: Rhs) -> Result<Self::Output, ShapeError>;
}
impl<L: Shape, R: Shape> OuterShape<R> for L
where
    ShapeRules: Flat<L, ClassOf<L>, op::outer> + Flat<R, ClassOf<R>, op::outer>,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
    type Output = (
        <ShapeRules as Flat<L, ClassOf<L>, op::outer>>::Axis,
        <ShapeRules as Flat<R, ClassOf<R>, op::outer>>::Axis,
    );
    const LENGTHS: Option<[usize; 3]> = match (L::STATIC_LEN, R::STATIC_LEN) {
        (Some(m), Some(n)) => Some([m, n, 1]),
        _ => None,
    };
    #[inline(always)]
    fn outer_shape(self, rhs: R) -> Result<Self::Output, ShapeError> {
        match (
            <ShapeRules as Flat<L, ClassOf<L>, op::outer>>::flat(self),
            <ShapeRules as Flat<R, ClassOf<R>, op::outer>>::flat(rhs),
        ) {
            (Some(m), Some(n)) => Ok((m, n)),
            // An array of so many elements is none that there is.
            _ => Err(ShapeError::too_large(op::outer::NAME, self.dims().as_ref())),
        }
    }
}

/// All axes of a shape as one, by the class of its rank.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait Flat<S, Class, Op> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Axis: Dim;
    fn flat(shape: S) -> Option<Self::Axis>;
}
impl<S, Op> Flat<S, NoAxis, Op> for ShapeRules {
    const SEALED: Seal = Seal;
    type Axis = Const<1>;
    #[inline(always)]
    fn flat(_: S) -> Option<Const<1>> {
        Some(Const)
    }
}
impl<S: SplitLast, Op> Flat<S, OneAxis, Op> for ShapeRules {
    const SEALED: Seal = Seal;
    type Axis = S::Last;
    #[inline(always)]
    fn flat(shape: S) -> Option<S::Last> {
        Some(shape.split_last().1)
    }
}
/// One line per rank: the class of all axes but the last, these, and the last.
// Not by `SplitLast`: while the compiler looks for the method, an operand is not known, and it would try ever more axes.
macro_rules! many { ($($class:ident ($($I:ident)+) $L:ident;)+) => {$(
    impl<$($I: Dim,)+ $L: Dim, Op> Flat<($($I,)+ $L,), ManyAxes, Op> for ShapeRules
    where
        ShapeRules: Flat<($($I,)+), $class, Op>,
        <ShapeRules as Flat<($($I,)+), $class, Op>>::Axis: TimesDim<$L, Op>,
    {
        const SEALED: Seal = Seal;
        type Axis = <<ShapeRules as Flat<($($I,)+), $class, Op>>::Axis as TimesDim<$L, Op>>::Output;
        #[inline(always)]
        fn flat(shape: ($($I,)+ $L,)) -> Option<Self::Axis> {
            let (init, last) = shape.split_last();
            TimesDim::<$L, Op>::times_dim(<ShapeRules as Flat<($($I,)+), $class, Op>>::flat(init)?, last)
        }
    }
)+};}
many! {
    OneAxis (A) B;
    ManyAxes (A B) C;
    ManyAxes (A B C) D;
    ManyAxes (A B C D) E;
    ManyAxes (A B C D E) F;
}
impl<S: Shape, Op> Flat<S, AnyRank, Op> for ShapeRules {
    const SEALED: Seal = Seal;
    type Axis = Dyn;
    #[inline]
    fn flat(shape: S) -> Option<Dyn> {
        Some(Dyn(shape.size()))
    }
}
