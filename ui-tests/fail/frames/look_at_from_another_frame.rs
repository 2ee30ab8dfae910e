// Where a camera is and where it looks are in one frame.
// The compiler says: mismatched types
use conformable::geometry::camera;
use conformable::{array, axis};

axis!(World: 3);
axis!(Body: 3);

fn main() {
    let eye = array![1., 2., 3.].named::<World>();
    let center = array![1., 2., 0.].named::<Body>();
    camera::rh::look_at(&eye, &center, &array![0., 1., 0.].named::<World>());
}
