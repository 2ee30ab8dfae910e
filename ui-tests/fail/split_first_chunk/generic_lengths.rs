// Lengths that are parameters have no difference; `split_first_chunk_as` takes the shapes.
// Says: `split_first_chunk`: an axis of length N cannot be cut after 1 positions
use conformable::Vector;

fn tail<const N: usize>(x: &Vector<f32, N>) {
    x.split_first_chunk::<0, 1>();
}

fn main() {
    tail(&Vector::<f32, 4>::ones());
}
