//! The feature `safetensors-08`: files of tensors there and back, in place where that can be, and files that lie.
#![cfg(feature = "safetensors-08")]
#![allow(unsafe_code, reason = "bytes at an address that is not aligned")]

use conformable::prelude::*;
use conformable::safetensors::{CowArray, TensorElement, TensorError, tensor};
use conformable::{Array3, Matrix, UpTo, s};
use safetensors::tensor::{Dtype, SafeTensors, TensorView, View, serialize};
use std::borrow::Cow;
use std::fmt::Debug;

axis!(Joint: 3);

/// Bytes at an address that is a multiple of 8, and then so many on.
struct Aligned {
    memory: Vec<u64>,
    len: usize,
    offset: usize,
}
impl Aligned {
    fn new(bytes: &[u8], offset: usize) -> Self {
        let shifted = [&vec![0; offset][..], bytes].concat();
        let words = shifted.chunks(8).map(|chunk| {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            u64::from_ne_bytes(word)
        });
        Aligned { memory: words.collect(), len: bytes.len(), offset }
    }
    fn bytes(&self) -> &[u8] {
        let (start, end) = (self.offset, self.offset + self.len);
        // SAFETY: every byte of the words is initialised, and `u8` needs no alignment.
        unsafe {
            &std::slice::from_raw_parts(self.memory.as_ptr().cast::<u8>(), self.memory.len() * 8)[start..end]
        }
    }
}

/// In a file and back: the dtype, the little-endian bytes, and the elements, aligned and not.
#[track_caller]
fn round_trip<T: TensorElement + PartialEq + Debug, S: Shape>(a: &Array<T, S>, dtype: Dtype, bytes: &[u8]) {
    let written = tensor(a);
    assert_eq!((written.dtype(), written.shape()), (dtype, a.dims().as_ref()));
    assert_eq!((&*written.data(), written.data_len()), (bytes, bytes.len()));
    let file = serialize([("first", tensor(&array![1_u8])), ("x", written)], None).unwrap();
    for offset in [0, 1, 4] {
        let file = Aligned::new(&file, offset);
        let file = SafeTensors::deserialize(file.bytes()).unwrap();
        let read = file.tensor("x").unwrap();
        let array = CowArray::<T, S>::try_from(&read).unwrap();
        assert_eq!(&array.view(), a);
        let can_be = cfg!(target_endian = "little") || size_of::<T>() == 1;
        let is_aligned = read.data().as_ptr().addr() % align_of::<T>() == 0;
        assert_eq!(array.is_borrowed(), can_be && is_aligned);
        if let CowArray::Borrowed(view) = &array {
            assert_eq!(view.as_slice().unwrap().as_ptr().cast(), read.data().as_ptr());
        }
        assert_eq!(&array.into_owned(), a);
        assert_eq!(&Array::<T, S>::try_from(read).unwrap(), a);
        let any = CowArray::<T, DynRank>::try_from(file.tensor("x").unwrap()).unwrap();
        assert_eq!(&any.typed::<S>().unwrap().view(), a);
    }
}

#[test]
fn every_element_type_goes_there_and_back() {
    round_trip(
        &array![[1_f32, -2.], [0.5, f32::MAX]],
        Dtype::F32,
        &[0, 0, 128, 63, 0, 0, 0, 192, 0, 0, 0, 63, 255, 255, 127, 127],
    );
    round_trip(&array![1_f64, -0.], Dtype::F64, &[0, 0, 0, 0, 0, 0, 240, 63, 0, 0, 0, 0, 0, 0, 0, 128]);
    round_trip(&array![[1_u8], [255]], Dtype::U8, &[1, 255]);
    round_trip(&array![-1_i8, 2], Dtype::I8, &[255, 2]);
    round_trip(&array![0x0102_u16, 3], Dtype::U16, &[2, 1, 3, 0]);
    round_trip(&array![-2_i16], Dtype::I16, &[254, 255]);
    round_trip(&array![0x0102_0304_u32], Dtype::U32, &[4, 3, 2, 1]);
    round_trip(&array![-2_i32], Dtype::I32, &[254, 255, 255, 255]);
    round_trip(&array![0x0102_0304_0506_0708_u64], Dtype::U64, &[8, 7, 6, 5, 4, 3, 2, 1]);
    round_trip(&array![i64::MIN], Dtype::I64, &[0, 0, 0, 0, 0, 0, 0, 128]);
    round_trip(&array![[true, false, true]], Dtype::BOOL, &[1, 0, 1]);
    #[cfg(feature = "half-2")]
    {
        round_trip(&array![half::f16::from_f32(1.), half::f16::MIN_POSITIVE], Dtype::F16, &[0, 60, 0, 4]);
        round_trip(&array![half::bf16::from_f32(-2.)], Dtype::BF16, &[0, 192]);
    }
    #[cfg(feature = "num-complex-04")]
    round_trip(&array![num_complex::Complex::new(1_f32, -2.)], Dtype::C64, &[0, 0, 128, 63, 0, 0, 0, 192]);
}

#[test]
fn every_kind_of_shape_goes_there_and_back() {
    let counting = |len: u8| (0..len).collect::<Vec<u8>>();
    round_trip(&Array::<u8, ()>::new(7), Dtype::U8, &[7]);
    round_trip(&Array::from_vec((Dyn(2), Joint), counting(6)).unwrap(), Dtype::U8, &counting(6));
    round_trip(
        &Array::from_vec((UpTo::<5>::new(2).unwrap(), Stretch), counting(2)).unwrap(),
        Dtype::U8,
        &[0, 1],
    );
    round_trip(&Array3::<i16, 2, 0, 3>::zeros(), Dtype::I16, &[]);
    round_trip(&Array::<f64, _>::from_vec((Dyn(0), Dyn(4)), vec![]).unwrap(), Dtype::F64, &[]);
    let eight = DynRank::new(&[1, 2, 1, 1, 3, 1, 1, 2]).unwrap();
    round_trip(&Array::from_vec(eight, counting(12)).unwrap(), Dtype::U8, &counting(12));
}

#[test]
fn contiguous_elements_are_borrowed_and_others_put_into_order() {
    let m = Matrix::new([[1_u8, 2, 3], [4, 5, 6]]);
    let borrowed = |data: Cow<'_, [u8]>| data.as_ptr();
    assert_eq!(borrowed(tensor(&m).data()), m.as_slice().as_ptr());
    assert_eq!(borrowed(tensor(&m.view()).data()), m.as_slice().as_ptr());
    assert_eq!(borrowed(tensor(&m.row(1).unwrap()).data()), m.as_slice()[3..].as_ptr());
    assert_eq!(*tensor(&m.t()).data(), [1, 4, 2, 5, 3, 6]);
    assert_eq!(tensor(&m.t()).shape(), [3, 2]);
    assert_eq!(*tensor(&m.slice(s![..;-1, ..;2])).data(), [4, 6, 1, 3]);
    let wide = array![1_u16, 2].broadcast_to((Dyn(2), Const::<2>)).to_owned();
    assert_eq!(*tensor(&wide).data(), [1, 0, 2, 0, 1, 0, 2, 0]);
}

/// A tensor that its crate makes of these parts.
fn view(dtype: Dtype, dims: &[usize], bytes: &'static [u8]) -> TensorView<'static> {
    TensorView::new(dtype, dims.to_vec(), bytes).unwrap()
}

#[test]
fn another_type_or_shape_is_an_error_that_says_so() {
    let x = view(Dtype::U8, &[2, 3], &[1, 2, 3, 4, 5, 6]);
    let text = |e: TensorError| e.to_string();
    assert_eq!(
        text(CowArray::<i8, shape![2, 3]>::try_from(&x).unwrap_err()),
        "from_safetensors: elements of U8 where I8 is needed"
    );
    assert_eq!(
        text(Array::<bool, shape![2, 3]>::try_from(&x).unwrap_err()),
        "from_safetensors: elements of U8 where BOOL is needed"
    );
    assert_eq!(
        text(CowArray::<u8, shape![dyn, 2]>::try_from(&x).unwrap_err()),
        "from_safetensors: shape (2,3) where (_,2) is needed"
    );
    let error = CowArray::<u8, DynRank>::try_from(&x).unwrap().typed::<shape![6]>().unwrap_err();
    assert_eq!(error.to_string(), "typed: shape (2,3) where (6,) is needed");
    assert!(matches!(
        CowArray::<u8, shape![6]>::try_from(&x).unwrap_err(),
        TensorError::Shape(error) if error.operation() == "from_safetensors"
    ));
    let nine = view(Dtype::U8, &[1; 9], &[7]);
    assert_eq!(
        text(CowArray::<u8, DynRank>::try_from(&nine).unwrap_err()),
        "from_safetensors: 9 axes, at most 8 are possible"
    );
    let quarter = view(Dtype::F4, &[4], &[1, 2]);
    assert_eq!(
        text(CowArray::<u8, shape![dyn]>::try_from(&quarter).unwrap_err()),
        "from_safetensors: elements of F4 where U8 is needed"
    );
    let dims = [0, usize::MAX, 2];
    let error = CowArray::<u8, DynRank>::try_from(&view(Dtype::U8, &dims, &[])).unwrap_err();
    assert!(matches!(error, TensorError::Shape(_)), "{error}");
    assert_eq!(
        format!("{:?}", CowArray::<u8, shape![1]>::try_from(view(Dtype::U8, &[1], &[7])).unwrap()),
        "Borrowed([7])"
    );
}

#[test]
fn bytes_that_are_no_truth_values_are_refused() {
    let bytes: &[u8] = &[1, 0, 2, 255];
    let error = CowArray::<bool, shape![4]>::try_from(&view(Dtype::BOOL, &[4], bytes)).unwrap_err();
    assert_eq!(error.to_string(), "from_safetensors: the byte 2 is no truth value");
    let error = Array::<bool, shape![2, 2]>::try_from(view(Dtype::BOOL, &[2, 2], bytes)).unwrap_err();
    assert_eq!(error, TensorError::NotABool(2));
}

#[test]
#[cfg(not(debug_assertions))]
fn a_product_of_lengths_that_overflows_is_refused() {
    // Without debug assertions the product wraps in the other crate: 2^64 elements look like none.
    let dims = [1 << (usize::BITS / 2), 1 << (usize::BITS / 2)];
    let error = CowArray::<u8, shape![dyn, dyn]>::try_from(&view(Dtype::U8, &dims, &[])).unwrap_err();
    assert!(error.to_string().starts_with("from_safetensors: "), "{error}");
    let dims = [usize::MAX / 2 + 2, 2];
    let error = CowArray::<u8, DynRank>::try_from(&view(Dtype::U8, &dims, &[1, 2])).unwrap_err();
    assert!(error.to_string().starts_with("from_safetensors: "), "{error}");
}

#[test]
fn weights_of_a_file_are_multiplied_where_they_are() {
    let weights = Matrix::<f32, 2, 3>::from_fn(|[i, j]| (3 * i + j) as f32);
    let file = serialize([("w", tensor(&weights))], None).unwrap();
    let file = Aligned::new(&file, 0);
    let file = SafeTensors::deserialize(file.bytes()).unwrap();
    let w = CowArray::<f32, shape![2, 3]>::try_from(&file.tensor("w").unwrap()).unwrap();
    assert_eq!(w.is_borrowed(), cfg!(target_endian = "little"));
    assert_eq!(w.view().matvec(&array![1., 10., 100.]), array![210., 543.]);
}
