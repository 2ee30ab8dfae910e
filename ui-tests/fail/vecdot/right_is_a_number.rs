// `vecdot` sums over an axis of both operands.
// Says: `vecdot`: an operand of rank 0, but its rank must be at least 1
use conformable::Vector;

fn main() {
    Vector::<f32, 3>::ones().vecdot(&1.0);
}
