// All arrays hold one type.
use conformable::{array, concat};

fn main() {
    concat::<0, _>((&array![1_i32], &array![1_i64]));
}
