// There is no inverse, and nothing that is spelled alike is meant.
// Says: `inverse` is not an operation of this crate
use conformable::array;

fn main() {
    let m = array![[1., 2.], [3., 5.]];
    let _ = m.inverse();
}
