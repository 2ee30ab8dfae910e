// The right factor of a product is applied first, so it maps to what the left one maps from.
// Says: a transform to `Camera` cannot come before one from `Body`
use conformable::geometry::Isometry3;
use conformable::axis;

axis!(World: 3);
axis!(Camera: 3);
axis!(Body: 3);

fn main() {
    let world_from_body = Isometry3::<f32>::IDENTITY.named::<World, Body>();
    let camera_from_world = Isometry3::<f32>::IDENTITY.named::<Camera, World>();
    world_from_body * camera_from_world;
}
