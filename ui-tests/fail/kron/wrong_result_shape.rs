// The lengths of the result are the products of those of the operands.
use conformable::Vector;

fn main() {
    let x = Vector::<f32, 3>::ones();
    let y: Vector<f32, 6> = x.kron(&x);
}
