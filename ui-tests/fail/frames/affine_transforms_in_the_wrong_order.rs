// Affine transforms have frames, too.
// Says: a transform to `Camera` cannot come before one from `Body`
use conformable::geometry::Affine3;
use conformable::axis;

axis!(World: 3);
axis!(Camera: 3);
axis!(Body: 3);

fn main() {
    let a = Affine3::<f32>::IDENTITY.named::<World, Body>();
    let b = Affine3::<f32>::IDENTITY.named::<Camera, World>();
    a * b;
}
