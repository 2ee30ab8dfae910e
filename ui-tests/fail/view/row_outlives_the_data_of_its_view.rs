// A part of a view lives as long as the data of the view, and no longer.
use conformable::{ArrayView, array, shape};

fn main() {
    let row: ArrayView<'_, i32, shape![2]>;
    {
        let m = array![[1, 2], [3, 4]];
        row = m.view().row(1).unwrap();
    }
    println!("{}", row[0]);
}
