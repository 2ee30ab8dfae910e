// The matrix of a rotation has the axes of its frames.
// Says: `matvec`: axis `World` cannot meet axis `Body`
use conformable::geometry::Quat;
use conformable::{array, axis};

axis!(World: 3);
axis!(Camera: 3);
axis!(Body: 3);

fn main() {
    let turn = Quat::<f32>::IDENTITY.named::<Camera, World>().to_matrix();
    turn.matvec(&array![1., 2., 3.].named::<Body>());
}
