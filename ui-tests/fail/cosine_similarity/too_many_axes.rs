// A result of more than six axes is no tuple.
// Says: `cosine_similarity`: the result would have more than 6 axes
use conformable::Array5;

fn main() {
    let a = Array5::<f32, 1, 1, 1, 1, 2>::ones();
    a.cosine_similarity(&a);
}
