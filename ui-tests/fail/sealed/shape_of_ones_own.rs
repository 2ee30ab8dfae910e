// Shapes are those of the crate: tuples of axes, and `DynRank`.
// Says: `Mine` is not a shape
#[derive(Clone, Copy, Debug, PartialEq)]
struct Mine;

fn shape<S: conformable::Shape>(_: S) {}

fn main() {
    shape(Mine);
}
