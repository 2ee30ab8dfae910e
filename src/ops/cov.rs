//! `cov` and `corrcoef`: how rows vary together.

use super::pairs::{AllRows, Pairs};
use crate::array::{Array, ArrayView, IntoArray, Outcome, Owned, Ownership, OwnershipMut};
use crate::kernel::contract::rows::products_of;
#[cfg(any(feature = "std", feature = "libm"))]
use crate::kernel::reduce::norm::cosines_of;
use crate::kernel::reduce::var::{mean_slice, mean_static};
#[cfg(any(feature = "std", feature = "libm"))]
use crate::scalar::Real;
use crate::scalar::{Average, Fraction};
use crate::shape::op;
use crate::shape::{Check, Itself, LAST, RemoveAxis, RowsShape, SameShape, Shape};

/// What [`Array::cov`] returns: the rows have one length, so that nothing is left to check but a rank.
pub type CovOutcome<S, Op, T> =
    Outcome<<S as RemoveAxis<LAST, Op>>::Check, <S as RowsShape<S, Op>>::Output, T>;

/// What [`Array::cov_into`] and its kin return: `()`, in a `Result` if a check is left for run time.
pub type CovIntoOutcome<S, Op, Out, Into> = <CovIntoCheck<S, Op, Out, Into> as Check>::Wrap<()>;
/// Whether the types prove that there is a last axis, and that `out` has the shape of the result.
type CovIntoCheck<S, Op, Out, Into> = <<S as RemoveAxis<LAST, Op>>::Check as Check>::And<
    <<S as RowsShape<S, Op>>::Output as SameShape<Out, Into>>::Check,
>;

/// The rows of an array as numbers of the type of their mean, each without its mean.
fn centred<T: Average, S: Shape, O: Ownership>(a: &Array<T, S, O>) -> Array<T::Mean, S> {
    let mut centred = a.map(T::to_mean);
    let row = a.dims().as_ref().last().copied().unwrap_or(1);
    if row > 0 {
        for row in centred.as_mut_slice().chunks_exact_mut(row) {
            let mean = if const { S::STATIC_LEN.is_some() } { mean_static(row) } else { mean_slice(row) };
            row.iter_mut().for_each(|x| *x = x.minus(mean));
        }
    }
    centred
}

/// The product of the rows of [`centred`] with themselves, into a result with the ownership `O`.
type Centred<Op, S, O> = AllRows<Op, S, S, Owned, Owned, O>;

/// The number that sums over rows are divided by.
fn degrees<T, M: Fraction, S: Shape, O: Ownership>(a: &Array<T, S, O>, ddof: usize) -> M {
    M::from_len(a.dims().as_ref().last().copied().unwrap_or(1).saturating_sub(ddof))
}

/// `f` of each element of a result.
fn each<M: Copy, S: Shape>(result: S::Value<M>, f: impl Fn(M) -> M) -> S::Value<M> {
    let mut all = result.into_array();
    all.map_inplace(f);
    all.into_value()
}

/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The covariances of all rows: the estimate from a sample, which divides by `n - 1` for rows of `n` elements.
    ///
    /// `out[i.., j..] = (sum over k of (a[i.., k] - mean[i..]) (a[j.., k] - mean[j..])) / (n - 1)`
    ///
    /// # Shapes
    /// `(M, N) -> (M, M)`, and of any rank `(A.., N) -> (A.., A..)`; a vector gives the scalar itself.
    ///
    /// As `numpy.cov(a)`, in the type of the [`mean`](Array::mean): `f32` stays `f32`, which NumPy widens.
    /// [`cov_ddof`](Array::cov_ddof) divides by another number. Of rows of at most one element it is NaN.
    ///
    /// # Errors
    /// Only for [`DynRank`](crate::DynRank), if the result would have more than 8 axes, or too many elements.
    ///
    /// # Panics
    /// If `Dyn` axes make a result of more elements than memory can hold.
    ///
    /// # Accuracy
    /// The means come first, so that no large sums are subtracted; then the sums are those of [`inner`](Array::inner). Nothing
    /// is scaled: of elements whose squares leave the range of floats the result does, too.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let samples = array![[1., 2., 3.], [2., 0., 4.]];
    /// assert_eq!(samples.cov(), array![[1., 1.], [1., 4.]]);
    /// ```
    #[doc(alias = "covariance")]
    #[inline]
    #[track_caller]
    pub fn cov<M: Fraction, X>(&self) -> CovOutcome<X, op::cov, M>
    where
        T: Average<Mean = M>,
        S: Itself<X>,
        X: RowsShape<X, op::cov>,
    {
        self.cov_ddof(1)
    }

    /// The covariances of all rows with `n - ddof` for `n - 1`, as `numpy.cov(a, ddof=ddof)`; see [`cov`](Array::cov).
    ///
    /// # Errors
    /// As [`cov`](Array::cov).
    ///
    /// # Panics
    /// As [`cov`](Array::cov).
    ///
    /// # Example
    /// ```
    /// assert_eq!(conformable::array![[1., 3.], [2., 0.]].cov_ddof(0), conformable::array![[1., -1.], [-1., 1.]]);
    /// ```
    #[inline]
    #[track_caller]
    pub fn cov_ddof<M: Fraction, X>(&self, ddof: usize) -> CovOutcome<X, op::cov, M>
    where
        T: Average<Mean = M>,
        S: Itself<X>,
        X: RowsShape<X, op::cov>,
    {
        let centred = centred(self);
        let x = ArrayView::from_slice(self.shape().itself(), centred.as_slice());
        let count = degrees(self, ddof);
        <X as RemoveAxis<LAST, op::cov>>::Check::wrap(
            x.and_then(|x| {
                Pairs::<op::cov, op::cov>::value(&x, &x, products_of::<M, Centred<op::cov, X, Owned>>)
            })
            .map(|sums| each::<_, X::Output>(sums, |x| x.over(count))),
        )
    }

    /// Writes [`cov`](Array::cov) into an existing array. (The rows without their means are in memory of their own.)
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`, or a rank is: an `out` of another shape, which is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let mut out = Matrix::zeros();
    /// array![[1., 2., 3.], [2., 0., 4.]].cov_into(&mut out);
    /// assert_eq!(out, array![[1., 1.], [1., 4.]]);
    /// ```
    #[inline]
    pub fn cov_into<M: Fraction, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<M, S2, O2>,
    ) -> CovIntoOutcome<S, op::cov, S2, op::cov_into>
    where
        T: Average<Mean = M>,
        S: RowsShape<S, op::cov, Output: SameShape<S2, op::cov_into>>,
    {
        self.cov_ddof_into(1, out)
    }

    /// Writes [`cov_ddof`](Array::cov_ddof) into an existing array, as [`cov_into`](Array::cov_into).
    ///
    /// # Errors
    /// As there.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let mut out = Matrix::zeros();
    /// array![[1., 3.], [2., 0.]].cov_ddof_into(0, &mut out);
    /// assert_eq!(out, array![[1., -1.], [-1., 1.]]);
    /// ```
    #[inline]
    pub fn cov_ddof_into<M: Fraction, S2: Shape, O2: OwnershipMut>(
        &self,
        ddof: usize,
        out: &mut Array<M, S2, O2>,
    ) -> CovIntoOutcome<S, op::cov, S2, op::cov_into>
    where
        T: Average<Mean = M>,
        S: RowsShape<S, op::cov, Output: SameShape<S2, op::cov_into>>,
    {
        let centred = centred(self);
        let done = Pairs::<op::cov, op::cov_into>::into(
            &centred,
            &centred,
            out,
            products_of::<M, Centred<op::cov, S, O2>>,
        );
        let count = degrees(self, ddof);
        <CovIntoCheck<S, op::cov, S2, op::cov_into>>::wrap(
            done.map(|()| out.map_inplace(|x: M| x.over(count))),
        )
    }

    /// Pearson's correlation of all rows: their [`cov`](Array::cov) by the roots of their variances, from -1 to 1.
    ///
    /// # Shapes
    /// As [`cov`](Array::cov).
    ///
    /// As `numpy.corrcoef(a)`. Of a row of equal elements, or of at most one, it is NaN. It is the
    /// [`cosine_similarity`](Array::cosine_similarity) of the rows without their means, so that no product leaves the range.
    ///
    /// # Errors
    /// As [`cov`](Array::cov).
    ///
    /// # Panics
    /// As [`cov`](Array::cov).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[1., 3., 1., 3.], [8., 0., 8., 0.]].corrcoef(), array![[1., -1.], [-1., 1.]]);
    /// ```
    #[doc(alias("correlation", "pearson"))]
    #[cfg(any(feature = "std", feature = "libm"))]
    #[inline]
    #[track_caller]
    pub fn corrcoef<M: Fraction + Real, X>(&self) -> CovOutcome<X, op::corrcoef, M>
    where
        T: Average<Mean = M>,
        S: Itself<X>,
        X: RowsShape<X, op::corrcoef>,
    {
        let centred = centred(self);
        let x = ArrayView::from_slice(self.shape().itself(), centred.as_slice());
        <X as RemoveAxis<LAST, op::corrcoef>>::Check::wrap(
            x.and_then(|x| {
                Pairs::<op::corrcoef, op::corrcoef>::value(
                    &x,
                    &x,
                    cosines_of::<M, Centred<op::corrcoef, X, Owned>>,
                )
            })
            .map(|cosines| each::<_, X::Output>(cosines, |x| x.at_most(M::ONE))),
        )
    }

    /// Writes [`corrcoef`](Array::corrcoef) into an existing array, as [`cov_into`](Array::cov_into).
    ///
    /// # Errors
    /// As there.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let mut out = Matrix::zeros();
    /// array![[1., 3., 1., 3.], [8., 0., 8., 0.]].corrcoef_into(&mut out);
    /// assert_eq!(out, array![[1., -1.], [-1., 1.]]);
    /// ```
    #[cfg(any(feature = "std", feature = "libm"))]
    #[inline]
    pub fn corrcoef_into<M: Fraction + Real, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<M, S2, O2>,
    ) -> CovIntoOutcome<S, op::corrcoef, S2, op::corrcoef_into>
    where
        T: Average<Mean = M>,
        S: RowsShape<S, op::corrcoef, Output: SameShape<S2, op::corrcoef_into>>,
    {
        let centred = centred(self);
        let done = Pairs::<op::corrcoef, op::corrcoef_into>::into(
            &centred,
            &centred,
            out,
            cosines_of::<M, Centred<op::corrcoef, S, O2>>,
        );
        <CovIntoCheck<S, op::corrcoef, S2, op::corrcoef_into>>::wrap(
            done.map(|()| out.map_inplace(|x: M| x.at_most(M::ONE))),
        )
    }
}
