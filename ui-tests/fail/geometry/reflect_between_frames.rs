// A ray and the normal of a surface are in one frame.
use conformable::{Array, axis};

axis!(World: 3);
axis!(Camera: 3);

fn bounce(ray: &Array<f32, (World,)>, normal: &Array<f32, (Camera,)>) {
    let _ = ray.reflect(normal);
}

fn main() {}
