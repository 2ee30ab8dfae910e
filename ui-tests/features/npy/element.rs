// Elements of a file are of a type that npyz reads.
use conformable::Vector;

fn main() {
    Vector::<char, 2>::load_npy("words.npy").unwrap();
}
