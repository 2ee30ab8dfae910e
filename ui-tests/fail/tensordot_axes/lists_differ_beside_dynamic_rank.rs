// Each axis of one list is summed with one of the other, whatever the ranks.
use conformable::{Matrix, axes};

fn main() {
    let a = Matrix::<f32, 2, 2>::ones().into_dyn();
    a.tensordot_axes::<axes![0, 1], axes![0], _>(&a).unwrap();
}
