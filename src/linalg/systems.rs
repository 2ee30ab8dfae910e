//! Systems of equations and their right sides, and operations that fail by what a matrix holds.

use super::items::{count, elements, expect_out, item_mut, paired, stack_of, through};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::kernel::factor::{Known, Rows};
use crate::scalar::Scalar;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, Shape, are_known_same};
use core::marker::PhantomData;

/// What an operation returns that fails where `write` gives an error.
#[inline(always)]
#[track_caller]
pub(super) fn try_value<C: Check, T, S: Shape, E>(
    array: Result<Array<T, S>, ShapeError>,
    write: impl FnOnce(&[usize], &mut [T]) -> Option<E>,
) -> C::Try<S::Value<T>, E> {
    match array {
        Ok(mut array) => {
            let shape = array.shape();
            C::tried(match write(shape.dims().as_ref(), array.as_mut_slice()) {
                None => Ok(array.into_value()),
                Some(e) => Err(e),
            })
        }
        Err(e) => C::refused(e),
    }
}

/// The same of an `_into` form: `write` writes the elements of `out`, unless its shape is another.
#[inline(always)]
#[track_caller]
pub(super) fn try_into<C: Check, T: Copy, S: Shape, S2: Shape, O: OwnershipMut, E>(
    op: &'static str,
    shape: Result<S, ShapeError>,
    out: &mut Array<T, S2, O>,
    write: impl FnOnce(&[usize], &mut [T]) -> Option<E>,
) -> C::Try<(), E> {
    tried::<C, _>(shape.and_then(|shape| expect_out(op, out, shape)), || through(out, write))
}

/// What an operation returns that writes its results if the shapes fit, and can find an error in what a matrix holds.
#[inline(always)]
#[track_caller]
pub(super) fn tried<C: Check, E>(
    fits: Result<(), ShapeError>,
    write: impl FnOnce() -> Option<E>,
) -> C::Try<(), E> {
    match fits {
        Ok(()) => C::tried(write().map_or(Ok(()), Err)),
        Err(e) => C::refused(e),
    }
}

/// What an operation returns that has several results, which are `made`, written by `run`, and put together by `finish`.
#[inline(always)]
#[track_caller]
pub(super) fn try_made<C: Check, M, R, E>(
    made: Result<M, ShapeError>,
    run: impl FnOnce(&mut M) -> Option<E>,
    finish: impl FnOnce(M) -> R,
) -> C::Try<R, E> {
    match made {
        Ok(mut made) => C::tried(match run(&mut made) {
            None => Ok(finish(made)),
            Some(e) => Err(e),
        }),
        Err(e) => C::refused(e),
    }
}

/// Keeps the first of several errors.
#[inline(always)]
pub(super) fn keep_first<E>(first: &mut Option<E>, error: Option<E>) {
    if first.is_none() {
        *first = error;
    }
}

/// What the types know of systems of equations: the shape `S` of the matrices, and `B` of the right sides.
#[derive(Clone, Copy)]
pub(super) struct Of<S, B>(PhantomData<(S, B)>);

/// See [`Of`].
pub(super) trait Sides: Known + Copy {
    /// Whether there is one matrix, and one vector or matrix of right sides.
    const IS_ONE: bool;
}

impl<S: Shape, B: Shape> Known for Of<S, B> {
    const ROWS: Option<usize> = S::LAST;
    const RIGHT_SIDES: Option<usize> = match B::STATIC_NDIM {
        Some(1) => Some(1),
        Some(2..) => B::LAST,
        _ => None,
    };
}

impl<S: Shape, B: Shape> Sides for Of<S, B> {
    const IS_ONE: bool = matches!((S::STATIC_NDIM, B::STATIC_NDIM), (Some(2), Some(1 | 2)));
}

/// Systems of equations: matrices, their right sides, and how both pair; `Y` is what the types know of them.
#[derive(Clone, Copy)]
pub(super) struct Systems<'x, Y> {
    /// The lengths of the leading axes of the matrices.
    pub(super) own: &'x [usize],
    /// Those of the solutions, to which the others broadcast.
    pub(super) stack: &'x [usize],
    /// The rows of a matrix.
    pub(super) n: usize,
    /// The right sides of a matrix.
    pub(super) k: usize,
    pub(super) known: PhantomData<Y>,
}

impl<'x, Y: Sides> Systems<'x, Y> {
    /// The systems of matrices of the lengths `a` and right sides of so many axes, whose solutions have the lengths `x`.
    #[inline(always)]
    pub(super) fn of(a: &'x [usize], axes_of_b: usize, x: &'x [usize]) -> Self {
        let n = a.last().copied().unwrap_or(0);
        let (core, k) = if axes_of_b < 2 { (1, 1) } else { (2, x.last().copied().unwrap_or(0)) };
        Systems { own: stack_of(a, 2), stack: stack_of(x, core), n, k, known: PhantomData }
    }

    /// Calls `f` with the number of the matrix and of the system, and the right sides (M, K) among those of all.
    #[inline(always)]
    pub(super) fn each<T: Scalar>(self, x: &mut [T], mut f: impl FnMut(usize, usize, Rows<'_, T>)) {
        if const { Y::IS_ONE } {
            return f(0, 0, Rows::new(x, self.k));
        }
        for i in 0..count(self.stack) {
            let x = Rows::new(item_mut(x, self.n.wrapping_mul(self.k), i), self.k);
            f(paired(self.own, self.stack, i), i, x);
        }
    }
}

/// The right sides of systems of equations, in an array of the shape of the solution.
#[inline(always)]
pub(super) fn right_sides<T: Copy, S: Shape, O: Ownership, S2: Shape>(
    b: &Array<T, S, O>,
    shape: Result<S2, ShapeError>,
) -> Result<Array<T, S2>, ShapeError> {
    shape.and_then(|shape| b.stretched_to_owned(shape, op::solve::NAME))
}

/// Writes the right sides of a solution of this shape.
#[inline(always)]
pub(super) fn load<T: Copy, S: Shape, O: Ownership, S2: Shape>(
    b: &Array<T, S, O>,
    shape: Result<S2, ShapeError>,
    x: &mut [T],
) {
    if const { are_known_same::<S, S2>() } {
        return elements(b, |b| x.iter_mut().zip(b).for_each(|(x, b)| *x = *b));
    }
    if let Ok(b) = shape.and_then(|shape| b.stretched(shape, op::solve::NAME)) {
        x.iter_mut().zip(b.iter()).for_each(|(x, b)| *x = *b);
    }
}
