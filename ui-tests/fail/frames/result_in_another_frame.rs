// A transformed point is in the frame that the transform maps to.
// Says: mismatched types
use conformable::geometry::Isometry3;
use conformable::{Array, array, axis};

axis!(World: 3);
axis!(Camera: 3);
axis!(Body: 3);

fn main() {
    let world_from_body = Isometry3::<f32>::IDENTITY.named::<World, Body>();
    let camera_from_world = Isometry3::<f32>::IDENTITY.named::<Camera, World>();
    let p = array![1., 2., 3.].named::<World>();
    let seen: Array<f32, (World,)> = camera_from_world.transform_point(&p);
}
