// A length that is a parameter is not compared.
// Says: the compiler cannot compare the length or position N with others
use conformable::{Vector, s};

fn first<const N: usize>(a: &Vector<f32, N>) {
    a.slice(s![0..1]);
}

fn main() {}
