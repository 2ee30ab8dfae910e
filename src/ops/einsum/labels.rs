//! Labels as constants, and the lengths that axes of one label have.

use crate::error::ShapeError;
use crate::shape::MAX_NDIM;
use conformable_einsum::{DOTS, LABELS, Label, Labels, letter};

/// The labels of the axes of an operand, in which [`ELLIPSIS`] stands for those under an ellipsis.
pub type Term = &'static [Label];
/// Those of all operands.
pub type Terms = &'static [Term];

/// Stands for any number of axes.
pub(super) const ELLIPSIS: Label = Label::MAX;

/// Subscripts, as `einsum!` writes them down.
pub trait Subscripts {
    /// The labels of each operand.
    const TERMS: Terms;
    /// Each once, and only those that another operand or the output has, too.
    const KEPT: Terms;
    /// The labels of the output.
    const OUTPUT: Term;
}

/// The labels of the axes of one array.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    /// Only the first `len` count.
    labels: [Label; MAX_NDIM],
    len: usize,
}

impl List {
    /// Those of an array with so many axes. An ellipsis is as many as are left; the last is always the same label.
    pub(super) const fn of(term: Term, ndim: Option<usize>) -> Self {
        let mut list = List { labels: [0; MAX_NDIM], len: 0 };
        let dots = match ndim {
            Some(ndim) if ndim + 1 >= term.len() => ndim + 1 - term.len(),
            _ => 0,
        };
        let mut i = 0;
        while i < term.len() {
            if term[i] == ELLIPSIS {
                let mut dot = LABELS - dots;
                while dot < LABELS {
                    list = list.with(dot as Label);
                    dot += 1;
                }
            } else {
                list = list.with(term[i]);
            }
            i += 1;
        }
        list
    }

    const fn with(mut self, label: Label) -> Self {
        assert!(self.len < MAX_NDIM, "too many axes");
        self.labels[self.len] = label;
        self.len += 1;
        self
    }

    #[inline(always)]
    pub(super) const fn as_slice(&self) -> &[Label] {
        self.labels.split_at(self.len).0
    }
}

/// Whether subscripts keep their promises: so many operands, no label twice where each is to be once, and none
/// that is nowhere else.
pub(super) const fn is_sound<E: Subscripts>(count: usize) -> bool {
    if E::TERMS.len() != count || E::KEPT.len() != count || !is_set(E::OUTPUT) {
        return false;
    }
    let mut i = 0;
    while i < count {
        if !is_set(E::KEPT[i]) || !is_subset(E::KEPT[i], E::TERMS[i]) {
            return false;
        }
        i += 1;
    }
    true
}

const fn is_subset(few: &[Label], many: &[Label]) -> bool {
    let mut i = 0;
    while i < few.len() {
        if count(few[i], many) == 0 {
            return false;
        }
        i += 1;
    }
    true
}

const fn is_set(list: &[Label]) -> bool {
    let mut i = 0;
    while i < list.len() {
        if count(list[i], list) != 1 || list[i] != ELLIPSIS && list[i] >= DOTS {
            return false;
        }
        i += 1;
    }
    true
}

const fn count(label: Label, list: &[Label]) -> usize {
    let (mut n, mut i) = (0, 0);
    while i < list.len() {
        if list[i] == label {
            n += 1;
        }
        i += 1;
    }
    n
}

/// The length of each label, if the types know all lengths, each array has as many as labels, and they agree.
pub(super) const fn static_sizes(
    arrays: &[(List, Option<usize>, Option<[usize; MAX_NDIM]>)],
) -> Option<[usize; LABELS]> {
    let mut sizes = [1; LABELS];
    let mut seen = Labels::NONE;
    let mut i = 0;
    while i < arrays.len() {
        let (list, ndim, dims) = &arrays[i];
        let (Some(ndim), Some(dims)) = (*ndim, dims) else { return None };
        if ndim != list.len {
            return None;
        }
        let mut axis = 0;
        while axis < list.len {
            let label = list.labels[axis];
            if !seen.has(label) {
                sizes[label as usize] = dims[axis];
                seen = seen.with(label);
            } else if sizes[label as usize] != dims[axis] {
                return None;
            }
            axis += 1;
        }
        i += 1;
    }
    Some(sizes)
}

/// The length of each label.
///
/// # Errors
/// An array has not as many axes as labels, or axes of one label differ.
pub(super) fn sizes(terms: &[List], shapes: &[&[usize]]) -> Result<[usize; LABELS], ShapeError> {
    let mut sizes = [1; LABELS];
    let mut first = [[0_u8; 2]; LABELS];
    let mut seen = Labels::NONE;
    for (operand, (list, dims)) in terms.iter().zip(shapes).enumerate() {
        let labels = list.as_slice();
        if dims.len() != labels.len() {
            return Err(ShapeError::letters(operand, dims, labels.len()));
        }
        for (axis, (label, d)) in labels.iter().zip(*dims).enumerate() {
            let l = usize::from(*label);
            if !seen.has(*label) {
                (sizes[l], first[l]) = (*d, [operand as u8, axis as u8]);
                seen = seen.with(*label);
            } else if sizes[l] != *d {
                let [other, at] = first[l].map(usize::from);
                return Err(ShapeError::label(
                    letter(*label),
                    [other, operand],
                    [shapes[other], dims],
                    [at, axis],
                ));
            }
        }
    }
    Ok(sizes)
}

/// Checks that an array has the lengths of its labels.
///
/// # Errors
/// It has not.
#[inline]
pub(super) fn agree(list: &List, dims: &[usize], sizes: &[usize; LABELS]) -> Result<(), ShapeError> {
    let labels = list.as_slice();
    let has = |(label, d): (&Label, &usize)| sizes[usize::from(*label)] == *d;
    if labels.len() == dims.len() && labels.iter().zip(dims).all(has) {
        return Ok(());
    }
    let mut must = [0; MAX_NDIM];
    for (d, label) in must.iter_mut().zip(labels) {
        *d = sizes[usize::from(*label)];
    }
    Err(ShapeError::wrong_shape("einsum", dims, &must[..labels.len()]))
}
