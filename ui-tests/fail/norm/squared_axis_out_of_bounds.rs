// A vector has one axis, axis 0; for integers, too.
// Says: `norm_squared_axis`: axis 1 is out of bounds for array of dimension 1
use conformable::array;

fn main() {
    array![3, 4].norm_squared_axis::<1>();
}
