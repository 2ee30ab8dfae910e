// Axes of one letter have one name.
// Says: `einsum<'b'>`: axis `Batch` cannot meet axis `Group`
use conformable::{Array, axis, einsum};

axis!(Batch);
axis!(Group);

fn dots(x: &Array<f32, (Batch,)>, y: &Array<f32, (Group,)>) {
    einsum!("b,b->b", x, y);
}

fn main() {}
