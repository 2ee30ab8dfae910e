// Leading axes pair: they have one length, or one is missing, or one is `Stretch`.
// Says: `solve`: axis of length 2 does not match axis of length 5
use conformable::Array3;

fn main() {
    let f = Array3::<f64, 2, 3, 3>::ones().cholesky().unwrap();
    f.solve(&Array3::<f64, 5, 3, 1>::ones());
}
