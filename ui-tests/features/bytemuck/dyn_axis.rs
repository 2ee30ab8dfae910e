// The bytes of an array are its elements only if all lengths are in the type.
// Says: the bytes of an array of the shape `(Dyn, conformable::Const<2>)` cannot be cast
use conformable::{Array, Const, Dyn};

fn main() {
    let rows = Array::from_vec((Dyn(1), Const::<2>), vec![1_u8, 2]).unwrap();
    bytemuck::bytes_of(&rows);
}
