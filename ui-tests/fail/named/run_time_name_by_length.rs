// A named axis does not meet a length.
// Says: `matmul`: axis `conformable::Const<3>` cannot meet axis `Batch`
use conformable::{Array, Const, Matrix, axis};

axis!(Batch);

fn weighted(w: &Matrix<f32, 2, 3>, x: &Array<f32, (Batch, Const<4>)>) {
    w.matmul(x);
}

fn main() {}
