// A static shape has no more elements than memory can hold, though they have no bytes.
use conformable::Vector;

fn main() {
    let _ = Vector::<(), { usize::MAX }>::new([(); usize::MAX]);
}
