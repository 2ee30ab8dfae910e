// An axis goes before one of those that are there, or behind the last.
// Says: `insert_axis`: an array of rank 2 does not have 3 axes
use conformable::Matrix;

fn main() {
    Matrix::<f32, 2, 3>::ones().insert_axis::<3>();
}
