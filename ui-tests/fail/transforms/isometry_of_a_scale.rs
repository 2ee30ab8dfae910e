// The inverse of an affine transform may not exist.
// The compiler says: no method named `transform_point` found
use conformable::geometry::Affine3;
use conformable::array;

fn main() {
    Affine3::<f32>::from_scale(&array![1., 0., 1.]).inverse().transform_point(&array![1., 2., 3.]);
}
