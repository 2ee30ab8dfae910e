// Bins are counted with integers.
// Says: `bincount`: elements of type `f64` are no numbers of bins
use conformable::{Const, array};

fn main() {
    let _counts = array![1_f64, 2.].bincount(Const::<3>);
}
