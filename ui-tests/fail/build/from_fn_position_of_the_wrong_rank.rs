// The function of `from_fn` gets one number for each axis.
use conformable::Matrix;

fn main() {
    let m = Matrix::<usize, 2, 3>::from_fn(|[i]| i);
    println!("{}", m.len());
}
