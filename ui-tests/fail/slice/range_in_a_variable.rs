// A name in `s![..]` stands for a position.
// Says: is not a position along an axis
use conformable::{array, s};

fn main() {
    let range = 0..2_usize;
    array![1, 2, 3].slice(s![range]);
}
