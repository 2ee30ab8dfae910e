// An axis of one's own is made by `axis!`, not by implementing `Dim`.
// Says: `(Joint,)` is not a shape
use conformable::Array;

struct Joint;

fn angles(a: &Array<f32, (Joint,)>) {}

fn main() {}
