// The compiler multiplies lengths up to 1024; `kron_as` takes the shape of the result.
// Says: `kron`: the compiler cannot compute the product of the lengths 33 and 33
use conformable::Vector;

fn main() {
    let x = Vector::<f32, 33>::ones();
    x.kron(&x);
}
