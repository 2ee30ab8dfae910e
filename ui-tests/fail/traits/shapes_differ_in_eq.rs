// Arrays of different lengths are not compared: they are never equal.
use conformable::array;

fn main() {
    println!("{}", array![1, 2, 3] == array![1, 2, 3, 4]);
}
