// The summand meets the product.
// Says: `mul_add`: axis of length 2 does not match axis of length 3
use conformable::array;

fn main() {
    array![1., 2.].mul_add(&array![3., 4.], &array![1., 2., 3.]);
}
