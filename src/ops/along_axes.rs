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
#[cfg(any(feature = "std", feature = "libm"))]
use crate::kernel::reduce::norm;
#[cfg(any(feature = "std", feature = "libm"))]
use crate::kernel::reduce::rescaled::Deviation;
use crate::kernel::reduce::rescaled::Variance;
use crate::kernel::reduce::squared::{squared, squared_along};
use crate::kernel::reduce::{sum, var};
use crate::scalar::{Average, Averaged, Ordered, Scalar};
#[cfg(any(feature = "std", feature = "libm"))]
use crate::scalar::{NormOrd, Normed};
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

/// Room for the results of a reduction of an array of the shape `from`.
#[inline(always)]
fn room<P: AxisList, Op: Operation, R, K: Promise, Q: Shape>(
    from: impl Shape,
    shape: Result<Q, ShapeError>,
) -> Result<Room<R, Q>, ShapeError> {
    let room = Room::new(Op::NAME, shape?)?;
    expect_some::<P, Op, K>(from.dims().as_ref()).map(|()| room)
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

/// A form of a reduction over several axes that gives a value, with its docs: its name, that of the operation, and what the
/// shape of its results is.
macro_rules! axes_form { (
    $(#[$doc:meta])* $name:ident $op:ident $Shape:ident $shape:ident;
    $Check:ident $Wrap:ident $wrap:ident $done:ident $Kind:ident [$($bound:tt)*] [$($some:tt)*] $R:ty;
    $a:ident($($arg:ident: $Arg:ty)?) => $operand:expr, $along:expr, $each:expr
) => {
    $(#[$doc])*
    #[inline]
    #[track_caller]
    pub fn $name<P: AxisList>(
        &self
        $(, $arg: $Arg)?
    ) -> <<S as RemoveAxes<P, op::$op>>::$Check as $Check>::$Wrap<
        <<S as RemoveAxes<P, op::$op>>::$Shape as Shape>::Value<$R>,
    >
    where
        $($bound)*
        S: RemoveAxes<P, op::$op>,
        $($some)*
    {
        const { expect_any::<P, S, op::$op, $Kind>() };
        let $a = self;
        let shape = <S as RemoveAxes<P, op::$op>>::$shape(self.shape());
        match room::<P, op::$op, $R, $Kind, _>(self.shape(), shape) {
            // SAFETY: the rule looked for the axes, and there is room for the results of the others, with or without a
            // length of 1 for each of the list.
            Ok(room) => <<S as RemoveAxes<P, op::$op>>::$Check as $Check>::$done(room.value(|out| unsafe {
                write::<P, _, _, _, _, _, _, $Kind>($operand, out, $along, $each)
            })),
            Err(e) => <<S as RemoveAxes<P, op::$op>>::$Check as $Check>::$wrap(Err(e)),
        }
    }
};}

/// Reductions over several axes: how they treat elements that are not there (see `along_form`), the bound on elements, the
/// type of results, and what must hold of the axes. Then what each result is, the three forms, their sister, what NumPy calls
/// it, an example, and the reduction, with an argument that it may have, and one for the example.
macro_rules! axes_forms { ($(
    $Check:ident $Wrap:ident $wrap:ident $done:ident $IntoCheck:ident $Kind:ident [$($bound:tt)*] [$($some:tt)*] $R:ty;
    $what:literal $name:ident $keepdims:ident $into:ident $sister:ident $sister_into:ident $numpy:literal $from:literal $to:literal
    $a:ident($($arg:ident: $Arg:ty = $example:literal)?) => $operand:expr, $along:expr, $each:expr;
)+) => {
    /// # Reductions
    impl<T, S: Shape, O: Ownership> Array<T, S, O> {$(
        axes_form! {
            #[doc = concat!("The ", $what, " along the axes of the list `P`, counted from 0: [`axes!`](crate::axes!) spells it.")]
            ///
            /// # Shapes
            /// The shape of the array without these axes.
            ///
            #[doc = concat!("As `numpy.", $numpy, "`. In the order and with the accuracy of [`", stringify!($sister), "`](Array::", stringify!($sister), "): along the last")]
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
            #[doc = concat!("assert_eq!(a.", stringify!($name), "::<axes![0, 2]>(", $($example,)? "), array!", $to, ");")]
            /// ```
            $name $name Output remove_axes;
            $Check $Wrap $wrap $done $Kind [$($bound)*] [$($some)*] $R;
            $a($($arg: $Arg)?) => $operand, $along, $each
        }
        axes_form! {
            #[doc = concat!("[`", stringify!($name), "`](Array::", stringify!($name), "), as with NumPy's `keepdims=True`: there is a")]
            /// [`Stretch`](crate::Stretch) in place of each axis of the list.
            ///
            /// # Errors
            /// As there.
            ///
            /// # Panics
            /// As there.
            $keepdims $name Kept keep_axes;
            $Check $Wrap $wrap $done $Kind [$($bound)*] [$($some)*] $R;
            $a($($arg: $Arg)?) => $operand, $along, $each
        }

        #[doc = concat!("Writes [`", stringify!($name), "`](Array::", stringify!($name), ") into an existing array, and allocates nothing.")]
        ///
        /// # Errors
        #[doc = concat!("As [`", stringify!($sister_into), "`](Array::", stringify!($sister_into), ").")]
        #[inline]
        pub fn $into<P: AxisList, S2: Shape, O2: OwnershipMut>(
            &self,
            $($arg: $Arg,)?
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
    "sums" sum_axes sum_axes_keepdims sum_axes_into sum_axis sum_axis_into "sum(a, axis=P)"
    "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]" "[14, 22]"
    a() => a, sum::sum_along, |x, is_row| sum::sum_in_order(&x.elements, is_row);

    Check Wrap wrap done IntoCheck Reduced [T: Scalar,] [] T;
    "products" prod_axes prod_axes_keepdims prod_axes_into prod_axis prod_axis_into "prod(a, axis=P)"
    "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]" "[60, 672]"
    a() => a, fold::prod_along, |x, is_row| fold::prod_in_order(&x.elements, is_row);

    Check Wrap wrap done IntoCheck Reduced [T: Averaged,] [] T::Mean;
    "means" mean_axes mean_axes_keepdims mean_axes_into mean_axis mean_axis_into "mean(a, axis=P)"
    "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]" "[3.5, 5.5]"
    a() => a, mean_along, |x, is_row| mean(Of::Elements { x: &x.elements, is_row });

    Filled Given give given FilledIntoCheck HasSome [T: Ordered,]
    [AxisRules: HasElements<<S as RemoveAxes<P, op::min_axes>>::Elements, op::min_axes>,] T;
    "smallest elements" min_axes min_axes_keepdims min_axes_into min_axis min_axis_into "min(a, axis=P)"
    "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]" "[1, 3]"
    a() => a, |along| extreme_along::<_, T, false>(Value, along), |x, _| x.extreme::<false>();

    Filled Given give given FilledIntoCheck HasSome [T: Ordered,]
    [AxisRules: HasElements<<S as RemoveAxes<P, op::max_axes>>::Elements, op::max_axes>,] T;
    "largest elements" max_axes max_axes_keepdims max_axes_into max_axis max_axis_into "max(a, axis=P)"
    "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]" "[6, 8]"
    a() => a, |along| extreme_along::<_, T, true>(Value, along), |x, _| x.extreme::<true>();

    Check Wrap wrap done IntoCheck Reduced [AxisRules: TrueOrFalse<T>,] [] bool;
    "answers whether any element is true" any_axes any_axes_keepdims any_axes_into any_axis any_axis_into "any(a, axis=P)"
    "[[[false, false]], [[true, false]]]" "[true]"
    a() => AxisRules::bools(a), |along| contains_along(along, true, false), |x, _| contains(&x.elements, true);

    Check Wrap wrap done IntoCheck Reduced [AxisRules: TrueOrFalse<T>,] [] bool;
    "answers whether all elements are true" all_axes all_axes_keepdims all_axes_into all_axis all_axis_into "all(a, axis=P)"
    "[[[true, true]], [[true, false]]]" "[false]"
    a() => AxisRules::bools(a), |along| contains_along(along, false, true), |x, _| !contains(&x.elements, false);

    Check Wrap wrap done IntoCheck Reduced [T: Average,] [] T::Mean;
    "variances" var_axes var_axes_keepdims var_axes_into var_axis var_axis_into "var(a, axis=P)"
    "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]" "[4.25, 4.25]"
    a() => a, |along| var::moments_along::<Variance, T>(along, 0), |x, is_row| {
        var::moment_in_order::<Variance, T>(&x.elements, is_row, 0)
    };

    Check Wrap wrap done IntoCheck Reduced [T: Average,] [] T::Mean;
    "variances, with `n - ddof` for `n`," var_ddof_axes var_ddof_axes_keepdims var_ddof_axes_into
    var_ddof_axis var_ddof_axis_into "var(a, axis=P, ddof=ddof)" "[[[1, 2], [6, 4]], [[5, 4], [2, 8]]]" "[10. / 3., 20. / 3.]"
    a(ddof: usize = "1") => a, |along| var::moments_along::<Variance, T>(along, ddof), |x, is_row| {
        var::moment_in_order::<Variance, T>(&x.elements, is_row, ddof)
    };

    Check Wrap wrap done IntoCheck Reduced [T: Scalar,] [] T;
    "sums of the squares" norm_squared_axes norm_squared_axes_keepdims norm_squared_axes_into
    norm_squared_axis norm_squared_axis_into "sum(a.conj() * a, axis=P)" "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]" "[66, 138]"
    a() => a, squared_along, |x, _| squared(&x.elements);
}

#[cfg(any(feature = "std", feature = "libm"))]
axes_forms! {
    Check Wrap wrap done IntoCheck Reduced [T: Average,] [] T::Mean;
    "standard deviations" std_axes std_axes_keepdims std_axes_into std_axis std_axis_into "std(a, axis=P)"
    "[[[1, 1], [3, 7]], [[5, 5], [3, 7]]]" "[2., 2.]"
    a() => a, |along| var::moments_along::<Deviation, T>(along, 0), |x, is_row| {
        var::moment_in_order::<Deviation, T>(&x.elements, is_row, 0)
    };

    Check Wrap wrap done IntoCheck Reduced [T: Average,] [] T::Mean;
    "standard deviations, with `n - ddof` for `n`," std_ddof_axes std_ddof_axes_keepdims std_ddof_axes_into
    std_ddof_axis std_ddof_axis_into "std(a, axis=P, ddof=ddof)" "[[[0, 0], [0, 6]], [[0, 2], [0, 0]]]" "[1., 3.]"
    a(ddof: usize = "1") => a, |along| var::moments_along::<Deviation, T>(along, ddof), |x, is_row| {
        var::moment_in_order::<Deviation, T>(&x.elements, is_row, ddof)
    };

    Check Wrap wrap done IntoCheck Reduced [T: Normed,] [] T::Norm;
    "2-norms" norm_axes norm_axes_keepdims norm_axes_into norm_axis norm_axis_into "linalg.vector_norm(a, axis=P)"
    "[[[1., 1.], [0., 4.]], [[1., 1.], [0., 3.]]]" "[2., 5.]"
    a() => a, |along| norm::norm_along(NormOrd::L2, along), |x, _| norm::norm(NormOrd::L2, &x.elements);

    Check Wrap wrap done IntoCheck Reduced [T: Normed,] [] T::Norm;
    "norms by their order" norm_ord_axes norm_ord_axes_keepdims norm_ord_axes_into norm_ord_axis norm_axis_into
    "linalg.vector_norm(a, axis=P, ord=ord)" "[[[1., 1.], [0., 4.]], [[1., -1.], [0., 3.]]]" "[4., 7.]"
    a(ord: NormOrd = "conformable::NormOrd::L1") => a, |along| norm::norm_along(ord, along), |x, _| {
        norm::norm(ord, &x.elements)
    };
}
