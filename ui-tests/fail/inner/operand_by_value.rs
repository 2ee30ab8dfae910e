// `inner` borrows its operand.
use conformable::array;

fn main() {
    let dot: f64 = array![1.0, 2.0].inner(array![3.0, 4.0]);
    println!("{dot}");
}
