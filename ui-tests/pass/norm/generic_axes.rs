// Generic code needs `Dim`, `StaticDim` and the element's trait, and nothing else.
use conformable::{Array, Dim, NormOrd, Real, StaticDim};

fn lengths<T: Real, B: Dim, K: Dim>(a: &Array<T, (B, K)>) -> Array<T, (B,)> {
    a.norm_axis::<1>()
}

fn length<K: Dim>(a: &Array<f64, (K,)>) -> f64 {
    a.norm() + a.norm_ord(NormOrd::L1) + a.norm_axis::<0>()
}

fn apart<R: StaticDim, K: StaticDim>(a: &Array<f64, (R, K)>, b: &Array<f64, (R, K)>) -> f64 {
    a.distance(b)
}

fn cosines<B: Dim, C: Dim, K: StaticDim>(a: &Array<f32, (B, K)>, b: &Array<f32, (C, K)>) -> Array<f32, (B, C)> {
    a.cosine_similarity(b)
}

fn main() {
    let a = conformable::array![[3., 4.], [0., 1.]];
    assert_eq!(lengths(&a), conformable::array![5., 1.]);
    assert_eq!(length(&conformable::array![3., 4.]), 17.);
    assert_eq!(apart(&a, &a), 0.);
    assert_eq!(cosines(&conformable::array![[1_f32, 0.]], &conformable::array![[2_f32, 0.]])[[0, 0]], 1.);
}
