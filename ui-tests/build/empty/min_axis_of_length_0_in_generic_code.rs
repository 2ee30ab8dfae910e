// A generic function is wrong only for the lengths that it is called with. Only `cargo build` says so.
use conformable::{Matrix, Vector};

fn lowest<const M: usize, const N: usize>(a: &Matrix<i32, M, N>) -> Vector<i32, N> {
    a.min_axis::<0>()
}

fn main() {
    lowest(&Matrix::<i32, 3, 2>::zeros());
    lowest(&Matrix::<i32, 0, 2>::zeros());
}
