//! `pinv`: pseudo-inverses.

use super::items::{item, item_mut, matrix_sizes, zeros};
use super::solve::TryIntoOutcome;
use super::svd::{Decomposed, Svd, cut_off};
use super::systems::{try_into, try_made};
use crate::array::{Array, Ownership, OwnershipMut, named};
use crate::error::linalg::NoConvergence;
use crate::kernel::factor::{Rows, RowsRef};
use crate::scalar::Real;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, Itself, Matrices, SameShape, Shape, ThinShape};

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The Moore-Penrose inverse of each matrix, of any form and rank: `x` of least size for which `|a · x - 1|` is smallest.
    ///
    /// # Shapes
    /// `(S.., M, N) -> (S.., N, M)`
    ///
    /// As `numpy.linalg.pinv`, but singular values count as zero that are at most the largest one times the larger of M and
    /// N, times the distance from 1 to the next number of the type (NumPy's factor is 1e-15).
    ///
    /// # Errors
    /// As [`svd`](Array::svd).
    ///
    /// # Example
    /// ```
    /// use conformable::{NoConvergence, array};
    /// let x = array![[2., 0.], [0., 0.], [0., 4.]].pinv()?;
    /// assert_eq!(x, array![[0.5, 0., 0.], [0., 0., 0.25]]);
    /// # Ok::<(), NoConvergence>(())
    /// ```
    #[doc(alias("pseudo_inverse", "pseudoinverse"))]
    #[inline]
    #[track_caller]
    pub fn pinv<X>(
        &self,
    ) -> <<X as Matrices<op::pinv>>::Check as Check>::Try<Array<T, X::Turned>, NoConvergence>
    where
        T: Real,
        S: Itself<X>,
        X: Matrices<op::pinv>,
    {
        pinv(self, None)
    }

    /// The same, where singular values count as zero that are at most the largest one times `factor`.
    ///
    /// # Errors
    /// As [`pinv`](Array::pinv).
    #[inline]
    #[track_caller]
    pub fn pinv_within<X>(
        &self,
        factor: T,
    ) -> <<X as Matrices<op::pinv>>::Check as Check>::Try<Array<T, X::Turned>, NoConvergence>
    where
        T: Real,
        S: Itself<X>,
        X: Matrices<op::pinv>,
    {
        pinv(self, Some(factor))
    }

    /// Writes [`pinv`](Array::pinv) into an existing array, and allocates nothing but copies of a matrix if that has a
    /// `Dyn` axis.
    ///
    /// # Shapes
    /// `(S.., M, N), out (S.., N, M)`
    ///
    /// # Errors
    /// As [`pinv`](Array::pinv). If the shapes do not fit, `out` is as it was. Where there is no result, NaN is written.
    #[inline]
    #[track_caller]
    pub fn pinv_into<X, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<T, S2, O2>,
    ) -> TryIntoOutcome<<X as Matrices<op::pinv>>::Check, X::Turned, S2, op::pinv_into, NoConvergence>
    where
        T: Real,
        S: Itself<X>,
        X: Matrices<op::pinv, Turned: SameShape<S2, op::pinv_into>>,
    {
        type C<C1, V, S2> = <C1 as Check>::And<<V as SameShape<S2, op::pinv_into>>::Check>;
        let shape = self.shape().itself();
        let room = Decomposed::<T, X, op::pinv>::new(shape);
        let turned = room.as_ref().map_err(|e| *e).and_then(|_| shape.turned());
        try_into::<C<<X as Matrices<op::pinv>>::Check, X::Turned, S2>, _, _, _, _, _>(
            op::pinv_into::NAME,
            turned,
            out,
            |_, x| {
                x.fill(T::zero());
                room.ok().and_then(|mut room| write(self, None, &mut room, x))
            },
        )
    }
}

#[inline(always)]
#[track_caller]
fn pinv<T: Real, S, O: Ownership, X>(
    a: &Array<T, S, O>,
    factor: Option<T>,
) -> <<X as Matrices<op::pinv>>::Check as Check>::Try<Array<T, X::Turned>, NoConvergence>
where
    S: Itself<X>,
    X: Matrices<op::pinv>,
{
    let shape = a.shape().itself();
    let made = Decomposed::<T, X, op::pinv>::new(shape)
        .and_then(|room| Ok((room, zeros(op::pinv::NAME, shape.turned())?)));
    try_made::<<X as Matrices<op::pinv>>::Check, _, _, _>(
        made,
        |(room, x)| write(a, factor, room, x.as_mut_slice()),
        |(_, x)| x,
    )
}

/// Adds the pseudo-inverse of each matrix to `x`, or NaN where there is none.
#[inline(always)]
fn write<T: Real, S, O: Ownership, X>(
    a: &Array<T, S, O>,
    factor: Option<T>,
    room: &mut Decomposed<T, X, op::pinv>,
    x: &mut [T],
) -> Option<NoConvergence>
where
    S: Itself<X>,
    X: Matrices<op::pinv>,
{
    let error = room.fill(a);
    from_parts(room.parts(), matrix_sizes(a.dims().as_ref()), factor, x);
    error
}

/// Adds the pseudo-inverse of each matrix to `x`, or NaN where there is none, by U, the values and Vᵀ of each.
#[inline(always)]
fn from_parts<T: Real>([u, s, vt]: [&[T]; 3], [m, n]: [usize; 2], factor: Option<T>, x: &mut [T]) {
    let k = m.min(n);
    let count = x.len().checked_div(m.wrapping_mul(n)).unwrap_or(0);
    for i in 0..count {
        let u = RowsRef::new(item(u, m * k, i), k);
        let s = item(s, k, i);
        let vt = RowsRef::new(item(vt, k * n, i), n);
        let mut x = Rows::new(item_mut(x, n * m, i), m);
        let least = cut_off([m, n], s, factor);
        if s.first().is_some_and(|s| s.is_nan()) {
            x.elements_mut().fill(T::not_a_number());
        }
        for (r, s) in s.iter().enumerate().filter(|(_, s)| **s > least) {
            for (row, v) in x.iter_mut().zip(vt.row(r)) {
                let v = *v / *s;
                row.iter_mut().enumerate().for_each(|(j, x)| *x = *x + v * u.at(j, r));
            }
        }
    }
}

/// # Linear algebra
impl<T: Real, S: ThinShape<op::svd>> Svd<T, S> {
    /// The pseudo-inverse of each matrix, as [`Array::pinv`]. `(S.., N, M)`
    #[must_use]
    pub fn pinv(&self) -> <<S as Matrices<op::svd>>::Check as Check>::Wrap<Array<T, S::Turned>> {
        self.pinv_of(None)
    }

    /// The same, where singular values count as zero that are at most the largest one times `factor`. `(S.., N, M)`
    #[must_use]
    pub fn pinv_within(
        &self,
        factor: T,
    ) -> <<S as Matrices<op::svd>>::Check as Check>::Wrap<Array<T, S::Turned>> {
        self.pinv_of(Some(factor))
    }

    #[inline(always)]
    fn pinv_of(
        &self,
        factor: Option<T>,
    ) -> <<S as Matrices<op::svd>>::Check as Check>::Wrap<Array<T, S::Turned>> {
        let turned = self.shape().and_then(|shape| shape.turned());
        <S as Matrices<op::svd>>::Check::wrap(turned.and_then(|turned| {
            let mut x = named(op::pinv::NAME, turned, T::zero())?;
            let ([m, _], [_, n]) =
                (matrix_sizes(self.u.dims().as_ref()), matrix_sizes(self.vt.dims().as_ref()));
            let parts = [self.u.as_slice(), self.s.as_slice(), self.vt.as_slice()];
            from_parts(parts, [m, n], factor, x.as_mut_slice());
            Ok(x)
        }))
    }
}
