// A sum of so many products might not have room in an `i32`. Only `cargo build` says so.
use conformable::Vector;

static A: Vector<i8, 200_000> = Vector::new([1; 200_000]);

fn main() {
    A.inner_wide(&A);
}
