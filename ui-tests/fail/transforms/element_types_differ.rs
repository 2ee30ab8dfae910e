// A transform of `f32` takes points of `f32`.
// Says: mismatched types
use conformable::geometry::Affine3;
use conformable::array;

fn main() {
    Affine3::<f32>::IDENTITY.transform_point(&array![1_f64, 2., 3.]);
}
