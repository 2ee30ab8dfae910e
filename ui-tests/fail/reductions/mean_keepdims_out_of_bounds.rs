// Axes are counted from 0: a matrix has no axis 2.
// Says: `mean_keepdims`: axis 2 is out of bounds for array of dimension 2
use conformable::{Array, Dim, StaticDim};

fn means<D: Dim, K: StaticDim>(a: &Array<f32, (D, K)>) {
    a.mean_keepdims::<2>();
}

fn main() {}
