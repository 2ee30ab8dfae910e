// Vectors of two lengths have no dot product.
use conformable::Vector;
const A: Vector<f32, 3> = Vector::new([1., 2., 3.]);
const B: Vector<f32, 2> = Vector::new([1., 2.]);
const C: f32 = A.inner_const(&B);

fn main() {}
