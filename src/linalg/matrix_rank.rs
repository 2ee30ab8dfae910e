//! `matrix_rank` and `cond`: what singular values say of a matrix.

use super::items::{expect_out, item, matrix_sizes, through, value};
use super::solve::TryIntoOutcome;
use super::svd::{Pieces, Svd, cut_off, decompose};
use super::systems::{tried, try_made};
use crate::array::{Array, Outcome, Ownership, OwnershipMut, named};
use crate::error::linalg::NoConvergence;
use crate::scalar::Real;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, Itself, Matrices, SameShape, Shape, ThinShape};

/// What an operation returns that gives a `V` for each matrix, by its singular values.
pub type FromSingularValues<X, V, Op> = TryEach<<X as Matrices<Op>>::Check, X, V, Op>;

/// The same with what is checked at run time.
pub type TryEach<C, X, V, Op> =
    <C as Check>::Try<<<X as Matrices<Op>>::Stack as Shape>::Value<V>, NoConvergence>;

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The rank of each matrix: how many of its singular values are larger than the largest one times the larger of M and
    /// N, times the distance from 1 to the next number of the type.
    ///
    /// # Shapes
    /// `(S.., M, N) -> (S..)` of `usize`; of one matrix the number itself.
    ///
    /// As `numpy.linalg.matrix_rank`, but a vector is refused.
    ///
    /// # Errors
    /// As [`svd`](Array::svd).
    ///
    /// # Example
    /// ```
    /// use conformable::{NoConvergence, array};
    /// assert_eq!(array![[1., 2.], [2., 4.], [3., 6.]].matrix_rank()?, 1);
    /// # Ok::<(), NoConvergence>(())
    /// ```
    #[doc(alias = "rank")]
    #[inline]
    #[track_caller]
    pub fn matrix_rank<X>(&self) -> FromSingularValues<X, usize, op::matrix_rank>
    where
        T: Real,
        S: Itself<X>,
        X: Matrices<op::matrix_rank>,
    {
        each(self, 0, |sizes, s| rank(sizes, s, None))
    }

    /// Writes [`matrix_rank`](Array::matrix_rank) into an existing array, and allocates nothing but copies of a matrix if that
    /// has a `Dyn` axis.
    ///
    /// # Shapes
    /// `(S.., M, N), out (S..)`
    ///
    /// # Errors
    /// As [`matrix_rank`](Array::matrix_rank). If the shapes do not fit, `out` is as it was. The rank of a matrix without
    /// singular values is written as 0.
    #[inline]
    #[track_caller]
    pub fn matrix_rank_into<X, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<usize, S2, O2>,
    ) -> TryIntoOutcome<
        <X as Matrices<op::matrix_rank>>::Check,
        X::Stack,
        S2,
        op::matrix_rank_into,
        NoConvergence,
    >
    where
        T: Real,
        S: Itself<X>,
        X: Matrices<op::matrix_rank, Stack: SameShape<S2, op::matrix_rank_into>>,
    {
        each_into::<op::matrix_rank_into, _, _, _, X, _, _, _, op::matrix_rank>(self, out, |sizes, s| {
            rank(sizes, s, None)
        })
    }

    /// The same, where singular values count as zero that are at most the largest one times `factor`.
    ///
    /// # Errors
    /// As [`matrix_rank`](Array::matrix_rank).
    #[inline]
    #[track_caller]
    pub fn matrix_rank_within<X>(&self, factor: T) -> FromSingularValues<X, usize, op::matrix_rank>
    where
        T: Real,
        S: Itself<X>,
        X: Matrices<op::matrix_rank>,
    {
        each(self, 0, |sizes, s| rank(sizes, s, Some(factor)))
    }

    /// The condition of each matrix in the 2-norm: its largest singular value by its smallest. Infinite for a singular
    /// matrix, NaN for one without elements.
    ///
    /// # Shapes
    /// `(S.., M, N) -> (S..)`; of one matrix the number itself.
    ///
    /// As `numpy.linalg.cond`. In other norms it is [`cond_ord`](Array::cond_ord), and from the factors of a matrix, in less
    /// time, an estimate: [`Lu::rcond`](crate::Lu::rcond).
    ///
    /// # Errors
    /// As [`svd`](Array::svd); a singular matrix is no error.
    ///
    /// # Example
    /// ```
    /// use conformable::{NoConvergence, array};
    /// assert_eq!(array![[0., 8.], [2., 0.]].cond()?, 4.);
    /// # Ok::<(), NoConvergence>(())
    /// ```
    #[doc(alias = "condition_number")]
    #[inline]
    #[track_caller]
    pub fn cond<X>(&self) -> FromSingularValues<X, T, op::cond>
    where
        T: Real,
        S: Itself<X>,
        X: Matrices<op::cond>,
    {
        each(self, T::zero(), |_, s| largest_by_smallest(s))
    }

    /// Writes [`cond`](Array::cond) into an existing array, and allocates nothing but copies of a matrix if that has a `Dyn`
    /// axis.
    ///
    /// # Shapes
    /// `(S.., M, N), out (S..)`
    ///
    /// # Errors
    /// As [`cond`](Array::cond). If the shapes do not fit, `out` is as it was. The condition of a matrix without singular
    /// values is written as NaN.
    #[inline]
    #[track_caller]
    pub fn cond_into<X, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<T, S2, O2>,
    ) -> TryIntoOutcome<<X as Matrices<op::cond>>::Check, X::Stack, S2, op::cond_into, NoConvergence>
    where
        T: Real,
        S: Itself<X>,
        X: Matrices<op::cond, Stack: SameShape<S2, op::cond_into>>,
    {
        each_into::<op::cond_into, _, _, _, X, _, _, _, op::cond>(self, out, |_, s| largest_by_smallest(s))
    }
}

/// # Linear algebra
impl<T: Real, S: ThinShape<op::svd>> Svd<T, S> {
    /// The rank of each matrix, as [`Array::matrix_rank`]. `(S..)`
    #[must_use]
    pub fn rank(&self) -> Outcome<<S as Matrices<op::svd>>::Check, S::Stack, usize> {
        self.each(0, |sizes, s| rank(sizes, s, None))
    }

    /// The same, where singular values count as zero that are at most the largest one times `factor`. `(S..)`
    #[must_use]
    pub fn rank_within(&self, factor: T) -> Outcome<<S as Matrices<op::svd>>::Check, S::Stack, usize> {
        self.each(0, |sizes, s| rank(sizes, s, Some(factor)))
    }

    /// The condition of each matrix in the 2-norm, as [`Array::cond`]. `(S..)`
    #[must_use]
    pub fn cond(&self) -> Outcome<<S as Matrices<op::svd>>::Check, S::Stack, T> {
        self.each(T::zero(), |_, s| largest_by_smallest(s))
    }

    /// `f` of the numbers of rows and columns and of the singular values of each matrix.
    #[inline(always)]
    #[track_caller]
    fn each<V: Copy>(
        &self,
        first: V,
        f: impl Fn([usize; 2], &[T]) -> V,
    ) -> Outcome<<S as Matrices<op::svd>>::Check, S::Stack, V> {
        let stack = self.shape().and_then(|shape| shape.split_matrices());
        let out = stack.and_then(|(stack, ..)| named(op::svd::NAME, stack, first));
        value::<<S as Matrices<op::svd>>::Check, _, _>(out, |_, out| {
            let ([m, _], [_, n]) =
                (matrix_sizes(self.u.dims().as_ref()), matrix_sizes(self.vt.dims().as_ref()));
            each_of(self.s.as_slice(), [m, n], out, f);
        })
    }
}

/// Writes `f` of the numbers of rows and columns and of the singular values of each matrix.
#[inline(always)]
fn each_of<T, V>(s: &[T], [m, n]: [usize; 2], out: &mut [V], f: impl Fn([usize; 2], &[T]) -> V) {
    for (i, place) in out.iter_mut().enumerate() {
        *place = f([m, n], item(s, m.min(n), i));
    }
}

/// The condition in the 2-norm by the singular values.
pub(super) fn largest_by_smallest<T: Real>(s: &[T]) -> T {
    match (s.first(), s.last()) {
        (Some(_), Some(least)) if *least == T::zero() => T::infinity(),
        (Some(largest), Some(least)) => *largest / *least,
        _ => T::not_a_number(),
    }
}

fn rank<T: Real>(sizes: [usize; 2], s: &[T], factor: Option<T>) -> usize {
    let least = cut_off(sizes, s, factor);
    s.iter().filter(|s| **s > least).count()
}

/// `f` of the numbers of rows and columns and of the singular values of each matrix.
#[inline(always)]
#[track_caller]
pub(super) fn each<T: Real, S, O: Ownership, X, V: Copy, Op: Operation>(
    a: &Array<T, S, O>,
    first: V,
    f: impl Fn([usize; 2], &[T]) -> V,
) -> FromSingularValues<X, V, Op>
where
    S: Itself<X>,
    X: Matrices<Op>,
{
    each_checked::<<X as Matrices<Op>>::Check, _, _, _, _, _, _>(a, first, f)
}

/// The same with what is checked at run time.
#[inline(always)]
#[track_caller]
pub(super) fn each_checked<C: Check, T: Real, S, O: Ownership, X, V: Copy, Op: Operation>(
    a: &Array<T, S, O>,
    first: V,
    f: impl Fn([usize; 2], &[T]) -> V,
) -> TryEach<C, X, V, Op>
where
    S: Itself<X>,
    X: Matrices<Op>,
{
    let shape = a.shape().itself();
    let made = shape.split_matrices().and_then(|(stack, ..)| {
        let (out, s) = (named(Op::NAME, stack, first)?, named(Op::NAME, shape.per_column()?, T::zero())?);
        Ok((out, s, Pieces::<T, X, Op>::new(shape)?))
    });
    try_made::<C, _, _, _>(
        made,
        |(out, s, pieces)| write(a, out.as_mut_slice(), s.as_mut_slice(), pieces, f),
        |(out, ..)| out.into_value(),
    )
}

/// The same into an existing array; `Into` names the operation there.
#[inline(always)]
#[track_caller]
pub(super) fn each_into<
    Into: Operation,
    T: Real,
    S,
    O: Ownership,
    X,
    V: Copy,
    S2: Shape,
    O2: OwnershipMut,
    Op,
>(
    a: &Array<T, S, O>,
    out: &mut Array<V, S2, O2>,
    f: impl Fn([usize; 2], &[T]) -> V,
) -> TryIntoOutcome<<X as Matrices<Op>>::Check, X::Stack, S2, Into, NoConvergence>
where
    Op: Operation,
    S: Itself<X>,
    X: Matrices<Op, Stack: SameShape<S2, Into>>,
{
    type C<C1, Stack, S2, Into> = <C1 as Check>::And<<Stack as SameShape<S2, Into>>::Check>;
    let shape = a.shape().itself();
    let made = shape.split_matrices().and_then(|(stack, ..)| {
        expect_out(Into::NAME, out, stack)?;
        Ok((named(Op::NAME, shape.per_column()?, T::zero())?, Pieces::<T, X, Op>::new(shape)?))
    });
    let fits = made.as_ref().map(|_| ()).map_err(|e| *e);
    tried::<C<<X as Matrices<Op>>::Check, X::Stack, S2, Into>, _>(fits, || {
        let (mut s, mut pieces) = made.ok()?;
        through(out, |_, out| write(a, out, s.as_mut_slice(), &mut pieces, f))
    })
}

/// Writes `f` of the numbers of rows and columns and of the singular values of each matrix, for which `s` has room.
#[inline(always)]
fn write<T: Real, S: Shape, O: Ownership, X: Matrices<Op>, V, Op: Operation>(
    a: &Array<T, S, O>,
    out: &mut [V],
    s: &mut [T],
    pieces: &mut Pieces<T, X, Op>,
    f: impl Fn([usize; 2], &[T]) -> V,
) -> Option<NoConvergence> {
    let error = decompose(a, s, None, pieces);
    each_of(s, matrix_sizes(a.dims().as_ref()), out, f);
    error
}
