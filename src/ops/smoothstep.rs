//! `smoothstep`: from 0 to 1 between two edges, without a corner.

use super::Operand;
use super::elementwise::both;
use crate::array::{Array, Outcome, Ownership};
use crate::error::ShapeError;
use crate::scalar::Real;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, ElementwiseShape, Shape};

/// The shape of three operands together.
type Of<S, B, C> =
    <<S as ElementwiseShape<B, op::smoothstep>>::Output as ElementwiseShape<C, op::smoothstep>>::Output;
/// Whether the types prove that the three fit.
type OfCheck<S, B, C> = <<S as ElementwiseShape<B, op::smoothstep>>::Check as Check>::And<
    <<S as ElementwiseShape<B, op::smoothstep>>::Output as ElementwiseShape<C, op::smoothstep>>::Check,
>;
/// What [`Array::smoothstep`] returns: the array, in a `Result` if a check is left for run time.
pub type SmoothstepOutcome<S, B, C, T> = Outcome<OfCheck<S, B, C>, Of<S, B, C>, T>;

/// # Element by element
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// 0 up to one edge, 1 from another on, and between them a cubic that is level at both.
    ///
    /// `out[i..] = t² (3 - 2t)` with `t = (x[i..] - low[i..]) / (high[i..] - low[i..])`, held between 0 and 1
    ///
    /// # Shapes
    /// `(A..), (B..), (C..) -> bc(bc(A, B), C)`, as [`zip_map`](Array::zip_map); plain numbers go with every shape.
    ///
    /// As `smoothstep(low, high, x)` of GLSL and WGSL. If `low` is above `high` it falls from 1 to 0; if they are equal it is a step, and
    /// NaN at the edge itself.
    ///
    /// # Errors
    /// As [`zip_map`](Array::zip_map).
    ///
    /// # Panics
    /// As [`zip_map`](Array::zip_map).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![-1., 1., 2., 9.].smoothstep(&0., &4.), array![0., 0.15625, 0.5, 1.]);
    /// assert_eq!(array![2.].smoothstep(&array![0.], &array![2.]), array![1.]);
    /// ```
    #[inline]
    #[track_caller]
    pub fn smoothstep<B: Operand<T>, C: Operand<T>>(
        &self,
        low: &B,
        high: &C,
    ) -> SmoothstepOutcome<S, B::Shape, C::Shape, T>
    where
        T: Real,
        S: ElementwiseShape<B::Shape, op::smoothstep, Output: ElementwiseShape<C::Shape, op::smoothstep>>,
    {
        OfCheck::<S, B::Shape, C::Shape>::wrap(smoothstep(self, low.array(), high.array()))
    }
}

#[inline(always)]
fn smoothstep<T: Real, S, S2, S3, O: Ownership, O2: Ownership, O3: Ownership>(
    x: &Array<T, S, O>,
    low: &Array<T, S2, O2>,
    high: &Array<T, S3, O3>,
) -> Result<<Of<S, S2, S3> as Shape>::Value<T>, ShapeError>
where
    S: ElementwiseShape<S2, op::smoothstep, Output: ElementwiseShape<S3, op::smoothstep>>,
    S2: Shape,
    S3: Shape,
{
    let name = op::smoothstep::NAME;
    let first = both::<op::smoothstep, _, _, _, _, _, _>(x, low, name)?;
    let (shape, first) = (first.shape(), first.in_room(name)?);
    let pairs = Array::<_, S::Output>::from_parts(shape, first.storage(|x, low| (x, low)));
    let second = both::<op::smoothstep, _, _, _, _, _, _>(&pairs, high, name)?;
    let (shape, second) = (second.shape(), second.in_room(name)?);
    Ok(shape.value(second.storage(|(x, low), high| {
        let t = (x - low) / (high - low);
        let t = if t < T::ZERO { T::ZERO } else { t };
        let t = if t > T::ONE { T::ONE } else { t };
        t * t * (T::literal(3.) - T::literal(2.) * t)
    })))
}
