// Nothing is split into no parts.
// Says: `split`: an axis of length 4 cannot be split into 0 equal parts
use conformable::Vector;

fn main() {
    Vector::<f32, 4>::ones().split::<0, 0>();
}
