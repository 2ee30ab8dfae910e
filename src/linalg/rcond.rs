//! `rcond`: how near to singular a matrix is, by its factors.

use super::items::{item_mut, value};
use crate::array::{Array, Outcome, named};
use crate::kernel::factor::Rows;
use crate::kernel::factor::rcond::Work;
use crate::scalar::Real;
use crate::shape::SquareStack;
use crate::shape::op::Operation;

/// What `rcond` returns of the factors of each matrix, by what it is of those of one, which are destroyed.
#[inline(always)]
pub(super) fn each<T: Real, S: SquareStack<Op>, Op: Operation>(
    factors: &Array<T, S>,
    rcond: impl Fn(Rows<'_, T>, Work<'_, T>) -> T,
) -> Outcome<S::Check, S::Stack, T> {
    let made = factors.shape().split_square().and_then(|(stack, axis)| {
        let room = [named(Op::NAME, (axis,), T::ZERO)?, named(Op::NAME, (axis,), T::ZERO)?];
        Ok((named(Op::NAME, stack, T::ZERO)?, room))
    });
    let (out, room) = match made {
        Ok((out, room)) => (Ok(out), Some(room)),
        Err(e) => (Err(e), None),
    };
    value::<S::Check, _, _>(out, |_, out| {
        let Some([mut x, mut signs]) = room else { return };
        let mut copy = factors.to_owned();
        let n = x.len();
        for (i, place) in out.iter_mut().enumerate() {
            let a = Rows::new(item_mut(copy.as_mut_slice(), n * n, i), n);
            *place = rcond(a, [x.as_mut_slice(), signs.as_mut_slice()]);
        }
    })
}
