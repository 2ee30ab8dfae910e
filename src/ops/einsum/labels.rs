//! Labels as constants, and the lengths that axes of one label have.

use crate::axes::first;
use crate::error::ShapeError;
use crate::shape::{MAX_NDIM, Shape};
use conformable_einsum::{DOTS, LABELS, Label, Labels, letter};

/// The labels of the axes of an operand, in which a mark stands for those under an ellipsis.
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
        match self.labels.split_at_checked(self.len) {
            Some((labels, _)) => labels,
            None => &self.labels,
        }
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
        if !are_labels(E::TERMS[i]) || !is_set(E::KEPT[i]) || !is_subset(E::KEPT[i], E::TERMS[i]) {
            return false;
        }
        i += 1;
    }
    true
}

const fn are_labels(list: &[Label]) -> bool {
    let mut i = 0;
    while i < list.len() {
        if list[i] != ELLIPSIS && list[i] >= DOTS {
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
        if count(list[i], list) != 1 {
            return false;
        }
        i += 1;
    }
    are_labels(list)
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

/// What the type of a shape knows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    ndim: Option<usize>,
    dims: Option<[usize; MAX_NDIM]>,
    /// Bit `i` for axis `i`.
    stretches: u8,
    /// Whether its axes have the lengths that those of operands give to their labels.
    is_result: bool,
}

impl Known {
    pub(super) const fn of<S: Shape>() -> Self {
        Known { ndim: S::STATIC_NDIM, dims: S::STATIC_DIMS, stretches: S::STRETCHES, is_result: false }
    }
    /// The shape `()`.
    #[cfg(feature = "alloc")]
    pub(super) const NOTHING: Self =
        Known { ndim: Some(0), dims: Some([0; MAX_NDIM]), stretches: 0, is_result: false };

    /// Of a result, whose axes have the lengths of their labels and do not stretch to them.
    pub(super) const fn rigid(mut self) -> Self {
        self.stretches = 0;
        self.is_result = true;
        self
    }
    #[cfg(feature = "alloc")]
    pub(super) const fn ndim(&self) -> Option<usize> {
        self.ndim
    }
    /// Row-major strides, with zeros along axes that stretch to other lengths.
    pub(super) const fn strides(&self, list: &List, sizes: &[usize; LABELS]) -> [isize; MAX_NDIM] {
        let mut strides = [0; MAX_NDIM];
        let (mut stride, mut axis) = (1_isize, list.len);
        while axis > 0 {
            axis -= 1;
            if self.has(axis, sizes[list.labels[axis] as usize]) {
                strides[axis] = stride;
            }
            if let Some(dims) = &self.dims {
                stride = stride.wrapping_mul(dims[axis] as isize);
            }
        }
        strides
    }
    /// Whether an axis has this length.
    pub(super) const fn has(&self, axis: usize, len: usize) -> bool {
        match &self.dims {
            Some(dims) => dims[axis] == len,
            None => false,
        }
    }
}

/// The length of each label, if the types know all lengths, each array has as many as labels, and they agree. Results stand
/// behind the operands; where no operand has a label, it is of length 1, as in [`sizes`].
pub(super) const fn static_sizes(arrays: &[(List, Known)]) -> Option<[usize; LABELS]> {
    let mut sizes = [1; LABELS];
    let mut seen = Labels::NONE;
    let mut i = 0;
    while i < arrays.len() {
        let (list, Known { ndim, dims, stretches, is_result }) = &arrays[i];
        let (Some(ndim), Some(dims)) = (*ndim, dims) else { return None };
        if ndim != list.len {
            return None;
        }
        let mut axis = 0;
        while axis < list.len {
            let label = list.labels[axis];
            if *stretches >> axis & 1 == 0 {
                if !seen.has(label) && !*is_result {
                    sizes[label as usize] = dims[axis];
                    seen = seen.with(label);
                } else if sizes[label as usize] != dims[axis] {
                    return None;
                }
            }
            // Twice in one operand, no axis stretches.
            if dims[first_of(label, list)] != dims[axis] {
                return None;
            }
            axis += 1;
        }
        i += 1;
    }
    Some(sizes)
}

const fn first_of(label: Label, list: &List) -> usize {
    let mut axis = 0;
    while axis < list.len && axis < MAX_NDIM && list.labels[axis] != label {
        axis += 1;
    }
    axis
}

/// The length of each label. An operand is its labels, its lengths, and which axes stretch.
///
/// # Errors
/// An array has not as many axes as labels, or axes of one label differ.
pub(super) fn sizes(operands: &[(List, &[usize], u8)]) -> Result<[usize; LABELS], ShapeError> {
    let mut sizes = [1; LABELS];
    let mut first = [[0_u8; 2]; LABELS];
    let mut seen = Labels::NONE;
    for (operand, (list, dims, stretches)) in operands.iter().enumerate() {
        let labels = list.as_slice();
        if dims.len() != labels.len() {
            return Err(ShapeError::letters(operand, dims, labels.len()));
        }
        for (axis, (label, d)) in labels.iter().zip(*dims).enumerate() {
            let differ = |other: usize, at: usize| {
                let shapes = [operands.get(other).map_or(*dims, |operand| operand.1), dims];
                Err(ShapeError::label(letter(*label), [other, operand], shapes, [at, axis]))
            };
            let own = first_of(*label, list);
            if dims.get(own).is_some_and(|first| first != d) {
                return differ(operand, own);
            }
            let l = usize::from(*label);
            let (Some(size), Some(first)) = (sizes.get_mut(l), first.get_mut(l)) else { continue };
            if stretches >> axis & 1 == 1 {
                continue;
            }
            if !seen.has(*label) {
                (*size, *first) = (*d, [operand as u8, axis as u8]);
                seen = seen.with(*label);
            } else if size != d {
                let [other, at] = first.map(usize::from);
                return differ(other, at);
            }
        }
    }
    Ok(sizes)
}

/// Strides of an operand, with zeros along axes that stretch to other lengths.
#[inline(always)]
pub(super) fn stretched<S: Shape>(
    list: &List,
    shape: S,
    strides: &[isize],
    sizes: &[usize; LABELS],
) -> [isize; MAX_NDIM] {
    let mut own = [0; MAX_NDIM];
    for (own, stride) in own.iter_mut().zip(strides) {
        *own = *stride;
    }
    if const { S::STRETCHES != 0 } {
        for ((own, label), d) in own.iter_mut().zip(list.as_slice()).zip(shape.dims().as_ref()) {
            if sizes.get(usize::from(*label)) != Some(d) {
                *own = 0;
            }
        }
    }
    own
}

/// Checks that an array has the lengths of its labels.
///
/// # Errors
/// It has not.
#[inline]
pub(super) fn agree(list: &List, dims: &[usize], sizes: &[usize; LABELS]) -> Result<(), ShapeError> {
    let labels = list.as_slice();
    let has = |(label, d): (&Label, &usize)| sizes.get(usize::from(*label)) == Some(d);
    if labels.len() == dims.len() && labels.iter().zip(dims).all(has) {
        return Ok(());
    }
    let mut must = [0; MAX_NDIM];
    for (d, label) in must.iter_mut().zip(labels) {
        *d = sizes.get(usize::from(*label)).copied().unwrap_or(1);
    }
    Err(ShapeError::wrong_shape("einsum", dims, first(&must, labels.len())))
}
