// `out` must have as many axes as are left.
// Says: `out`: the result has 1 axes, but `out` has 2
use conformable::Matrix;

fn main() {
    let mut out = Matrix::<usize, 2, 1>::zeros();
    Matrix::<f32, 2, 3>::ones().argmax_axis_into::<1, _, _>(&mut out);
}
