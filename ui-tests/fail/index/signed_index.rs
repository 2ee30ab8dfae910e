// Positions are `usize`; they do not count from the end.
use conformable::array;

fn main() {
    let v = array![1, 2, 3];
    println!("{}", v[[-1]]);
}
