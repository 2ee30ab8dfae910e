// `*` of transforms is composition; `transform_vector` applies one.
// Says: `*` composes transforms; it does not apply them to arrays
use conformable::geometry::Quat;
use conformable::array;

fn main() {
    Quat::<f32>::IDENTITY * array![1_f32, 2., 3.];
}
