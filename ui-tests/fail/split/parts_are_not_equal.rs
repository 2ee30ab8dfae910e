// 7 positions have no 3 equal parts.
// Says: `split`: an axis of length 7 cannot be split into 3 equal parts
use conformable::Vector;

fn main() {
    Vector::<f32, 7>::ones().split::<0, 3>();
}
