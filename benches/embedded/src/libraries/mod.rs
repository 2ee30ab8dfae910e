//! What the libraries are asked for: functions of arrays of rows.

mod cmsis;
mod conformable;
mod micromath;
mod nalgebra;
mod plain;

use crate::rows::{Step, Weights};

type Dot<T, U, const N: usize> = Option<fn(&[T; N], &[T; N]) -> U>;
type MatVec<T, U, const M: usize, const N: usize> = Option<fn(&[[T; N]; M], &[T; N], &mut [U; M])>;
type MatMul<const N: usize> = Option<fn(&[[f32; N]; N], &[[f32; N]; N], &mut [[f32; N]; N])>;

/// What a library has.
pub(crate) struct Library {
    pub(crate) name: &'static str,
    pub(crate) dot3: Dot<f32, f32, 3>,
    pub(crate) dot4: Dot<f32, f32, 4>,
    pub(crate) dot16: Dot<f32, f32, 16>,
    pub(crate) dot64: Dot<f32, f32, 64>,
    pub(crate) dot128: Dot<f32, f32, 128>,
    pub(crate) matvec3: MatVec<f32, f32, 3, 3>,
    pub(crate) matvec4: MatVec<f32, f32, 4, 4>,
    pub(crate) matvec6: MatVec<f32, f32, 6, 6>,
    pub(crate) matvec16x64: MatVec<f32, f32, 16, 64>,
    pub(crate) matmul3: MatMul<3>,
    pub(crate) matmul4: MatMul<4>,
    pub(crate) matmul6: MatMul<6>,
    pub(crate) matmul8: MatMul<8>,
    pub(crate) dot64_i8: Dot<i8, i32, 64>,
    pub(crate) matvec16x64_i8: MatVec<i8, i32, 16, 64>,
    pub(crate) network: Option<fn(&Weights, &[f32; 64], &mut [f32; 10])>,
    pub(crate) predict: Option<Step>,
    pub(crate) update: Option<Step>,
}

impl Library {
    /// A library that has nothing.
    const NONE: Library = Library {
        name: "",
        dot3: None,
        dot4: None,
        dot16: None,
        dot64: None,
        dot128: None,
        matvec3: None,
        matvec4: None,
        matvec6: None,
        matvec16x64: None,
        matmul3: None,
        matmul4: None,
        matmul6: None,
        matmul8: None,
        dot64_i8: None,
        matvec16x64_i8: None,
        network: None,
        predict: None,
        update: None,
    };
}

pub(crate) const ALL: [Library; 5] =
    [conformable::LIBRARY, plain::LIBRARY, nalgebra::LIBRARY, micromath::LIBRARY, cmsis::LIBRARY];
