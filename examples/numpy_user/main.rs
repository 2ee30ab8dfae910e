//! A program of the kind that one writes with NumPy: columns are standardised, their covariance and its first component
//! found, a softmax layer trained, and clusters by k-means. `twin.py` beside this file is the same program with NumPy;
//! both print the same text.
//!
//! `cargo run --release --example numpy_user`
//!
//! The number of samples is known at run time and has a name, `Sample`; all other lengths are in the types. An axis that
//! does not fit does not compile. A sum over samples compares two lengths at run time and is a `Result`, which is why there
//! are a few `?`.

use conformable::prelude::*;
use conformable::{Eigh, LinalgError, NoConvergence, ShapeError, s};

const FEATURES: usize = 4;
const CLASSES: usize = 3;

axis!(Sample);

/// Any number of samples.
type Samples<T = f64> = Array<T, shape![Sample, { FEATURES }]>;
/// A number for each sample and each class.
type ByClass<T = f64> = Array<T, shape![Sample, { CLASSES }]>;
/// Which class each sample is of.
type Labels = Array<usize, shape![Sample]>;

/// Data: a formula, so that both programs have the same.
fn measurements(samples: usize) -> Result<Samples, ShapeError> {
    Array::from_shape_fn((Sample(samples), Const::<FEATURES>), |[i, j]| {
        let kind = (i % CLASSES) as f64;
        let wiggle = ((i * 37 + j * 101 + i * j * 13) % 97) as f64 / 97.0;
        10.0 * (j as f64 + 1.0) + kind * (2.0 * j as f64 - 1.0) + 3.0 * wiggle
    })
}

/// Four digits after the point, and no -0.
fn rounded<S: Shape>(a: Array<f64, S>) -> Array<f64, S> {
    (a * 1e4).round() / 1e4 + 0.0
}

fn round(x: f64) -> f64 {
    (x * 1e4).round_ties_even() / 1e4 + 0.0
}

fn standardise(x: &Samples) -> Samples {
    (x - x.mean_axis::<0>()) / x.std_axis::<0>()
}

fn covariance(z: &Samples) -> Result<Matrix<f64, FEATURES, FEATURES>, ShapeError> {
    let centred = z - z.mean_axis::<0>();
    Ok(centred.t().matmul(&centred)? / (z.dims()[0] - 1) as f64)
}

/// The direction in which the data vary most, and their variance along it: eigenvalues rise, so both are the last.
fn first_component(
    c: &Matrix<f64, FEATURES, FEATURES>,
) -> Result<(Vector<f64, FEATURES>, f64), NoConvergence> {
    let Eigh { values, vectors } = c.eigh()?;
    let [.., variance] = *values.as_nested();
    let [.., v] = *vectors.t().to_owned().as_nested();
    Ok((Vector::new(v), variance))
}

fn softmax(scores: &ByClass) -> ByClass {
    let e = (scores - scores.max_keepdims::<1>()).exp();
    &e / e.sum_keepdims::<1>()
}

struct Layer {
    weights: Matrix<f64, CLASSES, FEATURES>,
    bias: Vector<f64, CLASSES>,
}

impl Layer {
    fn new() -> Self {
        Layer { weights: Matrix::zeros(), bias: Vector::zeros() }
    }

    fn probabilities(&self, x: &Samples) -> ByClass {
        softmax(&(x.inner(&self.weights) + self.bias))
    }

    fn loss(&self, x: &Samples, wanted: &ByClass) -> f64 {
        let p = self.probabilities(x);
        -(p * wanted).sum_axis::<1>().ln().mean()
    }

    fn step(&mut self, x: &Samples, wanted: &ByClass, rate: f64) -> Result<(), ShapeError> {
        let error = (self.probabilities(x) - wanted) / x.dims()[0] as f64;
        self.weights -= rate * error.t().matmul(x)?;
        self.bias -= rate * error.sum_axis::<0>();
        Ok(())
    }
}

fn one_hot(labels: &Labels) -> ByClass<bool> {
    labels.insert_axis::<1>().equal(&Vector::<usize, CLASSES>::arange(0, 1))
}

fn k_means_step(
    x: &Samples,
    centres: &Matrix<f64, CLASSES, FEATURES>,
) -> Result<(Labels, Matrix<f64, CLASSES, FEATURES>), ShapeError> {
    let squares: Array<f64, shape![Sample, { CLASSES }, { FEATURES }]> =
        (x.insert_axis::<1>() - centres).powi(2);
    let nearest = squares.sum_axis::<2>().argmin_axis::<1>();
    let members = one_hot(&nearest).cast::<f64>();
    let sums = members.t().matmul(x)?;
    Ok((nearest, sums / members.sum_axis::<0>().insert_axis::<1>()))
}

fn main() -> Result<(), LinalgError> {
    let x = measurements(90)?;
    let labels = Labels::from_shape_fn((Sample(x.dims()[0]),), |[i]| i % CLASSES)?;
    println!("measurements {:?}", x.dims());
    println!("{}", rounded(x.slice(s![..3])?.to_owned()));
    println!("means {}", rounded(x.mean_axis::<0>()));
    println!("deviations {}", rounded(x.std_axis::<0>()));
    if let (Some(least), Some(most)) = (x.min_axis::<0>(), x.max_axis::<0>()) {
        println!("range {} {}", rounded(least), rounded(most));
    }

    let z = standardise(&x);
    let (means, deviations) = (z.mean_axis::<0>().allclose(&0.), z.std_axis::<0>().allclose(&1.));
    println!("standardised: means are 0: {means}  deviations are 1: {deviations}");
    let far = z.abs().greater(&1.8);
    println!("beyond 1.8 deviations: {}  in a row: {}", far.count(), far.any_axis::<1>().count());
    let z = z.clamp(-1.8, 1.8);

    let c = covariance(&z)?;
    println!("covariance");
    println!("{}", rounded(c));
    println!("symmetric: {}  trace {}", c.allclose(&c.t()), round(c.trace()));
    let (v, variance) = first_component(&c)?;
    println!("first component {}  variance {}", rounded(v), round(variance));
    let along = z.matvec(&v);
    if let (Some(least), Some(most)) = (along.min(), along.max()) {
        println!("along it: from {} to {}", round(least), round(most));
    }

    let mut layer = Layer::new();
    let wanted = one_hot(&labels).cast::<f64>();
    println!("loss {}", round(layer.loss(&z, &wanted)));
    for _ in 0..50 {
        layer.step(&z, &wanted, 0.5)?;
    }
    println!("loss {}", round(layer.loss(&z, &wanted)));
    let found = layer.probabilities(&z).argmax_axis::<1>();
    println!("right {} of {}", found.equal(&labels)?.count(), labels.len());
    println!("weights");
    println!("{}", rounded(layer.weights));
    let surest = (-layer.probabilities(&z).max_axis::<1>()).argsort();
    println!("surest {}", surest.slice(s![..3])?);

    let mut centres = z.slice(s![..const { CLASSES }])?.to_owned();
    let mut nearest = labels;
    for _ in 0..5 {
        (nearest, centres) = k_means_step(&z, &centres)?;
    }
    println!("centres");
    println!("{}", rounded(centres));
    println!("members {}", one_hot(&nearest).count_axis::<0>());
    println!("running mean of the first column");
    let first = x.slice(s![..8, 0])?;
    println!("{}", rounded(first.cumsum_axis::<0>() / Vector::<f64, 8>::arange(1., 1.)));
    Ok(())
}
