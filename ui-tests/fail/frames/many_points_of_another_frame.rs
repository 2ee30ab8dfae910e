// Rows of points are of the frame that the transform maps from.
// The compiler says: mismatched types
use conformable::geometry::Isometry3;
use conformable::{Array, axis};

axis!(World: 3);
axis!(Camera: 3);
axis!(Body: 3);

fn main() {
    let points = Array::<f32, (conformable::Const<2>, Body)>::zeros();
    Isometry3::<f32>::IDENTITY.named::<Camera, World>().transform_points(&points);
}
