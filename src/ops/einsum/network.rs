//! Any number of operands, contracted in pairs in the order of a plan.
#![allow(unsafe_code, reason = "hands operands whose lengths were checked to the kernels")]

use crate::kernel::einsum::{Map, reduce};
use crate::kernel::{self};
use crate::scalar::{Scalar, Wide};
use crate::shape::checked_len;
use alloc::borrow::Cow;
use alloc::vec::Vec;
use conformable_einsum::{LABELS, Label, Labels, Plan, plan};

/// An operand, given or made on the way.
pub(super) struct Operand<'a, T> {
    place: *const T,
    /// A label for each axis.
    labels: Cow<'a, [Label]>,
    /// A stride for each axis, at least.
    strides: Cow<'a, [isize]>,
    /// What was made on the way holds its elements, which stand at `place`.
    elements: Vec<T>,
}

/// An intermediate result of more elements than memory can hold.
#[derive(Debug)]
pub(super) struct TooLarge;

impl<'a, T: Scalar> Operand<'a, T> {
    pub(super) fn given(place: *const T, labels: Cow<'a, [Label]>, strides: Cow<'a, [isize]>) -> Self {
        Operand { place, labels, strides, elements: Vec::new() }
    }

    /// New memory in row-major order, which `write` fills.
    ///
    /// # Safety
    /// `write` has written an element for each position along `labels`, when it has those strides.
    unsafe fn made(
        labels: Vec<Label>,
        sizes: &[usize; LABELS],
        write: impl FnOnce(*mut T, &[isize]),
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
        write(elements.as_mut_ptr(), &strides);
        // SAFETY: `len` is at most the capacity, and with row-major strides the positions are all of these elements.
        unsafe { elements.set_len(len) };
        Ok(Operand { place: elements.as_ptr(), labels: labels.into(), strides: strides.into(), elements })
    }

    fn set(&self) -> Labels {
        Labels::of(&self.labels)
    }

    /// Its labels that are in `kept`, each once, in order.
    fn kept(&self, kept: Labels) -> Vec<Label> {
        distinct(self.labels.iter().copied().filter(|label| kept.has(*label)))
    }

    /// Writes the sums over all labels but those of the result.
    ///
    /// # Safety
    /// The operand can be read along its labels, `c` can be written along `labels`, each position its own place.
    unsafe fn reduce_to(&self, c: *mut T, labels: &[Label], strides: &[isize], sizes: &[usize; LABELS]) {
        let map = Map::<16>::new(labels, &self.labels, &[]);
        let classes = map.classes(sizes, [strides, &self.strides, &[]]);
        let x = classes.contraction();
        // SAFETY: from the caller.
        unsafe { reduce(c, self.place, x.m, x.k) }
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
///
/// # Safety
/// As of `Operand::reduce_to`, for both operands.
unsafe fn contract<T: Scalar>(
    c: *mut T,
    [a, b]: [&Operand<'_, T>; 2],
    labels: &[Label],
    strides: &[isize],
    sizes: &[usize; LABELS],
) {
    let strides = [strides, &a.strides, &b.strides];
    let all = a.set().or(b.set()).len();
    // SAFETY: from the caller.
    unsafe {
        if all <= 16 {
            let classes = Map::<16>::new(labels, &a.labels, &b.labels).classes(sizes, strides);
            kernel::contract(c, a.place, b.place, &classes.contraction());
        } else {
            let classes = Map::<LABELS>::new(labels, &a.labels, &b.labels).classes(sizes, strides);
            kernel::contract(c, a.place, b.place, &classes.contraction());
        }
    }
}

/// Writes to `c` the sum of products of all operands over the labels that the output lacks, in the order of `order`,
/// or the cheapest.
///
/// # Errors
/// An intermediate result would be too large. `c` is then as it was.
///
/// # Safety
/// Each operand can be read along its labels, by their `sizes`; `c` can be written along `labels`, which are distinct
/// and each one of an operand's, each position its own place. A given plan is one of as many operands with these sets
/// of labels.
pub(super) unsafe fn contract_all<T: Scalar>(
    mut operands: Vec<Operand<'_, T>>,
    c: *mut T,
    labels: &[Label],
    strides: &[isize],
    sizes: &[usize; LABELS],
    order: Option<&Plan>,
) -> Result<(), TooLarge> {
    let output = Labels::of(labels);
    if let [one] = &*operands {
        // SAFETY: from the caller.
        unsafe { one.reduce_to(c, labels, strides, sizes) };
        return Ok(());
    }
    if let ([a, b], Some(_)) = (&*operands, T::WIDE) {
        // SAFETY: from the caller.
        unsafe { contract(c, [a, b], labels, strides, sizes) };
        return Ok(());
    }
    if let Some(wide) = T::WIDE {
        // SAFETY: from the caller.
        return unsafe { contract_wide(&operands, c, labels, strides, sizes, order, wide) };
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
            // SAFETY: from the caller; `reduce_to` writes every position.
            *operand = unsafe {
                Operand::made(operand.kept(twice), sizes, |made, strides| {
                    operand.reduce_to(made, &operand.kept(twice), strides, sizes);
                })?
            };
        }
    }
    let mut operands: Vec<Option<Operand<'_, T>>> = operands.into_iter().map(Some).collect();
    let Some((last, steps)) = order.steps().split_last() else { return Ok(()) };
    for step in steps {
        if let [Some(a), Some(b)] = [step.left, step.right].map(|i| operands[usize::from(i)].take()) {
            // Batch, rows, columns.
            let both = a.set().and(b.set());
            let mut made = a.kept(step.result.and(both));
            made.extend(a.kept(step.result.without(both)));
            made.extend(b.kept(step.result.without(both)));
            // SAFETY: as above.
            let result = unsafe {
                Operand::made(made.clone(), sizes, |place, strides| {
                    contract(place, [&a, &b], &made, strides, sizes);
                })?
            };
            operands[usize::from(step.left)] = Some(result);
        }
    }
    if let [Some(a), Some(b)] = [last.left, last.right].map(|i| operands[usize::from(i)].take()) {
        // SAFETY: from the caller.
        unsafe { contract(c, [&a, &b], labels, strides, sizes) };
    }
    Ok(())
}

/// [`contract_all`] for elements whose sums are made in `f32`: so are all results on the way, and the last one is rounded.
///
/// # Errors
/// As `contract_all`.
///
/// # Safety
/// As `contract_all`.
unsafe fn contract_wide<T: Scalar>(
    operands: &[Operand<'_, T>],
    c: *mut T,
    labels: &[Label],
    strides: &[isize],
    sizes: &[usize; LABELS],
    order: Option<&Plan>,
    Wide { widen, narrow }: Wide<T>,
) -> Result<(), TooLarge> {
    let mut wide = Vec::with_capacity(operands.len());
    for operand in operands {
        let own = operand.kept(operand.set());
        // SAFETY: from the caller; `reduce_to` and the loop write every position.
        wide.push(unsafe {
            let rows =
                Operand::made(own.clone(), sizes, |to, strides| operand.reduce_to(to, &own, strides, sizes))?;
            Operand::made(own, sizes, |to: *mut f32, _| {
                rows.elements.iter().enumerate().for_each(|(i, x)| to.add(i).write(widen(*x)));
            })?
        });
    }
    // SAFETY: as above; the sets of labels are those of the operands.
    let sum = unsafe {
        let mut done = Ok(());
        let sum = Operand::made(labels.to_vec(), sizes, |to: *mut f32, strides| {
            done = contract_all(wide, to, labels, strides, sizes, order);
            if done.is_err() {
                let len = labels.iter().map(|label| sizes[usize::from(*label)]).product();
                (0..len).for_each(|i| to.add(i).write(0.));
            }
        })?;
        done?;
        Operand::made(labels.to_vec(), sizes, |to: *mut T, _| {
            sum.elements.iter().enumerate().for_each(|(i, x)| to.add(i).write(narrow(*x)));
        })?
    };
    // SAFETY: from the caller.
    unsafe { sum.reduce_to(c, labels, strides, sizes) };
    Ok(())
}
