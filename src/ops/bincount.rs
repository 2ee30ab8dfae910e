//! `bincount`: how often each number occurs.

use crate::array::{Array, Ownership, Room, full};
use crate::error::ShapeError;
use crate::sealed::Seal;
use crate::shape::op::{self, Operation};
use crate::shape::{AxisRules, Dim, Shape};

/// Elements that are numbers of bins: integers and `bool`.
#[diagnostic::on_unimplemented(
    message = "`bincount`: elements of type `{T}` are no numbers of bins",
    label = "expected integers or `bool`"
)]
pub trait BinNumber<T> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The number.
    #[doc(hidden)]
    fn number(x: T) -> i128;
}
// For every `Self`, for the sake of messages: see `SameDim`.
#[diagnostic::do_not_recommend]
impl<X, T: TryInto<i128>> BinNumber<T> for X {
    const SEALED: Seal = Seal;
    #[inline(always)]
    fn number(x: T) -> i128 {
        // Only a `u128` can be too large.
        x.try_into().unwrap_or(i128::MAX)
    }
}

/// # Reductions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// How often each of the numbers 0, 1, 2 and so on occurs, up to `bins` of them.
    ///
    /// `out[k] =` the number of `i..` with `a[i..] = k`
    ///
    /// # Shapes
    /// `(A..) -> (N)`, of `usize`, any rank, where `N` is the axis that is given: `Const::<3>`, or `Dyn(n)`.
    ///
    /// As `numpy.bincount(a, minlength=bins)`, but that a number that is not below `bins` is an error, where NumPy makes the result
    /// longer: so its length is known before the elements are, a vector of `Const` needs no allocator, and an element that is no
    /// label of yours is found. `Dyn(max + 1)` is NumPy's length. No weights.
    ///
    /// # Errors
    /// An element that is negative or not below `bins`, or more bins than memory can hold.
    ///
    /// # Example
    /// ```
    /// use conformable::{Const, array};
    /// let labels = array![2_u8, 0, 2, 2];
    /// assert_eq!(labels.bincount(Const::<4>)?, array![1, 0, 3, 0]);
    /// let error = labels.bincount(Const::<2>).unwrap_err();
    /// assert_eq!(error.to_string(), "index 2 is out of bounds for axis 0 with size 2");
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    ///
    /// ```compile_fail,E0277
    /// # use conformable::{Const, array};
    /// array![1., 2.].bincount(Const::<3>); // elements of type `f64` are no numbers of bins
    /// ```
    #[inline]
    pub fn bincount<D: Dim>(&self, bins: D) -> Result<Array<usize, (D,)>, ShapeError>
    where
        AxisRules: BinNumber<T>,
        T: Copy,
    {
        let mut counts = full(Room::<usize, _>::new(op::bincount::NAME, (bins,))?.shape(), 0_usize)?;
        for x in self.iter() {
            let number = AxisRules::number(*x);
            match usize::try_from(number).ok().and_then(|i| counts.get_mut([i])) {
                Some(count) => *count = count.wrapping_add(1),
                None => {
                    let index = usize::try_from(number.unsigned_abs()).unwrap_or(usize::MAX);
                    let (name, is_negative) = (op::bincount::NAME, number < 0);
                    return Err(ShapeError::index_out_of_bounds(name, &[bins.len()], 0, is_negative, index));
                }
            }
        }
        Ok(counts)
    }
}
