// -1 is the last position, and -3 the first of 3.
// Says: `slice`: index -4 is out of bounds for axis of length 3
use conformable::{array, s};

fn main() {
    array![1, 2, 3].slice(s![-4]);
}
