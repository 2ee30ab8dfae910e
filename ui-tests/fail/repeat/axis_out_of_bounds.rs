// A vector has axis 0 only.
// Says: `repeat`: axis 1 is out of bounds for array of dimension 1
use conformable::Vector;

fn main() {
    Vector::<f32, 6>::ones().repeat::<1, 3>();
}
