// The operation itself is not `const`: its twin is.
use conformable::Vector;
const A: Vector<f32, 3> = Vector::new([1., 2., 3.]);
const C: f32 = A.inner(&A);

fn main() {}
