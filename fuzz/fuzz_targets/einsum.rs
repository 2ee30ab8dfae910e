//! `einsum` of any text and any shapes, beside a loop over all values of all letters.

#![no_main]

use arbitrary::Arbitrary;
use conformable::{ArrayD, DynRank, einsum, einsum_path};
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;

#[derive(Arbitrary, Debug)]
struct Input {
    subscripts: String,
    shapes: Vec<Vec<u8>>,
    seed: u64,
}

/// The most elements of an operand, and the most products.
const MOST: usize = 1 << 12;

fuzz_target!(|input: Input| {
    let shapes: Vec<Vec<usize>> = input
        .shapes
        .iter()
        .take(4)
        .map(|dims| dims.iter().map(|len| usize::from(len % 5)).collect())
        .collect();
    let mut number = input.seed;
    let mut operands = vec![];
    for dims in &shapes {
        let Ok(shape) = DynRank::new(dims) else { return };
        let len = dims.iter().product::<usize>();
        if len > MOST {
            return;
        }
        let elements = (0..len).map(|_| {
            number = number.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (number >> 48) as i64 - (1 << 15)
        });
        operands.push(ArrayD::from_vec(shape, elements.collect()).expect("as many as the shape has"));
    }
    let dims: Vec<&[usize]> = shapes.iter().map(Vec::as_slice).collect();
    let path = einsum_path(&input.subscripts, &dims);
    if path.as_ref().is_ok_and(|path| path.flops() > 1 << 22 || path.largest() > 1 << 20) {
        return;
    }
    let views: Vec<_> = operands.iter().map(ArrayD::view).collect();
    let result = einsum(&input.subscripts, &views);
    assert_eq!(result.is_ok(), path.is_ok(), "{result:?} {path:?}");
    let Ok(result) = result else { return };
    if let Some((dims, expected)) = by_loops(&input.subscripts, &operands) {
        assert_eq!(result.dims().as_ref(), dims);
        assert_eq!(result.as_slice(), expected);
    }
});

/// The sum of products of a text of letters and one arrow, if it has no other signs and there are few products.
fn by_loops(subscripts: &str, operands: &[ArrayD<i64>]) -> Option<(Vec<usize>, Vec<i64>)> {
    let text: String = subscripts.chars().filter(|c| *c != ' ').collect();
    let (terms, output) = text.split_once("->")?;
    let terms: Vec<Vec<char>> = terms.split(',').map(|term| term.chars().collect()).collect();
    let output: Vec<char> = output.chars().collect();
    if !terms.iter().flatten().chain(&output).all(char::is_ascii_alphabetic) {
        return None;
    }
    // The length of each letter; one of 1 stretches, as in NumPy.
    let mut lens = BTreeMap::new();
    for (term, operand) in terms.iter().zip(operands) {
        for (letter, len) in term.iter().zip(operand.dims().as_ref()) {
            let own = lens.entry(*letter).or_insert(*len);
            if *own == 1 {
                *own = *len;
            }
        }
    }
    let letters: Vec<(char, usize)> = lens.into_iter().collect();
    let count =
        letters.iter().try_fold(1_usize, |n, (_, len)| n.checked_mul(*len)).filter(|n| *n <= 1 << 16)?;
    let dims: Vec<usize> = output
        .iter()
        .map(|letter| letters.iter().find(|(own, _)| own == letter).map_or(0, |(_, len)| *len))
        .collect();
    let mut out = vec![0_i64; dims.iter().product()];
    for number in 0..count {
        let mut rest = number;
        let at: BTreeMap<char, usize> = (letters.iter())
            .map(|(letter, len)| {
                let position = rest % len;
                rest /= len;
                (*letter, position)
            })
            .collect();
        let place = |term: &[char], dims: &[usize]| {
            term.iter()
                .zip(dims)
                .fold(0, |place, (letter, len)| place * len + if *len == 1 { 0 } else { at[letter] })
        };
        let product = terms.iter().zip(operands).fold(1_i64, |product, (term, operand)| {
            product.wrapping_mul(operand.as_slice()[place(term, operand.dims().as_ref())])
        });
        let place = place(&output, &dims);
        out[place] = out[place].wrapping_add(product);
    }
    Some((dims, out))
}
