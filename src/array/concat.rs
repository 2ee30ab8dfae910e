//! `concat` and `stack`: arrays one after another, along an axis that they have, or along a new one.

#![allow(unsafe_code, reason = "writes the elements of new arrays")]

use super::copy::{Copies, written};
use super::{Array, ArrayView, Ownership, OwnershipMut};
use crate::error::{ShapeError, must};
use crate::sealed::Seal;
use crate::shape::AxisGivenFirst;
use crate::shape::axis_number;
use crate::shape::op::{self, Operation};
use crate::shape::shape_of_type;
use crate::shape::{
    AtRunTime, AxisArg, AxisAt, AxisRules, Check, ConcatEqual, ConcatShape, Const, Dyn, Given, HasArrays,
    Joining, LenArg, MAX_NDIM, SameShape, Shape, ShapeRules, SomeElements, StackShape, Stacking,
    may_be_joined, may_be_stacked,
};

mod sealed {
    pub trait Sealed {}
}

/// An array, owned or a view, or a reference to one. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an array",
    label = "expected an array, a view or a reference to one"
)]
pub trait AnyArray: sealed::Sealed {
    /// What it holds.
    type Element;
    /// Its shape.
    type Shape: Shape;
    /// The array as a view.
    #[doc(hidden)]
    fn array_view(&self) -> ArrayView<'_, Self::Element, Self::Shape>;
}
impl<T, S: Shape, O: Ownership> sealed::Sealed for Array<T, S, O> {}
impl<T, S: Shape, O: Ownership> AnyArray for Array<T, S, O> {
    type Element = T;
    type Shape = S;
    #[inline(always)]
    fn array_view(&self) -> ArrayView<'_, T, S> {
        self.view()
    }
}
impl<X: AnyArray> sealed::Sealed for &X {}
impl<X: AnyArray> AnyArray for &X {
    type Element = X::Element;
    type Shape = X::Shape;
    #[inline(always)]
    fn array_view(&self) -> ArrayView<'_, X::Element, X::Shape> {
        (**self).array_view()
    }
}

/// The lengths of each array of a list, where the types know them.
type Parts = &'static [Option<[usize; MAX_NDIM]>];

/// Arrays to be joined: a tuple of two to four, an array, a reference to one, or a slice. Sealed.
///
/// In a tuple their shapes may differ; in the others all are of one type.
// A blanket impl over a rule that holds for every `Self`, for the sake of messages: see `SameDim`.
pub trait ArrayList {
    #[doc(hidden)]
    const SEALED: Seal;
    /// What the arrays hold.
    type Element;
    /// Whether the types know all lengths, and how many arrays there are.
    type AllKnown: Check;
    /// What the type says of the number of arrays.
    #[doc(hidden)]
    type Count: SomeElements;
    #[doc(hidden)]
    const PARTS: Parts;
    /// Calls `visit` with each array, in order: the same ones each time.
    #[doc(hidden)]
    fn each(
        &self,
        visit: impl FnMut(Piece<'_, Self::Element>) -> Result<(), ShapeError>,
    ) -> Result<(), ShapeError>;
}
impl<L> ArrayList for L
where
    AxisRules: ListOf<L>,
{
    const SEALED: Seal = Seal;
    type Element = <AxisRules as ListOf<L>>::Element;
    type AllKnown = <AxisRules as ListOf<L>>::AllKnown;
    type Count = <AxisRules as ListOf<L>>::Count;
    const PARTS: Parts = <AxisRules as ListOf<L>>::PARTS;
    #[inline(always)]
    fn each(
        &self,
        visit: impl FnMut(Piece<'_, Self::Element>) -> Result<(), ShapeError>,
    ) -> Result<(), ShapeError> {
        <AxisRules as ListOf<L>>::each(self, visit)
    }
}

/// The table behind `ArrayList`.
#[diagnostic::on_unimplemented(
    message = "`{L}` is not a list of arrays",
    label = "expected a list of arrays",
    note = "lists are `(&a, &b)`, `[&a, &b, &c]`, and slices of arrays"
)]
pub trait ListOf<L> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// What the arrays hold.
    type Element;
    /// Whether the types know all lengths, and how many arrays there are.
    type AllKnown: Check;
    /// What the type says of the number of arrays.
    #[doc(hidden)]
    type Count: SomeElements;
    #[doc(hidden)]
    const PARTS: Parts;
    /// Calls `visit` with each array, in order.
    #[doc(hidden)]
    fn each(
        list: &L,
        visit: impl FnMut(Piece<'_, Self::Element>) -> Result<(), ShapeError>,
    ) -> Result<(), ShapeError>;
}

/// One array of a list.
#[doc(hidden)]
#[derive(Debug)]
pub struct Piece<'x, T> {
    from: *const T,
    dims: &'x [usize],
    strides: &'x [isize],
}

#[inline(always)]
fn give<X: AnyArray>(
    array: &X,
    visit: &mut impl FnMut(Piece<'_, X::Element>) -> Result<(), ShapeError>,
) -> Result<(), ShapeError> {
    let view = array.array_view();
    visit(Piece { from: view.as_ptr(), dims: view.dims().as_ref(), strides: view.strides().as_ref() })
}

/// The lists of arrays of one type: the type, its parameters; whether the number is known, and the parts.
macro_rules! equal { ($([$($params:tt)*] $List:ty, $Count:ty, $Known:ty, $parts:expr;)+) => {$(
    impl<Any, X: AnyArray, $($params)*> ListOf<$List> for Any {
        const SEALED: Seal = Seal;
        type Element = X::Element;
        type AllKnown = $Known;
        type Count = $Count;
        const PARTS: Parts = $parts;
        #[inline(always)]
        fn each(
            list: &$List,
            mut visit: impl FnMut(Piece<'_, X::Element>) -> Result<(), ShapeError>,
        ) -> Result<(), ShapeError> {
            list.iter().try_for_each(|array| give(array, &mut visit))
        }
    }
)+};}
equal! {
    [const N: usize] [X; N], LenArg<N>, <X::Shape as Shape>::AllKnown, &[<X::Shape as Shape>::STATIC_DIMS; N];
    [const N: usize] &[X; N], LenArg<N>, <X::Shape as Shape>::AllKnown, &[<X::Shape as Shape>::STATIC_DIMS; N];
    [] &[X], Given, AtRunTime, &[None];
}

/// Lists whose arrays can be joined along axis `A`. Sealed.
pub trait ConcatList<const A: usize>: ArrayList {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the arrays can be joined.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
}
impl<L: ArrayList, const A: usize> ConcatList<A> for L
where
    ShapeRules: ConcatOf<L, A>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as ConcatOf<L, A>>::Check;
    type Output = <ShapeRules as ConcatOf<L, A>>::Output;
}

/// The table behind `ConcatList`.
#[diagnostic::on_unimplemented(
    message = "`{L}` is not a list of arrays",
    label = "expected a list of arrays",
    note = "lists are `(&a, &b)`, `[&a, &b, &c]`, and slices of arrays"
)]
pub trait ConcatOf<L, const A: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the arrays can be joined.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
}
impl<Any, X: AnyArray<Shape: ConcatEqual<A, N>>, const N: usize, const A: usize> ConcatOf<[X; N], A> for Any {
    const SEALED: Seal = Seal;
    type Check = <X::Shape as ConcatEqual<A, N>>::Check;
    type Output = <X::Shape as ConcatEqual<A, N>>::Output;
}
impl<Any, X: AnyArray<Shape: ConcatEqual<A, N>>, const N: usize, const A: usize> ConcatOf<&[X; N], A>
    for Any
{
    const SEALED: Seal = Seal;
    type Check = <X::Shape as ConcatEqual<A, N>>::Check;
    type Output = <X::Shape as ConcatEqual<A, N>>::Output;
}
impl<Any, X: AnyArray<Shape: AxisAt<A, op::concat>>, const A: usize> ConcatOf<&[X], A> for Any {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = <X::Shape as AxisAt<A, op::concat>>::With<Dyn>;
}

/// The shapes of a tuple joined, from the first on.
macro_rules! joined_shape {
    ($A:ident; $X:ty) => { $X };
    ($A:ident; $X:ty, $Y:ident $(, $rest:ident)*) => {
        joined_shape!($A; <$X as ConcatShape<$A, $Y::Shape>>::Output $(, $rest)*)
    };
}
/// The arrays of a tuple: their types, and their names.
macro_rules! tuples { ($($X:ident $x:ident, $($Y:ident $y:ident),+;)+) => {$(
    impl<Any, $X: AnyArray, $($Y: AnyArray<Element = $X::Element>,)+> ListOf<($X, $($Y,)+)> for Any {
        const SEALED: Seal = Seal;
        type Element = $X::Element;
        type AllKnown = all_known!($X $($Y)+);
        type Count = Given;
        const PARTS: Parts = &[<$X::Shape as Shape>::STATIC_DIMS, $(<$Y::Shape as Shape>::STATIC_DIMS,)+];
        #[inline(always)]
        fn each(
            ($x, $($y,)+): &($X, $($Y,)+),
            mut visit: impl FnMut(Piece<'_, $X::Element>) -> Result<(), ShapeError>,
        ) -> Result<(), ShapeError> {
            give($x, &mut visit)?;
            $(give($y, &mut visit)?;)+
            Ok(())
        }
    }
)+};}
/// `And` over all arrays.
macro_rules! all_known {
    ($X:ident) => { <$X::Shape as Shape>::AllKnown };
    ($X:ident $($rest:ident)+) => { <<$X::Shape as Shape>::AllKnown as Check>::And<all_known!($($rest)+)> };
}
tuples! {
    X x, Y y;
    X x, Y y, Z z;
    X x, Y y, Z z, W w;
}
impl<Any, X: AnyArray, Y: AnyArray<Element = X::Element>, const A: usize> ConcatOf<(X, Y), A> for Any
where
    X::Shape: ConcatShape<A, Y::Shape>,
{
    const SEALED: Seal = Seal;
    type Check = <X::Shape as ConcatShape<A, Y::Shape>>::Check;
    type Output = joined_shape!(A; X::Shape, Y);
}
impl<Any, X, Y, Z, const A: usize> ConcatOf<(X, Y, Z), A> for Any
where
    X: AnyArray<Shape: ConcatShape<A, Y::Shape>>,
    Y: AnyArray<Element = X::Element>,
    Z: AnyArray<Element = X::Element>,
    joined_shape!(A; X::Shape, Y): ConcatShape<A, Z::Shape>,
{
    const SEALED: Seal = Seal;
    type Check = <<X::Shape as ConcatShape<A, Y::Shape>>::Check as Check>::And<
        <joined_shape!(A; X::Shape, Y) as ConcatShape<A, Z::Shape>>::Check,
    >;
    type Output = joined_shape!(A; X::Shape, Y, Z);
}
impl<Any, X, Y, Z, W, const A: usize> ConcatOf<(X, Y, Z, W), A> for Any
where
    X: AnyArray<Shape: ConcatShape<A, Y::Shape>>,
    Y: AnyArray<Element = X::Element>,
    Z: AnyArray<Element = X::Element>,
    W: AnyArray<Element = X::Element>,
    joined_shape!(A; X::Shape, Y): ConcatShape<A, Z::Shape>,
    joined_shape!(A; X::Shape, Y, Z): ConcatShape<A, W::Shape>,
{
    const SEALED: Seal = Seal;
    type Check = <<<X::Shape as ConcatShape<A, Y::Shape>>::Check as Check>::And<
        <joined_shape!(A; X::Shape, Y) as ConcatShape<A, Z::Shape>>::Check,
    > as Check>::And<<joined_shape!(A; X::Shape, Y, Z) as ConcatShape<A, W::Shape>>::Check>;
    type Output = joined_shape!(A; X::Shape, Y, Z, W);
}

/// Lists of arrays of one type that can be stacked along a new axis `A`: arrays and slices. Sealed.
pub trait StackList<const A: usize>: ArrayList {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the arrays can be stacked.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
}
impl<L: ArrayList, const A: usize> StackList<A> for L
where
    ShapeRules: StackOf<L, A>,
{
    const SEALED: Seal = Seal;
    type Check = <ShapeRules as StackOf<L, A>>::Check;
    type Output = <ShapeRules as StackOf<L, A>>::Output;
}

/// The table behind `StackList`.
#[diagnostic::on_unimplemented(
    message = "`{L}` is not a list of arrays of one shape",
    label = "expected a list of arrays of one shape",
    note = "lists are `[&a, &b, &c]`, and slices of arrays"
)]
pub trait StackOf<L, const A: usize> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Whether the types prove that the arrays can be stacked.
    type Check: Check;
    /// The shape of the result.
    type Output: Shape;
}
impl<Any, X: AnyArray<Shape: StackShape<A, Const<N>>>, const N: usize, const A: usize> StackOf<[X; N], A>
    for Any
{
    const SEALED: Seal = Seal;
    type Check = <X::Shape as StackShape<A, Const<N>>>::Check;
    type Output = <X::Shape as StackShape<A, Const<N>>>::Output;
}
impl<Any, X: AnyArray<Shape: StackShape<A, Const<N>>>, const N: usize, const A: usize> StackOf<&[X; N], A>
    for Any
{
    const SEALED: Seal = Seal;
    type Check = <X::Shape as StackShape<A, Const<N>>>::Check;
    type Output = <X::Shape as StackShape<A, Const<N>>>::Output;
}
impl<Any, X: AnyArray<Shape: StackShape<A, Dyn>>, const A: usize> StackOf<&[X], A> for Any {
    const SEALED: Seal = Seal;
    type Check = AtRunTime;
    type Output = <X::Shape as StackShape<A, Dyn>>::Output;
}

/// The lengths of the result of `concat`.
fn joined_dims<L: ArrayList>(list: &L, axis: usize) -> Result<crate::shape::DimsD, ShapeError> {
    let mut joining = Joining::along(axis);
    list.each(|piece| joining.push(piece.dims))?;
    joining.dims()
}
/// The lengths of the result of `stack`.
fn stacked_dims<L: ArrayList>(list: &L, axis: usize) -> Result<crate::shape::DimsD, ShapeError> {
    let mut stacking = Stacking::along(axis);
    list.each(|piece| stacking.push(piece.dims))?;
    stacking.dims()
}

/// Writes the arrays of a list one after another, along an axis that each has.
///
/// # Safety
/// `joined_dims` gave the lengths of the result, whose place and strides these are: all its elements can be written.
#[inline]
unsafe fn write_joined<L: ArrayList>(list: &L, axis: usize, out: &Copies<L::Element>, to: &[isize])
where
    L::Element: Clone,
{
    let mut at = 0_usize;
    let _ = list.each(|Piece { from, dims, strides }| {
        let axis = axis_number(axis, dims.len());
        let (Some(step), Some(len)) = (to.get(axis), dims.get(axis)) else { return Ok(()) };
        let start = (at as isize).wrapping_mul(*step);
        // SAFETY: positions `at .. at + dims[axis]` of the result, whose other lengths are those of the piece.
        unsafe { out.copy(dims, (start, to), (from, strides)) };
        at += len;
        Ok(())
    });
}
/// Writes the arrays of a list one after another, along a new axis.
///
/// # Safety
/// `stacked_dims` gave the lengths of the result, whose place and strides these are: all its elements can be written.
#[inline]
unsafe fn write_stacked<L: ArrayList>(list: &L, axis: usize, out: &Copies<L::Element>, to: &[isize])
where
    L::Element: Clone,
{
    let mut others = [0; MAX_NDIM];
    let steps = to.iter().enumerate().filter(|(i, _)| *i != axis);
    for (other, (_, step)) in others.iter_mut().zip(steps) {
        *other = *step;
    }
    let step = to.get(axis).copied().unwrap_or(0);
    let mut at = 0_isize;
    let _ = list.each(|Piece { from, dims, strides }| {
        // SAFETY: position `at` of the new axis, whose other lengths are those of the piece.
        unsafe { out.copy(dims, (at.wrapping_mul(step), &others), (from, strides)) };
        at += 1;
        Ok(())
    });
}

/// Whether the types know all lengths, of the arrays and of the result, and so have compared them.
const fn are_known<L: ArrayList, Out: Shape>() -> bool {
    let (mut known, mut i) = (Out::STATIC_LEN.is_some(), 0);
    while i < L::PARTS.len() {
        known &= L::PARTS[i].is_some();
        i += 1;
    }
    known
}

/// Does not compile for a list of no arrays, nor for an axis that no array has (see `Place`).
const fn expect_arrays<L: ArrayList>(axis: usize) {
    assert!(axis_number(axis, MAX_NDIM) < MAX_NDIM, "no array has an axis of this number");
    assert!(!L::PARTS.is_empty(), "need at least one array to concatenate or to stack");
}

#[inline]
fn join<L: ArrayList<Element: Clone>, Out: Shape>(
    op: &'static str,
    list: &L,
    axis: usize,
) -> Result<Array<L::Element, Out>, ShapeError> {
    if const { are_known::<L, Out>() }
        && let Some(shape) = shape_of_type::<Out>()
    {
        // SAFETY: the lengths are those that `joined_dims` would give; all are written.
        return unsafe { written(op, shape, |out, to| write_joined(list, axis, out, to)) };
    }
    let dims = joined_dims(list, axis)?;
    match Out::from_dims(&dims) {
        // SAFETY: the lengths are those that `joined_dims` gave; all are written.
        Some(shape) => unsafe { written(op, shape, |out, to| write_joined(list, axis, out, to)) },
        None => Err(out_of::<Out>(op, &dims)),
    }
}

/// A shape that the result does not have, or that memory cannot hold.
#[cold]
fn out_of<Out: Shape>(op: &'static str, dims: &[usize]) -> ShapeError {
    match crate::shape::checked_len::<u8>(dims) {
        Some(_) => ShapeError::wrong_shape_of::<Out>(op, dims),
        None => ShapeError::too_large(op, dims),
    }
}

/// Joins arrays along axis `A`, which they have, one after another.
///
/// `out[.., k, ..] = a[.., k, ..]` for `k < M`, then `out[.., M + k, ..] = b[.., k, ..]`, and so on
///
/// # Shapes
/// `(A.., M, B..), (A.., N, B..) -> (A.., M + N, B..)`. The list is a tuple of two to four arrays; or an array `[&a, &b]`
/// or a slice of any number of arrays of one type, a slice with a `Dyn` axis in the result. The compiler adds lengths up
/// to 1024, and powers of two and ten; [`concat_as`] takes the shape of the result.
///
/// As `numpy.concatenate` with an axis.
///
/// # Errors
/// Only for a slice, or if a length that is compared is `Dyn` (or a rank is): other lengths, or a slice of none.
///
/// # Panics
/// If `Dyn` axes make a result of more elements than memory can hold.
///
/// # Example
/// ```
/// use conformable::{Matrix, array, concat};
/// let (a, b) = (array![[1, 2], [3, 4]], array![[5, 6]]);
/// let c: Matrix<i32, 3, 2> = concat::<0, _>((&a, &b));
/// assert_eq!(c, array![[1, 2], [3, 4], [5, 6]]);
/// assert_eq!(concat::<1, _>([&a, &a]), array![[1, 2, 1, 2], [3, 4, 3, 4]]);
/// ```
///
/// Other lengths that differ do not compile:
/// ```compile_fail,E0277
/// use conformable::{array, concat};
/// concat::<1, _>((&array![[1, 2], [3, 4]], &array![[5, 6]])); // axis of length 2 does not match axis of length 1
/// ```
#[doc(alias("concatenate", "hstack", "vstack"))]
#[inline]
#[track_caller]
#[rustfmt::skip] // The rule beside the name: the error is shorter.
pub fn concat<const A: usize, L: ConcatList<A>>(list: L) -> <L::Check as Check>::Wrap<Array<L::Element, L::Output>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::concat> + HasArrays<L::Count, op::concat>,
    L::Element: Clone,
{
    const { expect_arrays::<L>(A) };
    const { must(may_be_joined::<L::Output>(L::PARTS, A), "the rule of `concat` gave another shape") }
    L::Check::wrap(join(op::concat::NAME, &list, A))
}

/// Whether the types prove what [`concat_as`] checks: if they know all lengths.
pub type ConcatAsCheck<L, Out> = <<L as ArrayList>::AllKnown as Check>::And<<Out as Shape>::AllKnown>;

/// Joins arrays as [`concat`](fn@concat), with a result of the shape `Out`, which the caller names: for lengths that are parameters.
///
/// # Shapes
/// As [`concat`](fn@concat). If all lengths are in the types, another `Out` does not compile (`cargo build` says so, `cargo check`
/// does not).
///
/// # Errors
/// As [`concat`](fn@concat), and an `Out` that is not the shape of the result.
///
/// # Example
/// ```
/// use conformable::{Vector, concat_as, shape};
/// fn twice<const N: usize, const M: usize>(x: &Vector<i32, N>) -> Vector<i32, M> {
///     concat_as::<0, shape![{ M }], _>((x, x))
/// }
/// assert_eq!(twice::<3, 6>(&Vector::ones()), Vector::ones());
/// ```
#[inline]
#[track_caller]
#[rustfmt::skip] // The rule beside the name: the error is shorter.
pub fn concat_as<const A: usize, Out: Shape, L: ArrayList>(list: L) -> <ConcatAsCheck<L, Out> as Check>::Wrap<Array<L::Element, Out>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::concat> + HasArrays<L::Count, op::concat>,
    L::Element: Clone,
{
    const { must(may_be_joined::<Out>(L::PARTS, A), "`concat_as`: this is not the shape of the result") }
    const { expect_arrays::<L>(A) };
    <ConcatAsCheck<L, Out>>::wrap(join("concat_as", &list, A))
}

/// What [`concat_into`] returns: `()`, in a `Result` if a check is left for run time.
pub type ConcatIntoOutcome<const A: usize, L, S> = <<<L as ConcatList<A>>::Check as Check>::And<
    <<L as ConcatList<A>>::Output as SameShape<S, op::concat_into>>::Check,
> as Check>::Wrap<()>;

/// Writes [`concat`](fn@concat) into an existing array, and allocates nothing.
///
/// # Errors
/// As [`concat`](fn@concat), and an `out` of another shape, if a length is `Dyn`; `out` is then as it was.
///
/// # Example
/// ```
/// use conformable::{Vector, array, concat_into};
/// let mut out = Vector::zeros();
/// concat_into::<0, _, _, _>((&array![1, 2], &array![3]), &mut out);
/// assert_eq!(out, array![1, 2, 3]);
/// ```
#[inline]
#[rustfmt::skip] // The rule beside the name: the error is shorter.
pub fn concat_into<const A: usize, L: ConcatList<A>, S: Shape, O: OwnershipMut>(list: L, out: &mut Array<L::Element, S, O>) -> ConcatIntoOutcome<A, L, S> where AxisRules: AxisGivenFirst<AxisArg<A>, op::concat_into> + HasArrays<L::Count, op::concat_into>,
    L::Element: Copy,
    L::Output: SameShape<S, op::concat_into>,
{
    type Checked<const A: usize, L, S> = <<L as ConcatList<A>>::Check as Check>::And<
        <<L as ConcatList<A>>::Output as SameShape<S, op::concat_into>>::Check,
    >;
    const { expect_arrays::<L>(A) };
    if const { are_known::<L, S>() } {
        const { must(may_be_joined::<S>(L::PARTS, A), "the rule of `concat_into` gave another shape") }
        let strides = out.strides();
        // SAFETY: `out` has the lengths of the result by its type, as compared above, and is borrowed mutably.
        unsafe { write_joined(&list, A, &Copies::of(out.as_mut_ptr()), strides.as_ref()) };
        return Checked::<A, L, S>::wrap(Ok(()));
    }
    Checked::<A, L, S>::wrap(joined_dims(&list, A).and_then(|must| {
        let is = out.dims();
        if is.as_ref() != must.as_ref() {
            return Err(ShapeError::wrong_shape(op::concat_into::NAME, is.as_ref(), &must));
        }
        let strides = out.strides();
        // SAFETY: `out` has the lengths that `joined_dims` gave, and is borrowed mutably.
        unsafe { write_joined(&list, A, &Copies::of(out.as_mut_ptr()), strides.as_ref()) };
        Ok(())
    }))
}

/// Stacks arrays of one shape along a new axis `A`.
///
/// `out[.., k, ..] = list[k][..]`
///
/// # Shapes
/// `N` of `(A.., B..) -> (A.., N, B..)`. The list is an array `[&a, &b]`, or a slice, which makes a `Dyn` axis.
///
/// As `numpy.stack` with an axis.
///
/// # Errors
/// Only for a slice, or if a length is `Dyn` (or the rank is): other lengths, or a slice of none.
///
/// # Example
/// ```
/// use conformable::{array, stack};
/// let (a, b) = (array![1, 2, 3], array![4, 5, 6]);
/// assert_eq!(stack::<0, _>([&a, &b]), array![[1, 2, 3], [4, 5, 6]]);
/// assert_eq!(stack::<1, _>([&a, &b]), array![[1, 4], [2, 5], [3, 6]]);
/// ```
///
/// ```compile_fail
/// use conformable::{array, stack};
/// stack::<0, _>([&array![1, 2], &array![1, 2, 3]]); // expected `2`, found `3`
/// ```
#[doc(alias = "dstack")]
#[inline]
#[track_caller]
#[rustfmt::skip] // The rule beside the name: the error is shorter.
pub fn stack<const A: usize, L: StackList<A>>(list: L) -> <L::Check as Check>::Wrap<Array<L::Element, L::Output>> where AxisRules: AxisGivenFirst<AxisArg<A>, op::stack> + HasArrays<L::Count, op::stack>,
    L::Element: Clone,
{
    const { expect_arrays::<L>(A) };
    const { must(may_be_stacked::<L::Output>(L::PARTS, A), "the rule of `stack` gave another shape") }
    if const { are_known::<L, L::Output>() }
        && let Some(shape) = shape_of_type::<L::Output>()
    {
        // SAFETY: the lengths are those that `stacked_dims` would give; all are written.
        return L::Check::wrap(unsafe {
            written(op::stack::NAME, shape, |out, to| write_stacked(&list, A, out, to))
        });
    }
    L::Check::wrap(stacked_dims(&list, A).and_then(|dims| match L::Output::from_dims(&dims) {
        // SAFETY: the lengths are those that `stacked_dims` gave; all are written.
        Some(shape) => unsafe {
            written(op::stack::NAME, shape, |out, to| write_stacked(&list, A, out, &to[..dims.len()]))
        },
        None => Err(out_of::<L::Output>(op::stack::NAME, &dims)),
    }))
}

/// What [`stack_into`] returns: `()`, in a `Result` if a check is left for run time.
pub type StackIntoOutcome<const A: usize, L, S> = <<<L as StackList<A>>::Check as Check>::And<
    <<L as StackList<A>>::Output as SameShape<S, op::stack_into>>::Check,
> as Check>::Wrap<()>;

/// Writes [`stack`] into an existing array, and allocates nothing.
///
/// # Errors
/// As [`stack`], and an `out` of another shape, if a length is `Dyn`; `out` is then as it was.
///
/// # Example
/// ```
/// use conformable::{Matrix, array, stack_into};
/// let mut out = Matrix::zeros();
/// stack_into::<0, _, _, _>([&array![1, 2], &array![3, 4]], &mut out);
/// assert_eq!(out, array![[1, 2], [3, 4]]);
/// ```
#[inline]
#[rustfmt::skip] // The rule beside the name: the error is shorter.
pub fn stack_into<const A: usize, L: StackList<A>, S: Shape, O: OwnershipMut>(list: L, out: &mut Array<L::Element, S, O>) -> StackIntoOutcome<A, L, S> where AxisRules: AxisGivenFirst<AxisArg<A>, op::stack_into> + HasArrays<L::Count, op::stack_into>,
    L::Element: Copy,
    L::Output: SameShape<S, op::stack_into>,
{
    type Checked<const A: usize, L, S> = <<L as StackList<A>>::Check as Check>::And<
        <<L as StackList<A>>::Output as SameShape<S, op::stack_into>>::Check,
    >;
    const { expect_arrays::<L>(A) };
    if const { are_known::<L, S>() } {
        const { must(may_be_stacked::<S>(L::PARTS, A), "the rule of `stack_into` gave another shape") }
        let strides = out.strides();
        // SAFETY: `out` has the lengths of the result by its type, as compared above, and is borrowed mutably.
        unsafe { write_stacked(&list, A, &Copies::of(out.as_mut_ptr()), strides.as_ref()) };
        return Checked::<A, L, S>::wrap(Ok(()));
    }
    Checked::<A, L, S>::wrap(stacked_dims(&list, A).and_then(|must| {
        let is = out.dims();
        if is.as_ref() != must.as_ref() {
            return Err(ShapeError::wrong_shape(op::stack_into::NAME, is.as_ref(), &must));
        }
        let strides = out.strides();
        // SAFETY: `out` has the lengths that `stacked_dims` gave, and is borrowed mutably.
        unsafe { write_stacked(&list, A, &Copies::of(out.as_mut_ptr()), &strides.as_ref()[..must.len()]) };
        Ok(())
    }))
}
