// The axes of `out` are those of the result.
// Says: `tensordot_into`: axis of length 2 does not match axis of length 3
use conformable::Matrix;

fn main() {
    let a = Matrix::<f32, 2, 2>::ones();
    let mut out = Matrix::<f32, 3, 2>::zeros();
    a.tensordot_into::<1, _, _, _>(&a, &mut out);
}
