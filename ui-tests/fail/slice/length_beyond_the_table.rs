// The compiler compares lengths up to 1024.
// Says: the compiler cannot compare the length or position 1080 with others
use conformable::{Matrix, s};

fn main() {
    Matrix::<u8, 1080, 2>::zeros().slice(s![0..100]);
}
