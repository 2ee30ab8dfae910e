//! `map`, `map_inplace` and `fold`: a function of every element.

use super::elementwise::{Onto, refused, with_number, zip_set};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::shape::{Check, SameShape, Shape, op};

/// What [`Array::map_into`] returns: `()`, in a `Result` if a check is left for run time.
pub type MapIntoOutcome<S, Out> = <<S as SameShape<Out, op::map_into>>::Check as Check>::Wrap<()>;

/// # Element by element
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The array of `f` of every element, called in row-major order.
    ///
    /// `out[i..] = f(a[i..])`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`, any rank; the elements may have another type. An array whose lengths are all in the type
    /// needs no allocator.
    ///
    /// As `numpy.vectorize(f)(a)`, and as every function of one array that NumPy has. If `f` panics, the elements made
    /// so far are dropped. Elements are cloned for `f`, which costs nothing for numbers; [`iter`](Array::iter) lends
    /// them.
    ///
    /// # Panics
    /// If the new elements are larger than the old ones and memory cannot hold as many, which needs a `Dyn` axis.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[1., -2.], [-3., 4.]];
    /// assert_eq!(a.map(f64::abs), array![[1., 2.], [3., 4.]]);
    /// assert_eq!(a.map(|x| x > 0.), array![[true, false], [false, true]]);
    /// ```
    #[doc(alias("mapv", "apply"))]
    #[inline]
    #[track_caller]
    pub fn map<U>(&self, mut f: impl FnMut(T) -> U) -> Array<U, S>
    where
        T: Clone,
    {
        match with_number(self, Array::from_element_ref(&())).in_room("map") {
            Ok(all) => Array::from_parts(self.shape(), all.storage(|x, ()| f(x))),
            Err(e) => refused(e),
        }
    }

    /// Writes [`map`](Array::map) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `(A..), out (A..)`
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`, or a rank is: an `out` of another shape, which is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![1., 4., 9.].map_into(&mut out, f64::sqrt);
    /// assert_eq!(out, array![1., 2., 3.]);
    /// ```
    #[inline]
    pub fn map_into<U, S2: Shape, O2: OwnershipMut>(
        &self,
        out: &mut Array<U, S2, O2>,
        mut f: impl FnMut(T) -> U,
    ) -> MapIntoOutcome<S, S2>
    where
        T: Clone,
        S: SameShape<S2, op::map_into>,
    {
        let same = out.expect_dims("map_into", self.shape());
        S::Check::wrap(same.and_then(|()| zip_set(out, self, "map_into", |place, x| *place = f(x))))
    }

    /// Replaces every element by `f` of it, in row-major order.
    ///
    /// `a[i..] = f(a[i..])`
    ///
    /// As `f(a, out=a)` of NumPy's functions. If `f` panics, the elements from that one on are as they were.
    /// [`iter_mut`](Array::iter_mut) lends the elements to be changed.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let mut a = array![[1, 2], [3, 4]];
    /// a.map_inplace(|x| 10 * x);
    /// a.t_mut().map_inplace(|x| x + 1);
    /// assert_eq!(a, array![[11, 21], [31, 41]]);
    /// ```
    #[doc(alias = "mapv_inplace")]
    #[inline]
    pub fn map_inplace(&mut self, mut f: impl FnMut(T) -> T)
    where
        T: Clone,
        O: OwnershipMut,
    {
        Onto::one(self, Array::from_element_ref(&())).each(|place, ()| *place = f(place.clone()));
    }

    /// [`map`](Array::map) to elements of the same type, in the memory of an array that owns a `Vec`.
    #[inline]
    #[track_caller]
    pub(super) fn into_mapped(self, f: impl FnMut(T) -> T) -> Array<T, S>
    where
        T: Clone,
    {
        if const { O::CONTIGUOUS && S::STATIC_LEN.is_none() } {
            let shape = self.shape();
            return match self.reclaimed(shape) {
                Ok(mut a) => {
                    a.map_inplace(f);
                    a
                }
                Err(a) => a.map(f),
            };
        }
        self.map(f)
    }

    /// Folds the elements into one value, in row-major order: `f(.. f(f(init, a[0]), a[1]) .., a[n - 1])`.
    ///
    /// As `functools.reduce(f, a.flat, init)`. The order is that of the elements alone, so the sum of floats rounds
    /// after each, one by one.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let a = array![[3, 1], [4, 1]];
    /// assert_eq!(a.fold(0, |digits, x| 10 * digits + x), 3141);
    /// assert_eq!(a.t().fold(0, |digits, x| 10 * digits + x), 3411);
    /// ```
    #[inline]
    pub fn fold<A>(&self, init: A, f: impl FnMut(A, T) -> A) -> A
    where
        T: Clone,
    {
        match self.view().as_slice() {
            Some(elements) => elements.iter().cloned().fold(init, f),
            None => self.iter().cloned().fold(init, f),
        }
    }
}
