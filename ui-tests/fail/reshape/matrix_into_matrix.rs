// 2 times 3 is not 4 times 2.
// Says: `reshape`: cannot reshape array of shape
use conformable::{Matrix, shape};

fn main() {
    Matrix::<f32, 2, 3>::ones().reshape::<shape![4, 2]>();
}
