// A transform takes points of the frame that it maps from.
// The compiler says: mismatched types
use conformable::geometry::Isometry3;
use conformable::{array, axis};

axis!(World: 3);
axis!(Camera: 3);
axis!(Body: 3);

fn main() {
    let world_from_body = Isometry3::<f32>::IDENTITY.named::<World, Body>();
    let camera_from_world = Isometry3::<f32>::IDENTITY.named::<Camera, World>();
    camera_from_world.transform_point(&array![1., 2., 3.].named::<Body>());
}
