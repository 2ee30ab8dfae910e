// Two type parameters are two axes.
// Says: `cosine_similarity`: the axes
use conformable::{Array, StaticDim};

fn cosine<A: StaticDim, B: StaticDim>(a: &Array<f32, (A,)>, b: &Array<f32, (B,)>) -> f32 {
    a.cosine_similarity(b)
}

fn main() {}
