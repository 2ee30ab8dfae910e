// Two generic axes may differ.
// Says: `add`: the axes `A` and `B` are not known to have the same length
use conformable::{Array, Dim};

fn sum<A: Dim, B: Dim>(a: &Array<f32, (A,)>, b: &Array<f32, (B,)>) {
    let _ = a + b;
}

fn main() {
    sum(&conformable::array![1.], &conformable::array![1.]);
}
