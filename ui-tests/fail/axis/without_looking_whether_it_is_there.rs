// A position of run time may not be there: the part is in an `Option`.
use conformable::Matrix;

fn first(m: &Matrix<i32, 2, 3>, i: usize) -> i32 {
    m.row(i)[0]
}

fn main() {}
