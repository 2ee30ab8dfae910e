//! The feature `arbitrary-1`: arrays of a fuzzer's bytes, never of more elements than there are bytes.
#![cfg(feature = "arbitrary-1")]

use arbitrary::{Arbitrary, Unstructured};
use conformable::prelude::*;
use conformable::{Array3, Matrix, UpTo, Vector};
use std::cell::Cell;

axis!(Joint: 3);
axis!(Batch);

/// Bytes of no pattern.
fn bytes(len: usize, seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let next = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    (0..len).map(next).collect()
}

#[test]
fn static_arrays_take_their_elements_in_order_and_nothing_else() {
    let input: Vec<u8> = (1..=20).collect();
    let mut u = Unstructured::new(&input);
    let m = Matrix::<u8, 2, 3>::arbitrary(&mut u).unwrap();
    assert_eq!(m, array![[1, 2, 3], [4, 5, 6]]);
    let scalar = Array::<u8, ()>::arbitrary(&mut u).unwrap();
    assert_eq!(scalar[[]], 7);
    let named = Array::<u16, (Stretch, Joint)>::arbitrary(&mut u).unwrap();
    assert_eq!(named.to_vec(), [0x0908, 0x0b0a, 0x0d0c]);
    assert_eq!(u.len(), 7);
    assert!(Matrix::<u8, 0, 3>::arbitrary(&mut u).unwrap().is_empty());
    assert_eq!(u.len(), 7);
    // As arrays of the language do, with zeros for what is missing.
    assert_eq!(Vector::<u8, 9>::arbitrary(&mut u).unwrap().to_vec(), [14, 15, 16, 17, 18, 19, 20, 0, 0]);
}

#[test]
fn size_hints_are_those_of_nested_arrays() {
    fn hint<'a, T: Arbitrary<'a>>() -> (usize, Option<usize>) {
        T::size_hint(0)
    }
    assert_eq!(hint::<Matrix<u32, 2, 3>>(), hint::<[[u32; 3]; 2]>());
    assert_eq!(hint::<Array3<Option<u8>, 2, 1, 2>>(), hint::<[Option<u8>; 4]>());
    assert_eq!(hint::<Matrix<Vec<u8>, 2, 2>>(), (0, None));
    assert_eq!(hint::<Matrix<u64, 0, 3>>(), (0, Some(0)));
    assert_eq!(hint::<Array<u8, ()>>(), (1, Some(1)));
    assert_eq!(hint::<Array<u32, shape![dyn, 3]>>(), (0, None));
    assert_eq!(hint::<Vector<(), { isize::MAX as usize }>>(), (0, Some(0)));
}

#[test]
fn run_time_lengths_are_within_the_input() {
    let mut lens = Vec::new();
    for seed in 0..300 {
        let input = bytes(64, seed);
        let u = &mut Unstructured::new(&input);
        let v = Array::<u16, (Dyn,)>::arbitrary(u).unwrap();
        assert!(v.len() <= 32);
        lens.push(v.len());
        for dims in [
            Array::<u8, shape![dyn, dyn]>::arbitrary(&mut Unstructured::new(&input)).unwrap().dims().to_vec(),
            Array::<u8, shape![dyn, 3, dyn, dyn, dyn, dyn]>::arbitrary(&mut Unstructured::new(&input))
                .unwrap()
                .dims()
                .to_vec(),
            Array::<u8, shape![Batch, Joint]>::arbitrary(&mut Unstructured::new(&input))
                .unwrap()
                .dims()
                .to_vec(),
            ArrayD::<u8>::arbitrary(&mut Unstructured::new(&input)).unwrap().dims().to_vec(),
        ] {
            let len: usize = dims.iter().product();
            // A 0 stands for every other length, too.
            let extent: usize = dims.iter().map(|d| d.max(&1)).product();
            assert!(len <= 64 && extent <= 64, "{dims:?}");
        }
        let few = Array::<u8, shape![(UpTo<4>), 2]>::arbitrary(&mut Unstructured::new(&input)).unwrap();
        assert!(few.dims()[0] <= 4);
    }
    assert!(lens.contains(&0) && lens.iter().any(|len| *len > 25), "{lens:?}");
    let ranks: Vec<usize> = (0..300)
        .map(|seed| ArrayD::<u8>::arbitrary(&mut Unstructured::new(&bytes(64, seed))).unwrap().ndim())
        .collect();
    assert!((0..=8).all(|ndim| ranks.contains(&ndim)));
}

#[test]
fn no_input_gives_the_smallest_array() {
    let u = &mut Unstructured::new(&[]);
    assert_eq!(Array::<u8, shape![dyn, 3]>::arbitrary(u).unwrap().dims(), [0, 3]);
    assert_eq!(Array::<u8, shape![(UpTo<4>)]>::arbitrary(u).unwrap().len(), 0);
    assert_eq!(ArrayD::<u8>::arbitrary(u).unwrap().ndim(), 0);
    assert_eq!(Matrix::<u8, 1, 2>::arbitrary(u).unwrap(), array![[0, 0]]);
}

thread_local! {
    static LIVING: Cell<usize> = const { Cell::new(0) };
    static LEFT: Cell<usize> = const { Cell::new(0) };
}
/// An element of which `LEFT` more can be made, and `LIVING` live.
struct Counted;
impl Drop for Counted {
    fn drop(&mut self) {
        LIVING.set(LIVING.get() - 1);
    }
}
impl<'a> Arbitrary<'a> for Counted {
    fn arbitrary(u: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        u8::arbitrary(u)?;
        let left = LEFT.get().checked_sub(1).ok_or(arbitrary::Error::IncorrectFormat)?;
        LEFT.set(left);
        LIVING.set(LIVING.get() + 1);
        Ok(Counted)
    }
    fn size_hint(_: usize) -> (usize, Option<usize>) {
        (1, Some(1))
    }
}

#[test]
fn elements_before_an_error_are_dropped() {
    let input = bytes(40, 5);
    LEFT.set(3);
    assert!(Matrix::<Counted, 2, 2>::arbitrary(&mut Unstructured::new(&input)).is_err());
    assert_eq!(LIVING.get(), 0);
    LEFT.set(4);
    let whole = Matrix::<Counted, 2, 2>::arbitrary(&mut Unstructured::new(&input)).unwrap();
    assert_eq!((LIVING.get(), whole.len()), (4, 4));
    drop(whole);
    assert_eq!(LIVING.get(), 0);
    for seed in 0..20 {
        LEFT.set(3);
        let input = bytes(40, seed);
        let rows = Array::<Counted, shape![dyn, 2]>::arbitrary(&mut Unstructured::new(&input));
        let bounded = Array::<Counted, shape![(UpTo<9>)]>::arbitrary(&mut Unstructured::new(&input));
        drop((rows, bounded));
        assert_eq!(LIVING.get(), 0);
    }
}
