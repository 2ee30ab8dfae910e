//! The function `einsum`: subscripts, ranks and lengths known only at run time.

use super::error::EinsumError;
use super::network::{Network, TooLarge};
use crate::array::{ArrayD, ArrayView, Room};
use crate::scalar::Scalar;
use crate::shape::{DimsD, DynRank, MAX_NDIM};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use conformable_einsum::{DOTS, LABELS, Label, Labels, Term, letter, parse};

/// Sums products of elements of any number of arrays over the labels that the output lacks.
///
/// `"ij,jk->ik"`: `out[i, k] = sum over j of a[i, j] * b[j, k]`
///
/// # Shapes
/// Each operand has a letter for each of its axes; `...` stands for the others, which align from the right. Axes of
/// one letter have one length, or 1, which stretches; twice in one operand, a letter stands for its diagonal, and there
/// nothing stretches. Without `->` the output has the axes under the dots, and then the letters that occur once, in
/// the order of ASCII. Spaces do not count.
///
/// As `numpy.einsum`, with these differences: the element type of all operands is the same, and that of the result;
/// three and more operands are contracted in pairs in the cheapest order (NumPy's `optimize=True`), of up to 8 in the
/// cheapest of all; a NUL does not end the string. Complex numbers are not conjugated. Integers wrap around; for `bool`
/// it is *or* of *and*s. Of `f16` and `bf16` all results on the way are `f32`, and the last one is rounded.
///
/// If the subscripts are known when the program is compiled, the macro `einsum!` checks them, and the shapes, then.
///
/// # Errors
/// Malformed subscripts, other numbers of operands or axes than theirs, lengths that differ, or a result that
/// memory cannot hold. The first fault wins, in the order in which NumPy finds them.
///
/// # Example
/// ```
/// use conformable::{array, einsum};
/// let a = array![[1, 2], [3, 4]].into_dyn();
/// let b = array![[5, 6], [7, 8]].into_dyn();
/// let product = einsum("ij,jk->ik", &[a.view(), b.view()])?;
/// assert_eq!(product.as_slice(), [19, 22, 43, 50]);
/// assert_eq!(einsum("ii", &[a.view()])?.as_slice(), [5]);
/// assert!(einsum("ij,k", &[a.view(), b.view()]).is_err());
/// # Ok::<(), conformable::EinsumError>(())
/// ```
pub fn einsum<T: Scalar>(
    subscripts: &str,
    operands: &[ArrayView<'_, T, DynRank>],
) -> Result<ArrayD<T>, EinsumError> {
    let parsed = parse(subscripts, operands.len(), |operand| Some(operands[operand].ndim()))?;
    let terms = parsed.terms().iter().zip(operands);
    let labels: Vec<Vec<Label>> = terms.map(|(term, operand)| expanded(term, operand.ndim())).collect();
    let dots = labels.iter().flatten().copied().filter(|label| *label >= DOTS).min();
    let dots = dots.map_or(0, |first| LABELS - usize::from(first));
    let output = expanded(parsed.output(), parsed.output().letters().len() + dots);
    let shapes: Vec<DimsD> = operands.iter().map(|operand| operand.dims()).collect();

    check_diagonals(&labels, &shapes, &output)?;
    let sizes = common_sizes(&labels, &shapes, &output)?;
    let mut dims = [0; MAX_NDIM];
    for (d, label) in dims.iter_mut().zip(&output) {
        *d = sizes[usize::from(*label)];
    }
    let dims = &dims[..output.len()];
    let too_large = || EinsumError::TooLarge { dims: DimsD::truncated(dims) };
    let shape = DynRank::new(dims).map_err(|_| too_large())?;

    let mut network = Network::new(&sizes);
    let mut done = labels.iter().zip(operands).try_for_each(|(own, operand)| network.push(operand, own));
    let room = Room::new("einsum", shape).map_err(|_| too_large())?;
    let result = room.array(|out| {
        let contracted = done.as_ref().map_or(Err(TooLarge), |()| network.contract(out, &output, None));
        contracted.unwrap_or_else(|e| {
            // The memory must be whole to be dropped.
            done = Err(e);
            out.fill(T::ZERO)
        })
    });
    match done {
        Ok(()) => Ok(result),
        Err(TooLarge) => Err(EinsumError::TooLarge { dims: DimsD::truncated(&[]) }),
    }
}

/// The labels of all axes of an operand with so many, those under the ellipsis, too: the last of these is always
/// the same label.
pub(super) fn expanded(term: &Term, ndim: usize) -> Vec<Label> {
    let letters = term.letters();
    let Some(at) = term.dots() else { return letters.into() };
    let dots = ndim.saturating_sub(letters.len()).min(LABELS - usize::from(DOTS));
    let (before, behind) = letters.split_at(at.min(letters.len()));
    before
        .iter()
        .copied()
        .chain((LABELS - dots..LABELS).map(|l| l as Label))
        .chain(behind.iter().copied())
        .collect()
}

/// Axes of one label in one operand have one length.
pub(super) fn check_diagonals(
    labels: &[Vec<Label>],
    shapes: &[DimsD],
    output: &[Label],
) -> Result<(), EinsumError> {
    for (operand, (own, dims)) in labels.iter().zip(shapes).enumerate() {
        for (axis, label) in own.iter().enumerate() {
            let Some(first) = own[..axis].iter().position(|l| l == label) else { continue };
            let (label, lengths) = (letter(*label), [dims[first], dims[axis]]);
            if lengths[0] != lengths[1] {
                // NumPy first tries to make a view, as long as no label is summed.
                let is_view = labels.len() == 1 && own[..=axis].iter().all(|l| output.contains(l));
                let place =
                    if is_view { String::from("single operand") } else { format!("operand {operand}") };
                let text = format!(
                    "dimensions in {place} for collapsing index '{label}' don't match ({} != {})",
                    lengths[0], lengths[1]
                );
                return Err(EinsumError::Diagonal { operand, label, lengths, text });
            }
        }
    }
    Ok(())
}

/// The length of each label: that of its axes, of which some may be 1.
pub(super) fn common_sizes(
    labels: &[Vec<Label>],
    shapes: &[DimsD],
    output: &[Label],
) -> Result<[usize; LABELS], EinsumError> {
    let mut sizes = [1; LABELS];
    let mut from = [0; LABELS];
    for (operand, (own, dims)) in labels.iter().zip(shapes).enumerate() {
        for (label, d) in own.iter().zip(dims.iter()) {
            let l = usize::from(*label);
            if sizes[l] == 1 {
                (sizes[l], from[l]) = (*d, operand);
            } else if *d != 1 && *d != sizes[l] {
                let (operands, lengths) = ([from[l], operand], [sizes[l], *d]);
                let text = remapped(labels, shapes, output);
                return Err(EinsumError::Lengths { operands, label: letter(*label), lengths, text });
            }
        }
    }
    Ok(sizes)
}

/// NumPy's text for lengths that differ: each operand's shape, and the same along the labels of the output and then
/// those that are summed, in the order of ASCII.
fn remapped(labels: &[Vec<Label>], shapes: &[DimsD], output: &[Label]) -> String {
    let all = labels.iter().flatten().fold(Labels::NONE, |all, label| all.with(*label));
    let order: Vec<Label> = output.iter().copied().chain(all.without(Labels::of(output))).collect();
    let mut text =
        String::from("operands could not be broadcast together with remapped shapes [original->remapped]: ");
    for (own, dims) in labels.iter().zip(shapes) {
        let mut seen = Labels::NONE;
        let mut original = Vec::new();
        for (label, d) in own.iter().zip(dims.iter()) {
            if !seen.has(*label) {
                original.push(format!("{d}"));
            }
            seen = seen.with(*label);
        }
        let length = |label: &Label| own.iter().position(|l| l == label).map(|axis| dims[axis]);
        let remapped: Vec<String> = order
            .iter()
            .skip_while(|label| length(label).is_none())
            .map(|label| length(label).map_or_else(|| "newaxis".into(), |d| format!("{d}")))
            .collect();
        // A comma behind a single axis, unless there were others to leave out.
        let comma = |axes: usize| if axes == 1 { "," } else { "" };
        let (before, after) = (comma(original.len()), comma(order.len()));
        text += &format!("({}{before})->({}{after}) ", original.join(","), remapped.join(","));
    }
    text
}
