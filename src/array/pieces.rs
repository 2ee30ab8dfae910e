//! Parts of an array along one axis, as views: one position, all positions, windows, chunks, and two halves.
//!
//! A position that may not be there gives an `Option`, as [`get`](Array::get); an axis is a const parameter.

#![allow(unsafe_code, reason = "makes views, whose invariants are stated at `ViewData`")]

use super::cuts::{
    self, Along, AxisParts, AxisPartsMut, Chunks, ChunksMut, Halves, HalvesMut, Lanes, LanesMut, Windows,
    With,
};
use super::part_iter::{Parts, PartsMut};
use super::{Array, ArrayView, ArrayViewMut, Ownership, OwnershipMut};
use crate::shape::{
    AxisArg, AxisGiven, AxisGivenFirst, AxisRules, Check, ChunkDim, Const, Dim, RemoveAxis, Shape,
    StaticShape, WindowDim, WindowShape, op,
};

/// # Views and parts
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The part at position `i` of axis `A`, or `None` outside: `part[j.., k..] = a[j.., i, k..]`.
    ///
    /// # Shapes
    /// `(J.., N, K..) -> (J.., K..)`
    ///
    /// As `numpy.take` of one position, or indexing with it, without a copy. `a.slice(s![.., i])` is the same for axis 1, and
    /// returns a `Result`. Of a [`DynRank`](crate::DynRank) without such an axis it is `None`, too.
    ///
    /// ```
    /// use conformable::{array, ArrayView, Const};
    /// let m = array![[1, 2, 3], [4, 5, 6]];
    /// let column: ArrayView<'_, i32, (Const<2>,)> = m.axis::<1>(2).unwrap();
    /// assert_eq!(column, array![3, 6]);
    /// assert_eq!(m.axis::<1>(3), None);
    /// ```
    ///
    /// An axis that does not exist is a compile error:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1, 2, 3].axis::<1>(0); // `axis`: axis 1 is out of bounds for array of dimension 1
    /// ```
    #[doc(alias = "index_axis")]
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn axis<'s, 'x, const A: usize>(&'s self, i: usize) -> Option<ArrayView<'x, T, <S as RemoveAxis<A, op::axis>>::Output>> where AxisRules: AxisGiven<AxisArg<A>, op::axis>,
        S: RemoveAxis<A, op::axis>,
        O::Loan<'s>: 'x,
    {
        // SAFETY: `i` is a position of axis `A`, so these are elements of `self`, borrowed as it is.
        cuts::at(self, i).map(|part| unsafe { part.view(self.as_ptr()) })
    }

    /// The part at position `i` of axis `A`, to be changed: as [`axis`](Array::axis).
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn axis_mut<const A: usize>(&mut self, i: usize) -> Option<ArrayViewMut<'_, T, <S as RemoveAxis<A, op::axis>>::Output>> where AxisRules: AxisGiven<AxisArg<A>, op::axis>,
        S: RemoveAxis<A, op::axis>,
        O: OwnershipMut,
    {
        // SAFETY: as in `axis`; different positions of the part are different ones of `self`.
        cuts::at(self, i).map(|part| unsafe { part.view_mut(self.as_mut_ptr()) })
    }

    /// `len` positions of axis number `axis` from `start` on, as an array of the shape `P`, if they are there, and it is of that
    /// type.
    #[inline(always)]
    pub(crate) fn span<P: Shape>(
        &self,
        axis: usize,
        start: usize,
        len: usize,
    ) -> Option<ArrayView<'_, T, P>> {
        let (all, _) = cuts::axis_of(self, axis)?;
        let is_there = all.checked_sub(start).is_some_and(|most| len <= most);
        // SAFETY: these are positions of the axis, so these are elements of `self`, borrowed as it is.
        cuts::span(self, axis, start, len)
            .filter(|_| is_there)
            .map(|part| unsafe { part.view(self.as_ptr()) })
    }

    /// The parts at all positions of axis `A`, in order.
    ///
    /// # Shapes
    /// `(J.., N, K..)` gives `N` parts `(J.., K..)`.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axis.
    ///
    /// ```
    /// use conformable::array;
    /// let m = array![[1, 2, 3], [4, 5, 6]];
    /// let sums: Vec<i32> = m.axis_iter::<1>().map(|column| column.iter().sum()).collect();
    /// assert_eq!(sums, [5, 7, 9]);
    /// ```
    #[doc(alias = "outer_iter")]
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn axis_iter<'s, 'x, const A: usize>(&'s self) -> Along<S, A, op::axis_iter, AxisParts<'x, T, S, A, op::axis_iter>> where AxisRules: AxisGiven<AxisArg<A>, op::axis_iter>,
        S: RemoveAxis<A, op::axis_iter>,
        O::Loan<'s>: 'x,
    {
        let cuts = cuts::along::<T, S, O, A, op::axis_iter>(self);
        // SAFETY: from each position of axis `A`, the other axes lead to elements of `self`, which is borrowed.
        S::Check::wrap(cuts.map(|cuts| unsafe { Parts::new(self.as_ptr(), &cuts) }))
    }

    /// The parts at all positions of axis `A`, to be changed: as [`axis_iter`](Array::axis_iter).
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axis.
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn axis_iter_mut<const A: usize>(&mut self) -> Along<S, A, op::axis_iter, AxisPartsMut<'_, T, S, A, op::axis_iter>> where AxisRules: AxisGiven<AxisArg<A>, op::axis_iter>,
        S: RemoveAxis<A, op::axis_iter>,
        O: OwnershipMut,
    {
        let cuts = cuts::along::<T, S, O, A, op::axis_iter>(self);
        // SAFETY: as in `axis_iter`; parts differ in the position along `A`, so they have no element in common.
        S::Check::wrap(cuts.map(|cuts| unsafe { PartsMut::new(self.as_mut_ptr(), &cuts) }))
    }

    /// The parts at all positions of the first axis, as iterating over an array in NumPy: `axis_iter::<0>()`.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank) of rank 0.
    ///
    /// ```
    /// use conformable::array;
    /// let m = array![[1, 2, 3], [4, 5, 6]];
    /// assert_eq!(m.outer_iter().next_back().unwrap(), array![4, 5, 6]);
    /// ```
    #[inline]
    pub fn outer_iter<'s, 'x>(&'s self) -> Along<S, 0, op::outer_iter, AxisParts<'x, T, S, 0, op::outer_iter>>
    where
        S: RemoveAxis<0, op::outer_iter>,
        O::Loan<'s>: 'x,
    {
        let cuts = cuts::along::<T, S, O, 0, op::outer_iter>(self);
        // SAFETY: as in `axis_iter`.
        S::Check::wrap(cuts.map(|cuts| unsafe { Parts::new(self.as_ptr(), &cuts) }))
    }

    /// The parts at all positions of the first axis, to be changed: as [`outer_iter`](Array::outer_iter).
    ///
    /// # Errors
    /// As `outer_iter`.
    #[inline]
    pub fn outer_iter_mut(&mut self) -> Along<S, 0, op::outer_iter, AxisPartsMut<'_, T, S, 0, op::outer_iter>>
    where
        S: RemoveAxis<0, op::outer_iter>,
        O: OwnershipMut,
    {
        let cuts = cuts::along::<T, S, O, 0, op::outer_iter>(self);
        // SAFETY: as in `axis_iter_mut`.
        S::Check::wrap(cuts.map(|cuts| unsafe { PartsMut::new(self.as_mut_ptr(), &cuts) }))
    }

    /// The vectors along axis `A`, one for each position of the other axes, in row-major order.
    ///
    /// # Shapes
    /// `(J.., N, K..)` gives as many vectors `(N)` as `(J.., K..)` has positions.
    ///
    /// [`rows`](Array::rows) are the lanes of the last axis.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axis.
    ///
    /// ```
    /// use conformable::array;
    /// let m = array![[1, 2, 3], [4, 5, 6]];
    /// assert_eq!(m.lanes::<0>().nth(2).unwrap(), array![3, 6]);
    /// ```
    #[doc(alias = "genrows")]
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn lanes<'s, 'x, const A: usize>(&'s self) -> Along<S, A, op::lanes, Lanes<'x, T, S, A>> where AxisRules: AxisGiven<AxisArg<A>, op::lanes>,
        S: RemoveAxis<A, op::lanes>,
        O::Loan<'s>: 'x,
    {
        // SAFETY: from each position with 0 along `A`, the steps of axis `A` lead to elements of `self`, which is borrowed.
        S::Check::wrap(cuts::lanes(self).map(|cuts| unsafe { Parts::new(self.as_ptr(), &cuts) }))
    }

    /// The vectors along axis `A`, to be changed: as [`lanes`](Array::lanes).
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axis.
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn lanes_mut<const A: usize>(&mut self) -> Along<S, A, op::lanes, LanesMut<'_, T, S, A>> where AxisRules: AxisGiven<AxisArg<A>, op::lanes>,
        S: RemoveAxis<A, op::lanes>,
        O: OwnershipMut,
    {
        // SAFETY: as in `lanes`; lanes differ in a position of another axis, so they have no element in common.
        S::Check::wrap(cuts::lanes(self).map(|cuts| unsafe { PartsMut::new(self.as_mut_ptr(), &cuts) }))
    }

    /// The windows of `LEN` positions along the first axis: at each position one, which overlap.
    ///
    /// # Shapes
    /// `(N, K..)` gives `N - LEN + 1` windows `(LEN, K..)`; none if `LEN` is more than `N`, which does not compile where the types
    /// know `N` (and it is in the table of numbers up to 1024; along a `Dyn` axis a window may have any length but 0).
    ///
    /// As `numpy.lib.stride_tricks.sliding_window_view`, with the axis of the window in its place.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank) of rank 0.
    ///
    /// ```
    /// use conformable::array;
    /// let v = array![1, 2, 4, 8];
    /// let steps: Vec<i32> = v.windows::<2>().map(|w| w[1] - w[0]).collect();
    /// assert_eq!(steps, [1, 2, 4]);
    /// ```
    ///
    /// A window longer than the axis does not compile:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![1, 2, 4].windows::<4>(); // `windows`: an axis of length 3 does not have 4 positions
    /// ```
    #[inline]
    pub fn windows<'s, 'x, const LEN: usize>(&'s self) -> Along<S, 0, op::windows, Windows<'x, T, S, 0, LEN>>
    where
        S: RemoveAxis<0, op::windows, Axis: WindowDim<LEN>>,
        O::Loan<'s>: 'x,
    {
        self.windows_axis::<'s, 'x, 0, LEN>()
    }

    /// The windows of `LEN` positions along axis `A`: as [`windows`](Array::windows).
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axis.
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn windows_axis<'s, 'x, const A: usize, const LEN: usize>(&'s self) -> Along<S, A, op::windows, Windows<'x, T, S, A, LEN>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::windows>,
        S: RemoveAxis<A, op::windows, Axis: WindowDim<LEN>>,
        O::Loan<'s>: 'x,
    {
        // SAFETY: there is a window at each position but the last `LEN - 1`, from which `LEN` positions along `A` are there.
        S::Check::wrap(cuts::windows(self).map(|cuts| unsafe { Parts::new(self.as_ptr(), &cuts) }))
    }

    /// The windows of a shape, one for each place where it fits, which overlap; in row-major order.
    ///
    /// # Shapes
    /// `Win` has a length for each axis: `windows_of::<shape![2, 2]>()`. There are none if one is more than that of the array.
    ///
    /// As `numpy.lib.stride_tricks.sliding_window_view`.
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank) of another rank.
    ///
    /// ```
    /// use conformable::{array, shape};
    /// let m = array![[1, 2, 3], [4, 5, 6]];
    /// let sums: Vec<i32> = m.windows_of::<shape![2, 2]>().map(|w| w.iter().sum()).collect();
    /// assert_eq!(sums, [12, 16]);
    /// ```
    #[inline]
    pub fn windows_of<'s, 'x, Win: StaticShape>(
        &'s self,
    ) -> <S::Check as Check>::Wrap<Parts<'x, T, S::Starts, Win>>
    where
        S: WindowShape<Win>,
        O::Loan<'s>: 'x,
    {
        // SAFETY: a window starts where along each axis there are as many positions behind as it has.
        S::Check::wrap(cuts::windows_of(self).map(|cuts| unsafe { Parts::new(self.as_ptr(), &cuts) }))
    }

    /// The `LEN` positions of the first axis from `start` on, or `None` if there are not as many.
    ///
    /// # Shapes
    /// `(N, K..) -> (LEN, K..)`: the length is in the type, and the position is one of run time. `start` may be any number.
    ///
    /// ```
    /// use conformable::{Array, ArrayView, Const};
    /// let v = Array::from(vec![1, 2, 4, 8]);
    /// let window: Option<ArrayView<'_, i32, (Const<2>,)>> = v.window::<2>(1);
    /// assert_eq!(window.unwrap(), conformable::array![2, 4]);
    /// assert!(v.window::<2>(3).is_none() && v.window::<2>(usize::MAX).is_none());
    /// ```
    #[inline]
    pub fn window<'s, 'x, const LEN: usize>(
        &'s self,
        start: usize,
    ) -> Option<ArrayView<'x, T, With<S, 0, op::window, Const<LEN>>>>
    where
        S: RemoveAxis<0, op::window>,
        O::Loan<'s>: 'x,
    {
        self.window_axis::<'s, 'x, 0, LEN>(start)
    }

    /// The `LEN` positions of axis `A` from `start` on: as [`window`](Array::window).
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn window_axis<'s, 'x, const A: usize, const LEN: usize>(&'s self, start: usize) -> Option<ArrayView<'x, T, With<S, A, op::window, Const<LEN>>>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::window>,
        S: RemoveAxis<A, op::window>,
        O::Loan<'s>: 'x,
    {
        // SAFETY: `LEN` positions from `start` on are there, so these are elements of `self`, borrowed as it is.
        cuts::window(self, start).map(|part| unsafe { part.view(self.as_ptr()) })
    }

    /// The `LEN` positions of the first axis from `start` on, to be changed: as [`window`](Array::window).
    #[inline]
    pub fn window_mut<const LEN: usize>(
        &mut self,
        start: usize,
    ) -> Option<ArrayViewMut<'_, T, With<S, 0, op::window, Const<LEN>>>>
    where
        S: RemoveAxis<0, op::window>,
        O: OwnershipMut,
    {
        self.window_axis_mut::<0, LEN>(start)
    }

    /// The `LEN` positions of axis `A` from `start` on, to be changed: as [`window`](Array::window).
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn window_axis_mut<const A: usize, const LEN: usize>(&mut self, start: usize) -> Option<ArrayViewMut<'_, T, With<S, A, op::window, Const<LEN>>>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::window>,
        S: RemoveAxis<A, op::window>,
        O: OwnershipMut,
    {
        // SAFETY: as in `window_axis`; different positions of the part are different ones of `self`.
        cuts::window(self, start).map(|part| unsafe { part.view_mut(self.as_mut_ptr()) })
    }

    /// The first axis cut into chunks of `LEN` positions, and what is left after the last one, which is shorter.
    ///
    /// # Shapes
    /// `(N, K..)` gives `N / LEN` chunks `(LEN, K..)`, and the rest `(N % LEN, K..)`, whose length is in its type if `N` is in the
    /// type (and in the table of numbers up to 1024).
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank) of rank 0.
    ///
    /// ```
    /// use conformable::{ArrayView, Const, array};
    /// let v = array![1, 2, 3, 4, 5];
    /// let (pairs, rest) = v.chunks::<2>();
    /// let rest: ArrayView<'_, i32, (Const<1>,)> = rest;
    /// assert_eq!(pairs.map(|pair| pair[0] * pair[1]).collect::<Vec<_>>(), [2, 12]);
    /// assert_eq!(rest, array![5]);
    /// ```
    #[doc(alias("exact_chunks", "axis_chunks_iter"))]
    #[inline]
    pub fn chunks<'s, 'x, const LEN: usize>(&'s self) -> Along<S, 0, op::chunks, Chunks<'x, T, S, 0, LEN>>
    where
        S: RemoveAxis<0, op::chunks, Axis: ChunkDim<LEN>>,
        O::Loan<'s>: 'x,
    {
        self.chunks_axis::<'s, 'x, 0, LEN>()
    }

    /// Axis `A` cut into chunks of `LEN` positions, and what is left: as [`chunks`](Array::chunks).
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axis.
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn chunks_axis<'s, 'x, const A: usize, const LEN: usize>(&'s self) -> Along<S, A, op::chunks, Chunks<'x, T, S, A, LEN>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::chunks>,
        S: RemoveAxis<A, op::chunks, Axis: ChunkDim<LEN>>,
        O::Loan<'s>: 'x,
    {
        S::Check::wrap(cuts::chunks(self).map(|(cuts, rest)| {
            // SAFETY: as many chunks as are within the axis, and the positions after them: elements of `self`.
            unsafe { (Parts::new(self.as_ptr(), &cuts), rest.view(self.as_ptr())) }
        }))
    }

    /// The first axis cut into chunks of `LEN` positions, to be changed, and what is left: as [`chunks`](Array::chunks).
    ///
    /// # Errors
    /// As `chunks`.
    ///
    /// ```
    /// use conformable::array;
    /// let mut v = array![1, 2, 3, 4, 5];
    /// v.chunks_mut::<2>().0.for_each(|mut pair| pair[0] = 0);
    /// assert_eq!(v, array![0, 2, 0, 4, 5]);
    /// ```
    #[inline]
    pub fn chunks_mut<const LEN: usize>(&mut self) -> Along<S, 0, op::chunks, ChunksMut<'_, T, S, 0, LEN>>
    where
        S: RemoveAxis<0, op::chunks, Axis: ChunkDim<LEN>>,
        O: OwnershipMut,
    {
        self.chunks_axis_mut::<0, LEN>()
    }

    /// Axis `A` cut into chunks of `LEN` positions, to be changed, and what is left: as [`chunks`](Array::chunks).
    ///
    /// # Errors
    /// Only for a [`DynRank`](crate::DynRank), if it has no such axis.
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn chunks_axis_mut<const A: usize, const LEN: usize>(&mut self) -> Along<S, A, op::chunks, ChunksMut<'_, T, S, A, LEN>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::chunks>,
        S: RemoveAxis<A, op::chunks, Axis: ChunkDim<LEN>>,
        O: OwnershipMut,
    {
        S::Check::wrap(cuts::chunks(self).map(|(cuts, rest)| {
            let first = self.as_mut_ptr();
            // SAFETY: as in `chunks_axis`; chunks and rest have different positions of axis `A`.
            unsafe { (PartsMut::new(first, &cuts), rest.view_mut(first)) }
        }))
    }

    /// The positions of the first axis before `at`, and those from `at` on; `None` if `at` is more than its length.
    ///
    /// # Shapes
    /// `(N, K..) -> (Dyn, K..), (Dyn, K..)`
    ///
    /// ```
    /// use conformable::array;
    /// let v = array![1, 2, 3];
    /// let (front, back) = v.split_at(1).unwrap();
    /// assert_eq!((front.len(), back[1]), (1, 3));
    /// assert!(v.split_at(4).is_none());
    /// ```
    #[inline]
    pub fn split_at<'s, 'x>(&'s self, at: usize) -> Option<Halves<'x, T, S, 0>>
    where
        S: RemoveAxis<0, op::split_at>,
        O::Loan<'s>: 'x,
    {
        self.split_at_axis::<'s, 'x, 0>(at)
    }

    /// The positions of axis `A` before `at`, and those from `at` on: as [`split_at`](Array::split_at).
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn split_at_axis<'s, 'x, const A: usize>(&'s self, at: usize) -> Option<Halves<'x, T, S, A>> where AxisRules: AxisGiven<AxisArg<A>, op::split_at>,
        S: RemoveAxis<A, op::split_at>,
        O::Loan<'s>: 'x,
    {
        // SAFETY: both are positions of axis `A`, so these are elements of `self`, borrowed as it is.
        cuts::halves(self, at).map(|[l, r]| unsafe { (l.view(self.as_ptr()), r.view(self.as_ptr())) })
    }

    /// Two parts that can be changed side by side: as [`split_at`](Array::split_at).
    ///
    /// ```
    /// use conformable::array;
    /// let mut m = array![[1, 2], [3, 4]];
    /// let (mut top, bottom) = m.split_at_mut(1).unwrap();
    /// top[[0, 0]] = bottom[[0, 1]];
    /// assert_eq!(m, array![[4, 2], [3, 4]]);
    /// ```
    #[inline]
    pub fn split_at_mut(&mut self, at: usize) -> Option<HalvesMut<'_, T, S, 0>>
    where
        S: RemoveAxis<0, op::split_at>,
        O: OwnershipMut,
    {
        self.split_at_axis_mut::<0>(at)
    }

    /// Two parts along axis `A` that can be changed side by side: as [`split_at`](Array::split_at).
    #[inline]
    #[rustfmt::skip] // The rule beside the name: the error is shorter.
    pub fn split_at_axis_mut<const A: usize>(&mut self, at: usize) -> Option<HalvesMut<'_, T, S, A>> where AxisRules: AxisGiven<AxisArg<A>, op::split_at>,
        S: RemoveAxis<A, op::split_at>,
        O: OwnershipMut,
    {
        let halves = cuts::halves(self, at);
        let first = self.as_mut_ptr();
        // SAFETY: as in `split_at_axis`; no position along `A` is in both, so no element is.
        halves.map(|[l, r]| unsafe { (l.view_mut(first), r.view_mut(first)) })
    }
}

/// # Views and parts
/// Rows and columns of matrices.
impl<T, R: Dim, C: Dim, O: Ownership> Array<T, (R, C), O> {
    /// The columns: views along the first axis, in order; [`lanes::<0>()`](Array::lanes).
    ///
    /// ```
    /// use conformable::array;
    /// let m = array![[1, 2], [3, 4], [5, 6]];
    /// assert_eq!(m.columns().next_back().unwrap(), array![2, 4, 6]);
    /// ```
    #[doc(alias = "column_iter")]
    #[inline]
    pub fn columns<'s, 'x>(&'s self) -> Lanes<'x, T, (R, C), 0>
    where
        O::Loan<'s>: 'x,
    {
        self.lanes::<'s, 'x, 0>()
    }
    /// The columns, to be changed.
    #[inline]
    pub fn columns_mut(&mut self) -> LanesMut<'_, T, (R, C), 0>
    where
        O: OwnershipMut,
    {
        self.lanes_mut::<0>()
    }
    /// Row `i`, or `None` outside; [`axis::<0>(i)`](Array::axis).
    ///
    /// ```
    /// use conformable::array;
    /// let m = array![[1, 2], [3, 4], [5, 6]];
    /// assert_eq!(m.row(2).unwrap(), array![5, 6]);
    /// assert_eq!(m.column(0).unwrap(), array![1, 3, 5]);
    /// assert_eq!(m.column(2), None);
    /// ```
    #[inline]
    pub fn row<'s, 'x>(&'s self, i: usize) -> Option<ArrayView<'x, T, (C,)>>
    where
        O::Loan<'s>: 'x,
    {
        self.axis::<'s, 'x, 0>(i)
    }
    /// Column `j`, or `None` outside; [`axis::<1>(j)`](Array::axis).
    #[doc(alias = "col")]
    #[inline]
    pub fn column<'s, 'x>(&'s self, j: usize) -> Option<ArrayView<'x, T, (R,)>>
    where
        O::Loan<'s>: 'x,
    {
        self.axis::<'s, 'x, 1>(j)
    }
    /// Row `i`, to be changed, or `None` outside.
    #[inline]
    pub fn row_mut(&mut self, i: usize) -> Option<ArrayViewMut<'_, T, (C,)>>
    where
        O: OwnershipMut,
    {
        self.axis_mut::<0>(i)
    }
    /// Column `j`, to be changed, or `None` outside.
    #[inline]
    pub fn column_mut(&mut self, j: usize) -> Option<ArrayViewMut<'_, T, (R,)>>
    where
        O: OwnershipMut,
    {
        self.axis_mut::<1>(j)
    }
}
