//! The rows of the table.

use crate::kalman::{Filter, MODELS, Model};
use crate::libraries::{ALL, Library};
use crate::measure::{Cost, of_three, of_two, start};
use conformable::{Matrix, Vector};
use core::fmt;

/// Operands, and places for results.
pub(crate) struct Data {
    a: [f32; 128],
    b: [f32; 128],
    bytes: [i8; 64],
    other_bytes: [i8; 64],
    y: [f32; 16],
    wide: [i32; 16],
    m: [[f32; 64]; 16],
    byte_matrix: [[i8; 64]; 16],
    c: [[f32; 8]; 8],
    weights: Weights,
    filter: Filter,
}

/// What the digit network is.
pub(crate) struct Weights {
    pub(crate) w1: [[f32; 64]; 16],
    pub(crate) b1: [f32; 16],
    pub(crate) w2: [[f32; 16]; 10],
    pub(crate) b2: [f32; 10],
}

/// What a call of a library costs, if it has the function.
type Measure = fn(&mut Data, &Library) -> Option<Cost>;

/// A row: what is counted, of one function or of several one after another.
type Row = (&'static str, &'static [Measure]);

/// The first elements, as an array.
fn head<const N: usize>(x: &[f32; 128]) -> &[f32; N] {
    x.first_chunk().expect("no row has more elements")
}

/// The first elements, as rows.
fn square<const N: usize>(x: &[f32; 128]) -> &[[f32; N]; N] {
    x.as_chunks().0.first_chunk().expect("no row has more elements")
}

/// The first elements, as rows.
fn square_mut<const N: usize>(x: &mut [[f32; 8]; 8]) -> &mut [[f32; N]; N] {
    x.as_flattened_mut().as_chunks_mut().0.first_chunk_mut().expect("no row has more elements")
}

const PREDICT: Measure = |d, l| Some(of_three(l.predict?, &MODELS[0], &MEASURED, &mut d.filter));
const UPDATE: Measure = |d, l| Some(of_three(l.update?, &MODELS[0], &MEASURED, &mut d.filter));

const ROWS: [Row; 19] = [
    ("dot of 3", &[|d, l| Some(of_two(l.dot3?, head(&d.a), head(&d.b)))]),
    ("dot of 4", &[|d, l| Some(of_two(l.dot4?, head(&d.a), head(&d.b)))]),
    ("dot of 16", &[|d, l| Some(of_two(l.dot16?, head(&d.a), head(&d.b)))]),
    ("dot of 64", &[|d, l| Some(of_two(l.dot64?, head(&d.a), head(&d.b)))]),
    ("dot of 128", &[|d, l| Some(of_two(l.dot128?, head(&d.a), head(&d.b)))]),
    (
        "matrix 3 x 3 · vector",
        &[|d, l| Some(of_three(l.matvec3?, square(&d.a), head(&d.b), d.y.first_chunk_mut()?))],
    ),
    (
        "matrix 4 x 4 · vector",
        &[|d, l| Some(of_three(l.matvec4?, square(&d.a), head(&d.b), d.y.first_chunk_mut()?))],
    ),
    (
        "matrix 6 x 6 · vector",
        &[|d, l| Some(of_three(l.matvec6?, square(&d.a), head(&d.b), d.y.first_chunk_mut()?))],
    ),
    ("matrix 16 x 64 · vector", &[|d, l| Some(of_three(l.matvec16x64?, &d.m, head(&d.b), &mut d.y))]),
    ("product 3 x 3", &[|d, l| Some(of_three(l.matmul3?, square(&d.a), square(&d.b), square_mut(&mut d.c)))]),
    ("product 4 x 4", &[|d, l| Some(of_three(l.matmul4?, square(&d.a), square(&d.b), square_mut(&mut d.c)))]),
    ("product 6 x 6", &[|d, l| Some(of_three(l.matmul6?, square(&d.a), square(&d.b), square_mut(&mut d.c)))]),
    ("product 8 x 8", &[|d, l| Some(of_three(l.matmul8?, square(&d.a), square(&d.b), square_mut(&mut d.c)))]),
    ("dot of 64 `i8`", &[|d, l| Some(of_two(l.dot64_i8?, &d.bytes, &d.other_bytes))]),
    (
        "matrix 16 x 64 · vector of `i8`",
        &[|d, l| Some(of_three(l.matvec16x64_i8?, &d.byte_matrix, &d.bytes, &mut d.wide))],
    ),
    ("digit network", &[|d, l| Some(of_three(l.network?, &d.weights, head(&d.a), d.y.first_chunk_mut()?))]),
    ("Kalman filter, a prediction", &[PREDICT]),
    ("Kalman filter, a measurement", &[UPDATE]),
    ("Kalman filter, a step of both", &[PREDICT, UPDATE]),
];

/// For the Kalman filter.
const MEASURED: Vector<f32, 2> = Vector::new([0.25, -0.5]);

/// A function of the Kalman filter.
pub(crate) type Step = fn(&Model, &Vector<f32, 2>, &mut Filter);

/// Numbers from 0 to 1.
fn numbers<const N: usize>(seed: u32) -> [f32; N] {
    core::array::from_fn(|i| ((i as u32 * 2_654_435 + seed * 7919) % 1024) as f32 / 1024.)
}

/// Numbers of all sizes.
fn bytes<const N: usize>(seed: u32) -> [i8; N] {
    core::array::from_fn(|i| (i as u32 * 37 + seed * 91) as i8)
}

/// Prints the tables: instructions a call, with bytes of stack in brackets, and the places of the code.
pub(crate) fn print(out: &mut impl fmt::Write) -> fmt::Result {
    start();
    let mut data = Data {
        a: numbers(1),
        b: numbers(2),
        bytes: bytes(3),
        other_bytes: bytes(4),
        y: [0.; 16],
        wide: [0; 16],
        m: core::array::from_fn(|i| numbers(i as u32)),
        byte_matrix: core::array::from_fn(|i| bytes(i as u32)),
        c: [[0.; 8]; 8],
        weights: Weights {
            w1: core::array::from_fn(|i| numbers(i as u32)),
            b1: numbers(5),
            w2: core::array::from_fn(|i| numbers(i as u32)),
            b2: numbers(6),
        },
        filter: Filter { state: Vector::zeros(), covariance: Matrix::eye() },
    };
    heading(out, "instructions (bytes of stack)")?;
    for (name, measures) in ROWS {
        write!(out, "| {name} |")?;
        for library in &ALL {
            let mut all: Option<Cost> = None;
            for cost in measures.iter().filter_map(|measure| measure(&mut data, library)) {
                let before = all.unwrap_or(Cost { instructions: 0, stack: 0, code: 0 });
                let instructions = before.instructions + cost.instructions;
                all = Some(Cost { instructions, stack: before.stack.max(cost.stack), code: cost.code });
            }
            match all {
                Some(cost) => write!(out, " {} ({}) |", cost.instructions, cost.stack)?,
                None => write!(out, " |")?,
            }
        }
        writeln!(out)?;
    }
    writeln!(out)?;
    heading(out, "bytes of code")?;
    for (name, measures) in ROWS {
        write!(out, "| {name} |")?;
        for library in &ALL {
            places(out, &mut data, library, measures)?;
            write!(out, " |")?;
        }
        writeln!(out)?;
    }
    write!(out, "| all rows together |")?;
    for library in &ALL {
        for (_, measures) in ROWS {
            places(out, &mut data, library, measures)?;
        }
        write!(out, " |")?;
    }
    writeln!(out)
}

/// Where the functions of a row begin, for the script that knows their sizes.
fn places(
    out: &mut impl fmt::Write,
    data: &mut Data,
    library: &Library,
    measures: &[Measure],
) -> fmt::Result {
    for cost in measures.iter().filter_map(|measure| measure(data, library)) {
        write!(out, " @{:x}", cost.code)?;
    }
    Ok(())
}

/// The first two lines of a table.
fn heading(out: &mut impl fmt::Write, title: &str) -> fmt::Result {
    write!(out, "| {title} |")?;
    for library in &ALL {
        write!(out, " {} |", library.name)?;
    }
    write!(out, "\n|---|")?;
    for _ in &ALL {
        write!(out, "---|")?;
    }
    writeln!(out)
}
