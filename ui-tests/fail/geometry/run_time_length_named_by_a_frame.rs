// A length known only at run time is no frame's by a name alone.
use conformable::{Array, Dyn, axis};

axis!(World: 3);

fn point(elements: Array<f32, (Dyn,)>) {
    let _ = elements.named::<World>();
}

fn main() {}
