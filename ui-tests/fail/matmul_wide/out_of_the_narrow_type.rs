// `out` has elements of the wide type.
use conformable::Matrix;

fn main() {
    let mut out = Matrix::<i8, 2, 2>::zeros();
    Matrix::<i8, 2, 2>::ones().matmul_wide_into(&Matrix::<i8, 2, 2>::ones(), &mut out);
}
