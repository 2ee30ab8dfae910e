// A static shape has no more elements than memory can hold, though they have no bytes.
// Says: this shape has more elements than memory can hold
use conformable::Vector;

fn main() {
    Vector::<(), { usize::MAX }>::new([(); usize::MAX]).windows::<2>();
}
