// The compiler multiplies lengths up to 1024; `repeat_as` takes the shape of the result.
// Says: `repeat`: the compiler cannot compute the product of the lengths 600 and 3
use conformable::Vector;

fn main() {
    Vector::<f32, 600>::ones().repeat::<0, 3>();
}
