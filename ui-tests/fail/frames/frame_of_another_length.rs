// A frame of three dimensions has three axes.
// Says: `Screen` is not a frame of three dimensions
use conformable::geometry::Quat;
use conformable::axis;

axis!(World: 3);
axis!(Screen: 2);

fn main() {
    Quat::<f32>::IDENTITY.named::<Screen, World>();
}
