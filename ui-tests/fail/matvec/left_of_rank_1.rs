// The left operand of `matvec` is a matrix, or a stack of them.
// Says: `matvec`: an operand of rank 1, but its rank must be at least 2
use conformable::Vector;

fn main() {
    let x = Vector::<f32, 3>::ones();
    x.matvec(&x);
}
