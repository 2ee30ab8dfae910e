//! The data of burn's tensors, which are the same `Vec`. `burn::tensor::TensorData` is this type.
#![cfg(feature = "burn")]

use burn_std::TensorData;
use conformable::{Array, DynRank, array, shape};

#[test]
fn data_of_a_tensor_are_the_elements_in_order() {
    let a = array![[1_f32, 2., 3.], [4., 5., 6.]];
    let data = TensorData::new(a.into_vec(), a.dims());
    assert_eq!(data.as_slice::<f32>().unwrap(), a.as_slice());
    let shape = DynRank::new(data.shape().as_slice()).unwrap();
    let elements = data.into_vec::<f32>().unwrap();
    let back = Array::from_vec(shape, elements).unwrap().typed::<shape![2, 3]>().unwrap();
    assert_eq!(back, a);
}
