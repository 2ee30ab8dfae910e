//! `percentile`: of a whole array and along an axis.

use super::along::{IntoCheck, one};
use super::median::{chosen, quantile};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::error::{ShapeError, ShapeErrorKind};
use crate::kernel::reduce::along::Filled;
use crate::kernel::reduce::quantile::{Part, quantile_along};
use crate::scalar::{Average, Fraction, Ordered};
use crate::shape::op::{self, Operation};
use crate::shape::{
    AtRunTime, AxisArg, AxisGiven, AxisGivenFirst, AxisRules, Check, KeptAxis, RemoveAxis, SameShape, Shape,
};

/// The quantile of so many per cent, or an error of the operation `op`.
fn percent(op: &'static str, q: f64) -> Result<Part, ShapeError> {
    let part = q / 100.;
    if (0. ..=1.).contains(&part) {
        return Ok(Part(part));
    }
    Err(ShapeError::about(op, ShapeErrorKind::NoPercentage, &[]))
}

/// What [`Array::percentile_axis_into`] returns: `()` in a `Result`, for the percentage may be none. That it asks for the check of
/// the shapes makes the error about them short.
type PercentileIntoOutcome<const A: usize, S, Out> =
    <<AtRunTime as Check>::And<IntoCheck<A, S, Out, op::percentile_axis>> as Check>::Wrap<()>;

/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The percentile `q` of all elements: that at position `(n - 1) * q / 100` in sorted order, or between the two beside it, in
    /// proportion.
    ///
    /// `a[k] + (a[k + 1] - a[k]) * t` of the sorted elements, where `k + t` is the position
    ///
    /// # Shapes
    /// `(A..) -> ()`, any rank.
    ///
    /// As `numpy.percentile(a, q)`, of the same bits, with one `q` and NumPy's default method, `linear`; types and NaN are as in
    /// [`median`](Array::median). An infinity beside the position gives an infinity or NaN, as there. Integers become `f64` before
    /// they are subtracted, where NumPy's `int8` can wrap around. NumPy's `quantile(a, q)` is `percentile(100. * q)`.
    ///
    /// Selects in a copy of the array, as [`median`](Array::median).
    ///
    /// # Errors
    /// A `q` that is not in `0. ..= 100.`, or an array without elements, both in NumPy's words.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![30_i32, 10, 20, 40];
    /// assert_eq!(a.percentile(25.)?, 17.5);
    /// assert_eq!(a.percentile(100.)?, 40.);
    /// let error = a.percentile(101.).unwrap_err();
    /// assert_eq!(error.to_string(), "Percentiles must be in the range [0, 100]");
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[doc(alias = "quantile")]
    #[inline]
    pub fn percentile<M: Fraction>(
        &self, /* along an axis: `percentile_axis::<0>(q)` */
        q: f64,
    ) -> Result<M, ShapeError>
    where
        T: Average<Mean = M> + Ordered,
    {
        let q = percent(op::percentile::NAME, q)?;
        if self.is_empty() {
            return Err(ShapeError::no_elements(op::percentile::NAME, self.dims().as_ref()));
        }
        Ok(quantile(self, q))
    }

    /// The percentiles along axis `A`, counted from 0.
    ///
    /// # Shapes
    /// The shape of the array without axis `A`; a vector gives the scalar itself.
    ///
    /// As `numpy.percentile(a, q, axis=A)`; see [`percentile`](Array::percentile). An axis that does not exist is a compile error.
    ///
    /// # Errors
    /// As [`percentile`](Array::percentile), of an axis without elements; for a [`DynRank`](crate::DynRank) also if there is no
    /// such axis.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[7., 1., 3.], [4., 5., 9.]];
    /// assert_eq!(a.percentile_axis::<1>(75.)?, array![5., 7.]);
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[inline]
    #[allow(clippy::type_complexity, reason = "an array without an axis, in a `Result`")]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn percentile_axis<const A: usize>(&self, q: f64) -> Result<<<S as RemoveAxis<A, op::percentile_axis>>::Output as Shape>::Value<T::Mean>, ShapeError> where AxisRules: AxisGiven<AxisArg<A>, op::percentile_axis>,
        T: Average + Ordered,
        S: RemoveAxis<A, op::percentile_axis>,
    {
        let q = percent(op::percentile_axis::NAME, q)?;
        let copy = chosen(self, A, q);
        let space = one(&copy).reduced::<A, op::percentile_axis, _, Filled>()?;
        Ok(space.value(|along| quantile_along(along, q)))
    }

    /// The percentiles along axis `A`, which is kept as a [`Stretch`](crate::Stretch): `keepdims=True` in NumPy.
    ///
    /// # Errors
    /// As [`percentile_axis`](Array::percentile_axis).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[7., 1., 3.], [4., 5., 9.]];
    /// assert_eq!(&a - &a.percentile_keepdims::<1>(0.)?, array![[6., 0., 2.], [0., 1., 5.]]);
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[inline]
    #[allow(clippy::type_complexity, reason = "an array with an axis of length 1, in a `Result`")]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn percentile_keepdims<const A: usize>(&self, q: f64) -> Result<Array<T::Mean, KeptAxis<A, S, op::percentile_keepdims>>, ShapeError> where AxisRules: AxisGiven<AxisArg<A>, op::percentile_keepdims>,
        T: Average + Ordered,
        S: RemoveAxis<A, op::percentile_keepdims>,
    {
        let q = percent(op::percentile_keepdims::NAME, q)?;
        let copy = chosen(self, A, q);
        let space = one(&copy).kept::<A, op::percentile_keepdims, _, Filled>()?;
        Ok(space.array(|along| quantile_along(along, q)))
    }

    /// Writes [`percentile_axis`](Array::percentile_axis) into an existing array. What it selects in is a copy all the same.
    ///
    /// # Errors
    /// As [`percentile_axis`](Array::percentile_axis), and an `out` of another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![[7., 1., 3.], [4., 5., 9.]].percentile_axis_into::<1, _, _>(75., &mut out)?;
    /// assert_eq!(out, array![5., 7.]);
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn percentile_axis_into<const A: usize, S2: Shape, O2: OwnershipMut>(&self, q: f64, out: &mut Array<T::Mean, S2, O2>) -> PercentileIntoOutcome<A, S, S2> where AxisRules: AxisGivenFirst<AxisArg<A>, op::percentile_axis>,
        T: Average + Ordered,
        S: RemoveAxis<A, op::percentile_axis, Output: SameShape<S2, op::out>>,
    {
        let name = "percentile_axis_into";
        let q = percent(name, q)?;
        one(&chosen(self, A, q)).reduced_into::<A, op::percentile_axis, _, _, _, Filled>(out, name, |along| {
            quantile_along(along, q)
        })
    }
}
