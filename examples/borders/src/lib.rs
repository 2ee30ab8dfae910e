//! The lines of the page `docs::borders`, one module and one feature for each foreign crate, so that none of them rots:
//! `cargo test`, or `cargo test --no-default-features --features arrow`.

#![cfg(test)]

use conformable::prelude::*;
use conformable::{ArrayView, Matrix};

#[cfg(feature = "bytemuck")]
#[test]
fn bytes() {
    let vertices = array![[0_f32, 1., 2.], [3., 4., 5.]];
    let bytes: &[u8] = bytemuck::bytes_of(&vertices);
    let back: &Matrix<f32, 2, 3> = bytemuck::from_bytes(bytes);
    assert_eq!((bytes.len(), back), (24, &vertices));
    let rows = Array::from_vec((Dyn(2), Const::<3>), vec![0_f32; 6]).unwrap();
    assert_eq!(bytemuck::cast_slice::<f32, u8>(rows.as_slice()).len(), 24);
}

#[cfg(feature = "zerocopy")]
#[test]
fn zerocopy_knows_nested_arrays() {
    use zerocopy::{FromBytes, IntoBytes};
    let m = array![[1_u16, 2], [3, 4]];
    let bytes = m.as_nested().as_bytes();
    let back = Matrix::new(<[[u16; 2]; 2]>::read_from_bytes(bytes).unwrap());
    assert_eq!((bytes.len(), back), (8, m));
}

#[cfg(feature = "rkyv")]
#[test]
fn rkyv_archives_nested_arrays() {
    let m = array![[1_i32, 2], [3, 4]];
    let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(m.as_nested()).unwrap();
    let nested = rkyv::from_bytes::<[[i32; 2]; 2], rkyv::rancor::Error>(&bytes).unwrap();
    assert_eq!(Matrix::new(nested), m);
}

#[cfg(feature = "image")]
#[test]
fn an_image_has_its_height_first() {
    use image::{ImageBuffer, Rgb, RgbImage};
    let picture: RgbImage = ImageBuffer::from_fn(4, 2, |x, y| Rgb([x as u8, y as u8, 7]));
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let view: ArrayView<'_, u8, (Dyn, Dyn, Const<3>)> =
        ArrayView::from_slice((Dyn(height), Dyn(width), Const), picture.as_raw()).unwrap();
    assert_eq!(view.as_slice().unwrap().as_ptr(), picture.as_raw().as_ptr());
    assert_eq!((view[[1, 3, 0]], view[[1, 3, 1]], view[[1, 3, 2]]), (3, 1, 7));
    let grey = view.mean_axis::<2>();
    assert_eq!(grey.shape(), (Dyn(2), Dyn(4)));

    let owned = view.to_owned();
    let back = RgbImage::from_raw(width as u32, height as u32, owned.into_vec()).unwrap();
    assert_eq!(back, picture);
}

#[cfg(feature = "arrow")]
#[test]
fn a_column_of_lists_is_rows() {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Float32Type;
    use arrow_array::{Array as _, FixedSizeListArray, PrimitiveArray};
    use arrow_schema::{DataType, Field};
    use std::sync::Arc;

    let rows = Array::from_vec((Dyn(3), Const::<2>), vec![1_f32, 2., 3., 4., 5., 6.]).unwrap();
    let values = PrimitiveArray::<Float32Type>::from(rows.clone().into_vec());
    let field = Arc::new(Field::new_list_field(DataType::Float32, false));
    let column = FixedSizeListArray::new(field, 2, Arc::new(values), None);

    let values = column.values().as_primitive::<Float32Type>().values();
    let view: ArrayView<'_, f32, (Dyn, Const<2>)> =
        ArrayView::from_slice((Dyn(column.len()), Const), values).unwrap();
    assert_eq!(view, rows);
    assert_eq!(view.as_slice().unwrap().as_ptr(), values.as_ptr());
    // Of a part of the column the values are those of the part.
    let part = column.slice(1, 2);
    let values = part.values().as_primitive::<Float32Type>().values();
    let view = ArrayView::from_slice((Dyn(part.len()), Const::<2>), values).unwrap();
    assert_eq!(view[[0, 0]], 3.);
}

#[cfg(feature = "faer")]
#[test]
fn faer_reads_rows() {
    use faer::{Mat, MatRef};
    let m = Array::from_vec((Dyn(2), Dyn(3)), vec![1., 2., 3., 4., 5., 6.]).unwrap();
    let theirs = MatRef::from_row_major_slice(m.as_slice(), 2, 3);
    assert_eq!((theirs[(0, 2)], theirs.col_stride()), (3., 1));
    let product: Mat<f64> = theirs * theirs.transpose();
    let back = Matrix::<f64, 2, 2>::from_fn(|[i, j]: [usize; 2]| product[(i, j)]);
    assert_eq!(back, array![[14., 32.], [32., 77.]]);
}

#[cfg(feature = "candle")]
#[test]
fn candle_copies_a_slice() {
    use candle_core::{Device, Tensor};
    let m = array![[1_f32, 2., 3.], [4., 5., 6.]];
    let tensor = Tensor::from_slice(m.as_slice(), (2, 3), &Device::Cpu).unwrap();
    let back: ArrayD<f32> = ArrayD::from_vec(
        DynRank::new(tensor.dims()).unwrap(),
        tensor.flatten_all().unwrap().to_vec1().unwrap(),
    )
    .unwrap();
    assert_eq!(back.typed::<shape![2, 3]>().unwrap(), m);
}

#[cfg(feature = "burn")]
#[test]
fn burn_takes_a_vec() {
    use burn_tensor::TensorData;
    let m = array![[1_f32, 2., 3.], [4., 5., 6.]];
    let data = TensorData::new(m.into_vec(), [2, 3]);
    let back = Matrix::<f32, 2, 3>::try_from(data.as_slice::<f32>().unwrap()).unwrap();
    assert_eq!(back, m);
}

#[cfg(feature = "dlpack")]
#[test]
fn dlpack_goes_through_ndarray() {
    use dlpark::{TryFromDlpack, allocation::dynamic, ffi::DLManagedTensorVersioned, versioned};
    let rows = Array::from_vec((Dyn(2), Const::<3>), vec![1_f32, 2., 3., 4., 5., 6.]).unwrap();
    let theirs: ndarray::Array2<f32> = rows.clone().into();
    let tensor: dynamic::Initialized<DLManagedTensorVersioned> = Box::new(theirs).try_into().unwrap();
    // SAFETY: nothing of it was changed.
    let tensor: versioned::Dlpack = unsafe { tensor.finish() };
    // SAFETY: the tensor was just made, of numbers in this process.
    let view = unsafe { ndarray::ArrayViewD::<f32>::try_from_dlpack(&tensor, ()) }.unwrap();
    let back: ArrayView<'_, f32, DynRank> = view.try_into().unwrap();
    assert_eq!(back.typed::<shape![dyn, 3]>().unwrap(), rows);
}

#[test]
fn c_reads_rows_one_after_another() {
    /// What a C library has: the sum of `rows * columns` numbers.
    unsafe extern "C" fn total(data: *const f64, rows: usize, columns: usize) -> f64 {
        // SAFETY: from the caller.
        unsafe { std::slice::from_raw_parts(data, rows * columns) }.iter().sum()
    }
    let m = array![[1., 2., 3.], [4., 5., 6.]];
    // SAFETY: an array that owns its elements has them in row-major order.
    assert_eq!(unsafe { total(m.as_slice().as_ptr(), 2, 3) }, 21.);
}

#[cfg(feature = "numpy")]
#[test]
fn numpy_arrays_are_views() {
    use numpy::{PyArray2, PyArrayMethods, PyReadonlyArray2, PyUntypedArrayMethods};
    use pyo3::Python;

    /// The norms of rows of 3 numbers, whose strides may be any.
    fn norms(rows: &PyReadonlyArray2<'_, f64>) -> Result<Vec<f64>, ShapeError> {
        if rows.is_c_contiguous() {
            // `as_slice` is of the memory, which is in another order if it is contiguous by columns.
            let elements = rows.as_slice().expect("it is contiguous");
            let [n, m] = [rows.shape()[0], rows.shape()[1]];
            let view = ArrayView::from_slice((Dyn(n), Dyn(m)), elements)?.typed::<shape![dyn, 3]>()?;
            return Ok(view.norm_axis::<1>().into_vec());
        }
        let view: ArrayView<'_, f64, shape![dyn, 3]> = rows.as_array().try_into()?;
        Ok(view.norm_axis::<1>().into_vec())
    }

    Python::attach(|python| {
        let rows = PyArray2::from_vec2(python, &[vec![3., 4., 0.], vec![0., 0., 2.]]).unwrap();
        assert_eq!(norms(&rows.readonly()).unwrap(), [5., 2.]);
        let columns = PyArray2::from_vec2(python, &[vec![3., 0.], vec![4., 0.], vec![0., 2.]]).unwrap();
        assert!(norms(&columns.readonly()).is_err());
        assert_eq!(norms(&columns.transpose().unwrap().readonly()).unwrap(), [5., 2.]);
    });
}
