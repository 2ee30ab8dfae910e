//! Tensors of candle: a copy there, and one back.
#![cfg(feature = "candle")]

use candle_core::{Device, Tensor};
use conformable::{Array, DynRank, array, shape};

#[test]
fn tensors_have_the_same_elements() -> Result<(), Box<dyn std::error::Error>> {
    let a = array![[1_f32, 2., 3.], [4., 5., 6.]];
    let theirs = Tensor::from_slice(a.as_slice(), &a.dims()[..], &Device::Cpu)?;
    assert_eq!(theirs.dims(), [2, 3]);
    let turned = theirs.t()?;
    // In row-major order whatever the strides: `flatten_all` copies then.
    let elements = turned.flatten_all()?.to_vec1::<f32>()?;
    let back = Array::from_vec(DynRank::new(turned.dims())?, elements)?.typed::<shape![3, 2]>()?;
    assert_eq!(back, a.t());
    Ok(())
}
