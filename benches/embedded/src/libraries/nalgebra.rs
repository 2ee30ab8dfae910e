//! nalgebra. Its matrices are column by column: the memory of the rows of others is that of its columns.

use super::Library;
use crate::kalman::{Filter, Model};
use crate::rows::Weights;
use conformable::Vector;
use nalgebra::{SMatrix, SVector};

/// The same memory, as a matrix.
fn matrix<T, const R: usize, const C: usize, X>(x: &X) -> &SMatrix<T, R, C> {
    const { assert!(size_of::<X>() == size_of::<SMatrix<T, R, C>>() && align_of::<X>() == align_of::<T>()) };
    // SAFETY: a matrix is its elements, and so are the arrays of numbers that this is called with.
    unsafe { &*(&raw const *x).cast() }
}

/// The same memory, as a matrix.
fn matrix_mut<T, const R: usize, const C: usize, X>(x: &mut X) -> &mut SMatrix<T, R, C> {
    const { assert!(size_of::<X>() == size_of::<SMatrix<T, R, C>>() && align_of::<X>() == align_of::<T>()) };
    // SAFETY: as above.
    unsafe { &mut *(&raw mut *x).cast() }
}

fn dot<const N: usize>(a: &[f32; N], b: &[f32; N]) -> f32 {
    let (a, b): (&SVector<f32, N>, &SVector<f32, N>) = (matrix(a), matrix(b));
    a.dot(b)
}

fn matvec<const M: usize, const N: usize>(a: &[[f32; N]; M], x: &[f32; N], y: &mut [f32; M]) {
    let (a, x): (&SMatrix<f32, M, N>, &SVector<f32, N>) = (matrix(a), matrix(x));
    let y: &mut SVector<f32, M> = matrix_mut(y);
    a.mul_to(x, y);
}

fn matmul<const N: usize>(a: &[[f32; N]; N], b: &[[f32; N]; N], c: &mut [[f32; N]; N]) {
    let (a, b): (&SMatrix<f32, N, N>, &SMatrix<f32, N, N>) = (matrix(a), matrix(b));
    let c: &mut SMatrix<f32, N, N> = matrix_mut(c);
    a.mul_to(b, c);
}

fn network(w: &Weights, x: &[f32; 64], y: &mut [f32; 10]) {
    let (w1, b1): (&SMatrix<f32, 16, 64>, &SVector<f32, 16>) = (matrix(&w.w1), matrix(&w.b1));
    let (w2, b2): (&SMatrix<f32, 10, 16>, &SVector<f32, 10>) = (matrix(&w.w2), matrix(&w.b2));
    let x: &SVector<f32, 64> = matrix(x);
    let hidden = (w1 * x + b1).map(|h| h.max(0.));
    *matrix_mut(y) = w2 * hidden + b2;
}

fn predict(model: &Model, _: &Vector<f32, 2>, filter: &mut Filter) {
    let f: &SMatrix<f32, 6, 6> = matrix(model.transition.as_nested());
    let q: &SMatrix<f32, 6, 6> = matrix(model.process.as_nested());
    let x: &mut SVector<f32, 6> = matrix_mut(filter.state.as_nested_mut());
    let p: &mut SMatrix<f32, 6, 6> = matrix_mut(filter.covariance.as_nested_mut());
    *x = f * *x;
    *p = f * *p * f.transpose() + q;
}

fn update(model: &Model, measurement: &Vector<f32, 2>, filter: &mut Filter) {
    let h: &SMatrix<f32, 2, 6> = matrix(model.measured.as_nested());
    let r: &SMatrix<f32, 2, 2> = matrix(model.noise.as_nested());
    let z: &SVector<f32, 2> = matrix(measurement.as_nested());
    let x: &mut SVector<f32, 6> = matrix_mut(filter.state.as_nested_mut());
    let p: &mut SMatrix<f32, 6, 6> = matrix_mut(filter.covariance.as_nested_mut());
    let hp = h * *p;
    let s = hp * h.transpose() + r;
    let gain = hp.transpose() * s.try_inverse().unwrap_or_default();
    *x += gain * (z - h * *x);
    *p -= gain * hp;
}

pub(crate) const LIBRARY: Library = Library {
    name: "nalgebra",
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
    network: Some(network),
    predict: Some(predict),
    update: Some(update),
    ..Library::NONE
};
