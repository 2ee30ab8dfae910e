// A translation is in the frame that the transform maps to.
// The compiler says: mismatched types
use conformable::geometry::{Isometry3, Quat};
use conformable::{array, axis};

axis!(World: 3);
axis!(Body: 3);

fn main() {
    let turn = Quat::<f32>::IDENTITY.named::<World, Body>();
    Isometry3::from_rotation_translation(turn, &array![1., 2., 3.].named::<Body>());
}
