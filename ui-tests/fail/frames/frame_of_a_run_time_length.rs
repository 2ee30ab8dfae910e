// A frame has its length in its type.
// Says: `Batch` is not a frame of three dimensions
use conformable::geometry::Quat;
use conformable::axis;

axis!(Batch);

fn main() {
    Quat::<f32>::IDENTITY.named::<Batch, Batch>();
}
