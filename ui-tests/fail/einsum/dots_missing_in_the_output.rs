// The output has the axes under an ellipsis.
// Says: `einsum!`: the output must have the ellipsis `...` of the operands
use conformable::{Array3, einsum};

fn main() {
    let a = Array3::<f32, 7, 2, 3>::ones();
    einsum!("...ij->ij", a);
}
