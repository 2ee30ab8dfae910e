// No mutable view while a shared one is in use.
use conformable::array;

fn main() {
    let mut m = array![[1, 2], [3, 4]];
    let transpose = m.t();
    m.view_mut()[[0, 1]] = 7;
    println!("{}", transpose[[1, 0]]);
}
