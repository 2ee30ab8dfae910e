// Points that are mixed are in one frame.
// Says: `lerp`: axis `World` cannot meet axis `Camera`
use conformable::{Array, axis};

axis!(World: 3);
axis!(Camera: 3);

fn between(a: &Array<f32, (World,)>, b: &Array<f32, (Camera,)>) {
    let _ = a.lerp(b, 0.5);
}

fn main() {}
