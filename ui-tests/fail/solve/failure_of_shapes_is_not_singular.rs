// Lengths that are known at run time can differ, so that the error is a `Failure`.
use conformable::{Array, Dyn, Singular, Vector};

fn of(a: &Array<f64, (Dyn, Dyn)>, b: &Vector<f64, 2>) -> Result<Array<f64, (Dyn,)>, Singular> {
    a.solve(b)
}

fn main() {}
