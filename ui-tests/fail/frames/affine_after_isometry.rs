// An isometry and an affine transform meet in a frame, as two of a kind do.
// Says: a transform to `Camera` cannot come before one from `Body`
use conformable::geometry::{Affine3, Isometry3};
use conformable::axis;

axis!(World: 3);
axis!(Camera: 3);
axis!(Body: 3);

fn main() {
    let a = Affine3::<f32>::IDENTITY.named::<World, Body>();
    let b = Isometry3::<f32>::IDENTITY.named::<Camera, World>();
    a * b;
}
