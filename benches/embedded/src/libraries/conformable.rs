//! This crate.

use super::Library;
use crate::kalman::{Filter, Model};
use crate::rows::Weights;
use conformable::{Matrix, Vector};

fn dot<const N: usize>(a: &[f32; N], b: &[f32; N]) -> f32 {
    Vector::from_nested_ref(a).inner(Vector::from_nested_ref(b))
}

fn dot_i8<const N: usize>(a: &[i8; N], b: &[i8; N]) -> i32 {
    Vector::from_nested_ref(a).inner_wide(Vector::from_nested_ref(b))
}

fn matvec<const M: usize, const N: usize>(a: &[[f32; N]; M], x: &[f32; N], y: &mut [f32; M]) {
    Matrix::from_nested_ref(a).inner_into(Vector::from_nested_ref(x), Vector::from_nested_mut(y));
}

fn matvec_i8<const M: usize, const N: usize>(a: &[[i8; N]; M], x: &[i8; N], y: &mut [i32; M]) {
    Matrix::from_nested_ref(a).inner_wide_into(Vector::from_nested_ref(x), Vector::from_nested_mut(y));
}

fn matmul<const N: usize>(a: &[[f32; N]; N], b: &[[f32; N]; N], c: &mut [[f32; N]; N]) {
    Matrix::from_nested_ref(a).matmul_into(Matrix::from_nested_ref(b), Matrix::from_nested_mut(c));
}

fn network(w: &Weights, x: &[f32; 64], y: &mut [f32; 10]) {
    let (w1, b1) = (Matrix::from_nested_ref(&w.w1), Vector::from_nested_ref(&w.b1));
    let (w2, b2) = (Matrix::from_nested_ref(&w.w2), Vector::from_nested_ref(&w.b2));
    let hidden = (w1.inner(Vector::from_nested_ref(x)) + b1).maximum(&0.);
    *Vector::from_nested_mut(y) = w2.inner(&hidden) + b2;
}

fn predict(model: &Model, _: &Vector<f32, 2>, filter: &mut Filter) {
    filter.predict(model);
}

fn update(model: &Model, measurement: &Vector<f32, 2>, filter: &mut Filter) {
    // The covariance stays one, or the numbers would not be those of the others.
    let _ = filter.update(model, measurement);
}

pub(crate) const LIBRARY: Library = Library {
    name: "conformable",
    dot3: Some(dot),
    dot4: Some(dot),
    dot16: Some(dot),
    dot64: Some(dot),
    dot128: Some(dot),
    matvec3: Some(matvec),
    matvec4: Some(matvec),
    matvec6: Some(matvec),
    matvec16x64: Some(matvec),
    matmul3: Some(matmul),
    matmul4: Some(matmul),
    matmul6: Some(matmul),
    matmul8: Some(matmul),
    dot64_i8: Some(dot_i8),
    matvec16x64_i8: Some(matvec_i8),
    network: Some(network),
    predict: Some(predict),
    update: Some(update),
};
