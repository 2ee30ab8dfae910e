//! Slices by numbers known at run time, beside lists of positions.

#![no_main]

use arbitrary::Arbitrary;
use conformable::{Array, Const, Dyn, s};
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input {
    lens: [u8; 2],
    at: i64,
    range: (i64, i64),
    step: i64,
    from: i16,
}

/// The positions of a range of an axis; `None` if it is refused.
fn positions(len: usize, start: i64, end: i64, step: i64) -> Option<Vec<usize>> {
    let resolve = |n: i64| if n < 0 { i128::from(n) + len as i128 } else { i128::from(n) };
    let (start, end) = (resolve(start), resolve(end));
    if step == 0 || start < 0 || end > len as i128 || start > end {
        return None;
    }
    let all: Vec<usize> = (start as usize..end as usize).collect();
    let by = usize::try_from(step.unsigned_abs()).unwrap_or(usize::MAX);
    Some(if step > 0 {
        all.into_iter().step_by(by).collect()
    } else {
        all.into_iter().rev().step_by(by).collect()
    })
}

fuzz_target!(|input: Input| {
    let [rows, columns] = input.lens.map(|len| usize::from(len % 12));
    let elements = (0..rows * columns * 3).collect();
    let mut a =
        Array::from_vec((Dyn(rows), Dyn(columns), Const::<3>), elements).expect("as many as the shape has");
    let Input { at, range: (start, end), step, from, .. } = input;

    // A position, a range with a step, and a range to the end.
    let row = positions(rows, at, at.wrapping_add(1), 1)
        .filter(|row| row.len() == 1)
        .or_else(|| (at == -1 && rows > 0).then(|| vec![rows - 1]));
    let middle = positions(columns, start, end, step);
    let last = positions(3, from.into(), 3, 1);
    let expected = row.zip(middle).zip(last);
    let part = a.slice(s![at, start..end;step, from..]);
    match (&part, &expected) {
        (Ok(part), Some(((row, middle), last))) => {
            assert_eq!(part.dims(), [middle.len(), last.len()]);
            let elements = middle
                .iter()
                .flat_map(|j| last.iter().map(move |k| (j, k)))
                .map(|(j, k)| (row[0] * columns + j) * 3 + k);
            assert!(part.iter().copied().eq(elements));
        }
        (Err(_), None) => {}
        other => panic!("{other:?}"),
    }
    if let Ok(mut part) = a.slice_mut(s![at, start..end;step, from..]) {
        part.fill(usize::MAX);
    }
    let changed = a.iter().filter(|x| **x == usize::MAX).count();
    assert_eq!(changed, expected.map_or(0, |((_, middle), last)| middle.len() * last.len()));
});
