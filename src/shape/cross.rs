//! The shape rule of `cross`: `(S.., 3) (T.., 3) -> bc(S, T) + (3)`.

use super::append::Append;
use super::batch::VectorStack;
use super::broadcast::{Broadcast, broadcast_lens};
use super::check::{AtRunTime, Check, Proven};
use super::dim::Dim;
use super::kind::{AnyLength, AxisRules, Length, Name};
use super::named::NamedAxis;
use super::op::{self, Operation};
use super::rank::{AnyRank, KnownOf, KnownRank, ShapeRules};
use super::same_dim::SameDim;
use super::{DynRank, Shape};
use crate::error::ShapeError;
use crate::sealed::Seal;

/// Shapes of stacks of vectors of three elements, whose leading axes pair. Sealed, as [`Shape`] is.
pub trait CrossShape<Rhs: Shape>: Shape {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the axes fit.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
    /// The shape of the result, or why there is none.
    #[doc(hidden)]
    fn cross_shape(self, rhs: Rhs) -> Result<Self::Output, ShapeError>;
}
impl<L: Shape, R: Shape> CrossShape<R> for L
where
    ShapeRules: CrossRule<L, R, KnownOf<L>, KnownOf<R>>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as CrossRule<L, R, KnownOf<L>, KnownOf<R>>>::Check;
    type Output = <ShapeRules as CrossRule<L, R, KnownOf<L>, KnownOf<R>>>::Output;
    #[inline(always)]
    fn cross_shape(self, rhs: R) -> Result<Self::Output, ShapeError> {
        <ShapeRules as CrossRule<L, R, KnownOf<L>, KnownOf<R>>>::shape(self, rhs)
    }
}

/// The table behind `CrossShape`, by whether the ranks are known.
#[allow(missing_docs, clippy::missing_errors_doc, reason = "a rule that rustc names in errors")]
pub trait CrossRule<L, R, LKnown, RKnown> {
    #[doc(hidden)]
    const SEALED: Seal;
    type Check: Check;
    type Output: Shape;
    fn shape(left: L, right: R) -> Result<Self::Output, ShapeError>;
}
/// The axis of the vectors.
type Met<L, R> =
    <<L as VectorStack<op::cross, R>>::Len as SameDim<<R as VectorStack<op::cross, L>>::Len, op::cross>>::Dim;
impl<L: VectorStack<op::cross, R>, R: VectorStack<op::cross, L>> CrossRule<L, R, KnownRank, KnownRank>
    for ShapeRules
where
    L::Len: SameDim<R::Len, op::cross>,
    Met<L, R>: ThreeDim,
    L::Stack: Broadcast<R::Stack, op::cross>,
    <L::Stack as Broadcast<R::Stack, op::cross>>::Output: Append<(Met<L, R>,), op::cross>,
{
    const SEALED: Seal = Seal;
    type Check = <<<L::Len as SameDim<R::Len, op::cross>>::Check as Check>::And<
        <Met<L, R> as ThreeDim>::Check,
    > as Check>::And<<L::Stack as Broadcast<R::Stack, op::cross>>::Check>;
    type Output =
        <<L::Stack as Broadcast<R::Stack, op::cross>>::Output as Append<(Met<L, R>,), op::cross>>::Output;
    #[inline(always)]
    fn shape(left: L, right: R) -> Result<Self::Output, ShapeError> {
        let ((s, m), (t, n)) = (left.split_vector(), right.split_vector());
        let stack = Broadcast::<R::Stack, op::cross>::broadcast(s, t);
        match (SameDim::<R::Len, op::cross>::unify(m, n), stack) {
            (Some(axis), Some(stack)) if axis.len() == 3 => Ok(stack.append((axis,))),
            _ => Err(refused(left, right)),
        }
    }
}
/// Ranks that are known at run time, on either side.
macro_rules! at_run_time { ($([$($params:tt)*] $L:ty, $R:ty, $LKnown:ident, $RKnown:ident;)+) => {$(
    impl<$($params)*> CrossRule<$L, $R, $LKnown, $RKnown> for ShapeRules {
        const SEALED: Seal = Seal;
        type Check = AtRunTime;
        type Output = DynRank;
        #[inline]
        fn shape(left: $L, right: $R) -> Result<DynRank, ShapeError> {
            let (dims_l, dims_r) = (left.dims(), right.dims());
            let ([s @ .., 3], [t @ .., 3]) = (dims_l.as_ref(), dims_r.as_ref()) else {
                return Err(refused(left, right));
            };
            match broadcast_lens((s, left.stretches()), (t, right.stretches())) {
                Some(stack) => DynRank::join(&stack, &[3], op::cross::NAME),
                None => Err(refused(left, right)),
            }
        }
    }
)+};}
at_run_time! {
    [] DynRank, DynRank, AnyRank, AnyRank;
    [R: VectorStack<op::cross, DynRank>] DynRank, R, AnyRank, KnownRank;
    [L: VectorStack<op::cross, DynRank>] L, DynRank, KnownRank, AnyRank;
}

/// Why these shapes do not fit: the vectors, or the leading axes.
#[cold]
#[inline(never)]
fn refused<L: Shape, R: Shape>(left: L, right: R) -> ShapeError {
    let (left, right) = (left.dims(), right.dims());
    let (left, right) = (left.as_ref(), right.as_ref());
    if let ([s @ .., 3], [t @ .., 3]) = (left, right) {
        let bits = |stack: &[usize]| !(u8::MAX << stack.len().min(7));
        return ShapeError::not_broadcast(op::cross::NAME, left, right, [bits(s), bits(t)]);
    }
    ShapeError::not_three(op::cross::NAME, left, right)
}

/// An axis that may have length 3. Sealed.
pub trait ThreeDim: Dim {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that it has.
    type Check: Check;
}
impl<D: Dim> ThreeDim for D
where
    AxisRules: Three<D, D::Axis<op::cross>>,
{
    const SEALED: Seal = Seal;
    type Check = <AxisRules as Three<D, D::Axis<op::cross>>>::Check;
}

/// The table behind `ThreeDim`, by kinds of axes.
#[diagnostic::on_unimplemented(
    message = "`cross`: the axis `{D}` is not known to have length 3",
    label = "its length is a type parameter",
    note = "`Const<3>`, an axis of that length with a name, and `Dyn` are such axes"
)]
pub trait Three<D, Axis> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove it.
    type Check: Check;
}
impl<X, D, const N: usize> Three<D, Length<N>> for X
where
    AxisRules: LengthThree<N>,
{
    const SEALED: Seal = Seal;
    type Check = Proven;
}
impl<X, D, A: NamedAxis> Three<D, Name<A>> for X
where
    AxisRules: Three<A::Unnamed, <A::Unnamed as Dim>::Axis<op::cross>>,
{
    const SEALED: Seal = Seal;
    type Check = <AxisRules as Three<A::Unnamed, <A::Unnamed as Dim>::Axis<op::cross>>>::Check;
}
impl<X, D> Three<D, AnyLength> for X {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
}

/// The length 3; holds only for it.
#[diagnostic::on_unimplemented(
    message = "`cross`: vectors of length {N}, but a cross product is one of vectors of length 3",
    label = "vectors of length 3 are needed here",
    note = "of two vectors `a` and `b` in a plane it is `a[0] * b[1] - a[1] * b[0]`"
)]
pub trait LengthThree<const N: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
}
impl<X> LengthThree<3> for X {
    const SEALED: Seal = Seal;
}
