//! Any number of operands, contracted in pairs in the order of a plan.
#![allow(unsafe_code, reason = "hands operands whose lengths were checked to the kernels")]

use crate::array::{ArrayView, Out, Ownership};
use crate::kernel::contract::einsum::{Map, reduce};
use crate::kernel::{self};
use crate::scalar::{Scalar, Wide};
use crate::shape::{DynRank, Shape, checked_len};
use crate::written::{Name, Written};
use alloc::vec::Vec;
use conformable_einsum::{LABELS, Label, Labels, Plan, plan};
use core::marker::PhantomData;

/// An operand, given or made on the way.
///
/// Invariant: with the lengths of the network that it is in, it can be read along its labels.
pub(super) struct Operand<'a, T> {
    place: *const T,
    /// A label for each axis.
    labels: Vec<Label>,
    /// A stride for each axis, at least.
    strides: Vec<isize>,
    /// What was made on the way holds its elements, which stand at `place`.
    elements: Vec<T>,
    life: PhantomData<&'a T>,
}

/// Where the result `'o` goes.
///
/// Invariant: with the lengths of the network it can be written along its labels, which are distinct and each one of an
/// operand's, each position its own place.
struct Target<'o, 'a, T> {
    place: *mut T,
    labels: &'a [Label],
    strides: &'a [isize],
    result: Name<'o>,
}

/// An intermediate result of more elements than memory can hold.
#[derive(Debug)]
pub(super) struct TooLarge;

impl<'a, T: Scalar> Operand<'a, T> {
    /// An array whose axes have these labels. Each has the length of its label, or the length 1, and is then none; `None` if not.
    fn given(array: &ArrayView<'a, T, DynRank>, labels: &[Label], sizes: &[usize; LABELS]) -> Option<Self> {
        let (dims, strides) = (array.dims(), array.strides());
        if dims.len() != labels.len() {
            return None;
        }
        let (mut own, mut steps) = (Vec::with_capacity(labels.len()), Vec::with_capacity(labels.len()));
        for ((label, d), stride) in labels.iter().zip(dims.iter()).zip(strides) {
            match sizes.get(usize::from(*label)) {
                Some(size) if size == d => {
                    own.push(*label);
                    steps.push(stride);
                }
                _ if *d == 1 => {}
                _ => return None,
            }
        }
        let (place, elements) = (array.as_ptr(), Vec::new());
        Some(Operand { place, labels: own, strides: steps, elements, life: PhantomData })
    }

    /// New memory in row-major order, which `write` fills.
    fn made(
        labels: Vec<Label>,
        sizes: &[usize; LABELS],
        write: impl for<'o> FnOnce(Target<'o, '_, T>) -> Result<Written<'o>, TooLarge>,
    ) -> Result<Self, TooLarge> {
        let dims: Vec<usize> = labels.iter().map(|label| sizes[usize::from(*label)]).collect();
        let len = checked_len::<T>(&dims).ok_or(TooLarge)?;
        let mut strides = alloc::vec![0; dims.len()];
        let mut stride = 1_isize;
        for (own, d) in strides.iter_mut().zip(&dims).rev() {
            *own = stride;
            stride = stride.wrapping_mul(*d as isize);
        }
        let mut elements = Vec::with_capacity(len);
        let (place, result) = (elements.as_mut_ptr(), PhantomData);
        let _: Written<'_> = write(Target { place, labels: &labels, strides: &strides, result })?;
        // SAFETY: `len` is at most the capacity, and with row-major strides the positions are all of these elements, which are
        // written (the caller).
        unsafe { elements.set_len(len) };
        Ok(Operand { place: elements.as_ptr(), labels, strides, elements, life: PhantomData })
    }

    /// An operand that was made on the way, with `f` of each element.
    fn map<U>(self, f: impl FnMut(T) -> U) -> Operand<'a, U> {
        let elements: Vec<U> = self.elements.into_iter().map(f).collect();
        // As many elements, at the same places from the first one on.
        let (labels, strides) = (self.labels, self.strides);
        Operand { place: elements.as_ptr(), labels, strides, elements, life: PhantomData }
    }

    fn set(&self) -> Labels {
        Labels::of(&self.labels)
    }

    /// Its labels that are in `kept`, each once, in order.
    fn kept(&self, kept: Labels) -> Vec<Label> {
        distinct(self.labels.iter().copied().filter(|label| kept.has(*label)))
    }

    /// Writes the sums over all labels but those of the result.
    fn reduce_to<'o>(&self, c: Target<'o, '_, T>, sizes: &[usize; LABELS]) -> Written<'o> {
        let map = Map::<16>::new(c.labels, &self.labels, &[]);
        let classes = map.classes(sizes, [c.strides, &self.strides, &[]]);
        let x = classes.contraction();
        // SAFETY: the invariants of both; `reduce` writes every position.
        unsafe {
            reduce(c.place, self.place, x.m, x.k);
            Written::all()
        }
    }

    /// The sums over all labels but those in `kept`, in memory of their own.
    fn reduced<'b>(&self, kept: Labels, sizes: &[usize; LABELS]) -> Result<Operand<'b, T>, TooLarge> {
        Operand::made(self.kept(kept), sizes, |c| Ok(self.reduce_to(c, sizes)))
    }
}

fn distinct(labels: impl Iterator<Item = Label>) -> Vec<Label> {
    let mut seen = Labels::NONE;
    labels
        .filter(|label| {
            let is_new = !seen.has(*label);
            seen = seen.with(*label);
            is_new
        })
        .collect()
}

/// Writes a pair's contraction.
fn contract<'o, T: Scalar>(
    c: Target<'o, '_, T>,
    [a, b]: [&Operand<'_, T>; 2],
    sizes: &[usize; LABELS],
) -> Written<'o> {
    let strides = [c.strides, &a.strides, &b.strides];
    let all = a.set().or(b.set()).len();
    // SAFETY: the invariants of all three; every position is written.
    unsafe {
        if all <= 16 {
            let classes = Map::<16>::new(c.labels, &a.labels, &b.labels).classes(sizes, strides);
            kernel::contract(c.place, a.place, b.place, &classes.contraction());
        } else {
            let classes = Map::<LABELS>::new(c.labels, &a.labels, &b.labels).classes(sizes, strides);
            kernel::contract(c.place, a.place, b.place, &classes.contraction());
        }
        Written::all()
    }
}

/// Operands, and the length of each label.
///
/// Invariant: these are the lengths that the invariants of the operands speak of.
pub(super) struct Network<'a, 'x, T> {
    operands: Vec<Operand<'a, T>>,
    sizes: &'x [usize; LABELS],
}

impl<'a, 'x, T: Scalar> Network<'a, 'x, T> {
    /// No operands.
    pub(super) fn new(sizes: &'x [usize; LABELS]) -> Self {
        Network { operands: Vec::new(), sizes }
    }

    /// Adds an array whose axes have these labels, and the lengths of the labels; those of length 1 may stretch.
    ///
    /// # Errors
    /// It has not.
    pub(super) fn push(
        &mut self,
        array: &ArrayView<'a, T, DynRank>,
        labels: &[Label],
    ) -> Result<(), TooLarge> {
        self.operands.push(Operand::given(array, labels, self.sizes).ok_or(TooLarge)?);
        Ok(())
    }

    /// Writes to `out`, whose axes have these labels and their lengths, the sum of products of all operands over the labels
    /// that it lacks, in the order of `order`, or the cheapest.
    ///
    /// # Errors
    /// An intermediate result would be too large, or `out` has other lengths. It is then as it was.
    pub(super) fn contract<'o, S: Shape, O: Ownership>(
        self,
        out: Out<'o, T, S, O>,
        labels: &[Label],
        order: Option<&Plan>,
    ) -> Result<Written<'o>, TooLarge> {
        let (dims, strides) = (out.shape().dims(), out.strides());
        let all = self.operands.iter().fold(Labels::NONE, |all, operand| all.or(operand.set()));
        let size = |label: &Label| self.sizes.get(usize::from(*label));
        let is_its = labels.iter().map(size).eq(dims.as_ref().iter().map(Some));
        if !is_its || Labels::of(labels).len() != labels.len() || !Labels::of(labels).without(all).is_empty()
        {
            return Err(TooLarge);
        }
        let (place, strides) = (out.as_mut_ptr(), strides.as_ref());
        self.contract_to(Target { place, labels, strides, result: PhantomData }, order)
    }

    /// As [`contract`](Self::contract).
    fn contract_to<'o>(self, c: Target<'o, '_, T>, order: Option<&Plan>) -> Result<Written<'o>, TooLarge> {
        let Network { mut operands, sizes } = self;
        let output = Labels::of(c.labels);
        if let [one] = &*operands {
            return Ok(one.reduce_to(c, sizes));
        }
        if let ([a, b], Some(_)) = (&*operands, T::WIDE) {
            return Ok(contract(c, [a, b], sizes));
        }
        if let Some(wide) = T::WIDE {
            return Network { operands, sizes }.contract_wide(c, order, wide);
        }
        let (mut once, mut twice) = (Labels::NONE, output);
        for operand in &operands {
            twice = twice.or(once.and(operand.set()));
            once = once.or(operand.set());
        }
        let owned;
        let order = match order {
            Some(order) => order,
            None => {
                let sets: Vec<Labels> = operands.iter().map(Operand::set).collect();
                owned = plan(&sets, output, sizes);
                &owned
            }
        };
        // What one operand alone has is summed first.
        for operand in &mut operands {
            if !operand.set().without(twice).is_empty() {
                *operand = operand.reduced(twice, sizes)?;
            }
        }
        let mut operands: Vec<Option<Operand<'_, T>>> = operands.into_iter().map(Some).collect();
        let Some((last, steps)) = order.steps().split_last() else { return Err(TooLarge) };
        for step in steps {
            if let [Some(a), Some(b)] = [step.left, step.right].map(|i| operands[usize::from(i)].take()) {
                // Batch, rows, columns.
                let both = a.set().and(b.set());
                let mut made = a.kept(step.result.and(both));
                made.extend(a.kept(step.result.without(both)));
                made.extend(b.kept(step.result.without(both)));
                let result = Operand::made(made, sizes, |c| Ok(contract(c, [&a, &b], sizes)))?;
                operands[usize::from(step.left)] = Some(result);
            }
        }
        if let [Some(a), Some(b)] = [last.left, last.right].map(|i| operands[usize::from(i)].take()) {
            return Ok(contract(c, [&a, &b], sizes));
        }
        // A plan of other operands than these.
        Err(TooLarge)
    }

    /// [`contract`](Self::contract) for elements whose sums are made in `f32`: so are all results on the way, and the last one is
    /// rounded.
    fn contract_wide<'o>(
        self,
        c: Target<'o, '_, T>,
        order: Option<&Plan>,
        Wide { widen, narrow }: Wide<T>,
    ) -> Result<Written<'o>, TooLarge> {
        let Network { operands, sizes } = self;
        let mut wide = Vec::with_capacity(operands.len());
        for operand in &operands {
            wide.push(operand.reduced(operand.set(), sizes)?.map(widen));
        }
        let wide = Network { operands: wide, sizes };
        let sum: Operand<'_, f32> =
            Operand::made(c.labels.to_vec(), sizes, |to| wide.contract_to(to, order))?;
        Ok(sum.map(narrow).reduce_to(c, sizes))
    }
}
