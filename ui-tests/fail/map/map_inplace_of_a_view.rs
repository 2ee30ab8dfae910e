// What an array only borrows cannot be changed.
// Says: the elements of an immutable view cannot be changed
use conformable::Vector;

fn main() {
    Vector::<f32, 4>::zeros().view().map_inplace(f32::abs);
}
