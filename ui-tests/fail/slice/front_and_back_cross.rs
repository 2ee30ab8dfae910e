// What is cut off in front and behind is not more than the axis has.
// Says: `slice`: range 2..-2 is out of bounds for axis of length 3
use conformable::{array, s};

fn main() {
    array![1, 2, 3].slice(s![2..-2]);
}
