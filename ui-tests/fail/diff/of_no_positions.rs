// An axis without positions has not one less.
// Says: `diff`: an axis of length 0 cannot be cut after 1 positions
use conformable::Vector;

fn main() {
    Vector::<f32, 0>::zeros().diff::<0>();
}
