// A reduction that leaves an axis out does not meet the axes of samples, even where both are as long.
// Says: cannot meet axis `Batch`
use conformable::{Array, Const, axis};

axis!(Batch);

fn centred(scores: &Array<f64, (Batch, Const<3>)>) {
    let _ = scores - scores.sum_axis::<1>();
}

fn main() {}
