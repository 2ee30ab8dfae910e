// Two rotations between which there are others map the same frames.
// The compiler says: mismatched types
use conformable::geometry::Quat;
use conformable::axis;

axis!(World: 3);
axis!(Camera: 3);
axis!(Body: 3);

fn main() {
    let a = Quat::<f32>::IDENTITY.named::<World, Body>();
    a.slerp(&Quat::IDENTITY.named::<World, Camera>(), 0.5);
}
