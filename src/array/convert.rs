//! Conversions: from nested arrays and back, from slices and vectors, and as slices.

use super::storage::Elem;
use super::{Array, Array3, Array4, Array5, Array6, ArrayView, ArrayViewMut, Matrix, Owned, Vector};
use crate::error::ShapeError;
use crate::shape::{Const, Shape, StaticShape};

/// One line per rank: the alias, its lengths, the nested arrays. The attribute hides what the docs show of two ranks only.
macro_rules! nested { (#[$shown:meta] $($alias:ident<$($N:ident),+>: $nested:ty;)+) => {$(
    #[$shown]
    #[diagnostic::do_not_recommend]
    impl<T, $(const $N: usize),+> From<$nested> for $alias<T, $($N),+> {
        #[inline(always)]
        fn from(elements: $nested) -> Self {
            Self::new(elements)
        }
    }
    #[$shown]
    #[diagnostic::do_not_recommend]
    impl<T, $(const $N: usize),+> From<$alias<T, $($N),+>> for $nested {
        #[inline(always)]
        fn from(array: $alias<T, $($N),+>) -> Self {
            array.into_nested()
        }
    }
    #[$shown]
    #[diagnostic::do_not_recommend]
    impl<'a, T, $(const $N: usize),+> From<&'a $nested> for &'a $alias<T, $($N),+> {
        #[inline(always)]
        fn from(elements: &'a $nested) -> Self {
            $alias::from_nested_ref(elements)
        }
    }
    #[$shown]
    #[diagnostic::do_not_recommend]
    impl<'a, T, $(const $N: usize),+> From<&'a $alias<T, $($N),+>> for &'a $nested {
        #[inline(always)]
        fn from(array: &'a $alias<T, $($N),+>) -> Self {
            array.as_nested()
        }
    }
    /// A copy.
    ///
    #[$shown]
    #[diagnostic::do_not_recommend]
    impl<T: Clone, $(const $N: usize),+> From<&$nested> for $alias<T, $($N),+> {
        #[inline]
        fn from(elements: &$nested) -> Self {
            $alias::from_nested_ref(elements).to_owned()
        }
    }
    #[$shown]
    #[diagnostic::do_not_recommend]
    impl<'a, T, $(const $N: usize),+> From<&'a $nested> for ArrayView<'a, T, ($(Const<$N>,)+)> {
        #[inline(always)]
        fn from(elements: &'a $nested) -> Self {
            $alias::from_nested_ref(elements).view()
        }
    }
    #[$shown]
    #[diagnostic::do_not_recommend]
    impl<'a, T, $(const $N: usize),+> From<&'a mut $nested> for ArrayViewMut<'a, T, ($(Const<$N>,)+)> {
        #[inline(always)]
        fn from(elements: &'a mut $nested) -> Self {
            $alias::from_nested_mut(elements).view_mut()
        }
    }
    #[$shown]
    impl<T, $(const $N: usize),+> AsRef<$nested> for $alias<T, $($N),+> {
        #[inline(always)]
        fn as_ref(&self) -> &$nested {
            self.as_nested()
        }
    }
)+};}
nested! {
    #[doc = "So for each rank up to 6."]
    Vector<N>: [T; N];
    Matrix<R, C>: [[T; C]; R];
}
nested! {
    #[doc(hidden)]
    Array3<A, B, C>: [[[T; C]; B]; A];
    Array4<A, B, C, D>: [[[[T; D]; C]; B]; A];
    Array5<A, B, C, D, E>: [[[[[T; E]; D]; C]; B]; A];
    Array6<A, B, C, D, E, F>: [[[[[[T; F]; E]; D]; C]; B]; A];
}

impl<T, S: Shape> AsRef<[T]> for Array<T, S, Owned> {
    #[inline(always)]
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}
impl<T, S: Shape> AsMut<[T]> for Array<T, S, Owned> {
    #[inline(always)]
    fn as_mut(&mut self) -> &mut [T] {
        self.as_mut_slice()
    }
}

impl<T: Clone, S: StaticShape> TryFrom<&[T]> for Array<T, S> {
    type Error = ShapeError;
    /// The elements in row-major order, if there are as many as the shape has.
    #[inline]
    fn try_from(elements: &[T]) -> Result<Self, ShapeError> {
        let view = ArrayView::from_slice(S::default(), elements)?;
        Ok(view.to_owned())
    }
}

/// What an operation with the result shape `S` returned, as an array: for generic code, where it is an element if `S` turns
/// out to be `()`.
///
/// ```
/// use conformable::prelude::*;
/// use conformable::IntoArray;
/// let sum: Array<f32, ()> = array![1., 2.].sum_axis::<0>().into_array();
/// assert_eq!(sum[[]], 3.);
/// ```
pub trait IntoArray<T, S: Shape> {
    /// The array.
    fn into_array(self) -> Array<T, S>;
}
impl<T> IntoArray<T, ()> for T {
    #[inline(always)]
    fn into_array(self) -> Array<T, ()> {
        Array::from_parts((), Elem(self))
    }
}
impl<T, S: Shape> IntoArray<T, S> for Array<T, S> {
    #[inline(always)]
    fn into_array(self) -> Array<T, S> {
        self
    }
}
impl<T, S: Shape> Array<T, S> {
    /// What an operation with this result returns: the array, or of rank 0 the element.
    #[inline(always)]
    pub(crate) fn into_value(self) -> S::Value<T> {
        self.shape.value(self.data)
    }
}
