// An ellipsis stands for axes whose number the type knows.
// Says: `einsum!`: `...` stands for axes whose number the type must know, in operand 0
use conformable::{Matrix, einsum};

fn main() {
    let a = Matrix::<f32, 2, 3>::ones().into_dyn();
    einsum!("...i->...", a);
}
