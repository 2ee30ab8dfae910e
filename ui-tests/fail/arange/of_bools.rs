// Truth values make no ranges.
// Says: `bool` is not a number that makes ranges
use conformable::Vector;

fn main() {
    Vector::<bool, 2>::arange(false, true);
}
