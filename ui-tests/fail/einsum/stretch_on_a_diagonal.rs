// A diagonal is one of equal lengths: none of them stretches.
// Says: `einsum<'i'>`: axis of length 1 does not match axis of length 3
use conformable::{Vector, einsum};

fn main() {
    let a = Vector::<f32, 3>::ones();
    einsum!("ii->i", a.insert_axis::<0>());
}
