// The right operand of `vecmat` is a matrix, or a stack of them.
// Says: `vecmat`: an operand of rank 1, but its rank must be at least 2
use conformable::Vector;

fn main() {
    let x = Vector::<f32, 3>::ones();
    x.vecmat(&x);
}
