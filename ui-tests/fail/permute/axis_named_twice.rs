// A permutation names each axis once.
// Says: `permute`: axis 0 is named twice
use conformable::{Matrix, axes};

fn main() {
    Matrix::<f32, 2, 3>::ones().permute::<axes![0, 0]>();
}
