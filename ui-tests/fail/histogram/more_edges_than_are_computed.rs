// The compiler adds lengths up to 1024; `Dyn(1024)` is a number of run time.
// Says: `histogram`: the compiler cannot compute the sum of the lengths 1024 and 1
use conformable::{Const, array};

fn main() {
    let _counts = array![1., 2.].histogram(Const::<1024>, None);
}
