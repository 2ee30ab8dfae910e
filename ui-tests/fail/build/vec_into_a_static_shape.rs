// Run-time data becomes a static shape by `try_from`, which can fail, not by `from`.
use conformable::Vector;

fn main() {
    let v: Vector<f64, 3> = vec![1.0, 2.0, 3.0].into();
    println!("{}", v.len());
}
