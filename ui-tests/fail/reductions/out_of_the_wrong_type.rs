// The mean of integers is an `f64`.
use conformable::{Matrix, Vector};

fn main() {
    let mut out = Vector::<i32, 2>::zeros();
    Matrix::<i32, 2, 3>::ones().mean_axis_into::<1, _, _>(&mut out);
}
