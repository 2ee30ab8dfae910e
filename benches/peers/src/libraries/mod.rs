//! One file for each library: the entries that it has for a row. Each uses its own types, filled from the same
//! inputs, and writes into memory of its own where it can.

pub mod conformable;
#[cfg(feature = "faer")]
pub mod faer;
#[cfg(feature = "gemm")]
pub mod gemm;
#[cfg(feature = "glam")]
pub mod glam;
#[cfg(feature = "matrixmultiply")]
pub mod matrixmultiply;
#[cfg(feature = "nalgebra")]
pub mod nalgebra;
#[cfg(feature = "nano-gemm")]
pub mod nano_gemm;
#[cfg(feature = "ndarray")]
pub mod ndarray;
#[cfg(feature = "numkong")]
pub mod numkong;
pub mod plain;
#[cfg(any(feature = "gemm", feature = "matrixmultiply", feature = "nano-gemm"))]
mod strided;

use crate::entry::Entry;
use crate::row::{Element, Inputs, Number, Row};

/// Concatenates what the libraries that are compiled in have for the inputs.
macro_rules! of_libraries {
    ($x:ident; $($(#[$cfg:meta])? $library:ident::$function:ident),+ $(,)?) => {{
        let mut entries = Vec::new();
        $($(#[$cfg])? entries.extend($library::$function($x));)+
        entries
    }};
}

/// All entries of a row, each of which has computed what the reference says; ours come first.
///
/// # Panics
/// If one has not: a bug here or there, and its time would mean nothing.
#[must_use]
pub fn entries(row: Row) -> Vec<Entry> {
    match row.element {
        Element::F32 => checked(&Inputs::new(row), f32),
        Element::F64 => checked(&Inputs::new(row), f64),
        Element::I32 => checked(&Inputs::new(row), i32),
        Element::I8 => checked(&Inputs::new(row), i8),
    }
}

fn f32(x: &Inputs<f32>) -> Vec<Entry> {
    of_libraries!(x;
        conformable::f32,
        #[cfg(feature = "nalgebra")] nalgebra::real,
        #[cfg(feature = "glam")] glam::f32,
        #[cfg(feature = "ndarray")] ndarray::real,
        #[cfg(feature = "matrixmultiply")] matrixmultiply::real,
        #[cfg(feature = "gemm")] gemm::real,
        #[cfg(feature = "nano-gemm")] nano_gemm::real,
        #[cfg(feature = "faer")] faer::real,
        #[cfg(feature = "numkong")] numkong::number,
    )
}

fn f64(x: &Inputs<f64>) -> Vec<Entry> {
    of_libraries!(x;
        conformable::f64,
        #[cfg(feature = "nalgebra")] nalgebra::real,
        #[cfg(feature = "glam")] glam::f64,
        #[cfg(feature = "ndarray")] ndarray::real,
        #[cfg(feature = "matrixmultiply")] matrixmultiply::real,
        #[cfg(feature = "gemm")] gemm::real,
        #[cfg(feature = "nano-gemm")] nano_gemm::real,
        #[cfg(feature = "faer")] faer::real,
        #[cfg(feature = "numkong")] numkong::number,
    )
}

fn i32(x: &Inputs<i32>) -> Vec<Entry> {
    of_libraries!(x;
        conformable::i32,
        #[cfg(feature = "nalgebra")] nalgebra::i32,
        #[cfg(feature = "ndarray")] ndarray::i32,
        plain::i32,
    )
}

fn i8(x: &Inputs<i8>) -> Vec<Entry> {
    of_libraries!(x;
        conformable::i8,
        #[cfg(feature = "numkong")] numkong::number,
        plain::i8,
    )
}

fn checked<T: Number>(x: &Inputs<T>, entries: impl Fn(&Inputs<T>) -> Vec<Entry>) -> Vec<Entry> {
    /// Larger results are looked at in a sample, evenly spread, with the first and the last element.
    const ELEMENTS: usize = 4096;
    let (rows, columns) = (x.row.result_rows(), x.row.n);
    let step = ((rows * columns) / ELEMENTS).max(1) | 1;
    let expected: Vec<_> = (0..rows * columns)
        .step_by(step)
        .chain([rows * columns - 1])
        .map(|at| (at / columns, at % columns))
        .map(|(i, j)| (i, j, x.reference(i, j)))
        .collect();
    let mut entries = entries(x);
    for entry in &mut entries {
        let name = entry.name();
        let element = entry.compute();
        for (i, j, (value, error)) in &expected {
            let is = element(*i, *j);
            assert!((is - value).abs() <= *error, "{name}, {}: {is} at ({i}, {j}), not {value}", x.row);
        }
    }
    entries
}
