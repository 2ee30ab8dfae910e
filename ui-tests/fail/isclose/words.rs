// Only numbers are close to each other.
// Says: nothing says when two elements of type `&str` are close
use conformable::Vector;

fn main() {
    Vector::new(["a", "b"]).allclose(&Vector::new(["a", "b"]));
}
