// The compiler computes numbers of windows up to 1024, and powers of two and ten.
// Says: `sliding_windows`: the compiler cannot compute the number of windows of 3 positions in 2048
use conformable::Vector;

fn main() {
    Vector::<u8, 2048>::ones().sliding_windows::<0, 3>();
}
