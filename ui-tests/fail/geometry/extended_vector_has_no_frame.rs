// One element more is no longer a vector of the frame.
use conformable::{Array, axis};

axis!(World: 3);

fn homogeneous(point: &Array<f32, (World,)>) -> Array<f32, (World,)> {
    point.extend(1.)
}

fn main() {}
