// The positions are as many as the elements.
// Says: `topk_into`: axis of length 2 does not match axis of length 3
use conformable::{Vector, array};

fn main() {
    let mut values = Vector::<i32, 2>::zeros();
    let mut positions = Vector::<usize, 3>::zeros();
    array![1, 2, 3].topk_into::<2, 0, _, _, _, _>(&mut values, &mut positions);
}
