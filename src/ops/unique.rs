//! `unique`: the elements in sorted order, each once.

use crate::array::{Array, Ownership};
use crate::kernel::reduce::sort::order;
use crate::scalar::Ordered;
use crate::shape::{Dyn, Shape};

/// # Sorting
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The elements in sorted order, each once.
    ///
    /// # Shapes
    /// `(A..) -> (Dyn)`, any rank.
    ///
    /// As `numpy.unique(a)`, without counts and positions: NaN comes last, and once; of -0.0 and 0.0, which are equal, the first is
    /// kept.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[3, 1], [2, 3]].unique().as_slice(), [1, 2, 3]);
    /// assert_eq!(array![f64::NAN, 1., f64::NAN].unique().len(), 2);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// # use conformable::array;
    /// # #[derive(Clone, Copy)] struct Colour;
    /// array![Colour, Colour].unique(); // elements of type `Colour` have no order
    /// ```
    #[inline]
    #[must_use]
    pub fn unique(&self) -> Array<T, (Dyn,)>
    where
        T: Ordered,
    {
        let mut sorted = Array::from(self.to_vec());
        sorted.sort_inplace();
        let mut elements = sorted.into_vec();
        elements.dedup_by(|next, kept| order(*kept, *next).is_eq());
        Array::from(elements)
    }
}
