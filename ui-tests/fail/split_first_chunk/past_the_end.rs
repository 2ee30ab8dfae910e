// An axis is cut where it has positions.
// Says: `split_first_chunk`: an axis of length 3 cannot be cut after 4 positions
use conformable::Matrix;

fn main() {
    Matrix::<f32, 2, 3>::ones().split_first_chunk::<1, 4>();
}
