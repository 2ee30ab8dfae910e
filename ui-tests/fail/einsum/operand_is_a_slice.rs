// An operand is an array.
// Says: `einsum!`: expected an array or a number, found `&[{float}; 2]`
use conformable::{einsum};

fn main() {
    einsum!("i->", &[1.0, 2.0]);
}
