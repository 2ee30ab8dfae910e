// What the types prove is a value: there is no `Result` to unwrap.
use conformable::Vector;

fn main() {
    let a = Vector::new([1.0, 2.0]);
    let dot: f64 = a.inner(&a).unwrap();
    println!("{dot}");
}
