// The rows of a literal must have one length.
use conformable::array;

fn main() {
    let m = array![[1, 2, 3], [4, 5]];
    println!("{}", m.len());
}
