//! `repeat`, `tile` and `roll`: arrays with elements repeated along an axis, or moved along it.

#![allow(unsafe_code, reason = "writes the elements of arrays")]

use super::axes::check_axis;
use super::copy::{Copies, NewArray, Target};
use super::{Array, Ownership, OwnershipMut};
use crate::error::{ShapeError, must};
use crate::shape::op::{self, Operation};
use crate::shape::{
    AtRunTime, AxisArg, AxisAt, AxisGiven, AxisGivenFirst, AxisRules, Check, Const, Dyn, MAX_NDIM, SameShape,
    Shape, TimesDim, may_have_axis, shape_of_type,
};

/// The shape with an axis `A` that is `N` times as long.
type Times<S, const A: usize, const N: usize, Op> =
    <S as AxisAt<A, Op>>::With<<<S as AxisAt<A, Op>>::Axis as TimesDim<Const<N>, Op>>::Output>;

/// Whether `C` is proven, and that an existing array of the shape `Out` has the shape `Made`.
type IntoCheck<C, Made, Out, Op> = <C as Check>::And<<Made as SameShape<Out, Op>>::Check>;
/// The same of an operation along axis `A` of an array of the shape `S`, for which the axis must be there.
type AxisIntoCheck<S, const A: usize, Made, Out, Op> = IntoCheck<<S as AxisAt<A, Op>>::Check, Made, Out, Op>;
/// The same of [`Array::repeat_by_into`], whose number of positions is known only at run time.
type ByIntoCheck<S, const A: usize, Out> =
    IntoCheck<AtRunTime, <S as AxisAt<A, op::repeat_by_into>>::With<Dyn>, Out, op::repeat_by_into>;

/// Whether the types prove the shape that [`Array::repeat_as`] and [`Array::tile_as`] check.
pub type RepeatAsCheck<S, Out> = <<S as Shape>::AllKnown as Check>::And<<Out as Shape>::AllKnown>;

/// # Joining and repeating
impl<T: Clone, S: Shape, O: Ownership> Array<T, S, O> {
    /// Every position of axis `A` `times` over: each by itself, or all of them again and again.
    #[inline]
    fn repeated<Out: Shape, X: Target<T, Out>>(
        &self,
        op: &'static str,
        axis: usize,
        times: usize,
        each: bool,
        target: X,
    ) -> Result<X::Done, ShapeError> {
        let (mut dims, strides) = (self.dims(), self.strides());
        let (own, strides) = (dims, strides.as_ref());
        let own = own.as_ref();
        let axis = check_axis(op, own, axis)?;
        let len = own.get(axis).copied().unwrap_or(0);
        let known = if const { S::STATIC_LEN.is_some() && Out::STATIC_LEN.is_some() } {
            shape_of_type::<Out>()
        } else {
            None
        };
        let shape = match known {
            Some(shape) => shape,
            None => {
                let (Some(all), Some(place)) = (len.checked_mul(times), dims.as_mut().get_mut(axis)) else {
                    return Err(ShapeError::too_large(op, own));
                };
                *place = all;
                match Out::from_dims(dims.as_ref()) {
                    Some(shape) => shape,
                    None => return Err(ShapeError::wrong_shape_of::<Out>(op, dims.as_ref())),
                }
            }
        };
        // The axis as two, of which one has the stride 0: the inner one, or the outer one.
        let write = |out: &Copies<T>, to: &[isize]| {
            let (inner_len, outer_len) = if each { (times, len) } else { (len, times) };
            let mut lens = [1; MAX_NDIM + 1];
            let (mut tos, mut froms) = ([0; MAX_NDIM + 1], [0; MAX_NDIM + 1]);
            let mut places = lens.iter_mut().zip(&mut tos).zip(&mut froms);
            for (i, (len, (to, from))) in own.iter().zip(to.iter().zip(strides)).enumerate() {
                let mut put = |x: (usize, isize, isize)| {
                    if let Some(((len, to), from)) = places.next() {
                        (*len, *to, *from) = x;
                    }
                };
                if i == axis {
                    let outer = to.wrapping_mul(inner_len as isize);
                    put((outer_len, outer, if each { *from } else { 0 }));
                    put((inner_len, *to, if each { 0 } else { *from }));
                } else {
                    put((*len, *to, *from));
                }
            }
            if lens.contains(&0) {
                return;
            }
            // The outermost axis by itself: `copy` takes as many as an array has.
            for i in 0..lens[0] as isize {
                let start = i.wrapping_mul(tos[0]);
                let from = self.as_ptr().wrapping_offset(i.wrapping_mul(froms[0]));
                // SAFETY: positions of `self`, and of the result, each once.
                unsafe {
                    let lens = lens.get(1..=own.len()).unwrap_or_default();
                    out.copy(lens, (start, &tos[1..]), (from, &froms[1..]));
                };
            }
        };
        // SAFETY: every position of the result is one of the axes above.
        unsafe { target.written(op, shape, write) }
    }

    /// Every position of axis `A` `N` times, each by itself.
    ///
    /// `out[.., N * i + r, ..] = a[.., i, ..]` for all `r < N`
    ///
    /// # Shapes
    /// `(A.., M, B..) -> (A.., M * N, B..)`. The compiler multiplies lengths up to 1024, and powers of two and ten;
    /// [`repeat_as`](Array::repeat_as) takes the shape of the result, and [`repeat_by`](Array::repeat_by) a number that
    /// only run time knows.
    ///
    /// As `numpy.repeat` with an axis and one number.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axis.
    ///
    /// # Panics
    /// If a `Dyn` axis makes a result of more elements than memory can hold.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1, 2, 3].repeat::<0, 2>(), array![1, 1, 2, 2, 3, 3]);
    /// ```
    #[inline]
    #[track_caller]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn repeat<const A: usize, const N: usize>(&self) -> <<S as AxisAt<A, op::repeat>>::Check as Check>::Wrap<Array<T, Times<S, A, N, op::repeat>>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::repeat>,
        S: AxisAt<A, op::repeat, Axis: TimesDim<Const<N>, op::repeat>>,
    {
        const {
            must(
                may_have_axis::<S, Times<S, A, N, op::repeat>>(A, N, 0),
                "the rule of `repeat` gave another shape",
            )
        }
        <S as AxisAt<A, op::repeat>>::Check::wrap(self.repeated(op::repeat::NAME, A, N, true, NewArray))
    }

    /// All positions of axis `A` `N` times, one after another.
    ///
    /// `out[.., M * r + i, ..] = a[.., i, ..]` for all `r < N`
    ///
    /// # Shapes
    /// As [`repeat`](Array::repeat). As `numpy.tile` along one axis.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axis.
    ///
    /// # Panics
    /// If a `Dyn` axis makes a result of more elements than memory can hold.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1, 2, 3].tile::<0, 2>(), array![1, 2, 3, 1, 2, 3]);
    /// ```
    #[inline]
    #[track_caller]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn tile<const A: usize, const N: usize>(&self) -> <<S as AxisAt<A, op::tile>>::Check as Check>::Wrap<Array<T, Times<S, A, N, op::tile>>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::tile>,
        S: AxisAt<A, op::tile, Axis: TimesDim<Const<N>, op::tile>>,
    {
        const {
            must(
                may_have_axis::<S, Times<S, A, N, op::tile>>(A, N, 0),
                "the rule of `tile` gave another shape",
            )
        }
        <S as AxisAt<A, op::tile>>::Check::wrap(self.repeated(op::tile::NAME, A, N, false, NewArray))
    }

    /// Every position of axis `A` `N` times as [`repeat`](Array::repeat), with a result of the shape `Out`, which the
    /// caller names: for lengths that are parameters.
    ///
    /// # Errors
    /// Only if a length is `Dyn` (or a rank is): an `Out` that is not the shape of the result.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, shape};
    /// fn twice<const N: usize, const M: usize>(x: &Vector<i32, N>) -> Vector<i32, M> {
    ///     x.repeat_as::<0, 2, shape![{ M }]>()
    /// }
    /// assert_eq!(twice::<3, 6>(&Vector::ones()), Vector::ones());
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn repeat_as<const A: usize, const N: usize, Out: Shape>(&self) -> <RepeatAsCheck<S, Out> as Check>::Wrap<Array<T, Out>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::repeat>,
    {
        const { must(may_have_axis::<S, Out>(A, N, 0), "`repeat_as`: this is not the shape of the result") }
        <RepeatAsCheck<S, Out>>::wrap(self.repeated("repeat_as", A, N, true, NewArray))
    }

    /// All positions of axis `A` `N` times as [`tile`](Array::tile), with a result of the shape `Out`, which the caller
    /// names: for lengths that are parameters.
    ///
    /// # Errors
    /// As [`repeat_as`](Array::repeat_as).
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn tile_as<const A: usize, const N: usize, Out: Shape>(&self) -> <RepeatAsCheck<S, Out> as Check>::Wrap<Array<T, Out>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::tile>,
    {
        const { must(may_have_axis::<S, Out>(A, N, 0), "`tile_as`: this is not the shape of the result") }
        <RepeatAsCheck<S, Out>>::wrap(self.repeated("tile_as", A, N, false, NewArray))
    }

    /// Every position of axis `A` `times` times as [`repeat`](Array::repeat), for a number that is known only at run time; the
    /// axis is then `Dyn`.
    ///
    /// # Errors
    /// More elements than memory can hold, or no such axis in a [`DynRank`](crate::DynRank).
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let times = 2; // known when the program runs
    /// assert_eq!(array![1, 2].repeat_by::<0>(times)?.as_slice(), [1, 1, 2, 2]);
    /// assert!(array![1, 2].repeat_by::<0>(usize::MAX).is_err());
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[cfg(feature = "alloc")]
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn repeat_by<const A: usize>(&self, times: usize) -> Result<Array<T, <S as AxisAt<A, op::repeat>>::With<Dyn>>, ShapeError> where AxisRules: AxisGiven<AxisArg<A>, op::repeat>,
        S: AxisAt<A, op::repeat>,
    {
        self.repeated(op::repeat::NAME, A, times, true, NewArray)
    }

    /// Writes [`repeat`](Array::repeat) into an existing array, and allocates nothing.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`, or a rank is: an `out` of another shape, or an axis that does not exist.
    /// `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![1, 2].repeat_into::<0, 2, _, _>(&mut out);
    /// assert_eq!(out, array![1, 1, 2, 2]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn repeat_into<const A: usize, const N: usize, S2: Shape, O2: OwnershipMut>(&self, out: &mut Array<T, S2, O2>) -> <AxisIntoCheck<S, A, Times<S, A, N, op::repeat_into>, S2, op::repeat_into> as Check>::Wrap<()> where AxisRules: AxisGivenFirst<AxisArg<A>, op::repeat_into>,
        T: Copy,
        S: AxisAt<A, op::repeat_into, Axis: TimesDim<Const<N>, op::repeat_into>>,
        Times<S, A, N, op::repeat_into>: SameShape<S2, op::repeat_into>,
    {
        let done = self.repeated::<Times<S, A, N, op::repeat_into>, _>(op::repeat_into::NAME, A, N, true, out);
        <AxisIntoCheck<S, A, Times<S, A, N, op::repeat_into>, S2, op::repeat_into>>::wrap(done)
    }

    /// Writes [`tile`](Array::tile) into an existing array, and allocates nothing.
    ///
    /// # Errors
    /// As [`repeat_into`](Array::repeat_into).
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![1, 2].tile_into::<0, 2, _, _>(&mut out);
    /// assert_eq!(out, array![1, 2, 1, 2]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn tile_into<const A: usize, const N: usize, S2: Shape, O2: OwnershipMut>(&self, out: &mut Array<T, S2, O2>) -> <AxisIntoCheck<S, A, Times<S, A, N, op::tile_into>, S2, op::tile_into> as Check>::Wrap<()> where AxisRules: AxisGivenFirst<AxisArg<A>, op::tile_into>,
        T: Copy,
        S: AxisAt<A, op::tile_into, Axis: TimesDim<Const<N>, op::tile_into>>,
        Times<S, A, N, op::tile_into>: SameShape<S2, op::tile_into>,
    {
        let done = self.repeated::<Times<S, A, N, op::tile_into>, _>(op::tile_into::NAME, A, N, false, out);
        <AxisIntoCheck<S, A, Times<S, A, N, op::tile_into>, S2, op::tile_into>>::wrap(done)
    }

    /// Writes [`repeat_by`](Array::repeat_by) into an existing array, and allocates nothing.
    ///
    /// # Errors
    /// As [`repeat_by`](Array::repeat_by), and an `out` of another shape. `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::<i32, 4>::zeros();
    /// array![1, 2].repeat_by_into::<0, _, _>(2, &mut out)?;
    /// assert_eq!(out, array![1, 1, 2, 2]);
    /// assert!(array![1, 2].repeat_by_into::<0, _, _>(3, &mut out).is_err());
    /// # Ok::<(), conformable::ShapeError>(())
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn repeat_by_into<const A: usize, S2: Shape, O2: OwnershipMut>(&self, times: usize, out: &mut Array<T, S2, O2>) -> <ByIntoCheck<S, A, S2> as Check>::Wrap<()> where AxisRules: AxisGivenFirst<AxisArg<A>, op::repeat_by_into>,
        T: Copy,
        S: AxisAt<A, op::repeat_by_into>,
        <S as AxisAt<A, op::repeat_by_into>>::With<Dyn>: SameShape<S2, op::repeat_by_into>,
    {
        self.repeated::<<S as AxisAt<A, op::repeat_by_into>>::With<Dyn>, _>(op::repeat_by_into::NAME, A, times, true, out)
    }

    /// Every position of axis `A` moved by `by`, those beyond the end to the start again.
    ///
    /// `out[.., (i + by) mod N, ..] = a[.., i, ..]`
    ///
    /// # Shapes
    /// `(A..) -> (A..)`. As `numpy.roll` with an axis; any `by` is possible, also a negative one.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axis.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// assert_eq!(array![1, 2, 3, 4].roll::<0>(1), array![4, 1, 2, 3]);
    /// assert_eq!(array![1, 2, 3, 4].roll::<0>(-1), array![2, 3, 4, 1]);
    /// ```
    ///
    /// ```compile_fail,E0277
    /// conformable::array![1, 2].roll::<1>(1); // `roll`: axis 1 is out of bounds for array of dimension 1
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn roll<const A: usize>(&self, by: isize) -> <<S as AxisAt<A, op::roll>>::Check as Check>::Wrap<Array<T, S>> where AxisRules: AxisGiven<AxisArg<A>, op::roll>,
        S: AxisAt<A, op::roll>,
    {
        <S as AxisAt<A, op::roll>>::Check::wrap(self.rolled(op::roll::NAME, A, by, NewArray))
    }

    /// Writes [`roll`](Array::roll) into an existing array, and allocates nothing.
    ///
    /// # Errors
    /// As [`repeat_into`](Array::repeat_into).
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![1, 2, 3, 4].roll_into::<0, _, _>(1, &mut out);
    /// assert_eq!(out, array![4, 1, 2, 3]);
    /// ```
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn roll_into<const A: usize, S2: Shape, O2: OwnershipMut>(&self, by: isize, out: &mut Array<T, S2, O2>) -> <AxisIntoCheck<S, A, S, S2, op::roll_into> as Check>::Wrap<()> where AxisRules: AxisGivenFirst<AxisArg<A>, op::roll_into>,
        T: Copy,
        S: AxisAt<A, op::roll_into> + SameShape<S2, op::roll_into>,
    {
        <AxisIntoCheck<S, A, S, S2, op::roll_into>>::wrap(self.rolled(op::roll_into::NAME, A, by, out))
    }

    fn rolled<X: Target<T, S>>(
        &self,
        op: &'static str,
        axis: usize,
        by: isize,
        target: X,
    ) -> Result<X::Done, ShapeError> {
        let (dims, strides) = (self.dims(), self.strides());
        let axis = check_axis(op, dims.as_ref(), axis)?;
        let len = dims.as_ref()[axis];
        // No length is more than `isize::MAX`, but for elements of no size.
        let by = (by as i128).rem_euclid(len.max(1) as i128) as usize;
        let write = |out: &Copies<T>, to: &[isize]| {
            let mut part = dims;
            let mut piece = |from: usize, at: usize, len: usize| {
                part.as_mut()[axis] = len;
                let start = (at as isize).wrapping_mul(to[axis]);
                let from =
                    self.as_ptr().wrapping_offset((from as isize).wrapping_mul(strides.as_ref()[axis]));
                // SAFETY: positions `from .. from + len` of `self`, and `at .. at + len` of the result.
                unsafe { out.copy(part.as_ref(), (start, to), (from, strides.as_ref())) };
            };
            piece(0, by, len - by.min(len));
            piece(len - by.min(len), 0, by.min(len));
        };
        // SAFETY: both pieces together are all positions of the axis.
        unsafe { target.written(op, self.shape(), write) }
    }
}
