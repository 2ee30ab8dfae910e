//! Nested arrays as bytes, and bytes as nested arrays, checked by zerocopy.
#![cfg(feature = "zerocopy")]

use conformable::{Matrix, array};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout};

#[derive(FromBytes, IntoBytes, Immutable, KnownLayout)]
#[repr(C)]
struct Record {
    id: [u8; 4],
    weights: [[u8; 3]; 2],
}

#[test]
fn bytes_of_a_matrix_are_those_of_its_nested_arrays() {
    let m = array![[1_u8, 2, 3], [4, 5, 6]];
    assert_eq!(m.as_nested().as_bytes(), [1, 2, 3, 4, 5, 6]);
    let record = Record::ref_from_bytes(&[9, 9, 9, 9, 1, 2, 3, 4, 5, 6]).unwrap();
    let weights: &Matrix<u8, 2, 3> = (&record.weights).into();
    assert_eq!(weights, &m);
    assert_eq!(weights.as_slice().as_ptr(), record.weights.as_flattened().as_ptr());
}
