// The compiler multiplies lengths up to 1024; `flatten_as` takes any.
// Says: `flatten`: the compiler cannot compute the product of the lengths 33 and 33
use conformable::Matrix;

fn main() {
    Matrix::<f32, 33, 33>::ones().flatten();
}
