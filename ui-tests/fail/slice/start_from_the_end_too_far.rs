// Counted from the end, too, a position is on the axis.
// Says: `slice`: range -4.. is out of bounds for axis of length 3
use conformable::{array, s};

fn main() {
    array![1, 2, 3].slice(s![-4..]);
}
