// A literal has as many levels of brackets as its type has axes.
use conformable::{Matrix, array};

fn main() {
    let m: Matrix<f32, 1, 3> = array![1.0, 2.0, 3.0];
    println!("{}", m.len());
}
