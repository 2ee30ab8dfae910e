// What has no frame is none of the frames with names.
// Says: a transform to `conformable::Const<3>` cannot come before one from `World`
use conformable::geometry::Isometry3;
use conformable::axis;

axis!(World: 3);
axis!(Camera: 3);
axis!(Body: 3);

fn main() {
    let world_from_body = Isometry3::<f32>::IDENTITY.named::<World, Body>();
    let camera_from_world = Isometry3::<f32>::IDENTITY.named::<Camera, World>();
    camera_from_world * Isometry3::<f32>::IDENTITY;
}
