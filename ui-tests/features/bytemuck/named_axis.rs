// A named axis is a type of the program, of whose memory nothing is known.
// Says: the bytes of an array of the shape `(Joint,)` cannot be cast
use conformable::{Array, axis};

axis!(Joint: 7);

fn main() {
    bytemuck::bytes_of(&Array::<f32, (Joint,)>::ones());
}
