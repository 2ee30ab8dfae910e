// Rotations of the plane and of space do not compose.
// The compiler says: cannot multiply
use conformable::geometry::{Quat, Rot2};

fn main() {
    Rot2::<f32>::IDENTITY * Quat::<f32>::IDENTITY;
}
