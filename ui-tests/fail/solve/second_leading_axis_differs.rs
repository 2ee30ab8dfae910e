// Leading axes pair: they have one length, or one is missing, or one is `Stretch`.
// Says: `solve`: axis of length 7 does not match axis of length 8
use conformable::Array4;

fn main() {
    let a = Array4::<f64, 7, 2, 3, 3>::ones();
    a.solve(&Array4::<f64, 8, 2, 3, 1>::ones());
}
