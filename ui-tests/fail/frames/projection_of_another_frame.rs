// A projection is of the frame of the camera, not of the world.
// Says: a transform to `World` cannot come before one from `Camera`
use conformable::geometry::{Isometry3, camera};
use conformable::axis;

axis!(World: 3);
axis!(Camera: 3);
axis!(Body: 3);

fn main() {
    let projection = camera::rh::vulkan::perspective(1_f32, 1., 0.1, 10.).named::<Camera>();
    let world_from_body = Isometry3::<f32>::IDENTITY.named::<World, Body>();
    projection * world_from_body;
}
