//! What `einsum!` expands to: contractions whose labels are constants and whose shapes are types.
//!
//! The macro lets the axes of each label meet (`shape/einsum.rs`) and says what shape follows. Here the lengths are
//! compared once more, by the compiler where it knows them, so that nothing about memory rests on an expansion.
#![allow(unsafe_code, reason = "hands operands whose lengths were checked to the kernels")]

use super::super::SameElement;
use super::labels::{Known, List, Subscripts, agree, is_sound, sizes, static_sizes, stretched};
use crate::array::storage::Storage;
use crate::array::{self, Array, Destination, New, Outcome, Ownership, Room, row_major};
use crate::axes::Axis;
use crate::error::ShapeError;
use crate::kernel;
use crate::kernel::contract::einsum::{Classes, Map, reduce};
use crate::kernel::product::constant::{self, StaticProduct};
use crate::scalar::{Scalar, Total};
use crate::sealed::Seal;
use crate::shape::op::{self as operations, Operation};
use crate::shape::{AxisRules, Check, MAX_NDIM, Marks, Shape};
use crate::written::Written;
use conformable_einsum::LABELS;
use core::marker::PhantomData;

/// What `einsum!` takes: an array of any kind, or a reference to one.
#[diagnostic::on_unimplemented(
    message = "`einsum!`: expected an array or a number, found `{Self}`",
    label = "neither an array nor a number",
    note = "convert slices with `ArrayView::from_slice`, nested arrays with `array!` or `Vector::from`"
)]
pub trait Argument {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Its elements.
    type Element;
    /// Its shape.
    type Shape: Shape;
    /// Who holds the elements.
    type Ownership: Ownership;
    /// The array.
    fn array(&self) -> &Array<Self::Element, Self::Shape, Self::Ownership>;
}
#[diagnostic::do_not_recommend]
impl<T, S: Shape, O: Ownership> Argument for Array<T, S, O> {
    const SEALED: Seal = Seal;
    type Element = T;
    type Shape = S;
    type Ownership = O;
    #[inline(always)]
    fn array(&self) -> &Self {
        self
    }
}
/// Kinds of pointers to arrays.
macro_rules! pointers { ($($(#[$meta:meta])* $P:ty),+) => {$(
    $(#[$meta])*
    #[diagnostic::do_not_recommend]
    impl<X: Argument + ?Sized> Argument for $P {
        const SEALED: Seal = Seal;
        type Element = X::Element;
        type Shape = X::Shape;
        type Ownership = X::Ownership;
        #[inline(always)]
        fn array(&self) -> &Array<X::Element, X::Shape, X::Ownership> {
            (**self).array()
        }
    }
)+}; }
pointers! {
    &X,
    &mut X,
    #[cfg(feature = "alloc")] alloc::boxed::Box<X>,
    #[cfg(feature = "alloc")] alloc::rc::Rc<X>,
    #[cfg(feature = "alloc")] alloc::sync::Arc<X>
}

/// An operand, to be asked for what it must be.
#[derive(Debug)]
pub struct Given<'a, X>(pub &'a X);

/// The first operand and another one.
#[derive(Debug)]
pub struct Both<'a, A, B>(pub &'a A, pub &'a B);

/// Asks whether an operand is an array.
// The bound is that of the method, so that the call is found and what it lacks is said, at the method's name: it is
// about a parameter of the trait, of which the compiler knows no better place.
pub trait AskArray<'a, X> {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The array.
    fn operand(self) -> &'a Array<X::Element, X::Shape, X::Ownership>
    where
        X: Argument;
}
impl<'a, X> AskArray<'a, X> for Given<'a, X> {
    const SEALED: Seal = Seal;
    #[inline(always)]
    fn operand(self) -> &'a Array<X::Element, X::Shape, X::Ownership>
    where
        X: Argument,
    {
        self.0.array()
    }
}

// An inherent method, which comes before those of traits. Of a trait's, the compiler would infer the type of elements.
impl<'a, T, U, S: Shape, O: Ownership, S2: Shape, O2: Ownership> Both<'a, Array<T, S, O>, Array<U, S2, O2>> {
    /// The second operand, whose elements have the type of those of the first.
    #[inline(always)]
    pub fn same_elements(self) -> &'a Array<T, S2, O2>
    where
        AxisRules: SameElement<T, U>,
    {
        <AxisRules as SameElement<T, U>>::same(self.1)
    }
}

mod sealed {
    pub trait Sealed {}
}

/// An operand of a pair: as it is, or with the labels summed that it alone has. Sealed.
pub trait Part<T>: sealed::Sealed {
    #[doc(hidden)]
    const SEALED: Seal;
    /// Its shape.
    type Shape: Shape;
    /// Who holds the elements.
    type Ownership: Ownership;
    /// The shape of what is left.
    type Kept: Shape;
    /// Whether anything is summed.
    const SUMS: bool;
    /// The elements that are left, or nothing.
    // Not one function for both behind `if const`: the compiler looks into both branches, and without `alloc` there is
    // no memory for `Dyn` axes.
    type Left;
    /// The operand.
    fn array(&self) -> &Array<T, Self::Shape, Self::Ownership>;
    /// The shape of what is left.
    fn kept(&self) -> Self::Kept;
    /// Sums.
    ///
    /// # Safety
    /// The labels `term` have these sizes in the operand, and those of `kept` in what is left, whose bytes are in range.
    #[doc(hidden)]
    #[allow(private_interfaces, reason = "the trait is sealed")]
    unsafe fn sum(&self, term: &List, kept: &List, sizes: &[usize; LABELS]) -> Self::Left;
    /// The place of the first element of what is left, and the strides.
    #[doc(hidden)]
    #[allow(private_interfaces, reason = "the trait is sealed")]
    fn left(&self, left: &Self::Left, term: &List, sizes: &[usize; LABELS]) -> (*const T, [isize; MAX_NDIM]);
}

/// An operand as it is.
#[derive(Debug)]
pub struct Whole<'a, T, S: Shape, O: Ownership>(pub &'a Array<T, S, O>);
impl<T, S: Shape, O: Ownership> sealed::Sealed for Whole<'_, T, S, O> {}
impl<T, S: Shape, O: Ownership> Part<T> for Whole<'_, T, S, O> {
    const SEALED: Seal = Seal;
    type Shape = S;
    type Ownership = O;
    type Kept = S;
    const SUMS: bool = false;
    #[inline(always)]
    fn array(&self) -> &Array<T, S, O> {
        self.0
    }
    #[inline(always)]
    fn kept(&self) -> S {
        self.0.shape()
    }
    type Left = ();
    #[allow(private_interfaces, reason = "the trait is sealed")]
    #[inline(always)]
    unsafe fn sum(&self, _: &List, _: &List, _: &[usize; LABELS]) {}
    #[allow(private_interfaces, reason = "the trait is sealed")]
    #[inline(always)]
    fn left(&self, (): &(), term: &List, sizes: &[usize; LABELS]) -> (*const T, [isize; MAX_NDIM]) {
        (self.0.as_ptr(), stretched(term, self.0.shape(), self.0.strides().as_ref(), sizes))
    }
}

/// An operand that has labels alone, and the shape that is left.
#[derive(Debug)]
pub struct Summed<'a, T, S: Shape, O: Ownership, K>(pub &'a Array<T, S, O>, pub K);
impl<T, S: Shape, O: Ownership, K> sealed::Sealed for Summed<'_, T, S, O, K> {}
impl<T: Scalar, S: Shape, O: Ownership, K: Shape> Part<T> for Summed<'_, T, S, O, K> {
    const SEALED: Seal = Seal;
    type Shape = S;
    type Ownership = O;
    type Kept = K;
    // A sum that is rounded once, at the end, is made of all products.
    const SUMS: bool = !Total::<T>::IS_WIDE;
    #[inline(always)]
    fn array(&self) -> &Array<T, S, O> {
        self.0
    }
    #[inline(always)]
    fn kept(&self) -> K {
        self.1
    }
    type Left = Option<K::Storage<T>>;
    #[allow(private_interfaces, reason = "the trait is sealed")]
    #[inline(always)]
    unsafe fn sum(&self, term: &List, kept: &List, sizes: &[usize; LABELS]) -> Option<K::Storage<T>> {
        if const { !<Self as Part<T>>::SUMS } {
            return None;
        }
        let Summed(a, shape) = *self;
        let strides = stretched(term, a.shape(), a.strides().as_ref(), sizes);
        let map = Map::<12>::new(kept.as_slice(), term.as_slice(), &[]);
        let classes = map.classes(sizes, [row_major(shape).as_ref(), &strides, &[]]);
        let x = classes.contraction();
        // SAFETY: from the caller; `reduce` writes all elements.
        Some(unsafe { Storage::init_with(shape.size(), |c| reduce(c, a.as_ptr(), x.m, x.k)) })
    }
    #[allow(private_interfaces, reason = "the trait is sealed")]
    #[inline(always)]
    fn left(
        &self,
        left: &Option<K::Storage<T>>,
        term: &List,
        sizes: &[usize; LABELS],
    ) -> (*const T, [isize; MAX_NDIM]) {
        let Some(left) = left else { return Whole(self.0).left(&(), term, sizes) };
        let mut strides = [0; MAX_NDIM];
        for (own, stride) in strides.iter_mut().zip(row_major(self.1).as_ref()) {
            *own = *stride;
        }
        (left.as_ptr(), strides)
    }
}

/// The operation of errors.
const NAME: &str = operations::einsum::<'.'>::NAME;

/// One operand: a transpose, a diagonal, a sum.
///
/// # Panics
/// If `Dyn` axes make a result of more elements than memory can hold.
#[inline]
#[track_caller]
pub fn one<E: Subscripts, M: Marks, T: Scalar, S: Shape, O: Ownership, Out: Shape>(
    _: E,
    _: M,
    a: &Array<T, S, O>,
    out: Out,
) -> Outcome<M::All, Out, T> {
    one_checked::<E, T, S, O, Out, _>(a, out, New::<M::All>::of(NAME))
}

/// The sum over what the output lacks, wherever it goes.
#[track_caller]
pub(super) fn one_checked<E, T, S, O, Out, D>(a: &Array<T, S, O>, out: Out, destination: D) -> D::Done
where
    E: Subscripts,
    T: Scalar,
    S: Shape,
    O: Ownership,
    Out: Shape,
    D: Destination<T, Out>,
{
    let map = const {
        Map::<12>::new(
            List::of(E::OUTPUT, Out::STATIC_NDIM).as_slice(),
            List::of(E::TERMS[0], S::STATIC_NDIM).as_slice(),
            &[],
        )
    };
    let term = const { List::of(E::TERMS[0], S::STATIC_NDIM) };
    let (sizes, shape) = with_shape(one_sizes::<E, T, S, O, Out>(a, out), out);
    destination.fill(shape, |out| {
        let own = stretched(&term, a.shape(), a.strides().as_ref(), &sizes);
        let strides = out.strides();
        let classes = map.classes(&sizes, [strides.as_ref(), &own, &[]]);
        let x = classes.contraction();
        // SAFETY: along its labels `a` has the lengths of `sizes`, or stretches to them, and so has the output, which has each
        // label once: `one_sizes`.
        unsafe {
            reduce(out.as_mut_ptr(), a.as_ptr(), x.m, x.k);
            out.written()
        }
    })
}

/// The lengths of labels, and the shape of a result, if there are such lengths.
#[inline(always)]
fn with_shape<S>(
    sizes: Result<[usize; LABELS], ShapeError>,
    shape: S,
) -> ([usize; LABELS], Result<S, ShapeError>) {
    match sizes {
        Ok(sizes) => (sizes, Ok(shape)),
        Err(e) => ([0; LABELS], Err(e)),
    }
}

/// The length of each label of one operand, which are those of the output.
fn one_sizes<E: Subscripts, T, S: Shape, O: Ownership, Out: Shape>(
    a: &Array<T, S, O>,
    out: Out,
) -> Result<[usize; LABELS], ShapeError> {
    const { assert!(is_sound::<E>(1)) };
    let (term, output) =
        const { (List::of(E::TERMS[0], S::STATIC_NDIM), List::of(E::OUTPUT, Out::STATIC_NDIM)) };
    // Of lengths that the types know nothing is left to compare.
    let known = const {
        let term = List::of(E::TERMS[0], S::STATIC_NDIM);
        let output = List::of(E::OUTPUT, Out::STATIC_NDIM);
        static_sizes(&[(term, Known::of::<S>()), (output, Known::of::<Out>().rigid())])
    };
    if let Some(sizes) = known {
        return Ok(sizes);
    }
    let sizes = sizes(&[(term, a.dims().as_ref(), S::STRETCHES)])?;
    agree(&output, out.dims().as_ref(), &sizes)?;
    Ok(sizes)
}

/// What is known of two operands when the program is compiled.
pub(super) struct Two<E, T, A, B, Out>(PhantomData<(E, T, A, B, Out)>);

impl<E: Subscripts, T: Scalar, A: Part<T>, B: Part<T>, Out: Shape> Two<E, T, A, B, Out> {
    pub(super) const IS_SOUND: () = assert!(is_sound::<E>(2));
    const TERMS: [List; 2] =
        [List::of(E::TERMS[0], A::Shape::STATIC_NDIM), List::of(E::TERMS[1], B::Shape::STATIC_NDIM)];
    /// The labels of what is left of each operand.
    const KEPT: [List; 2] = [
        if A::SUMS { List::of(E::KEPT[0], A::Kept::STATIC_NDIM) } else { Self::TERMS[0] },
        if B::SUMS { List::of(E::KEPT[1], B::Kept::STATIC_NDIM) } else { Self::TERMS[1] },
    ];
    const OUTPUT: List = List::of(E::OUTPUT, Out::STATIC_NDIM);
    const MAP: Map<12> =
        Map::new(Self::OUTPUT.as_slice(), Self::KEPT[0].as_slice(), Self::KEPT[1].as_slice());
    /// What is known of the operands, and of what is left of each.
    const KNOWN: [Known; 2] = [Known::of::<A::Shape>(), Known::of::<B::Shape>()];
    const LEFT: [Known; 2] = [
        if A::SUMS { Known::of::<A::Kept>().rigid() } else { Self::KNOWN[0] },
        if B::SUMS { Known::of::<B::Kept>().rigid() } else { Self::KNOWN[1] },
    ];
    /// The length of each label, if all are in the types, and agree.
    const SIZES: Option<[usize; LABELS]> = static_sizes(&[
        (Self::TERMS[0], Self::KNOWN[0]),
        (Self::TERMS[1], Self::KNOWN[1]),
        (Self::KEPT[0], Self::LEFT[0]),
        (Self::KEPT[1], Self::LEFT[1]),
        (Self::OUTPUT, Known::of::<Out>().rigid()),
    ]);
    /// The axes, if strides are in the types as well.
    const CLASSES: Option<Classes<12>> = match Self::SIZES {
        Some(sizes) if (A::SUMS || A::Ownership::CONTIGUOUS) && (B::SUMS || B::Ownership::CONTIGUOUS) => {
            let c = Known::of::<Out>().strides(&Self::OUTPUT, &sizes);
            let a = Self::LEFT[0].strides(&Self::KEPT[0], &sizes);
            let b = Self::LEFT[1].strides(&Self::KEPT[1], &sizes);
            Some(Self::MAP.classes(&sizes, [&c, &a, &b]))
        }
        _ => None,
    };

    /// Writes the result.
    ///
    /// # Safety
    /// The terms have these sizes in `a` and `b`, the labels left in `kept`, whose bytes are in range, and those of the output
    /// in `out`.
    #[inline(always)]
    unsafe fn write_all<'o, O3: Ownership>(
        out: array::Out<'o, T, Out, O3>,
        a: &A,
        b: &B,
        sizes: &[usize; LABELS],
    ) -> Written<'o> {
        let [term_a, term_b] = const { &Self::TERMS };
        let [kept_a, kept_b] = const { &Self::KEPT };
        let c = out.as_mut_ptr();
        // SAFETY: from the caller; constant classes are those of these very lengths and strides, of which those of a contiguous
        // result are row-major.
        unsafe {
            let (left, right) = (a.sum(term_a, kept_a, sizes), b.sum(term_b, kept_b, sizes));
            let (place_a, at_a) = a.left(&left, term_a, sizes);
            let (place_b, at_b) = b.left(&right, term_b, sizes);
            if const { O3::CONTIGUOUS && Self::AXES.is_some() } {
                constant::product::<T, Self>(place_a, place_b, c);
            } else if let (true, Some(classes)) = (O3::CONTIGUOUS, const { &Self::CLASSES }) {
                kernel::contract(c, place_a, place_b, &classes.contraction());
            } else {
                let strides = out.strides();
                let classes = const { Self::MAP }.classes(sizes, [strides.as_ref(), &at_a, &at_b]);
                kernel::contract(c, place_a, place_b, &classes.contraction());
            }
            out.written()
        }
    }

    /// The length of each label.
    #[inline]
    fn sizes(a: &A, b: &B, out: Out) -> Result<[usize; LABELS], ShapeError> {
        // Compared by the compiler.
        if let Some(sizes) = const { Self::SIZES } {
            return Ok(sizes);
        }
        let [term_a, term_b] = const { Self::TERMS };
        let (dims_a, dims_b) = (a.array().dims(), b.array().dims());
        let sizes = sizes(&[
            (term_a, dims_a.as_ref(), A::Shape::STRETCHES),
            (term_b, dims_b.as_ref(), B::Shape::STRETCHES),
        ])?;
        let [kept_a, kept_b] = const { Self::KEPT };
        if const { A::SUMS } {
            agree(&kept_a, a.kept().dims().as_ref(), &sizes)?;
            Room::<T, A::Kept>::new(NAME, a.kept())?;
        }
        if const { B::SUMS } {
            agree(&kept_b, b.kept().dims().as_ref(), &sizes)?;
            Room::<T, B::Kept>::new(NAME, b.kept())?;
        }
        agree(const { &Self::OUTPUT }, out.dims().as_ref(), &sizes)?;
        Ok(sizes)
    }
}

impl<E: Subscripts, T: Scalar, A: Part<T>, B: Part<T>, Out: Shape> StaticProduct for Two<E, T, A, B, Out> {
    const AXES: Option<[Axis; 3]> = match Self::CLASSES {
        Some(classes) => classes.as_matrices(),
        None => None,
    };
}

/// Three or more operands, of which there are none without an allocator: their intermediate results need memory.
#[cfg(not(feature = "alloc"))]
pub fn many<E, M: Marks, T, S: Shape, O: Ownership, A, Out: Shape>(
    _: E,
    _: M,
    _: (&Array<T, S, O>, A),
    _: Out,
) -> Outcome<M::All, Out, T> {
    const { panic!("`einsum!` of three or more operands needs the feature `alloc`") }
}

/// Two operands: a product of numbers, of vectors, of matrices, or of many.
///
/// # Panics
/// If `Dyn` axes make a result of more elements than memory can hold.
#[inline(always)]
#[track_caller]
pub fn two<E: Subscripts, M: Marks, T: Scalar, A: Part<T>, B: Part<T>, Out: Shape>(
    _: E,
    _: M,
    a: A,
    b: B,
    out: Out,
) -> Outcome<M::All, Out, T> {
    const { Two::<E, T, A, B, Out>::IS_SOUND };
    if let (Some(_), Some(sizes)) = (Out::STATIC_LEN, const { &Two::<E, T, A, B, Out>::SIZES }) {
        // Not by way of a `Result`, out of which an array is copied.
        return match Room::new(NAME, out) {
            // SAFETY: by `SIZES` the types have these lengths.
            Ok(room) => M::All::done(
                room.value(|out| unsafe { Two::<E, T, A, B, Out>::write_all(out, &a, &b, sizes) }),
            ),
            Err(e) => M::All::wrap(Err(e)),
        };
    }
    two_checked::<E, T, A, B, Out, _>(&a, &b, out, New::<M::All>::of(NAME))
}

/// The product, wherever it goes.
#[inline]
#[track_caller]
pub(super) fn two_checked<E, T, A, B, Out, D>(a: &A, b: &B, out: Out, destination: D) -> D::Done
where
    E: Subscripts,
    T: Scalar,
    A: Part<T>,
    B: Part<T>,
    Out: Shape,
    D: Destination<T, Out>,
{
    let (sizes, shape) = with_shape(Two::<E, T, A, B, Out>::sizes(a, b, out), out);
    // SAFETY: these are the sizes of all.
    destination.fill(shape, |out| unsafe { Two::<E, T, A, B, Out>::write_all(out, a, b, &sizes) })
}
