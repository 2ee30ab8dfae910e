//! Views with the axes in another order, read backwards, or with one of length 1 left out. Nothing is copied.

#![allow(unsafe_code, reason = "makes views, whose invariants are stated at `ViewData`")]

use super::view::{view_mut_of, view_of};
use super::{Array, ArrayView, ArrayViewMut, Ownership, OwnershipMut};
use crate::error::{ShapeError, ShapeErrorKind, must};
use crate::shape::AxisGiven;
use crate::shape::op::{self, Operation};
use crate::shape::shape_of_type;
use crate::shape::{
    AxisArg, AxisAt, AxisList, AxisRules, Check, DynRank, InsertAxisShape, MAX_NDIM, MoveAxisShape,
    PermuteShape, RemoveAxis, Shape, SwapAxesShape, UnitDim, axis_number, expect_axes, list,
};
use core::mem;

/// Whether the types prove that there is an axis `A` of length 1.
pub type RemoveAxisCheck<const A: usize, S> = <<S as AxisAt<A, op::remove_axis>>::Check as Check>::And<
    <<S as AxisAt<A, op::remove_axis>>::Axis as UnitDim<op::remove_axis>>::Check,
>;

/// Axes of an array in another order: their numbers, as many as there are.
struct Order {
    axes: [usize; MAX_NDIM],
    ndim: usize,
}

impl Order {
    /// The axes as they are.
    const fn of(ndim: usize) -> Self {
        let mut axes = [0; MAX_NDIM];
        let mut i = 0;
        while i < MAX_NDIM {
            axes[i] = i;
            i += 1;
        }
        Order { axes, ndim }
    }
    fn as_slice(&self) -> &[usize] {
        self.axes.get(..self.ndim).unwrap_or_default()
    }
    /// Two axes in each other's place.
    #[inline(always)]
    const fn swap_axes(mut self, a: usize, b: usize) -> Self {
        let (a, b) = (axis_number(a, self.ndim), axis_number(b, self.ndim));
        if a < MAX_NDIM && b < MAX_NDIM {
            (self.axes[a], self.axes[b]) = (self.axes[b], self.axes[a]);
        }
        self
    }
    /// Moves an axis to another place, and those between by one.
    #[inline(always)]
    const fn move_axis(mut self, from: usize, to: usize) -> Self {
        let (mut at, to) = (axis_number(from, self.ndim), axis_number(to, self.ndim));
        while at != to && at < MAX_NDIM {
            let next = if at < to { at + 1 } else { at - 1 };
            self = self.swap_axes(at, next);
            at = next;
        }
        self
    }
    /// Leaves an axis out.
    #[inline(always)]
    const fn remove_axis(self, a: usize) -> Self {
        let mut order = self.move_axis(a, MAX_NDIM - 1);
        order.ndim = order.ndim.saturating_sub(1);
        order
    }
    /// The axes of a list.
    const fn listed(list: &[usize]) -> Self {
        let mut order = Order { axes: [MAX_NDIM; MAX_NDIM], ndim: list.len() };
        let mut i = 0;
        while i < list.len() && i < MAX_NDIM {
            order.axes[i] = list[i];
            i += 1;
        }
        order
    }
    /// Whether `Out` has the lengths of the axes of `S` in this order; `true` where the types do not say.
    const fn may_give<S: Shape, Out: Shape>(&self) -> bool {
        let (Some(dims), Some(out)) = (S::STATIC_DIMS, Out::STATIC_DIMS) else { return true };
        let (Some(ndim), Some(ndim_out)) = (S::STATIC_NDIM, Out::STATIC_NDIM) else { return true };
        let mut i = 0;
        while i < self.ndim && i < MAX_NDIM {
            let axis = self.axes[i];
            if axis >= ndim || dims[axis] != out[i] {
                return false;
            }
            i += 1;
        }
        ndim_out == self.ndim
    }
}

/// Whether a list names each of these axes once.
fn check_order(op: &'static str, dims: &[usize], order: &[usize]) -> Result<(), ShapeError> {
    if order.len() != dims.len() {
        return Err(ShapeError::about(op, ShapeErrorKind::WrongAxes, dims));
    }
    expect_axes(op, dims, order)
}

/// The number of an axis counted from 0, if it exists, which the types say of most arrays.
#[inline]
pub(super) fn check_axis(op: &'static str, dims: &[usize], axis: usize) -> Result<usize, ShapeError> {
    let number = axis_number(axis, dims.len());
    if number < dims.len() { Ok(number) } else { Err(ShapeError::axis_out_of_bounds(op, dims, axis)) }
}

/// The same of two axes, of which the message says which one it is.
#[inline]
fn check_axes(op: &'static str, dims: &[usize], axes: [usize; 2]) -> Result<[usize; 2], ShapeError> {
    let numbers = axes.map(|axis| axis_number(axis, dims.len()));
    match numbers.iter().position(|axis| *axis >= dims.len()) {
        Some(argument) => Err(ShapeError::argument_out_of_bounds(op, dims, argument, axes[argument])),
        None => Ok(numbers),
    }
}

impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The shape `Out` and its strides, whose axis `i` is axis `order[i]` of `self`: axes of `self`, none of them twice,
    /// and of those left out all of length 1.
    #[inline(always)]
    fn ordered<Out: Shape>(
        &self,
        op: &'static str,
        order: &[usize],
    ) -> Result<(Out, Out::Strides), ShapeError> {
        let (dims, strides) = (self.dims(), self.strides());
        let (dims, strides) = (dims.as_ref(), strides.as_ref());
        let mut lens = [0; MAX_NDIM];
        for (len, axis) in lens.iter_mut().zip(order) {
            *len = dims.get(*axis).copied().unwrap_or(0);
        }
        let lens = lens.get(..order.len()).unwrap_or_default();
        let stride = |i: usize| order.get(i).and_then(|axis| strides.get(*axis)).copied().unwrap_or(0);
        let known = const { S::STATIC_LEN.is_some() && Out::STATIC_LEN.is_some() };
        match if known { shape_of_type::<Out>() } else { Out::from_dims(lens) } {
            Some(shape) => Ok((shape, shape.strides_from(stride))),
            None => Err(ShapeError::wrong_shape_of::<Out>(op, lens)),
        }
    }

    #[inline(always)]
    fn swapped<Out: Shape>(&self, a: usize, b: usize) -> Result<(Out, Out::Strides), ShapeError> {
        let dims = self.dims();
        let [a, b] = check_axes(op::swap_axes::NAME, dims.as_ref(), [a, b])?;
        self.ordered(op::swap_axes::NAME, Order::of(self.ndim()).swap_axes(a, b).as_slice())
    }

    #[inline(always)]
    fn permuted<Out: Shape>(&self, order: &[usize]) -> Result<(Out, Out::Strides), ShapeError> {
        // Of a rank in the type the compiler has compared the list with it.
        if const { S::STATIC_NDIM.is_none() } {
            check_order(op::permute::NAME, self.dims().as_ref(), order)?;
        }
        self.ordered(op::permute::NAME, order)
    }

    #[inline(always)]
    fn moved<Out: Shape>(&self, from: usize, to: usize) -> Result<(Out, Out::Strides), ShapeError> {
        let dims = self.dims();
        let [from, to] = check_axes(op::move_axis::NAME, dims.as_ref(), [from, to])?;
        self.ordered(op::move_axis::NAME, Order::of(self.ndim()).move_axis(from, to).as_slice())
    }

    #[inline(always)]
    fn removed<Out: Shape>(&self, a: usize) -> Result<(Out, Out::Strides), ShapeError> {
        let dims = self.dims();
        let a = check_axis(op::remove_axis::NAME, dims.as_ref(), a)?;
        if dims.as_ref().get(a).is_none_or(|len| *len != 1) {
            return Err(ShapeError::about(op::remove_axis::NAME, ShapeErrorKind::NotOne, dims.as_ref()));
        }
        self.ordered(op::remove_axis::NAME, Order::of(self.ndim()).remove_axis(a).as_slice())
    }

    /// The distance of the last position of axis `A` from the first, in elements, and the strides of the axes if `A` is
    /// read backwards.
    #[inline(always)]
    fn flipped(&self, a: usize) -> Result<(isize, S::Strides), ShapeError> {
        let (dims, mut strides) = (self.dims(), self.strides());
        let a = check_axis(op::flip::NAME, dims.as_ref(), a)?;
        let (len, stride) = match (dims.as_ref().get(a), strides.as_mut().get_mut(a)) {
            (Some(len), Some(stride)) => (*len, mem::replace(stride, stride.wrapping_neg())),
            _ => (1, 0),
        };
        // Of an array without elements the place stays where it is.
        let last = if self.is_empty() { 0 } else { (len as isize - 1).wrapping_mul(stride) };
        Ok((last, strides))
    }
}

/// The number of axes, where the type knows it.
const fn ndim<S: Shape>() -> usize {
    match S::STATIC_NDIM {
        Some(ndim) => ndim,
        None => MAX_NDIM,
    }
}

/// One line per method: those of an array and of one that can be changed, with the generic parameters, the rule, its
/// shape, the function that gives shape and strides, and the order of the axes, with which the rule is compared.
macro_rules! ordered { ($($(#[$doc:meta])* $name:ident $name_mut:ident [$($params:tt)*] [$($bound:tt)+]
    $Check:ty, $Out:ty, $placed:ident($($arg:expr),+), $order:expr;)+) => {
    /// # Shape
    impl<T, S: Shape, O: Ownership> Array<T, S, O> {$(
        $(#[$doc])*
        #[inline]
        pub fn $name<'s, 'x, $($params)*>(&'s self) -> <$Check as Check>::Wrap<ArrayView<'x, T, $Out>>
        where
            O::Loan<'s>: 'x,
            $($bound)+
        {
            const { must($order.may_give::<S, $Out>(), "the rule of this operation gave another shape") }
            <$Check>::wrap(self.$placed::<$Out>($($arg),+).map(|(shape, strides)| {
                // SAFETY: the axes of `self` with their strides, but for such as have one position; borrowed as `self` is.
                unsafe { view_of(shape, self.as_ptr(), strides) }
            }))
        }
        #[doc = concat!("The same for an array that can be changed, as [`", stringify!($name), "`](Array::",
            stringify!($name), ").\n\n# Errors\nAs there.")]
        #[inline]
        pub fn $name_mut<$($params)*>(&mut self) -> <$Check as Check>::Wrap<ArrayViewMut<'_, T, $Out>>
        where
            O: OwnershipMut,
            $($bound)+
        {
            const { must($order.may_give::<S, $Out>(), "the rule of this operation gave another shape") }
            <$Check>::wrap(self.$placed::<$Out>($($arg),+).map(|(shape, strides)| {
                // SAFETY: as above, of different positions different places; borrowed mutably as `self` is.
                unsafe { view_mut_of(shape, self.as_mut_ptr(), strides) }
            }))
        }
    )+}
};}
ordered! {
    /// Two axes in each other's place. Nothing is copied.
    ///
    /// `out[.., j, .., i, ..] = a[.., i, .., j, ..]`
    ///
    /// # Shapes
    /// Those of axes `A` and `B`, counted from 0, are exchanged. As `numpy.swapaxes`.
    ///
    /// # Errors
    /// Only for a [`DynRank`], if it has no such axes.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array3, ArrayView, Const};
    /// let a = Array3::<i32, 2, 3, 4>::ones();
    /// let b: ArrayView<i32, (Const<4>, Const<3>, Const<2>)> = a.swap_axes::<0, 2>();
    /// assert_eq!(b.dims(), [4, 3, 2]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// conformable::array![1, 2].swap_axes::<0, 1>(); // `swap_axes`: axis 1 is out of bounds
    /// ```
    #[doc(alias("swapaxes"))]
    swap_axes swap_axes_mut [const A: usize, const B: usize] [AxisRules: AxisGiven<AxisArg<A>, op::swap_axes> + AxisGiven<AxisArg<B>, op::swap_axes>, S: SwapAxesShape<A, B>]
        <S as SwapAxesShape<A, B>>::Check, <S as SwapAxesShape<A, B>>::Output, swapped(A, B),
        Order::of(ndim::<S>()).swap_axes(A, B);
    /// The axes in another order: axis `i` of the view is axis `P[i]` of the array. Nothing is copied.
    ///
    /// `out[i[P[0]], i[P[1]], ..] = a[i[0], i[1], ..]`
    ///
    /// # Shapes
    /// `P` is a list of all axes, counted from 0, that [`axes!`](crate::axes!) spells. As `numpy.permute_dims` and
    /// `numpy.transpose` with a list of axes; [`transpose`](Array::transpose) takes one that is known only at run time.
    ///
    /// # Errors
    /// Only for a [`DynRank`], if these are not its axes.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array3, ArrayView, Const, axes};
    /// let image = Array3::<u8, 28, 30, 3>::ones(); // rows, columns, channels
    /// let planes: ArrayView<u8, (Const<3>, Const<28>, Const<30>)> = image.permute::<axes![2, 0, 1]>();
    /// assert_eq!(planes.dims(), [3, 28, 30]);
    /// ```
    ///
    /// An axis twice does not compile, nor one that is missing or that there is not:
    /// ```compile_fail,E0277
    /// use conformable::{Matrix, axes};
    /// Matrix::<f32, 2, 3>::ones().permute::<axes![0, 0]>(); // `permute`: axis 0 is named twice
    /// ```
    #[doc(alias("permuted_axes", "permute_dims"))]
    permute permute_mut [P: AxisList] [S: PermuteShape<P>]
        <S as PermuteShape<P>>::Check, <S as PermuteShape<P>>::Output, permuted(const { list::<P>() }),
        Order::listed(list::<P>());
    /// An axis at another place; the others keep their order. Nothing is copied.
    ///
    /// # Shapes
    /// Axis `FROM` becomes axis `TO`, both counted from 0. As `numpy.moveaxis`.
    ///
    /// # Errors
    /// Only for a [`DynRank`], if it has no such axes.
    ///
    /// # Example
    /// ```
    /// use conformable::Array3;
    /// let a = Array3::<i32, 2, 3, 4>::ones();
    /// assert_eq!(a.move_axis::<0, 2>().dims(), [3, 4, 2]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// conformable::array![1, 2].move_axis::<0, 1>(); // `move_axis`: axis 1 is out of bounds
    /// ```
    #[doc(alias("moveaxis"))]
    move_axis move_axis_mut [const FROM: usize, const TO: usize] [AxisRules: AxisGiven<AxisArg<FROM>, op::move_axis> + AxisGiven<AxisArg<TO>, op::move_axis>, S: MoveAxisShape<FROM, TO>]
        <S as MoveAxisShape<FROM, TO>>::Check, <S as MoveAxisShape<FROM, TO>>::Output, moved(FROM, TO),
        Order::of(ndim::<S>()).move_axis(FROM, TO);
    /// A view without axis `A`, which has length 1.
    ///
    /// # Shapes
    /// `(A.., 1, B..) -> (A.., B..)`. A length in the type is 1, or this does not compile. As `numpy.squeeze` with an
    /// axis; the way back is [`insert_axis`](Array::insert_axis).
    ///
    /// # Errors
    /// Only if the length is `Dyn`, or the axis has a name, or the rank is known at run time only: another length, or no
    /// such axis.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// assert_eq!(array![[1, 2, 3]].remove_axis::<0>(), array![1, 2, 3]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// conformable::array![[1, 2, 3]].remove_axis::<1>(); // `remove_axis`: cannot select an axis to squeeze out ..
    /// ```
    #[doc(alias("squeeze"))]
    remove_axis remove_axis_mut [const A: usize] [AxisRules: AxisGiven<AxisArg<A>, op::remove_axis>,
        S: AxisAt<A, op::remove_axis, Axis: UnitDim<op::remove_axis>> + RemoveAxis<A, op::remove_axis>]
        RemoveAxisCheck<A, S>, <S as RemoveAxis<A, op::remove_axis>>::Output, removed(A),
        Order::of(ndim::<S>()).remove_axis(A);
}

/// # Shape
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The axes in an order that is known only at run time: axis `i` of the view is axis `order[i]`. Nothing is copied.
    ///
    /// As `numpy.transpose` with a list of axes. [`permute`](Array::permute) takes one that the compiler knows, and
    /// [`typed`](Array::typed) tells the types what came out.
    ///
    /// # Errors
    /// The list does not name each axis once.
    ///
    /// # Example
    /// ```
    /// use conformable::Array3;
    /// let a = Array3::<i32, 2, 3, 4>::ones();
    /// assert_eq!(a.transpose(&[1, 2, 0])?.dims(), [3, 4, 2]);
    /// assert_eq!(a.transpose(&[1, 0]).unwrap_err().to_string(), "axes don't match array");
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[doc(alias = "permuted_axes")]
    pub fn transpose<'s, 'x>(&'s self, order: &[usize]) -> Result<ArrayView<'x, T, DynRank>, ShapeError>
    where
        O::Loan<'s>: 'x,
    {
        check_order("transpose", self.dims().as_ref(), order)?;
        let (shape, strides) = self.ordered("transpose", order)?;
        // SAFETY: the axes of `self` with their strides, borrowed as `self` is.
        Ok(unsafe { view_of(shape, self.as_ptr(), strides) })
    }

    /// The same for an array that can be changed, as [`transpose`](Array::transpose).
    ///
    /// # Errors
    /// As there.
    pub fn transpose_mut(&mut self, order: &[usize]) -> Result<ArrayViewMut<'_, T, DynRank>, ShapeError>
    where
        O: OwnershipMut,
    {
        check_order("transpose", self.dims().as_ref(), order)?;
        let (shape, strides) = self.ordered("transpose", order)?;
        // SAFETY: the axes of `self` with their strides, borrowed mutably as `self` is.
        Ok(unsafe { view_mut_of(shape, self.as_mut_ptr(), strides) })
    }

    /// Axis `A` backwards. Nothing is copied.
    ///
    /// `out[.., i, ..] = a[.., N - 1 - i, ..]`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`. As `numpy.flip` with an axis.
    ///
    /// # Errors
    /// Only for a [`DynRank`], if it has no such axis.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![[1, 2, 3], [4, 5, 6]].flip::<1>(), array![[3, 2, 1], [6, 5, 4]]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// conformable::array![1, 2].flip::<1>(); // `flip`: axis 1 is out of bounds for array of dimension 1
    /// ```
    #[doc(alias("invert_axis", "fliplr", "flipud"))]
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn flip<'s, 'x, const A: usize>(&'s self) -> <<S as AxisAt<A, op::flip>>::Check as Check>::Wrap<ArrayView<'x, T, S>> where AxisRules: AxisGiven<AxisArg<A>, op::flip>,
        S: AxisAt<A, op::flip>,
        O::Loan<'s>: 'x,
    {
        <S as AxisAt<A, op::flip>>::Check::wrap(self.flipped(A).map(|(last, strides)| {
            // SAFETY: the elements of `self`, from the last position of the axis to the first, borrowed as `self` is.
            unsafe { view_of(self.shape(), self.as_ptr().wrapping_offset(last), strides) }
        }))
    }

    /// The same for an array that can be changed, as [`flip`](Array::flip).
    ///
    /// # Errors
    /// As there.
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn flip_mut<const A: usize>(&mut self) -> <<S as AxisAt<A, op::flip>>::Check as Check>::Wrap<ArrayViewMut<'_, T, S>> where AxisRules: AxisGiven<AxisArg<A>, op::flip>,
        O: OwnershipMut,
        S: AxisAt<A, op::flip>,
    {
        <S as AxisAt<A, op::flip>>::Check::wrap(self.flipped(A).map(|(last, strides)| {
            // SAFETY: as in `flip`, borrowed mutably as `self` is.
            unsafe { view_mut_of(self.shape(), self.as_mut_ptr().wrapping_offset(last), strides) }
        }))
    }

    /// A view with one more axis that can be changed, as [`insert_axis`](Array::insert_axis).
    ///
    /// # Errors
    /// As there.
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn insert_axis_mut<const A: usize>(&mut self) -> <S::Check as Check>::Wrap<ArrayViewMut<'_, T, <S as InsertAxisShape<A>>::Output>> where AxisRules: AxisGiven<AxisArg<A>, op::insert_axis>,
        O: OwnershipMut,
        S: InsertAxisShape<A>,
    {
        let strides = self.strides();
        S::Check::wrap(self.shape().insert_axis_shape().map(|shape| {
            let stride = |axis: usize| strides.as_ref().get(axis).copied().unwrap_or(0);
            let strides = shape.strides_from(|axis| match axis {
                _ if axis < A => stride(axis),
                _ if axis == A => 0,
                _ => stride(axis - 1),
            });
            // SAFETY: the elements of `self`, with an axis of one position, borrowed mutably as `self` is.
            unsafe { view_mut_of(shape, self.as_mut_ptr(), strides) }
        }))
    }
}
