// Where the rank is in the type, the number of indices must be, too.
// Says: an index needs one number for each axis: 2, but a slice has any number
use conformable::array;

fn position(i: &[usize]) -> i32 {
    array![[1, 2], [3, 4]][i]
}

fn main() {
    println!("{}", position(&[0, 0]));
}
