// The adjugate is in closed form: of 2, 3 or 4 rows, in the type.
// Says: `adjugate`: the length of the axis `Dyn` is not known at compile time
use conformable::{Array, Dyn};

fn of(a: &Array<f64, (Dyn, Dyn)>) {
    a.adjugate();
}

fn main() {}
