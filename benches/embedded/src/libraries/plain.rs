//! Loops as one writes them by hand, in the order of the indices.

use super::Library;
use crate::kalman::{Filter, Model};
use crate::rows::Weights;
use conformable::Vector;

fn dot<const N: usize>(a: &[f32; N], b: &[f32; N]) -> f32 {
    let mut sum = 0.;
    for i in 0..N {
        sum += a[i] * b[i];
    }
    sum
}

fn dot_i8<const N: usize>(a: &[i8; N], b: &[i8; N]) -> i32 {
    let mut sum = 0;
    for i in 0..N {
        sum += i32::from(a[i]) * i32::from(b[i]);
    }
    sum
}

fn matvec<const M: usize, const N: usize>(a: &[[f32; N]; M], x: &[f32; N], y: &mut [f32; M]) {
    for i in 0..M {
        y[i] = dot(&a[i], x);
    }
}

fn matvec_i8<const M: usize, const N: usize>(a: &[[i8; N]; M], x: &[i8; N], y: &mut [i32; M]) {
    for i in 0..M {
        y[i] = dot_i8(&a[i], x);
    }
}

fn product<const M: usize, const K: usize, const N: usize>(
    a: &[[f32; K]; M],
    b: &[[f32; N]; K],
) -> [[f32; N]; M] {
    let mut c = [[0.; N]; M];
    for i in 0..M {
        for j in 0..N {
            let mut sum = 0.;
            for k in 0..K {
                sum += a[i][k] * b[k][j];
            }
            c[i][j] = sum;
        }
    }
    c
}

/// A · Bᵀ
fn product_t<const M: usize, const K: usize, const N: usize>(
    a: &[[f32; K]; M],
    b: &[[f32; K]; N],
) -> [[f32; N]; M] {
    let mut c = [[0.; N]; M];
    for i in 0..M {
        for j in 0..N {
            c[i][j] = dot(&a[i], &b[j]);
        }
    }
    c
}

fn matmul<const N: usize>(a: &[[f32; N]; N], b: &[[f32; N]; N], c: &mut [[f32; N]; N]) {
    for i in 0..N {
        for j in 0..N {
            let mut sum = 0.;
            for k in 0..N {
                sum += a[i][k] * b[k][j];
            }
            c[i][j] = sum;
        }
    }
}

fn network(w: &Weights, x: &[f32; 64], y: &mut [f32; 10]) {
    let mut hidden = [0.; 16];
    for i in 0..16 {
        hidden[i] = (dot(&w.w1[i], x) + w.b1[i]).max(0.);
    }
    for i in 0..10 {
        y[i] = dot(&w.w2[i], &hidden) + w.b2[i];
    }
}

fn predict(model: &Model, _: &Vector<f32, 2>, filter: &mut Filter) {
    let f = model.transition.as_nested();
    let x = *filter.state.as_nested();
    matvec(f, &x, filter.state.as_nested_mut());
    let p = product_t(&product(f, filter.covariance.as_nested()), f);
    for i in 0..6 {
        for j in 0..6 {
            filter.covariance.as_nested_mut()[i][j] = p[i][j] + model.process.as_nested()[i][j];
        }
    }
}

fn update(model: &Model, measurement: &Vector<f32, 2>, filter: &mut Filter) {
    let h = model.measured.as_nested();
    let hp = product(h, filter.covariance.as_nested());
    let mut s = product_t(h, &hp);
    for i in 0..2 {
        for j in 0..2 {
            s[i][j] += model.noise.as_nested()[i][j];
        }
    }
    let det = s[0][0] * s[1][1] - s[0][1] * s[1][0];
    let inverse = [[s[1][1] / det, -s[0][1] / det], [-s[1][0] / det, s[0][0] / det]];
    let mut gain = [[0.; 2]; 6];
    for i in 0..6 {
        for j in 0..2 {
            gain[i][j] = hp[0][i] * inverse[0][j] + hp[1][i] * inverse[1][j];
        }
    }
    let mut z = *measurement.as_nested();
    for i in 0..2 {
        z[i] -= dot(&h[i], filter.state.as_nested());
    }
    for i in 0..6 {
        filter.state.as_nested_mut()[i] += dot(&gain[i], &z);
    }
    let p = product(&gain, &hp);
    for i in 0..6 {
        for j in 0..6 {
            filter.covariance.as_nested_mut()[i][j] -= p[i][j];
        }
    }
}

pub(crate) const LIBRARY: Library = Library {
    name: "plain loops",
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
