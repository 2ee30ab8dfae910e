// An axis of any kind may be one that only run time knows.
use conformable::{Array, Dim, shape};

fn rows<D: Dim>(x: Array<f32, (D,)>) {
    x.reshape::<shape![2, _]>();
}

fn main() {
    rows(conformable::array![1., 2.]);
}
