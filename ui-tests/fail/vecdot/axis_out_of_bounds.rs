// The axis is one that both operands have.
// Says: `vecdot`: axis 2 is out of bounds for array of dimension 2
use conformable::Matrix;

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    a.vecdot_axis::<2, _>(&a);
}
