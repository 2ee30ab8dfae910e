//! DLPack, by way of ndarray: for arrays that a Python process is to have.
#![cfg(feature = "dlpack")]

use conformable::{Array, ArrayView, Const, Dyn, shape};
use dlpark::TryFromDlpack;
use dlpark::allocation::dynamic;
use dlpark::ffi::DLManagedTensorVersioned;
use dlpark::versioned;

#[test]
fn an_array_goes_through_dlpack_in_place() {
    let a = Array::from_vec((Dyn(2), Const::<3>), vec![1_i32, 2, 3, 4, 5, 6]).unwrap();
    let first = a.as_slice().as_ptr();
    let tensor: dynamic::Initialized<DLManagedTensorVersioned> =
        Box::new(ndarray::Array2::from(a)).try_into().unwrap();
    // SAFETY: the tensor owns the array, whose shape and strides it has.
    let managed: versioned::Dlpack = unsafe { tensor.finish() };
    // SAFETY: the tensor is that of the array above, which nobody changes meanwhile.
    let theirs = unsafe { ndarray::ArrayViewD::<i32>::try_from_dlpack(&managed, ()) }.unwrap();
    let back = ArrayView::<i32, shape![dyn, 3]>::try_from(theirs).unwrap();
    assert_eq!(back.as_slice().unwrap().as_ptr(), first);
    assert_eq!(back[[1, 2]], 6);
}
