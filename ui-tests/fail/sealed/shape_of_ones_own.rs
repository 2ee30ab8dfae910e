// Shapes are those of the crate: tuples of axes, and `DynRank`.
// Says: `Mine` is not a shape
struct Mine;

fn len(a: &conformable::Array<f32, Mine>) -> usize {
    0
}

fn main() {}
