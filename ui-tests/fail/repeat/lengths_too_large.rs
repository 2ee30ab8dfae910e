// The compiler multiplies lengths up to 1024; `repeat_as` takes the shape of the result.
// Says: `repeat`: the product of the lengths 600 and 3 is not one that the compiler computes
use conformable::Vector;

fn main() {
    Vector::<f32, 600>::ones().repeat::<0, 3>();
}
