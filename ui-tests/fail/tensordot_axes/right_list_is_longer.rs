// Each axis of one list is summed with one of the other.
// Says: `tensordot`: the lists of axes differ in length: axis 0 has no partner
use conformable::{Matrix, axes};

fn main() {
    let a = Matrix::<f32, 2, 2>::ones();
    a.tensordot_axes::<axes![0], axes![1, 0], _>(&a);
}
