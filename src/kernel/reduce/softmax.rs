//! `softmax` and its logarithm along an axis.
//!
//! ```text
//! for each block of vectors: their largest elements, the powers of e, the sums of these, the quotients
//! ```

use super::along::{Along, AlongAxes, Filled, Reduced, Running};
use super::min_max::{Value, extreme_along};
use super::sum::sum_along;
use crate::axes::Axis;
use crate::kernel::elementary::{Function, Ln, LogShare, Power, Share};
use crate::kernel::operand::{MatMut, MatRef};
use crate::scalar::{Ordered, Real};
use crate::written::Written;

/// The most vectors of a block, each of which has a place on the stack.
const MOST: usize = 64;

/// The most elements of a block of long vectors: they are in the cache from one step to the next.
const BLOCK: usize = 4096;

/// `softmax` of each vector, or, if `LOG`, its logarithm.
pub(crate) fn softmax_along<'o, T: Real + Ordered, const LOG: bool>(
    along: Along<'_, 'o, T, T, Running>,
) -> Written<'o> {
    let AlongAxes { axis, is_last, .. } = along.axes();
    let (y, x, _) = along.places();
    // Elements that are next to each other across the vectors are in every step of one; else vectors are whole.
    let count = if axis.a == 1 { (BLOCK / axis.len.max(1)).clamp(1, MOST) } else { MOST };
    let block = |[c, a]: [isize; 2], across: Axis| {
        let mut first = 0;
        while first < across.len {
            let len = count.min(across.len - first);
            let start = |place: isize, stride: isize| place.wrapping_add(stride.wrapping_mul(first as isize));
            let (c, a) = (start(c, across.c), start(a, across.a));
            let across = Axis { len, ..across };
            let block = Block { y: y.wrapping_offset(c), x: x.wrapping_offset(a), across, axis, is_last };
            first += len;
            // SAFETY: positions of two axes of `along`, at most `MOST` of the other one; the axis has elements.
            unsafe { block.write::<LOG>() }
        }
    };
    if axis.len > 0 {
        along.axes().for_each_matrix(block);
    }
    // SAFETY: every position of the axis was written at every position around it.
    unsafe { along.written() }
}

/// Some vectors of an array and the places of their results, with the strides `a` and `c`.
#[derive(Clone, Copy)]
struct Block<T> {
    y: *mut T,
    x: *const T,
    across: Axis,
    axis: Axis,
    is_last: bool,
}

impl<T: Real + Ordered> Block<T> {
    /// Writes the results.
    ///
    /// # Safety
    /// `x` can be read and `y` written at all positions of both axes, each its own; there are from 1 to `MOST` vectors, which have
    /// elements.
    unsafe fn write<const LOG: bool>(self) {
        let Block { y, x, across, axis, .. } = self;
        let (mut largest, mut sums) = ([T::ZERO; MOST], [T::ZERO; MOST]);
        // Rows are what has neighbours in the result.
        let is_turned = axis.c == 1;
        let lengths = if is_turned { [across.len, axis.len] } else { [axis.len, across.len] };
        let strides = |across: isize, axis: isize| if is_turned { [across, axis] } else { [axis, across] };
        let results = || {
            // SAFETY: from the caller.
            unsafe { MatMut::new(y, lengths, strides(across.c, axis.c)) }
        };
        // SAFETY: from the caller; a number for each vector; the results are read after they were written.
        unsafe {
            let elements = MatRef::new(x, lengths, strides(across.a, axis.a));
            let powers = MatRef::new(y.cast_const(), lengths, strides(across.c, axis.c));
            let each = |numbers: &[T; MOST]| MatRef::new(numbers.as_ptr(), lengths, strides(1, 0));
            let of_x = (x, [across.a, axis.a]);
            self.along::<Filled>(of_x, &mut largest, |along| extreme_along::<Value, T, true>(Value, along));
            Power::many(results(), [elements, each(&largest)]);
            let of_y = (y.cast_const(), [across.c, axis.c]);
            self.along::<Reduced>(of_y, &mut sums, |along| sum_along(along));
            if LOG {
                let mut logarithms = [T::ZERO; MOST];
                let row = ([1, across.len], [0, 1]);
                Ln::many(
                    MatMut::new(logarithms.as_mut_ptr(), row.0, row.1),
                    [MatRef::new(sums.as_ptr(), row.0, row.1)],
                );
                LogShare::many(results(), [elements, each(&largest), each(&logarithms)]);
            } else {
                Share::many(results(), [powers, each(&sums)]);
            }
        }
    }

    /// Hands `reduce` the vectors from a place on, with these strides across them and along them, and a number of `out` for each.
    ///
    /// # Safety
    /// Elements can be read there; as of [`write`](Self::write).
    #[inline(always)]
    unsafe fn along<K>(
        self,
        (x, [across, axis]): (*const T, [isize; 2]),
        out: &mut [T; MOST],
        reduce: impl for<'o> FnOnce(Along<'_, 'o, T, T, K>) -> Written<'o>,
    ) {
        let around = [Axis { len: self.across.len, c: 1, a: across, b: 0 }];
        let axis = Axis { len: self.axis.len, c: 0, a: axis, b: 0 };
        let axes =
            AlongAxes { around: &around, axis, is_last: self.is_last, is_row_major: false, is_known: false };
        // SAFETY: from the caller; `out` has a place for each vector.
        let _: Written<'_> = reduce(unsafe { Along::new(axes, [x, x], out.as_mut_ptr()) });
    }
}
