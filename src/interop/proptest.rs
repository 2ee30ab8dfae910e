//! Arrays for property tests with proptest 1: [`arrays`], and `any` for arrays of all shapes.
//!
//! An array that fails a test is made smaller as long as it still fails: first whole positions along each axis whose length is
//! not in the type are taken out, then, of a [`DynRank`], axes of length 1, and then the elements are made simpler one by one.
//!
//! ```
//! use conformable::proptest::arrays;
//! use conformable::{Array, Const, Dyn, Matrix};
//! use proptest::prelude::*;
//!
//! // Of 1 to 5 rows with 3 elements each.
//! proptest!(|(x in arrays((1..=5, Const::<3>), -100..100))| {
//!     let x: Array<i32, (Dyn, Const<3>)> = x;
//!     prop_assert_eq!(x.sum_axis::<0>().sum(), x.sum());
//! });
//!
//! // With its lengths in the type an array needs no description.
//! proptest!(|(m: Matrix<u8, 2, 3>)| {
//!     prop_assert_eq!(m.t().t(), m);
//! });
//! ```

use crate::array::{Array, ArrayView};
use crate::sealed::Seal;
use crate::shape::{Dim, Dyn, DynRank, KnownLen, MAX_NDIM, Shape, checked_len};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt::Debug;
use core::marker::PhantomData;
use core::ops::RangeInclusive;
use proptest::arbitrary::{Arbitrary, any_with};
use proptest::collection::SizeRange;
use proptest::strategy::{NewTree, Strategy, ValueTree};
use proptest::test_runner::{Reason, TestRunner};

/// A number within bounds; an error if there is none.
fn between((least, most): (usize, usize), runner: &mut TestRunner) -> Result<usize, Reason> {
    if least > most {
        return Err("no length is possible".into());
    }
    Ok((least..=most).new_tree(runner)?.current())
}

/// The arrays of a shape, or of a range of shapes, whose elements are those of a strategy.
///
/// The shape is a tuple with an item for each axis:
///
/// | item | axis of the array |
/// |---|---|
/// | `Const::<3>`, `Dyn(5)`, or a value of a named axis | the same, of this length |
/// | `1..=5`, `0..10` | [`Dyn`], of a length in the range |
/// | [`lengths::<Batch>(1..=5)`](lengths) | `Batch`, of a length in the range; so for [`UpTo<N>`](crate::UpTo) |
///
/// or [`ranks`], or the shape itself. Needs the feature `proptest-1`.
///
/// An empty range, a length that the axis cannot have, or more elements than memory can hold reject the test.
///
/// # Example
/// ```
/// use conformable::proptest::{arrays, lengths};
/// use conformable::{Array, Const, Dyn, UpTo, axis};
/// use proptest::prelude::*;
///
/// axis!(Batch);
/// fn batches() -> impl Strategy<Value = Array<f32, (Batch, Const<4>)>> {
///     arrays((lengths::<Batch>(1..=8), Const::<4>), -1_f32..1.)
/// }
/// // Two arrays that have one length between them.
/// fn pairs() -> impl Strategy<Value = [Array<u8, (Dyn,)>; 2]> {
///     (0_usize..9).prop_flat_map(|n| [arrays((Dyn(n),), any::<u8>()), arrays((Dyn(n),), any::<u8>())])
/// }
/// # let mut runner = proptest::test_runner::TestRunner::deterministic();
/// # runner.run(&batches(), |x| { assert!((1..=8).contains(&x.nrows())); Ok(()) }).unwrap();
/// # runner.run(&pairs(), |[a, b]| { assert_eq!(a.len(), b.len()); Ok(()) }).unwrap();
/// ```
pub fn arrays<L: Lengths, E: Strategy>(shape: L, elements: E) -> Arrays<L, E> {
    Arrays { shape, elements }
}

/// What [`arrays`] gives.
#[derive(Clone, Debug)]
#[must_use = "strategies do nothing unless used"]
pub struct Arrays<L, E> {
    shape: L,
    elements: E,
}

/// A shape, or a range of shapes: see [`arrays`]. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say which lengths the axes of an array may have",
    label = "expected a tuple with a length, an axis or a range for each axis: `(1..=5, Const::<3>)`"
)]
pub trait Lengths: Debug {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The shape of the arrays.
    type Shape: Shape;
    /// The least and the most for each axis.
    #[doc(hidden)]
    fn bounds(&self) -> Bounds;
}

/// The lengths that an axis may have: an axis, or a range. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say which lengths an axis may have",
    label = "expected an axis, as `Const::<3>`, or a range, as `1..=5`"
)]
pub trait AxisLengths: Debug {
    #[doc(hidden)]
    const SEALED: Seal;
    /// The axis of the arrays.
    type Axis: Dim;
    /// The least and the most.
    #[doc(hidden)]
    fn bounds(&self) -> (usize, usize);
}

/// What shapes a strategy has.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The least and the most of the number of axes, which are at most `MAX_NDIM`.
    ndim: (usize, usize),
    /// The least and the most of each length.
    lens: [(usize, usize); MAX_NDIM],
}

impl<D: Dim> AxisLengths for D {
    const SEALED: Seal = Seal;
    type Axis = D;
    fn bounds(&self) -> (usize, usize) {
        (self.len(), self.len())
    }
}

/// A range of lengths as its bounds; of an empty one the least is more than the most.
fn bounds_of(range: &SizeRange) -> (usize, usize) {
    match range.end_excl().checked_sub(1) {
        Some(most) => (range.start(), most),
        None => (1, 0),
    }
}

macro_rules! ranges { ($($Range:ty),+) => {$(
    /// A [`Dyn`].
    impl AxisLengths for $Range {
        const SEALED: Seal = Seal;
        type Axis = Dyn;
        fn bounds(&self) -> (usize, usize) {
            bounds_of(&self.clone().into())
        }
    }
)+};}
ranges!(
    core::ops::Range<usize>,
    RangeInclusive<usize>,
    core::ops::RangeTo<usize>,
    core::ops::RangeToInclusive<usize>,
    SizeRange
);

/// Lengths of an axis that is no plain [`Dyn`], for [`arrays`]: of a named one, or of an [`UpTo<N>`](crate::UpTo).
///
/// What the axis cannot have is left out.
///
/// # Example
/// ```
/// use conformable::proptest::{arrays, lengths};
/// use conformable::{Array, Const, UpTo};
/// # use proptest::prelude::*;
/// let rows = arrays((lengths::<UpTo<4>>(1..), Const::<2>), 0_u8..10);
/// # fn is<T>(_: &impl Strategy<Value = T>) {}
/// is::<Array<u8, (UpTo<4>, Const<2>)>>(&rows);
/// ```
pub fn lengths<D: Dim>(range: impl core::ops::RangeBounds<usize>) -> AxisRange<D> {
    use core::ops::Bound;
    let least = match range.start_bound() {
        Bound::Included(least) => Some(*least),
        Bound::Excluded(below) => below.checked_add(1),
        Bound::Unbounded => Some(0),
    };
    let most = match range.end_bound() {
        Bound::Included(most) => Some(*most),
        Bound::Excluded(above) => above.checked_sub(1),
        Bound::Unbounded => Some(least.unwrap_or(0).saturating_add(SizeRange::default().end_incl())),
    };
    let range = least.zip(most).unwrap_or((1, 0));
    AxisRange { range: within::<D>(range), axis: PhantomData }
}

/// What [`lengths`] gives.
#[derive(Clone, Debug)]
pub struct AxisRange<D> {
    range: (usize, usize),
    axis: PhantomData<D>,
}

/// The lengths of a range that an axis can have.
fn within<D: Dim>((least, most): (usize, usize)) -> (usize, usize) {
    match D::KNOWN_LEN {
        KnownLen::Is(len) => (least.max(len), most.min(len)),
        KnownLen::AtMost(longest) => (least, most.min(longest)),
        KnownLen::Any => (least, most),
    }
}

impl<D: Dim> AxisLengths for AxisRange<D> {
    const SEALED: Seal = Seal;
    type Axis = D;
    fn bounds(&self) -> (usize, usize) {
        self.range
    }
}

/// The names of the items and of their axes, for each rank.
macro_rules! tuples { ($(($($L:ident $i:tt)*))+) => {$(
    impl<$($L: AxisLengths),*> Lengths for ($($L,)*) {
        const SEALED: Seal = Seal;
        type Shape = ($($L::Axis,)*);
        fn bounds(&self) -> Bounds {
            let bounds: &[(usize, usize)] = &[$(self.$i.bounds()),*];
            let mut lens = [(0, 0); MAX_NDIM];
            lens.iter_mut().zip(bounds).for_each(|(own, len)| *own = *len);
            Bounds { ndim: (bounds.len(), bounds.len()), lens }
        }
    }
)+};}
tuples! {
    ()
    (A 0)
    (A 0 B 1)
    (A 0 B 1 C 2)
    (A 0 B 1 C 2 D 3)
    (A 0 B 1 C 2 D 3 E 4)
    (A 0 B 1 C 2 D 3 E 4 F 5)
}

impl Lengths for DynRank {
    const SEALED: Seal = Seal;
    type Shape = DynRank;
    fn bounds(&self) -> Bounds {
        let dims = self.dims();
        let mut lens = [(0, 0); MAX_NDIM];
        lens.iter_mut().zip(dims.as_ref()).for_each(|(own, d)| *own = (*d, *d));
        Bounds { ndim: (self.ndim(), self.ndim()), lens }
    }
}

/// Shapes of so many axes, each with a length of the range, for [`arrays`] with a [`DynRank`].
///
/// # Example
/// ```
/// use conformable::ArrayD;
/// use conformable::proptest::{arrays, ranks};
/// use proptest::prelude::*;
///
/// fn any_rank() -> impl Strategy<Value = ArrayD<i8>> {
///     arrays(ranks(0..=3, 1..=4), any::<i8>())
/// }
/// # let mut runner = proptest::test_runner::TestRunner::deterministic();
/// # runner.run(&any_rank(), |x| { assert!(x.ndim() <= 3 && x.len() <= 64); Ok(()) }).unwrap();
/// ```
pub fn ranks(ndim: impl Into<SizeRange>, lengths: impl Into<SizeRange>) -> Ranks {
    Ranks { ndim: bounds_of(&ndim.into()), len: bounds_of(&lengths.into()) }
}

/// What [`ranks`] gives.
#[derive(Clone, Debug)]
pub struct Ranks {
    ndim: (usize, usize),
    len: (usize, usize),
}

impl Lengths for Ranks {
    const SEALED: Seal = Seal;
    type Shape = DynRank;
    fn bounds(&self) -> Bounds {
        Bounds { ndim: (self.ndim.0, self.ndim.1.min(MAX_NDIM)), lens: [self.len; MAX_NDIM] }
    }
}

/// All shapes of a type, with few elements along the axes whose length it leaves open: the strategy of `any`.
#[derive(Clone, Debug)]
pub struct AnyShape<S>(PhantomData<S>);

impl<S: Shape> Lengths for AnyShape<S> {
    const SEALED: Seal = Seal;
    type Shape = S;
    fn bounds(&self) -> Bounds {
        let known = S::known_dims();
        let known = known.as_slice();
        // Of several axes as many elements as proptest gives a `Vec`, at most.
        let open = known.iter().filter(|len| !matches!(len, KnownLen::Is(_))).count();
        let ndim = S::STATIC_NDIM.map_or((0, 4), |ndim| (ndim, ndim));
        let open = if S::STATIC_NDIM.is_some() { open } else { ndim.1 };
        let most = root(bounds_of(&SizeRange::default()).1, open);
        let len = |known: Option<&KnownLen>| match known {
            Some(KnownLen::Is(len)) => (*len, *len),
            Some(KnownLen::AtMost(longest)) => (0, most.min(*longest)),
            Some(KnownLen::Any) | None => (0, most),
        };
        Bounds { ndim, lens: core::array::from_fn(|axis| len(known.get(axis))) }
    }
}

/// The largest number of which so many factors make at most `n`.
fn root(n: usize, factors: usize) -> usize {
    let fits = |root: usize| root.checked_pow(factors as u32).is_some_and(|product| product <= n);
    if factors <= 1 { n } else { (1..=n).take_while(|root| fits(*root)).last().unwrap_or(0) }
}

/// Elements by their own `any`; its parameters are theirs. Along axes whose length is not in the type, lengths from 0 on, such that
/// there are at most 100 positions together, of a [`DynRank`] up to 4 axes. [`arrays`] takes other ranges.
impl<T: Arbitrary, S: Shape> Arbitrary for Array<T, S> {
    type Parameters = T::Parameters;
    type Strategy = Arrays<AnyShape<S>, T::Strategy>;
    fn arbitrary_with(args: T::Parameters) -> Self::Strategy {
        arrays(AnyShape(PhantomData), any_with::<T>(args))
    }
}

impl<L: Lengths, E: Strategy> Strategy for Arrays<L, E> {
    type Tree = ArrayTree<L::Shape, E::Tree>;
    type Value = Array<E::Value, L::Shape>;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let Bounds { ndim: ndims, lens } = self.shape.bounds();
        let ndim = between(ndims, runner)?;
        let mut axes = Vec::new();
        let mut dims = [0; MAX_NDIM];
        for (d, len) in dims.iter_mut().zip(lens).take(ndim) {
            *d = between(len, runner)?;
            axes.push(Axis { least: len.0, kept: Vec::new(), is_left_out: false });
        }
        let dims = dims.get(..ndim).unwrap_or(&[]);
        // Of the elements, and of what makes them simpler.
        let len = checked_len::<E::Value>(dims).and_then(|_| checked_len::<E::Tree>(dims));
        let (Some(len), Some(_), Ok(shape)) = (len, L::Shape::from_dims(dims), DynRank::new(dims)) else {
            return Err("no array has these lengths".into());
        };
        let elements: Result<Vec<E::Tree>, _> = (0..len).map(|_| self.elements.new_tree(runner)).collect();
        axes.iter_mut().zip(dims).for_each(|(axis, d)| axis.kept = vec![true; *d]);
        Ok(ArrayTree {
            shape,
            axes,
            elements: elements?,
            least_ndim: ndims.0,
            next: Step::Position { axis: 0, at: 0 },
            last: None,
            of: PhantomData,
        })
    }
}

/// The positions along an axis.
#[derive(Clone, Debug)]
struct Axis {
    /// The least length.
    least: usize,
    /// Which of them are there.
    kept: Vec<bool>,
    /// Whether the array does without the axis, which has one position then.
    is_left_out: bool,
}

impl Axis {
    fn len(&self) -> usize {
        self.kept.iter().filter(|kept| **kept).count()
    }
}

/// An array of a property test, and how it becomes simpler.
//
// Invariant: `elements` are those of `shape` in row-major order, and `axes` has the positions along each of its axes. The lengths
// without what is left out are those of a shape `S`.
#[derive(Clone, Debug)]
pub struct ArrayTree<S, X> {
    shape: DynRank,
    axes: Vec<Axis>,
    elements: Vec<X>,
    least_ndim: usize,
    /// What is tried next.
    next: Step,
    /// What was tried last and can be taken back.
    last: Option<Step>,
    of: PhantomData<S>,
}

/// A way to make an array simpler.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// Without a position along an axis.
    Position { axis: usize, at: usize },
    /// Without an axis of length 1.
    WithoutAxis { axis: usize },
    /// With a simpler element, the one of this number.
    Element { at: usize },
}

impl<S, X> ArrayTree<S, X> {
    /// The elements that are left, each with its number.
    fn kept(&self) -> impl Iterator<Item = (usize, &X)> {
        let elements = ArrayView::from_slice(self.shape, &self.elements).ok();
        let elements = elements.into_iter().flat_map(|elements| elements.indexed_iter());
        let is_kept = |position: &[usize]| {
            position.iter().zip(&self.axes).all(|(i, axis)| axis.kept.get(*i) == Some(&true))
        };
        elements
            .enumerate()
            .filter(move |(_, (position, _))| is_kept(position.as_ref()))
            .map(|(at, (_, x))| (at, x))
    }
}

impl<S: Shape, X: ValueTree> ValueTree for ArrayTree<S, X> {
    type Value = Array<X::Value, S>;

    fn current(&self) -> Self::Value {
        let dims: Vec<usize> = self.axes.iter().filter(|axis| !axis.is_left_out).map(Axis::len).collect();
        let elements = self.kept().map(|(_, x)| x.current()).collect();
        match S::from_dims(&dims).map(|shape| Array::from_vec(shape, elements)) {
            Some(Ok(array)) => array,
            _ => unreachable!("the invariant of `ArrayTree`"),
        }
    }

    fn simplify(&mut self) -> bool {
        loop {
            let step = self.next;
            match step {
                Step::Position { axis, at } => match self.axes.get_mut(axis) {
                    Some(positions) if positions.len() > positions.least && at < positions.kept.len() => {
                        positions.kept.iter_mut().skip(at).take(1).for_each(|kept| *kept = false);
                        self.next = Step::Position { axis, at: at + 1 };
                    }
                    Some(_) => {
                        self.next = Step::Position { axis: axis + 1, at: 0 };
                        continue;
                    }
                    None => {
                        self.next = Step::WithoutAxis { axis: 0 };
                        continue;
                    }
                },
                Step::WithoutAxis { axis } => {
                    let ndim = self.axes.iter().filter(|axis| !axis.is_left_out).count();
                    let Some(one) = self.axes.get_mut(axis) else {
                        self.next = Step::Element { at: 0 };
                        continue;
                    };
                    self.next = Step::WithoutAxis { axis: axis + 1 };
                    if one.len() != 1 || ndim <= self.least_ndim {
                        continue;
                    }
                    one.is_left_out = true;
                }
                Step::Element { at } => {
                    let Some(at) = self.kept().map(|(kept, _)| kept).find(|kept| *kept >= at) else {
                        return false;
                    };
                    if !self.elements.get_mut(at).is_some_and(ValueTree::simplify) {
                        self.next = Step::Element { at: at + 1 };
                        continue;
                    }
                    self.last = Some(Step::Element { at });
                    return true;
                }
            }
            self.last = Some(step);
            return true;
        }
    }

    fn complicate(&mut self) -> bool {
        match self.last {
            None => return false,
            Some(Step::Element { at }) => {
                // What can become more complex once may do so again.
                if self.elements.get_mut(at).is_some_and(ValueTree::complicate) {
                    return true;
                }
                self.last = None;
                return false;
            }
            Some(Step::Position { axis, at }) => {
                let kept = self.axes.get_mut(axis).and_then(|axis| axis.kept.get_mut(at));
                kept.into_iter().for_each(|kept| *kept = true);
            }
            Some(Step::WithoutAxis { axis }) => {
                self.axes.get_mut(axis).into_iter().for_each(|axis| axis.is_left_out = false);
            }
        }
        self.last = None;
        true
    }
}
