//! A matrix for faer, in place.
#![cfg(feature = "faer")]

use conformable::{Array, Dyn, array};
use faer::MatRef;

#[test]
fn rows_are_read_in_place() {
    let a = array![[1., 2., 3.], [4., 5., 6.]];
    let theirs = MatRef::from_row_major_slice(a.as_slice(), a.nrows(), a.ncols());
    assert_eq!((theirs.nrows(), theirs.ncols(), theirs[(0, 2)]), (2, 3, 3.));
    assert_eq!(theirs.as_ptr(), a.as_slice().as_ptr());

    let product = theirs * theirs.transpose();
    let shape = (Dyn(product.nrows()), Dyn(product.ncols()));
    let back = Array::from_shape_fn(shape, |[i, j]| product[(i, j)]).unwrap();
    assert!(back.allclose(&a.inner(&a)).unwrap());
}
