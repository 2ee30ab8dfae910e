//! The function `einsum`: NumPy's values and errors, and the definition by plain loops, on many strings and shapes.

#![cfg(feature = "alloc")]

use crate::common;

use common::Rng;
use conformable::{Array, ArrayD, ArrayView, DynRank, EinsumError, Scalar, SyntaxErrorKind, array, einsum};
use std::collections::{BTreeMap, HashSet};
use std::slice;

// ---- NumPy's values and errors ------------------------------------------------------------------------

/// The text with escapes as Python writes them.
fn unescaped(text: &str) -> String {
    text.replace("\\t", "\t").replace("\\n", "\n").replace("\\x00", "\0")
}

fn numbers<N: core::str::FromStr<Err: core::fmt::Debug>>(text: &str) -> Vec<N> {
    text.split(',').filter(|n| !n.is_empty()).map(|n| n.parse().unwrap()).collect()
}

fn array_of<T>(dims: &[usize], element: impl FnMut(usize) -> T) -> ArrayD<T> {
    let len = dims.iter().product();
    ArrayD::from_vec(DynRank::new(dims).unwrap(), (0..len).map(element).collect()).unwrap()
}

/// Operand number `i` of a case.
fn numpy_operand(i: usize, dims: &[usize]) -> ArrayD<i64> {
    array_of(dims, |n| ((5 * n + 3 * i + n * n) % 11) as i64 - 5)
}

fn call<T: Scalar>(subscripts: &str, operands: &[ArrayD<T>]) -> Result<ArrayD<T>, EinsumError> {
    einsum(subscripts, &operands.iter().map(|operand| operand.view()).collect::<Vec<_>>())
}

#[test]
fn einsum_is_numpy_s_value_for_value_and_text_for_text() {
    let (mut valid, mut refused) = (HashSet::new(), HashSet::new());
    for line in include_str!("../numpy/einsum.txt").lines().step_by(crate::common::EVERY) {
        let fields: Vec<&str> = line.split('|').collect();
        let subscripts = unescaped(fields[0]);
        let operands: Vec<ArrayD<i64>> =
            fields[1].split(';').enumerate().map(|(i, dims)| numpy_operand(i, &numbers(dims))).collect();
        let result = call(&subscripts, &operands);
        if let Some(text) = fields[2].strip_prefix('!') {
            let error = result.expect_err(line);
            let mut text = unescaped(text);
            // These two NumPy has the wrong way round.
            if let Some(rest) = text.strip_prefix("more operands") {
                text = format!("fewer operands{rest}");
            } else if let Some(rest) = text.strip_prefix("fewer operands") {
                text = format!("more operands{rest}");
            }
            assert_eq!(error.to_string(), text, "{line}");
            refused.insert(subscripts);
        } else {
            let result = result.expect(line);
            assert_eq!(result.dims(), &numbers(fields[2])[..], "{line}");
            assert_eq!(result.as_slice(), numbers::<i64>(fields[3]), "{line}");
            valid.insert(subscripts);
        }
    }
    assert!(
        valid.len() >= 300 / crate::common::EVERY && refused.len() >= 200 / crate::common::EVERY,
        "{} and {}",
        valid.len(),
        refused.len()
    );
}

// ---- the definition -----------------------------------------------------------------------------------

/// A term with `...` spelled out: its axes get digits as labels, of which the last is always 7.
fn spelled(term: &str, ndim: usize) -> Vec<char> {
    let term: String = term.chars().filter(|c| *c != ' ').collect();
    match term.split_once("...") {
        Some((before, behind)) => {
            let dots = ndim - before.len() - behind.len();
            let digits = ('0'..='7').skip(8 - dots);
            before.chars().chain(digits).chain(behind.chars()).collect()
        }
        None => term.chars().collect(),
    }
}

/// All positions of these lengths.
fn positions(lengths: &[usize]) -> Vec<Vec<usize>> {
    lengths.iter().fold(vec![Vec::new()], |all, length| {
        all.iter().flat_map(|p| (0..*length).map(move |i| [&p[..], &[i]].concat())).collect()
    })
}

/// The definition: for every value of all labels, one product. Lengths of 1 stretch.
fn definition<T: Scalar>(subscripts: &str, operands: &[ArrayD<T>]) -> (Vec<usize>, Vec<T>) {
    let (inputs, output) = match subscripts.split_once("->") {
        Some((inputs, output)) => (inputs, Some(output)),
        None => (subscripts, None),
    };
    let terms: Vec<Vec<char>> =
        inputs.split(',').zip(operands).map(|(term, operand)| spelled(term, operand.ndim())).collect();
    let mut sizes = BTreeMap::new();
    let mut count = BTreeMap::new();
    for (term, operand) in terms.iter().zip(operands) {
        for (label, d) in term.iter().zip(operand.dims().iter()) {
            let size = sizes.entry(*label).or_insert(1);
            *size = if *size == 1 { *d } else { *size };
            *count.entry(*label).or_insert(0) += 1;
        }
    }
    let dots = sizes.keys().filter(|label| label.is_ascii_digit()).count();
    let output: Vec<char> = match output {
        Some(output) => spelled(output, output.chars().filter(|c| c.is_alphabetic()).count() + dots),
        None => sizes.keys().copied().filter(|l| l.is_ascii_digit() || count[l] == 1).collect(),
    };
    let summed: Vec<char> = sizes.keys().copied().filter(|label| !output.contains(label)).collect();
    let lengths = |labels: &[char]| labels.iter().map(|label| sizes[label]).collect::<Vec<usize>>();
    let (out_dims, sum_dims) = (lengths(&output), lengths(&summed));
    let mut out = Vec::new();
    for at in positions(&out_dims) {
        let mut sum: Option<T> = None;
        for inner in positions(&sum_dims) {
            let value = |label: &char| match output.iter().position(|l| l == label) {
                Some(axis) => at[axis],
                None => inner[summed.iter().position(|l| l == label).unwrap()],
            };
            let mut product: Option<T> = None;
            for (term, operand) in terms.iter().zip(operands) {
                let dims = operand.dims();
                let index = term
                    .iter()
                    .zip(dims.iter())
                    .fold(0, |index, (label, d)| index * d + if *d == 1 { 0 } else { value(label) });
                let x = operand.as_slice()[index];
                product = Some(product.map_or(x, |p| p.times(x)));
            }
            let product = product.unwrap();
            sum = Some(sum.map_or(product, |s| s.plus(product)));
        }
        out.push(sum.unwrap_or(T::ZERO));
    }
    (out_dims, out)
}

/// Random subscripts, and shapes for them.
fn random(rng: &mut Rng, most_operands: usize) -> (String, Vec<Vec<usize>>) {
    let pool = ['a', 'b', 'c', 'd', 'i', 'j', 'k', 'A', 'Z'];
    let start = rng.below(pool.len());
    let letters: Vec<char> = (0..2 + rng.below(4)).map(|i| pool[(start + i) % pool.len()]).collect();
    let sizes: Vec<usize> =
        letters.iter().map(|_| if rng.below(30) == 0 { 0 } else { 1 + rng.below(4) }).collect();
    let leading: Vec<usize> = (0..rng.below(3)).map(|_| 1 + rng.below(3)).collect();
    let (mut terms, mut shapes, mut used, mut has_dots) = (Vec::new(), Vec::new(), Vec::new(), false);
    for _ in 0..1 + rng.below(most_operands) {
        let (mut term, mut shape) = (Vec::new(), Vec::new());
        for _ in 0..rng.below(4) {
            let letter = rng.below(letters.len());
            term.push(letters[letter].to_string());
            shape.push(sizes[letter]);
            used.push(letters[letter]);
        }
        if rng.below(5) == 0 {
            has_dots = true;
            let at = rng.below(term.len() + 1);
            term.insert(at, "...".into());
            let some = rng.below(leading.len() + 1);
            shape.splice(at..at, leading[some..].iter().map(|d| if rng.below(8) == 0 { 1 } else { *d }));
        }
        terms.push(term.concat());
        shapes.push(shape);
    }
    let mut subscripts = terms.join(if rng.below(6) == 0 { " , " } else { "," });
    if rng.below(5) > 0 {
        used.sort_unstable();
        used.dedup();
        let mut output: Vec<String> = Vec::new();
        for letter in used {
            if rng.below(5) < 3 {
                output.insert(rng.below(output.len() + 1), letter.into());
            }
        }
        if has_dots {
            output.insert(rng.below(output.len() + 1), "...".into());
        }
        subscripts = format!("{subscripts}->{}", output.concat());
    }
    (subscripts, shapes)
}

#[test]
fn einsum_is_its_definition() {
    let mut rng = Rng::new(1);
    let mut seen = HashSet::new();
    for _ in 0..1200 / crate::common::EVERY {
        let (subscripts, shapes) = random(&mut rng, 5);
        let mut element = |_| rng.below(19) as i64 - 9;
        let operands: Vec<ArrayD<i64>> = shapes.iter().map(|dims| array_of(dims, &mut element)).collect();
        let (dims, elements) = definition(&subscripts, &operands);
        if dims.len() > 8 {
            assert!(call(&subscripts, &operands).is_err());
            continue;
        }
        let result = call(&subscripts, &operands).expect(&subscripts);
        assert_eq!(result.dims(), &dims[..], "{subscripts} {shapes:?}");
        assert_eq!(result.as_slice(), elements, "{subscripts} {shapes:?}");

        // Small integers are exact in floats, in any order.
        let floats: Vec<ArrayD<f64>> =
            operands.iter().map(|a| array_of(&a.dims(), |n| a.as_slice()[n] as f64)).collect();
        let exact: Vec<f64> = elements.iter().map(|x| *x as f64).collect();
        assert_eq!(call(&subscripts, &floats).unwrap().as_slice(), exact, "{subscripts} {shapes:?}");

        let bools: Vec<ArrayD<bool>> =
            operands.iter().map(|a| array_of(&a.dims(), |n| a.as_slice()[n] % 3 == 0)).collect();
        assert_eq!(call(&subscripts, &bools).unwrap().as_slice(), definition(&subscripts, &bools).1);
        seen.insert(subscripts);
    }
    assert!(seen.len() >= 300 / crate::common::EVERY, "{} strings", seen.len());
}

#[test]
fn larger_lengths_go_the_ways_of_the_kernels() {
    let mut rng = Rng::new(2);
    let table: [(&str, &[&[usize]]); 16] = [
        ("ij,jk->ik", &[&[33, 65], &[65, 17]]),
        ("ij,jk->ki", &[&[33, 65], &[65, 17]]),
        ("ji,jk->ik", &[&[300, 9], &[300, 17]]),
        ("ijk,lk->ijl", &[&[5, 7, 40], &[9, 40]]),
        ("ijk,jil->kl", &[&[16, 17, 9], &[17, 16, 5]]),
        ("bij,bjk->bik", &[&[3, 20, 30], &[3, 30, 10]]),
        ("bij,jbk->kbi", &[&[3, 20, 30], &[30, 3, 10]]),
        ("i,i", &[&[5000], &[5000]]),
        ("ij,ij", &[&[50, 70], &[50, 70]]),
        ("ij,ji", &[&[50, 70], &[70, 50]]),
        ("ij,ij->ij", &[&[50, 70], &[50, 70]]),
        ("ij->ji", &[&[50, 70]]),
        ("ijk->kji", &[&[20, 30, 40]]),
        ("ijk->ik", &[&[20, 30, 40]]),
        ("ijk->j", &[&[20, 30, 40]]),
        ("ij,jk,kl,lm->im", &[&[20, 30], &[30, 40], &[40, 5], &[5, 30]]),
    ];
    // Miri takes its time for each element.
    let most = if cfg!(miri) { 9 } else { usize::MAX };
    for (subscripts, shapes) in table {
        let shapes: Vec<Vec<usize>> =
            shapes.iter().map(|dims| dims.iter().map(|len| *len.min(&most)).collect()).collect();
        let operands: Vec<ArrayD<i32>> =
            shapes.iter().map(|dims| array_of(dims, |_| rng.below(2000) as i32 - 1000)).collect();
        let (dims, elements) = if subscripts == "ij,jk,kl,lm->im" {
            // Wrapping sums are the same in every order.
            let first = call("ij,jk->ik", &operands[..2]).unwrap();
            let second = call("kl,lm->km", &operands[2..]).unwrap();
            definition("ik,km->im", &[first, second])
        } else {
            definition(subscripts, &operands)
        };
        let result = call(subscripts, &operands).unwrap();
        assert_eq!((result.dims().as_ref(), result.as_slice()), (&dims[..], &elements[..]), "{subscripts}");
    }
}

#[test]
fn views_of_any_strides_are_operands() {
    let a = array_of(&[3, 4], |n| n as i64);
    let b = array_of(&[5, 4], |n| n as i64 * 2 - 7);
    let (a_t, b_t) = (a.t(), b.t());
    let expected = einsum("ij,kj->ik", &[a.view(), b.view()]).unwrap();
    assert_eq!(einsum("ji,jk->ik", &[a_t, b_t]).unwrap(), expected);
    assert_eq!(einsum("ij,jk->ik", &[a.view(), b_t]).unwrap(), expected);
    assert_eq!(einsum("ij->ji", &[a.view()]).unwrap(), einsum("ij->ij", &[a_t]).unwrap());
    assert_eq!(einsum("ii", &[array_of(&[3, 3], |n| n as i64).t()]).unwrap().as_slice(), [12]);
}

#[test]
fn one_kernel_has_one_result_bit_by_bit() {
    let mut rng = Rng::new(3);
    for [m, n, k] in [[3, 4, 5], [12, 6, 33], [1, 7, 300], [1, 1, 1000], [40, 30, 520]] {
        if cfg!(miri) && m * n * k > 500 {
            continue;
        }
        let a = array_of(&[m, k], |_| rng.f32());
        let b = array_of(&[n, k], |_| rng.f32());
        let inner = a.inner(&b).unwrap();
        let bits = |x: &ArrayD<f32>| x.as_slice().iter().map(|x| x.to_bits()).collect::<Vec<u32>>();
        assert_eq!(bits(&call("ik,jk->ij", &[a, b]).unwrap()), bits(&inner), "({m},{k})·({n},{k})");
    }
}

#[test]
fn sums_of_any_number_of_terms_are_those_of_inner() {
    fn check<T: Scalar + PartialEq + core::fmt::Debug>(k: usize, mut element: impl FnMut() -> T) {
        for [m, n] in [[1, 1], [1, 5], [3, 4]] {
            let (a, b) = (array_of(&[m, k], |_| element()), array_of(&[n, k], |_| element()));
            let (inner, turned) = (a.inner(&b).unwrap(), b.inner(&a).unwrap());
            let operands = [a, b];
            assert_eq!(call("ik,jk->ij", &operands).unwrap(), inner, "({m},{k})·({n},{k})");
            assert_eq!(call("ik,jk->ji", &operands).unwrap(), turned, "({m},{k})·({n},{k})");
        }
    }
    let mut rng = Rng::new(4);
    for k in [0, 1, 7, 8, 15, 16, 17, 31, 33, 63, 64, 65, 127, 1000, 4099] {
        if cfg!(miri) && k > 33 {
            break;
        }
        check(k, || rng.f32());
        check(k, || rng.f64());
        check(k, || rng.below(1 << 20) as i32);
        check(k, || rng.below(1 << 40) as i64);
        check(k, || rng.below(256) as u8);
        check(k, || rng.below(2) == 1);
    }
}

#[test]
fn networks_of_many_operands_need_little_memory_and_time() {
    // A chain of 40 matrices, whose outer product would have 2^41 elements.
    let names: Vec<char> = ('a'..='z').chain('A'..='Z').collect();
    let subscripts: Vec<String> = names.windows(2).take(40).map(|w| w.iter().collect()).collect();
    let matrix = array_of(&[2, 2], |n| [1_u64, 1, 1, 0][n]);
    let result = call(&subscripts.join(","), &vec![matrix; 40]).unwrap();
    // Fibonacci numbers 41, 40, 40, 39; the output is in the order of ASCII: `O` before `a`.
    assert_eq!(result.as_slice(), [165_580_141, 102_334_155, 102_334_155, 63_245_986]);
    // A label of every letter, on one operand each.
    let all: Vec<String> = names.iter().map(|c| c.to_string()).collect();
    let two = array_of(&[2], |_| 1_u64);
    let sum = call(&format!("{}->", all.join(",")), &vec![two; 52]).unwrap();
    assert_eq!(sum.as_slice(), [1 << 52]);
}

#[test]
fn sums_of_nothing_are_zero_and_empty_axes_stay() {
    let none = array_of(&[2, 0], |_| 1.0);
    let one = slice::from_ref(&none);
    assert_eq!(call("ij->i", one).unwrap().as_slice(), [0.0, 0.0]);
    assert_eq!(call("ij,kj->ik", &[none.clone(), none.clone()]).unwrap().as_slice(), [0.0; 4]);
    assert_eq!(call("ij->ji", one).unwrap().dims(), [0, 2]);
    assert_eq!(call("ij,ij,ij->", &[none.clone(), none.clone(), none.clone()]).unwrap().as_slice(), [0.0]);
}

// ---- errors -------------------------------------------------------------------------------------------

#[test]
fn errors_say_what_where_and_of_which_operand() {
    let a = array_of(&[2, 3], |_| 0);
    let b = array_of(&[4, 5], |_| 0);
    let two = [a, b];
    let error = call("ij,k%", &two).unwrap_err();
    assert_eq!((error.position(), error.operand()), (Some(4), Some(1)));
    let EinsumError::Syntax(syntax) = &error else { panic!("{error:?}") };
    assert_eq!(syntax.kind, SyntaxErrorKind::Invalid { character: '%', operand: 1 });
    let error = call("ij,jk", &two).unwrap_err();
    assert_eq!((error.position(), error.operand()), (None, Some(1)));
    let EinsumError::Lengths { operands, label, lengths, .. } = error else { panic!("{error:?}") };
    assert_eq!((operands, label, lengths), ([0, 1], 'j', [3, 4]));
    let error = call("ii,jk", &two).unwrap_err();
    let EinsumError::Diagonal { operand, label, lengths, .. } = error else { panic!("{error:?}") };
    assert_eq!((operand, label, lengths), (0, 'i', [2, 3]));
    let error = einsum::<f32>("", &[]).unwrap_err();
    assert_eq!(error.position(), Some(0));
    let _: &dyn core::error::Error = &error;
}

#[test]
fn results_that_memory_cannot_hold_are_refused() {
    let rows = 1_usize << (usize::BITS / 2);
    let a = ArrayView::<f32, _>::from_slice(DynRank::new(&[rows, 0]).unwrap(), &[]).unwrap();
    assert!(matches!(einsum("ij,kj->ik", &[a, a]), Err(EinsumError::TooLarge { .. })));
    // Each pair would make an intermediate result too large.
    let subscripts = "aw,bw,cw->abc";
    assert!(matches!(einsum(subscripts, &[a, a, a]), Err(EinsumError::TooLarge { .. })));
    let long = array![1_u8, 2].into_dyn();
    let axes = call("a,b,c,d,e,f,g,h,i", &vec![long.clone(); 9]).unwrap_err();
    let EinsumError::Syntax(error) = axes else { panic!("{axes:?}") };
    assert_eq!(error.kind, SyntaxErrorKind::TooManyAxes);
    assert_eq!(call("a,b,c,d,e,f,g,h", &vec![long; 8]).unwrap().len(), 256);
    let _: Array<f32, DynRank> =
        einsum("", &[array![1.0_f32].view().typed().unwrap()]).unwrap_or_else(|_| array_of(&[], |_| 0.0));
}

#[test]
fn nul_and_letters_beyond_ascii_are_no_letters() {
    let a = array_of(&[2, 3], |_| 0);
    for (text, character, position) in [("ij\0", '\0', 2), ("iµ", 'µ', 1), ("ＩＪ", 'Ｉ', 0)] {
        let error = call(text, slice::from_ref(&a)).unwrap_err();
        assert_eq!(
            error,
            EinsumError::Syntax(conformable::SyntaxError {
                kind: SyntaxErrorKind::Invalid { character, operand: 0 },
                position,
            })
        );
    }
}
