//! `EinsumPath`: in which order operands are contracted, and what that costs.

use super::error::EinsumError;
use super::labels::Subscripts;
use super::many::{Operands, erased};
use super::run_time::{check_diagonals, common_sizes, expanded};
use crate::error::ShapeError;
use crate::shape::{Check, DimsD, Marks, Shape};
use alloc::vec::Vec;
use conformable_einsum::{DOTS, LABELS, Label, Labels, Plan, letter, parse, plan, size};
use core::fmt;

/// The order in which an `einsum` contracts its operands, and what it costs: what
/// [`einsum_path!`](crate::einsum_path!) and [`einsum_path`](fn@einsum_path) give.
///
/// Labels that one operand alone has are summed first; then each step contracts two operands, and its result takes
/// the place of the first. Of up to 8 operands the order is the cheapest of all; of more, each step is the one whose
/// result is smallest beside its operands.
///
/// ```
/// use conformable::{Matrix, einsum_path};
/// let (a, b, c) = (Matrix::<f64, 10, 1000>::zeros(), Matrix::<f64, 1000, 10>::zeros(), Matrix::<f64, 10, 2>::zeros());
/// let path = einsum_path!("ij,jk,kl->il", a, b, c);
/// assert_eq!(path.steps().collect::<Vec<_>>(), [(1, 2), (0, 1)]);
/// assert_eq!((path.flops(), path.largest()), (2 * 20_000 + 2 * 20_000, 2000));
/// assert_eq!(
///     path.to_string(),
///     "ij,jk,kl->il\n  \
///      1, 2: jk,kl->jl    2000 elements, 40000 FLOPs\n  \
///      0, 1: ij,jl->il    20 elements, 40000 FLOPs\n\
///      80000 FLOPs, largest intermediate result 2000 elements"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EinsumPath {
    operands: Vec<Vec<Label>>,
    output: Vec<Label>,
    sizes: [usize; LABELS],
    plan: Plan,
}

impl EinsumPath {
    /// `operands` are the labels of each, in the order of their axes.
    fn new(operands: Vec<Vec<Label>>, output: Vec<Label>, sizes: [usize; LABELS]) -> Self {
        let sets: Vec<Labels> = operands.iter().map(|labels| Labels::of(labels)).collect();
        let plan = plan(&sets, Labels::of(&output), &sizes);
        EinsumPath { operands, output, sizes, plan }
    }

    /// The pairs of operands, from 0, in the order in which they are contracted. The result takes the place of the
    /// first.
    pub fn steps(&self) -> impl ExactSizeIterator<Item = (usize, usize)> + '_ {
        self.plan.steps().iter().map(|step| (step.left.into(), step.right.into()))
    }

    /// Multiplications and additions; as many as a `u128` holds, at most.
    #[must_use]
    pub fn flops(&self) -> u128 {
        self.plan.flops
    }

    /// The elements of the largest result of a step, the last one included.
    #[must_use]
    pub fn largest(&self) -> u128 {
        self.plan.largest
    }
}

impl fmt::Display for EinsumPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, labels) in self.operands.iter().enumerate() {
            write!(f, "{}{}", if i == 0 { "" } else { "," }, Letters(labels))?;
        }
        writeln!(f, "->{}", Letters(&self.output))?;
        let wanted = |at: usize| {
            let others = self.operands.iter().enumerate().filter(|(other, _)| *other != at);
            others.fold(Labels::of(&self.output), |all, (_, labels)| all.or(Labels::of(labels)))
        };
        let mut here: Vec<Vec<Label>> = self.operands.clone();
        for (i, labels) in self.operands.iter().enumerate().filter(|_| self.operands.len() > 1) {
            here[i].retain(|label| wanted(i).has(*label));
            if here[i].len() < labels.len() && Labels::of(&here[i]).0 != Labels::of(labels).0 {
                let terms = size(Labels::of(labels), &self.sizes);
                let len = size(Labels::of(&here[i]), &self.sizes);
                writeln!(
                    f,
                    "  {i}: {}->{}    {len} elements, {terms} FLOPs",
                    Letters(labels),
                    Letters(&here[i])
                )?;
            }
        }
        let count = self.plan.steps().len();
        for (number, step) in self.plan.steps().iter().enumerate() {
            let (left, right) = (usize::from(step.left), usize::from(step.right));
            let (a, b) = (here[left].clone(), here[right].clone());
            let mut result = Vec::new();
            for label in a.iter().chain(&b) {
                if step.result.has(*label) && !result.contains(label) {
                    result.push(*label);
                }
            }
            if number + 1 == count {
                result.clone_from(&self.output);
            }
            let all = Labels::of(&a).or(Labels::of(&b));
            let flops = conformable_einsum::cost(all, step.result, &self.sizes);
            let len = size(step.result, &self.sizes);
            writeln!(
                f,
                "  {left}, {right}: {},{}->{}    {len} elements, {flops} FLOPs",
                Letters(&a),
                Letters(&b),
                Letters(&result)
            )?;
            here[left] = result;
        }
        write!(f, "{} FLOPs, largest intermediate result {} elements", self.flops(), self.largest())
    }
}

/// Labels as they are written.
struct Letters<'a>(&'a [Label]);

impl fmt::Display for Letters<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut was_dots = false;
        for label in self.0 {
            let is_dots = *label >= DOTS;
            match (is_dots, was_dots) {
                (false, _) => write!(f, "{}", letter(*label))?,
                (true, false) => f.write_str("...")?,
                (true, true) => {}
            }
            was_dots = is_dots;
        }
        Ok(())
    }
}

/// The order in which [`einsum`](fn@crate::einsum) contracts operands of these shapes.
///
/// As `numpy.einsum_path`, with lengths in the place of arrays.
///
/// # Errors
/// As [`einsum`](fn@crate::einsum), but that nothing is too large.
///
/// # Example
/// ```
/// use conformable::einsum_path;
/// let path = einsum_path("ij,jk,kl->il", &[&[2, 30], &[30, 30], &[30, 2]])?;
/// assert_eq!(path.steps().collect::<Vec<_>>(), [(0, 1), (0, 2)]);
/// assert_eq!(path.largest(), 60);
/// # Ok::<(), conformable::EinsumError>(())
/// ```
pub fn einsum_path(subscripts: &str, shapes: &[&[usize]]) -> Result<EinsumPath, EinsumError> {
    let parsed = parse(subscripts, shapes.len(), |operand| Some(shapes[operand].len()))?;
    let terms = parsed.terms().iter().zip(shapes);
    let labels: Vec<Vec<Label>> = terms.map(|(term, dims)| expanded(term, dims.len())).collect();
    let dots = labels.iter().flatten().copied().filter(|label| *label >= DOTS).min();
    let dots = dots.map_or(0, |first| LABELS - usize::from(first));
    let output = expanded(parsed.output(), parsed.output().letters().len() + dots);
    let dims: Vec<DimsD> = shapes.iter().map(|dims| DimsD::truncated(dims)).collect();
    check_diagonals(&labels, &dims, &output)?;
    let sizes = common_sizes(&labels, &dims, &output)?;
    let stretched = |(labels, dims): (Vec<Label>, &&[usize])| {
        let axes = labels.into_iter().zip(*dims);
        axes.filter(|(label, d)| **d == sizes[usize::from(*label)]).map(|(label, _)| label).collect()
    };
    Ok(EinsumPath::new(labels.into_iter().zip(shapes).map(stretched).collect(), output, sizes))
}

/// What `einsum_path!` expands to: the path, in a `Result` if a check is left for run time.
pub fn path<E: Subscripts, M: Marks, T, A: Operands<T>, Out: Shape>(
    _: E,
    _: M,
    operands: A,
    _: Out,
) -> <M::All as Check>::Wrap<EinsumPath> {
    M::All::wrap(typed::<E, T, A, Out>(&operands))
}

fn typed<E: Subscripts, T, A: Operands<T>, Out: Shape>(operands: &A) -> Result<EinsumPath, ShapeError> {
    let (labels, output, sizes) = erased::<E, T, A, Out>(operands)?;
    Ok(EinsumPath::new(labels, output, sizes))
}
