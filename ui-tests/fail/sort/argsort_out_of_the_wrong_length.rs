// There are as many positions as elements.
// Says: `out`: axis of length 3 does not match axis of length 2
use conformable::{Vector, array};

fn main() {
    let mut out = Vector::<usize, 2>::zeros();
    array![1, 2, 3].argsort_axis_into::<0, _, _>(&mut out);
}
