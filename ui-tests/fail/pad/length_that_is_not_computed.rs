// The compiler adds lengths up to 1024; `pad_as` takes the shape of the result.
// Says: `pad`: the compiler cannot compute the sum of the lengths 1024 and 1
use conformable::Vector;

fn main() {
    Vector::<f32, 1024>::ones().pad::<0, 1, 0>(0.);
}
