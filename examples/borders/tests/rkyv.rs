//! Nested arrays in an archive.
#![cfg(feature = "rkyv")]

use conformable::{Array, Const, Dyn, array};
use rkyv::rancor::Error;
use rkyv::{Archive, Deserialize, Serialize};

#[derive(Archive, Serialize, Deserialize)]
struct Model {
    bias: [f32; 2],
    rows: Vec<[f32; 3]>,
}

#[test]
fn an_archive_has_the_nested_arrays() {
    let (bias, weights) = (array![1., 2.], array![[1., 2., 3.], [4., 5., 6.]]);
    let model = Model { bias: bias.into_nested(), rows: weights.into_nested().to_vec() };
    let bytes = rkyv::to_bytes::<Error>(&model).unwrap();
    let archived = rkyv::access::<ArchivedModel, Error>(&bytes).unwrap();
    assert_eq!(archived.rows[1][0], 4.);
    let model: Model = rkyv::from_bytes::<Model, Error>(&bytes).unwrap();
    assert_eq!(conformable::Vector::from(model.bias), bias);
    let rows: Array<f32, (Dyn, Const<3>)> = model.rows.into();
    assert_eq!(rows, weights.into());
}
