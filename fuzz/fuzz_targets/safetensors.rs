//! Files of tensors of any bytes, and tensors whose lengths lie.

#![no_main]

use arbitrary::Arbitrary;
use conformable::prelude::*;
use conformable::safetensors::{CowArray, tensor};
use libfuzzer_sys::fuzz_target;
use safetensors::tensor::{Dtype, TensorView};
use safetensors::{SafeTensors, serialize};

#[derive(Arbitrary, Debug)]
struct Input<'a> {
    file: &'a [u8],
    shape: Vec<usize>,
    dtype: u8,
}

macro_rules! read { ($tensor:ident as $($T:ty),+) => {$(
    if let Ok(array) = CowArray::<$T, DynRank>::try_from($tensor) {
        assert_eq!(array.view().len() * size_of::<$T>(), $tensor.data().len());
        assert_eq!(array.view().shape().dims().as_ref(), $tensor.shape());
        let file = serialize([("x", tensor(&array.view()))], None).expect("an array is a tensor");
        let back = SafeTensors::deserialize(&file).expect("what was written is read");
        assert_eq!(back.tensor("x").expect("it has this name").data(), $tensor.data());
    }
)+};}

fn all(tensor: &TensorView<'_>) {
    read!(tensor as f32, f64, u8, i8, u16, i16, u32, i32, u64, i64, bool);
    let _ = Array::<f32, shape![dyn, 3]>::try_from(tensor);
}

fuzz_target!(|input: Input<'_>| {
    if let Ok(file) = SafeTensors::deserialize(input.file) {
        file.iter().for_each(|(_, tensor)| all(&tensor));
    }
    let dtypes = [Dtype::BOOL, Dtype::U8, Dtype::I16, Dtype::F32, Dtype::F64, Dtype::U64];
    let dtype = dtypes[usize::from(input.dtype) % dtypes.len()];
    // A product that overflows is a fault of that crate, which this program must not end by.
    if input.shape.iter().try_fold(64_usize, |n, len| n.checked_mul(*len)).is_some()
        && let Ok(tensor) = TensorView::new(dtype, input.shape, input.file)
    {
        all(&tensor);
    }
});
