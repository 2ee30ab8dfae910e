// What a mutable view gives is borrowed from the view, and not from its data.
use conformable::array;

fn main() {
    let mut m = array![[1, 2], [3, 4]];
    let mut all = m.view_mut();
    let row = all.row(0).unwrap();
    all.fill(0);
    println!("{}", row[0]);
}
