// Two parts that can be changed may overlap for all the compiler knows.
use conformable::{array, s};

fn main() {
    let mut a = array![1, 2, 3];
    let (mut x, mut y) = (a.slice_mut(s![..1]), a.slice_mut(s![2..]));
    (x[0], y[0]) = (4, 5);
}
