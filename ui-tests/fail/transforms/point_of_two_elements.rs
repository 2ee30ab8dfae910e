// A transform of space takes points of three elements.
// The compiler says: mismatched types
use conformable::geometry::Affine3;
use conformable::array;

fn main() {
    Affine3::<f32>::IDENTITY.transform_point(&array![1., 2.]);
}
