// An axis `Const<1>` is one position: only an axis that says so, `Stretch`, stretches.
// Says: `solve`: axis of length 1 does not match axis of length 5
use conformable::Array3;

fn main() {
    let a = Array3::<f64, 1, 3, 3>::ones();
    a.solve(&Array3::<f64, 5, 3, 1>::ones());
}
