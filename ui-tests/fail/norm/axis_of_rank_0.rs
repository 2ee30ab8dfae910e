// An array of rank 0 has no axis.
// Says: `norm_axis`: axis 0 is out of bounds for array of dimension 0
use conformable::{Array, NormOrd};

fn main() {
    Array::<f64, ()>::new(1.).norm_ord_axis::<0>(NormOrd::L1);
}
