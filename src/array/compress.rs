//! `compress`: the positions of an axis that a mask lets through.

use super::copy::NewArray;
use super::take::taken;
use super::{Array, Ownership};
use crate::error::ShapeError;
use crate::shape::op::{self, Operation};
use crate::shape::{AxisArg, AxisGivenFirst, AxisRules, Dim, Dyn, RemoveAxis, Shape};
use alloc::vec;
use alloc::vec::Vec;

/// # Joining and repeating
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The positions of axis `A`, counted from 0, at which `mask` is true, in their order.
    ///
    /// # Shapes
    /// `(A.., N, B..), (K) -> (A.., Dyn, B..)`: as many positions as there are `true`.
    ///
    /// As `numpy.compress(mask, a, axis=A)`: what a shorter mask does not reach is left out, and a longer one must be false
    /// behind the end of the axis. (`a[.., mask, ..]` asks NumPy for equal lengths.) [`take`](Array::take) takes positions,
    /// and [`take_into`](Array::take_into) needs no allocator.
    ///
    /// # Errors
    /// A `true` behind the end of the axis, in NumPy's words; for a [`DynRank`](crate::DynRank) also if there is no such
    /// axis.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[1, 2, 3], [4, 5, 6]];
    /// let kept = a.compress::<1, _, _>(&array![true, false, true])?;
    /// assert_eq!(kept.dims(), [2, 2]);
    /// assert_eq!(kept.as_slice(), [1, 3, 4, 6]);
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    ///
    /// ```compile_fail,E0277
    /// // `compress`: axis 1 is out of bounds for array of dimension 1
    /// conformable::array![1, 2].compress::<1, _, _>(&conformable::array![true]);
    /// ```
    #[doc(alias("extract", "filter"))]
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn compress<const A: usize, D: Dim, O2: Ownership>(&self, mask: &Array<bool, (D,), O2>) -> Result<Array<T, <S as RemoveAxis<A, op::compress>>::With<Dyn>>, ShapeError> where AxisRules: AxisGivenFirst<AxisArg<A>, op::compress>,
        T: Clone,
        S: RemoveAxis<A, op::compress>,
    {
        let kept = match mask.contiguous() {
            Some(mask) => kept(mask.iter()),
            None => kept(mask.iter()),
        };
        let shape = self.shape().with_axis(Dyn(kept.len()))?;
        taken(self, op::compress::NAME, A, &Array::from(kept), shape, NewArray)
    }
}

/// The positions at which a mask is true.
fn kept<'a>(mask: impl Iterator<Item = &'a bool> + Clone) -> Vec<usize> {
    let mut kept = vec![0; mask.clone().filter(|is_kept| **is_kept).count()];
    let mut filled = 0;
    for (i, is_kept) in mask.enumerate() {
        // Each position is written, and stays if it is kept: no branch is a guess about the mask.
        if let Some(place) = kept.get_mut(filled) {
            *place = i;
        }
        filled += usize::from(*is_kept);
    }
    kept
}
