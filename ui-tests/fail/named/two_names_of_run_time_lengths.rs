// Two named axes do not meet, whatever their lengths.
// Says: `inner`: axis `Row` cannot meet axis `Column`
use conformable::{Array, axis};

axis!(Row);
axis!(Column);

fn main() {
    let rows = Array::from_vec((Row(2),), vec![1, 2]).unwrap();
    let columns = Array::from_vec((Column(2),), vec![1, 2]).unwrap();
    rows.inner(&columns);
}
