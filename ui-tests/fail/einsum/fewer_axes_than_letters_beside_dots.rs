// Each letter beside an ellipsis stands for an axis.
// Says: `einsum<'.'>`: an array of rank 1 does not have 2 axes
use conformable::{Vector, einsum};

fn main() {
    let a = Vector::<f32, 7>::ones();
    einsum!("...ij->...", a);
}
