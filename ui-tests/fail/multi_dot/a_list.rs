// The operands have different types: they are a tuple.
// Says: `multi_dot` takes a tuple of 2 to 8 references to arrays
use conformable::{Matrix, multi_dot};

fn main() {
    let a = Matrix::<f32, 2, 2>::ones();
    multi_dot([&a, &a, &a]);
}
