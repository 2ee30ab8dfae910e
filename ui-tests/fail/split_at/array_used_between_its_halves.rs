// While halves can be changed the array is borrowed.
use conformable::array;

fn main() {
    let mut v = array![1, 2, 3];
    let (mut left, right) = v.split_at_mut(1).unwrap();
    let sum = v[0] + right[0];
    left[0] = sum;
}
