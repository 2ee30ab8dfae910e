// A cross product subtracts.
// Says: arrays of `bool` cannot be subtracted: `bool` has no `-`
use conformable::Vector;

fn main() {
    let v = Vector::<bool, 3>::ones();
    v.cross(&v);
}
