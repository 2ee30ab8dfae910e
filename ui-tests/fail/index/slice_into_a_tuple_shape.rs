// Where the rank is in the type, the number of indices must be, too.
// Says: TODO
use conformable::array;

fn position(i: &[usize]) -> i32 {
    array![[1, 2], [3, 4]][i]
}

fn main() {
    println!("{}", position(&[0, 0]));
}
