// A mutable view is not `Copy`: it is the only one.
use conformable::array;

fn main() {
    let mut v = array![1, 2, 3];
    let a = v.view_mut();
    let b = a;
    println!("{} {}", a.len(), b.len());
}
