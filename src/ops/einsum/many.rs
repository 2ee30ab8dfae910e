//! Three and more operands of an `einsum!`: in pairs, in an order that is found when the program is compiled, if all
//! lengths are in the types.

use super::labels::{Known, List, Subscripts, Term, Terms, agree, is_sound, sizes, static_sizes};
use super::network::{Network, TooLarge};
use crate::array::{self, Array, ArrayView, Outcome, Ownership, Room};
use crate::error::ShapeError;
use crate::scalar::Scalar;
use crate::sealed::Seal;
use crate::shape::{Check, DimsD, DynRank, Marks, Shape};
use crate::written::Written;
use alloc::vec::Vec;
use conformable_einsum::{LABELS, Label, Labels, Plan, plan};
use core::marker::PhantomData;

/// So many operands at most have their order found at compile time, which takes the compiler a moment.
const MOST: usize = 16;

mod sealed {
    pub trait Sealed {}
    impl Sealed for () {}
    impl<A, R> Sealed for (&A, R) {}
}

/// A list of operands: `(&a, (&b, (&c, ())))`. Sealed.
pub trait Operands<T>: sealed::Sealed {
    #[doc(hidden)]
    const SEALED: Seal;
    /// How many there are.
    const COUNT: usize;
    /// What is known of the first ones.
    #[doc(hidden)]
    #[allow(private_interfaces, reason = "the trait is sealed")]
    const KNOWN: [Known; MOST];
    /// Adds all to the lists; `terms` are theirs.
    #[doc(hidden)]
    fn push<'s>(&'s self, terms: Terms, lists: &mut Erased<'s, T>);
}

/// Operands without their types.
#[doc(hidden)]
#[derive(Debug)]
pub struct Erased<'s, T> {
    lists: Vec<List>,
    arrays: Vec<ArrayView<'s, T, DynRank>>,
    stretches: Vec<u8>,
}

impl<T> Erased<'_, T> {
    fn new(count: usize) -> Self {
        Erased {
            lists: Vec::with_capacity(count),
            arrays: Vec::with_capacity(count),
            stretches: Vec::with_capacity(count),
        }
    }

    /// The length of each label.
    fn sizes(&self) -> Result<[usize; LABELS], ShapeError> {
        let dims: Vec<DimsD> = self.arrays.iter().map(|array| array.dims()).collect();
        let arrays = self.lists.iter().zip(&dims).zip(&self.stretches);
        let arrays: Vec<_> = arrays.map(|((list, dims), bits)| (*list, dims.as_ref(), *bits)).collect();
        sizes(&arrays)
    }

    /// The labels of an operand. An axis that stretches is none.
    fn labels(&self, i: usize, sizes: &[usize; LABELS]) -> Vec<Label> {
        let dims = self.arrays[i].dims();
        let axes = self.lists[i].as_slice().iter().zip(dims.iter());
        axes.filter(|(label, d)| **d == sizes[usize::from(**label)]).map(|(label, _)| *label).collect()
    }
}

impl<T> Operands<T> for () {
    const SEALED: Seal = Seal;
    const COUNT: usize = 0;
    #[allow(private_interfaces, reason = "the trait is sealed")]
    const KNOWN: [Known; MOST] = [Known::NOTHING; MOST];
    fn push<'s>(&'s self, _: Terms, _: &mut Erased<'s, T>) {}
}
impl<T, S: Shape, O: Ownership, R: Operands<T>> Operands<T> for (&Array<T, S, O>, R) {
    const SEALED: Seal = Seal;
    const COUNT: usize = 1 + R::COUNT;
    #[allow(private_interfaces, reason = "the trait is sealed")]
    const KNOWN: [Known; MOST] = {
        let mut known = R::KNOWN;
        let mut i = MOST - 1;
        while i > 0 {
            known[i] = known[i - 1];
            i -= 1;
        }
        known[0] = Known::of::<S>();
        known
    };
    #[inline]
    fn push<'s>(&'s self, terms: Terms, all: &mut Erased<'s, T>) {
        let (a, rest) = self;
        if let [term, terms @ ..] = terms {
            all.lists.push(List::of(term, S::STATIC_NDIM));
            all.arrays.push(a.view().into_dyn());
            all.stretches.push(S::STRETCHES);
            rest.push(terms, all);
        }
    }
}

/// The order, where all lengths are in the types.
pub(super) struct Order<E, T, A, Out>(PhantomData<(E, T, A, Out)>);
impl<E: Subscripts, T, A: Operands<T>, Out: Shape> Order<E, T, A, Out> {
    pub(super) const PLAN: Option<Plan> = {
        assert!(is_sound::<E>(A::COUNT));
        let mut arrays = [(List::of(&[], None), Known::NOTHING); MOST];
        let mut i = 0;
        while i < A::COUNT && i < MOST {
            arrays[i] = (List::of(E::TERMS[i], A::KNOWN[i].ndim()), A::KNOWN[i]);
            i += 1;
        }
        let output = Labels::of(List::of(E::OUTPUT, Out::STATIC_NDIM).as_slice());
        match static_sizes(&arrays) {
            Some(sizes) if A::COUNT <= MOST => {
                let mut sets = [Labels::NONE; MOST];
                let mut i = 0;
                while i < A::COUNT {
                    let (list, known) = &arrays[i];
                    let mut axis = 0;
                    while axis < list.as_slice().len() {
                        let label = list.as_slice()[axis];
                        // An axis that stretches is none.
                        if known.has(axis, sizes[label as usize]) {
                            sets[i] = sets[i].with(label);
                        }
                        axis += 1;
                    }
                    i += 1;
                }
                Some(plan(sets.split_at(A::COUNT).0, output, &sizes))
            }
            _ => None,
        }
    };
}

/// Three or more operands.
///
/// # Panics
/// If `Dyn` axes make a result of more elements than memory can hold.
#[inline]
#[track_caller]
pub fn many<E: Subscripts, M: Marks, T: Scalar, A: Operands<T>, Out: Shape>(
    _: E,
    _: M,
    operands: A,
    out: Out,
) -> Outcome<M::All, Out, T> {
    let mut all = Erased::new(A::COUNT);
    operands.push(E::TERMS, &mut all);
    M::All::wrap(many_checked::<T, Out>(
        &all,
        E::OUTPUT,
        out,
        const { &Order::<E, T, A, Out>::PLAN }.as_ref(),
    ))
}

/// The labels of each operand, without axes that stretch, those of the output, and the length of each.
#[expect(clippy::type_complexity, reason = "three lists, for one caller")]
pub(super) fn erased<E: Subscripts, T, A: Operands<T>, Out: Shape>(
    operands: &A,
) -> Result<(Vec<Vec<Label>>, Vec<Label>, [usize; LABELS]), ShapeError> {
    const { assert!(is_sound::<E>(A::COUNT)) };
    let mut all = Erased::new(A::COUNT);
    operands.push(E::TERMS, &mut all);
    let sizes = all.sizes()?;
    let labels = (0..all.arrays.len()).map(|i| all.labels(i, &sizes)).collect();
    Ok((labels, List::of(E::OUTPUT, Out::STATIC_NDIM).as_slice().to_vec(), sizes))
}

fn many_checked<T: Scalar, Out: Shape>(
    all: &Erased<'_, T>,
    output: Term,
    out: Out,
    order: Option<&Plan>,
) -> Result<Out::Value<T>, ShapeError> {
    let output = List::of(output, Out::STATIC_NDIM);
    let sizes = all.sizes()?;
    agree(&output, out.dims().as_ref(), &sizes)?;
    let mut done = Ok(());
    let storage = Room::new("einsum", out)?.storage(|out| {
        contract(all, out, &output, &sizes, order).unwrap_or_else(|e| {
            // The storage must be whole to be dropped.
            done = Err(e);
            out.fill(T::ZERO)
        })
    });
    match done {
        Ok(()) => Ok(out.value(storage)),
        Err(TooLarge) => Err(ShapeError::too_large("einsum", out.dims().as_ref())),
    }
}

/// As `many_checked`, into an existing array.
pub(super) fn many_into<E: Subscripts, T: Scalar, A: Operands<T>, S: Shape, O: Ownership>(
    out: array::Out<'_, T, S, O>,
    operands: &A,
) -> Result<(), ShapeError> {
    let mut all = Erased::new(A::COUNT);
    operands.push(E::TERMS, &mut all);
    let (output, dims) = (List::of(E::OUTPUT, S::STATIC_NDIM), out.shape().dims());
    let sizes = all.sizes()?;
    agree(&output, dims.as_ref(), &sizes)?;
    let order = const { &Order::<E, T, A, S>::PLAN }.as_ref();
    match contract(&all, out, &output, &sizes, order) {
        Ok(_) => Ok(()),
        Err(TooLarge) => Err(ShapeError::too_large("einsum_into", dims.as_ref())),
    }
}

/// Writes the contraction of all operands. `sizes` are their lengths and agree with those of `out`, each of whose labels is
/// there once (`is_sound`); a plan is that of these labels.
fn contract<'o, T: Scalar, S: Shape, O: Ownership>(
    all: &Erased<'_, T>,
    out: array::Out<'o, T, S, O>,
    output: &List,
    sizes: &[usize; LABELS],
    order: Option<&Plan>,
) -> Result<Written<'o>, TooLarge> {
    let mut network = Network::new(sizes);
    for (array, list) in all.arrays.iter().zip(&all.lists) {
        network.push(array, list.as_slice())?;
    }
    network.contract(out, output.as_slice(), order)
}
