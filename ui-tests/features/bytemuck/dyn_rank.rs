// The bytes of an array are its elements only if its rank is in the type.
// Says: the bytes of an array of the shape `DynRank` cannot be cast
use conformable::{ArrayD, DynRank};

fn main() {
    let a = ArrayD::from_vec(DynRank::new(&[2]).unwrap(), vec![1_u8, 2]).unwrap();
    bytemuck::bytes_of(&a);
}
