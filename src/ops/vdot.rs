//! `vdot`: the sum of the products of all elements.

use super::Operand;
use super::product::{Axes, Lists, ONE, Product, outcome};
use crate::array::{Array, Ownership};
use crate::axes::Axis;
use crate::error::ShapeError;
use crate::scalar::Scalar;
use crate::shape::op;
use crate::shape::{Check, Shape, VdotShape};

impl<S: VdotShape<S2>, S2: Shape> Product<S, S2> for op::vdot {
    type Into = op::vdot;
    type Output = ();
    const LENGTHS: Option<[usize; 3]> = match S::LEN {
        Some(k) => Some([1, 1, k]),
        None => None,
    };
    const CONJUGATES: bool = true;
    #[inline(always)]
    fn shape(a: S, b: S2) -> Result<(), ShapeError> {
        a.vdot_shape(b)
    }
    #[inline(always)]
    fn plane(a: Axes<'_>, b: Axes<'_>, _: Axes<'_>) -> Option<[Axis; 3]> {
        let ((len, step_a), (_, step_b)) = (a.get(0), b.get(0));
        (a.ndim() <= 1).then_some([ONE, ONE, Axis { len, c: 0, a: step_a, b: step_b }])
    }
    #[inline]
    fn lists(a: Axes<'_>, b: Axes<'_>, _: Axes<'_>) -> Lists {
        let mut lists = Lists::new();
        for axis in 0..a.ndim() {
            let ((len, step_a), (_, step_b)) = (a.get(axis), b.get(axis));
            lists.k.push(Axis { len, c: 0, a: step_a, b: step_b });
        }
        lists
    }
}

/// # Products
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The sum of the products of all elements, those of `self` conjugated.
    ///
    /// `sum over k.. of conj(a[k..]) * b[k..]`
    ///
    /// # Shapes
    /// `(K..), (K..) -> ()`, which is the scalar itself.
    ///
    /// As `numpy.vdot`, with two differences: both operands have one shape (there it is enough that they have as many
    /// elements); both have one element type, which is that of the result. Integers wrap around; for `bool` it is *or*
    /// of *and*s. The sum of no elements is zero.
    ///
    /// # Errors
    /// Only if a length is `Dyn` (or a rank is): the result is then a `Result`, and a [`ShapeError`] has both shapes.
    ///
    /// # Accuracy
    /// The elements in row-major order are one dot product in the order of [`inner`](Array::inner), with the same bits
    /// on every CPU.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[1, 2], [3, 4]];
    /// assert_eq!(a.vdot(&a), 30);
    /// ```
    ///
    /// Shapes that differ do not compile:
    /// ```compile_fail,E0277
    /// use conformable::Matrix;
    /// let a = Matrix::<f32, 2, 3>::ones();
    /// a.vdot(&a.t()); // `vdot`: axis of length 2 does not match axis of length 3
    /// ```
    #[doc(alias = "dotc")]
    #[inline]
    pub fn vdot<B: Operand<T>>(&self, rhs: &B) -> <S::Check as Check>::Wrap<T>
    where
        T: Scalar,
        S: VdotShape<B::Shape>,
    {
        outcome::<op::vdot, S::Check, _, _, _, _, _>(self, rhs.array())
    }
}
