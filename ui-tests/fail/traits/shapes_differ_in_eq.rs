// Arrays of different lengths are not compared: they are never equal.
use conformable::array;

fn main() {
    let (a, b) = (array![1, 2, 3], array![1, 2, 3, 4]);
    println!("{}", a == b);
}
