// Arrays of two lengths are not compared.
use approx::assert_abs_diff_eq;
use conformable::array;

fn main() {
    assert_abs_diff_eq!(array![1., 2.], array![1., 2., 3.]);
}
