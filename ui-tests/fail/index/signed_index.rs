// Positions are `usize`; they do not count from the end.
// Says: TODO
use conformable::array;

fn main() {
    let v = array![1, 2, 3];
    println!("{}", v[[-1]]);
}
