// The right side of `*=` broadcasts to the shape of the left one.
// Says: `multiply`: axis of length 4 does not match axis of length 3
use conformable::Vector;

fn main() {
    let mut a = Vector::<f32, 3>::ones();
    a *= Vector::<f32, 4>::ones();
}
