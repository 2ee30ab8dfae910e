// An axis with a name whose length is known at run time is joined with axes of its name.
// Says: `concat`: axis `Batch` cannot meet axis `conformable::Const<2>`
use conformable::{Array, Const, Matrix, axis, concat};

axis!(Batch);

fn padded(x: &Array<f32, (Batch, Const<3>)>) {
    concat::<0, _>((x, &Matrix::<f32, 2, 3>::zeros()));
}

fn main() {}
