// What has no mean has no covariance.
// Says: elements of type `bool` have no mean
use conformable::Matrix;

fn main() {
    Matrix::<bool, 2, 3>::full(true).cov();
}
