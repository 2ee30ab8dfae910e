//! The shape rule of `matmul`: `(S.., M, K) (T.., K, N) -> bc(S, T) + (M, N)`, and vectors on either side.

use super::Shape;
use super::batch::{ByRank, Form, MatMat, MatVec, StackRule, VecMat, VecVec};
use super::check::Check;
use super::op;
use super::rank::{AnyRank, ClassOf, KnownOf, ManyAxes, NoAxis, OneAxis, ShapeRules};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes of stacks of matrices whose columns and rows have one length, and whose leading axes pair. Sealed, as
/// [`Shape`] is.
///
/// A shape of rank 1 is a vector, whose axis is left out of the result; one of rank 0 goes with none.
pub trait MatmulShape<Rhs: Shape>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the axes fit.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
    /// M, N and K, where there is one product and the types know all three.
    #[doc(hidden)]
    const LENGTHS: Option<[usize; 3]>;
    /// M, N and K of each product of a stack, where the types know all three.
    #[doc(hidden)]
    const ITEM: Option<[usize; 3]>;
    /// The axes of one vector or matrix of each operand; 0 for what the rank says.
    #[doc(hidden)]
    const CORES: [usize; 2];
    /// The shape of the result, or why there is none.
    #[doc(hidden)]
    fn matmul_shape(self, rhs: Rhs) -> Result<Self::Output, ShapeError>;
}
impl<L: Shape, R: Shape> MatmulShape<R> for L
where
    ShapeRules: Forms<ClassOf<L>, ClassOf<R>>,
    ShapeRules: StackRule<L, R, FormOf<L, R>, KnownOf<L>, KnownOf<R>, op::matmul>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as StackRule<L, R, FormOf<L, R>, KnownOf<L>, KnownOf<R>, op::matmul>>::Check;
    type Output = <ShapeRules as StackRule<L, R, FormOf<L, R>, KnownOf<L>, KnownOf<R>, op::matmul>>::Output;
    const LENGTHS: Option<[usize; 3]> =
        <ShapeRules as StackRule<L, R, FormOf<L, R>, KnownOf<L>, KnownOf<R>, op::matmul>>::LENGTHS;
    const ITEM: Option<[usize; 3]> =
        <ShapeRules as StackRule<L, R, FormOf<L, R>, KnownOf<L>, KnownOf<R>, op::matmul>>::ITEM;
    const CORES: [usize; 2] = <FormOf<L, R> as Form>::CORES;
    #[inline(always)]
    fn matmul_shape(self, rhs: R) -> Result<Self::Output, ShapeError> {
        <ShapeRules as StackRule<L, R, FormOf<L, R>, KnownOf<L>, KnownOf<R>, op::matmul>>::shape(self, rhs)
    }
}

/// The form of the product of two shapes.
type FormOf<L, R> = <ShapeRules as Forms<ClassOf<L>, ClassOf<R>>>::Form;

/// Vectors and matrices by the ranks of both operands.
#[doc(hidden)]
pub trait Forms<L, R> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Form: Form;
}
macro_rules! forms { ($($L:ident $R:ident: $form:ident;)+) => {$(
    impl Forms<$L, $R> for ShapeRules {
        const SEALED: Seal = Seal;
        type Form = $form;
    }
)+};}
// Rank 0 has a form too, of which the rule then says that an axis is missing.
forms! {
    NoAxis NoAxis: VecVec;
    NoAxis OneAxis: VecVec;
    NoAxis ManyAxes: VecMat;
    NoAxis AnyRank: ByRank;
    OneAxis NoAxis: VecVec;
    OneAxis OneAxis: VecVec;
    OneAxis ManyAxes: VecMat;
    OneAxis AnyRank: ByRank;
    ManyAxes NoAxis: MatVec;
    ManyAxes OneAxis: MatVec;
    ManyAxes ManyAxes: MatMat;
    ManyAxes AnyRank: ByRank;
    AnyRank NoAxis: ByRank;
    AnyRank OneAxis: ByRank;
    AnyRank ManyAxes: ByRank;
    AnyRank AnyRank: ByRank;
}
