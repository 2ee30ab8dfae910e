// An array with a `Dyn` axis holds a `Vec`, and is not `Copy`.
use conformable::Array;

fn copy<T: Copy>(_: T) {}

fn main() {
    copy(Array::from(vec![1.0]));
}
