//! Reductions over several axes at once, `sum_axes` and its kin: as along one axis, which the listed axes are together.
//!
//! ```text
//! they are one axis in memory    what a reduction along an axis does
//! else                           for each position of the others, one result, in the same order
//! ```

#![allow(unsafe_code, reason = "makes operands of kernels from arrays of checked shapes")]

use super::along::{Promise, RowMajor};
use super::any_all::TrueOrFalse;
use super::elementwise::{is_copied, with_copy_along};
use crate::array::{Array, Out, Ownership, OwnershipMut, Room};
use crate::axes::{Axes, Axis, for_each};
use crate::error::ShapeError;
use crate::kernel::reduce::along::{Along, AlongAxes, Filled as HasSome, Reduced};
use crate::kernel::reduce::elements::Elements;
use crate::kernel::reduce::fold::{self, contains, contains_along};
use crate::kernel::reduce::mean::{Of, mean, mean_along};
use crate::kernel::reduce::min_max::{Value, extreme, extreme_along};
use crate::kernel::reduce::sum;
use crate::scalar::{Averaged, Ordered, Scalar};
use crate::shape::op::{self, Operation};
use crate::shape::{
    AxisList, AxisRules, Check, Filled, HasElements, MAX_NDIM, RemoveAxes, SameShape, Shape,
    expect_any_elements, list,
};
use crate::written::Written;
use core::marker::PhantomData;

/// Whether the types prove that there are the axes, and that `out` has the shape of the result.
type IntoCheck<P, S, Out, Op> = <<S as RemoveAxes<P, Op>>::Check as Check>::And<
    <<S as RemoveAxes<P, Op>>::Output as SameShape<Out, op::out>>::Check,
>;
/// The same, and whether they prove that there are elements along the axes.
type FilledIntoCheck<P, S, Out, Op> =
    <IntoCheck<P, S, Out, Op> as Check>::And<<<S as RemoveAxes<P, Op>>::Axes as Shape>::AllKnown>;

/// The elements of one result.
///
/// Invariant: if `K` is `Filled`, there are some.
struct Part<'x, T, K> {
    elements: Elements<'x, T>,
    promise: PhantomData<K>,
}

impl<T: Ordered> Part<'_, T, HasSome> {
    /// The smallest or the largest.
    #[inline(always)]
    fn extreme<const MAX: bool>(&self) -> T {
        match extreme::<T, MAX>(&self.elements) {
            Some((_, value)) => value,
            // SAFETY: there is a first element, by the invariant.
            None => unsafe { self.elements.get(0) },
        }
    }
}

/// An error if there must be elements along the axes of the list, which are there, and there are none.
#[inline(always)]
fn expect_some<P: AxisList, Op: Operation, K: Promise>(dims: &[usize]) -> Result<(), ShapeError> {
    let none = K::NEEDS_SOME && list::<P>().iter().any(|axis| dims.get(*axis) == Some(&0));
    if none { Err(ShapeError::no_elements(Op::NAME, dims)) } else { Ok(()) }
}

/// Room for the results of a reduction, without the axes of the list.
#[inline(always)]
fn removed<P: AxisList, Op: Operation, R, K: Promise, S: RemoveAxes<P, Op>>(
    shape: S,
) -> Result<Room<R, S::Output>, ShapeError> {
    let room = Room::new(Op::NAME, shape.remove_axes()?)?;
    expect_some::<P, Op, K>(shape.dims().as_ref()).map(|()| room)
}

/// The same with a `Stretch` in place of each.
#[inline(always)]
fn kept<P: AxisList, Op: Operation, R, K: Promise, S: RemoveAxes<P, Op>>(
    shape: S,
) -> Result<Room<R, S::Kept>, ShapeError> {
    let room = Room::new(Op::NAME, shape.keep_axes()?)?;
    expect_some::<P, Op, K>(shape.dims().as_ref()).map(|()| room)
}

/// Writes the reduction of the elements at each position of the axes that the list `P` does not name: by `along` if those that
/// it names are one axis in memory, else each by `each`, which is told whether the last axis of the array is one of them.
///
/// # Safety
/// The list names axes of `a`. `out` has the others, or all, with a length of 1 in place of each of the list. If `K` is
/// `Filled`, those of the list have elements.
#[inline(always)]
unsafe fn write<'o, P: AxisList, T: Copy, R, S, O, Q, O2, K>(
    a: &Array<T, S, O>,
    out: Out<'o, R, Q, O2>,
    along: impl FnOnce(Along<'_, 'o, T, R, K>) -> Written<'o>,
    mut each: impl FnMut(Part<'_, T, K>, bool) -> R,
) -> Written<'o>
where
    S: Shape,
    O: Ownership,
    Q: Shape,
    O2: Ownership,
{
    let list = const { list::<P>() };
    let (dims, strides, to) = (a.dims(), a.strides(), out.strides());
    let (places, first) = ([a.as_ptr(); 2], out.as_mut_ptr());
    let ndim = a.ndim();
    let is_last = list.is_empty() || list.contains(&ndim.wrapping_sub(1));
    if O::CONTIGUOUS
        && O2::CONTIGUOUS
        && let Some([before, len, after]) = one_run(list, dims.as_ref())
    {
        let rows =
            RowMajor { parts: [before, len, after], is_last, is_known: S::STATIC_LEN.is_some(), runs: false };
        // SAFETY: from the caller: the axes of the list are one, and all elements and all results stand row by row.
        return unsafe { rows.along(places, first, along) };
    }
    if const { O2::CONTIGUOUS && is_copied::<T, S>() } {
        // A copy in which the axes of the list are one: behind the others if the last axis is one of them, else before them.
        let (mut axes, mut ndim, mut positions) = ([Axis::ONE; MAX_NDIM], 0, [1_usize; 2]);
        let mut places = axes.iter_mut();
        for listed in [!is_last, is_last] {
            for (axis, (len, stride)) in dims.as_ref().iter().zip(strides.as_ref()).enumerate() {
                if list.contains(&axis) == listed
                    && let Some(place) = places.next()
                {
                    *place = Axis { len: *len, c: 0, a: *stride, b: *stride };
                    let own = &mut positions[usize::from(listed)];
                    *own = own.wrapping_mul(*len);
                    ndim += 1;
                }
            }
        }
        let [others, len] = positions;
        let parts = if is_last { [others, len, 1] } else { [1, len, others] };
        let rows = RowMajor { parts, is_last, is_known: true, runs: false };
        // SAFETY: the axes of the array; from the caller: elements of all of them, which are the copies, and the results stand row
        // by row.
        return unsafe {
            with_copy_along(a.as_ptr(), crate::axes::first(&axes, ndim), |x| {
                rows.along([x.as_ptr(); 2], first, along)
            })
        };
    }
    let (mut around, mut inside) = (Axes::<MAX_NDIM>::new(), Axes::<MAX_NDIM>::new());
    let (mut own_dims, mut own_strides, mut own, mut other) = ([1; MAX_NDIM], [0; MAX_NDIM], 0, 0);
    for (axis, (len, stride)) in dims.as_ref().iter().zip(strides.as_ref()).enumerate() {
        // An array has no more axes than the lists hold.
        if list.contains(&axis) {
            if let (Some(d), Some(s)) = (own_dims.get_mut(own), own_strides.get_mut(own)) {
                (*d, *s) = (*len, *stride);
            }
            let _ = inside.push(Axis { len: *len, c: 0, a: *stride, b: *stride });
            own += 1;
        } else {
            let number = if out.shape().ndim() == ndim { axis } else { other };
            let c = to.as_ref().get(number).copied().unwrap_or(0);
            let _ = around.push(Axis { len: *len, c, a: *stride, b: *stride });
            other += 1;
        }
    }
    let around = around.as_slice();
    let (axis, more) = inside.split_inner();
    if more.is_empty() {
        let axes = AlongAxes { around, axis, is_last, is_row_major: false, is_known: false };
        // SAFETY: from the caller: these are the axes of the array and of the result.
        return along(unsafe { Along::new(axes, places, first) });
    }
    let [from, _] = places;
    // SAFETY: from the caller: all positions of the axes of the result, and at each those of the other axes of `a`.
    unsafe {
        for_each(around, |[c, a, _]| {
            let elements = Elements::new(from.wrapping_offset(a), &own_dims, &own_strides);
            first.wrapping_offset(c).write(each(Part { elements, promise: PhantomData }, is_last));
        });
        out.written()
    }
}

/// The numbers of positions before the axes of the list, along them and after them, if they are neighbours.
#[inline(always)]
fn one_run(list: &[usize], dims: &[usize]) -> Option<[usize; 3]> {
    let (mut parts, mut part) = ([1_usize; 3], 0);
    for (axis, len) in dims.iter().enumerate() {
        part = match (part, list.contains(&axis)) {
            (0 | 1, true) => 1,
            (0, false) => 0,
            (_, false) => 2,
            _ => return None,
        };
        let part = parts.get_mut(part)?;
        *part = part.wrapping_mul(*len);
    }
    Some(parts)
}

/// Reductions over several axes: how they treat elements that are not there (see `along_form`), the bound on elements, the
/// type of results, and what must hold of the axes. Then what each result is, the three forms, their sister, their NumPy
/// name, an example, and the reduction.
macro_rules! axes_forms { ($(
    $Check:ident $Wrap:ident $wrap:ident $done:ident $IntoCheck:ident $Kind:ident [$($bound:tt)*] [$($some:tt)*] $R:ty;
    $what:literal $name:ident $keepdims:ident $into:ident $sister:ident $numpy:literal $from:literal $to:literal
    $a:ident => $operand:expr, $along:expr, $each:expr;
)+) => {
    /// # Reductions
    impl<T, S: Shape, O: Ownership> Array<T, S, O> {$(
        #[doc = concat!("The ", $what, " along the axes of the list `P`, counted from 0: [`axes!`](crate::axes!) spells it.")]
        ///
        /// # Shapes
        /// The shape of the array without these axes.
        ///
        #[doc = concat!("As `numpy.", $numpy, "(a, axis=P)`. In the order and with the accuracy of [`", stringify!($sister), "`](Array::", stringify!($sister), "): along the last")]
        /// axis if the list names that, else along another one, which the listed ones are together, row by row.
        ///
        /// # Errors
        #[doc = concat!("As [`", stringify!($sister), "`](Array::", stringify!($sister), "), and for a")]
        /// [`DynRank`](crate::DynRank) also if an axis is named twice.
        ///
        /// # Panics
        /// As [`sum_axis`](Array::sum_axis).
        ///
        /// # Example
        /// ```
        /// use conformable::{array, axes};
        #[doc = concat!("let a = array!", $from, ";")]
        #[doc = concat!("assert_eq!(a.", stringify!($name), "::<axes![0, 2]>(), array!", $to, ");")]
        /// ```
        #[inline]
        #[track_caller]
        pub fn $name<P: AxisList>(
            &self,
        ) -> <<S as RemoveAxes<P, op::$name>>::$Check as $Check>::$Wrap<
            <<S as RemoveAxes<P, op::$name>>::Output as Shape>::Value<$R>,
        >
        where
            $($bound)*
            S: RemoveAxes<P, op::$name>,
            $($some)*
        {
            const { expect_any::<P, S, op::$name, $Kind>() };
            let $a = self;
            match removed::<P, op::$name, $R, $Kind, S>(self.shape()) {
                // SAFETY: `removed` looked for the axes, and has room for the results of the others.
                Ok(room) => <<S as RemoveAxes<P, op::$name>>::$Check as $Check>::$done(room.value(|out| unsafe {
                    write::<P, _, _, _, _, _, _, $Kind>($operand, out, $along, $each)
                })),
                Err(e) => <<S as RemoveAxes<P, op::$name>>::$Check as $Check>::$wrap(Err(e)),
            }
        }

        #[doc = concat!("[`", stringify!($name), "`](Array::", stringify!($name), "), as with NumPy's `keepdims=True`: there is a")]
        /// [`Stretch`](crate::Stretch) in place of each axis of the list.
        ///
        /// # Errors
        /// As there.
        ///
        /// # Panics
        /// As there.
        #[inline]
        #[track_caller]
        pub fn $keepdims<P: AxisList>(
            &self,
        ) -> <<S as RemoveAxes<P, op::$name>>::$Check as $Check>::$Wrap<
            <<S as RemoveAxes<P, op::$name>>::Kept as Shape>::Value<$R>,
        >
        where
            $($bound)*
            S: RemoveAxes<P, op::$name>,
            $($some)*
        {
            const { expect_any::<P, S, op::$name, $Kind>() };
            let $a = self;
            match kept::<P, op::$name, $R, $Kind, S>(self.shape()) {
                // SAFETY: `kept` looked for the axes, and has room for the results, with a length of 1 for each of the list.
                Ok(room) => <<S as RemoveAxes<P, op::$name>>::$Check as $Check>::$done(room.value(|out| unsafe {
                    write::<P, _, _, _, _, _, _, $Kind>($operand, out, $along, $each)
                })),
                Err(e) => <<S as RemoveAxes<P, op::$name>>::$Check as $Check>::$wrap(Err(e)),
            }
        }

        #[doc = concat!("Writes [`", stringify!($name), "`](Array::", stringify!($name), ") into an existing array, and allocates nothing.")]
        ///
        /// # Errors
        #[doc = concat!("As [`", stringify!($sister), "_into`](Array::", stringify!($sister), "_into).")]
        #[inline]
        pub fn $into<P: AxisList, S2: Shape, O2: OwnershipMut>(
            &self,
            out: &mut Array<$R, S2, O2>,
        ) -> <$IntoCheck<P, S, S2, op::$name> as Check>::Wrap<()>
        where
            $($bound)*
            S: RemoveAxes<P, op::$name, Output: SameShape<S2, op::out>>,
            $($some)*
        {
            const { expect_any::<P, S, op::$name, $Kind>() };
            let $a = self;
            let shape = <S as RemoveAxes<P, op::$name>>::remove_axes(self.shape());
            let done = shape.and_then(|shape| {
                let out = out.expect_shape(stringify!($into), shape)?;
                expect_some::<P, op::$name, $Kind>(self.dims().as_ref())?;
                // SAFETY: `remove_axes` looked for the axes, and `out` has the others.
                let _: Written<'_> = unsafe { write::<P, _, _, _, _, _, _, $Kind>($operand, out, $along, $each) };
                Ok(())
            });
            <$IntoCheck<P, S, S2, op::$name> as Check>::wrap(done)
        }
    )+}
};}

/// Does not compile if the axes of the list have no elements by their type, where there must be some.
#[track_caller]
const fn expect_any<P, S: RemoveAxes<P, Op>, Op: Operation, K: Promise>() {
    if K::NEEDS_SOME {
        expect_any_elements::<S::Axes>(Op::NAME);
    }
}

axes_forms! {
    Check Wrap wrap done IntoCheck Reduced [T: Scalar,] [] T;
    "sums" sum_axes sum_axes_keepdims sum_axes_into sum_axis "sum"
    "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]" "[14, 22]"
    a => a, sum::sum_along, |x, is_row| sum::sum_in_order(&x.elements, is_row);

    Check Wrap wrap done IntoCheck Reduced [T: Scalar,] [] T;
    "products" prod_axes prod_axes_keepdims prod_axes_into prod_axis "prod"
    "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]" "[60, 672]"
    a => a, fold::prod_along, |x, is_row| fold::prod_in_order(&x.elements, is_row);

    Check Wrap wrap done IntoCheck Reduced [T: Averaged,] [] T::Mean;
    "means" mean_axes mean_axes_keepdims mean_axes_into mean_axis "mean"
    "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]" "[3.5, 5.5]"
    a => a, mean_along, |x, is_row| mean(Of::Elements { x: &x.elements, is_row });

    Filled Given give given FilledIntoCheck HasSome [T: Ordered,]
    [AxisRules: HasElements<<S as RemoveAxes<P, op::min_axes>>::Elements, op::min_axes>,] T;
    "smallest elements" min_axes min_axes_keepdims min_axes_into min_axis "min"
    "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]" "[1, 3]"
    a => a, |along| extreme_along::<_, T, false>(Value, along), |x, _| x.extreme::<false>();

    Filled Given give given FilledIntoCheck HasSome [T: Ordered,]
    [AxisRules: HasElements<<S as RemoveAxes<P, op::max_axes>>::Elements, op::max_axes>,] T;
    "largest elements" max_axes max_axes_keepdims max_axes_into max_axis "max"
    "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]" "[6, 8]"
    a => a, |along| extreme_along::<_, T, true>(Value, along), |x, _| x.extreme::<true>();

    Check Wrap wrap done IntoCheck Reduced [AxisRules: TrueOrFalse<T>,] [] bool;
    "answers whether any element is true" any_axes any_axes_keepdims any_axes_into any_axis "any"
    "[[[false, false]], [[true, false]]]" "[true]"
    a => AxisRules::bools(a), |along| contains_along(along, true, false), |x, _| contains(&x.elements, true);

    Check Wrap wrap done IntoCheck Reduced [AxisRules: TrueOrFalse<T>,] [] bool;
    "answers whether all elements are true" all_axes all_axes_keepdims all_axes_into all_axis "all"
    "[[[true, true]], [[true, false]]]" "[false]"
    a => AxisRules::bools(a), |along| contains_along(along, false, true), |x, _| !contains(&x.elements, false);
}
