//! NumPy arrays through PyO3, in place, with any strides.
#![cfg(feature = "numpy")]

use conformable::{Array, ArrayView, array, shape};
use numpy::{PyArray2, PyReadonlyArray2, ToPyArray};
use pyo3::prelude::*;

/// What a function for Python looks like: the number of columns is checked here, once.
#[pyfunction]
fn row_sums<'py>(
    py: Python<'py>,
    x: PyReadonlyArray2<'py, f64>,
) -> PyResult<Bound<'py, numpy::PyArray1<f64>>> {
    let x = ArrayView::<f64, shape![dyn, 3]>::try_from(x.as_array())
        .map_err(|e| pyo3::exceptions::PyValueError::new_err(e.to_string()))?;
    Ok(x.sum_axis::<1>().as_slice().to_pyarray(py))
}

#[test]
fn numpy_arrays_are_read_in_place_whatever_their_strides() {
    Python::attach(|py| {
        let a = array![[1., 2., 3.], [4., 5., 6.]];
        let theirs: Bound<'_, PyArray2<f64>> = ndarray::ArrayView2::from(&a).to_pyarray(py);
        let transpose = theirs.call_method0("transpose").unwrap();
        let turned: PyReadonlyArray2<'_, f64> = transpose.extract().unwrap();
        // This succeeds, and gives the elements in the order of memory, which is another.
        assert_eq!(turned.as_slice().unwrap(), [1., 2., 3., 4., 5., 6.]);
        let view = ArrayView::<f64, shape![3, dyn]>::try_from(turned.as_array()).unwrap();
        assert_eq!(view.to_vec(), a.t().to_vec());

        let function = wrap_pyfunction!(row_sums, py).unwrap();
        let sums: Vec<f64> = function.call1((&theirs,)).unwrap().extract().unwrap();
        assert_eq!(sums, [6., 15.]);
        let error = function.call1((&transpose,)).unwrap_err();
        assert_eq!(error.to_string(), "ValueError: from_ndarray: shape (3,2) where (_,3) is needed");
        // Every second row, backwards.
        let flipped = py.eval(c"lambda a: a[::-1, ::2]", None, None).unwrap().call1((&theirs,)).unwrap();
        let flipped: PyReadonlyArray2<'_, f64> = flipped.extract().unwrap();
        let view = ArrayView::<f64, shape![dyn, dyn]>::try_from(flipped.as_array()).unwrap();
        assert_eq!(view.to_vec(), [4., 6., 1., 3.]);
        let _: Array<f64, shape![2, 2]> = view.to_owned().typed().unwrap();
    });
}
