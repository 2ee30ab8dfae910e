// Only run time knows the rank: the sum over an axis is a `Result`.
use conformable::ArrayD;

fn sums(a: &ArrayD<f32>) -> ArrayD<f32> {
    a.sum_axis::<1>()
}

fn main() {}
