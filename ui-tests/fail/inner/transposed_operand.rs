// `inner` sums over the last axes: a transpose is for `matmul`, not for `inner`.
// Says: `inner`: axis of length 3 does not match axis of length 2
use conformable::Matrix;

fn main() {
    let a = Matrix::<f32, 2, 3>::ones();
    a.inner(&a.t());
}
