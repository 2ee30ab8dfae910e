// The sum has the wide type.
use conformable::array;

fn main() {
    let _: i8 = array![1_i8, 2].inner_wide(&array![1_i8, 2]);
}
