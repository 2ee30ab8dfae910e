// Leading axes pair: they have one length, or one is missing, or one is `Stretch`.
// Says: `lstsq`: axis of length 2 does not match axis of length 5
use conformable::Array3;

fn main() {
    let a = Array3::<f64, 2, 3, 2>::ones();
    a.lstsq(&Array3::<f64, 5, 3, 1>::ones());
}
