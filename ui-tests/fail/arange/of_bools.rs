// Truth values make no ranges.
// Says: `bool` cannot be an element of a range
use conformable::Vector;

fn main() {
    Vector::<bool, 2>::arange(false, true);
}
