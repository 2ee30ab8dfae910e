// Axes that are parameters have no product; `kron_as` takes the shape of the result.
use conformable::{Array, StaticDim};

fn square<K: StaticDim>(x: &Array<f32, (K,)>) {
    x.kron(x);
}

fn main() {
    square(&conformable::array![1.]);
}
