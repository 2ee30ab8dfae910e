// Generic code needs the lengths, and nothing else.
use conformable::{Array, Dim, StaticDim};

fn scores<B: Dim, K: StaticDim>(rows: &Array<u8, (B, K)>, query: &Array<i8, (K,)>) -> Array<i32, (B,)> {
    rows.inner_wide(query)
}

fn layer<B: Dim, K: StaticDim, N: Dim>(x: &Array<i8, (B, K)>, w: &Array<i8, (K, N)>) -> Array<i32, (B, N)> {
    x.matmul_wide(w)
}

fn precise<K: StaticDim>(a: &Array<f32, (K,)>) -> (f64, f32) {
    (a.inner_wide(a), a.inner_compensated(a))
}

fn main() {
    let rows = conformable::array![[200_u8, 1], [0, 3]];
    assert_eq!(scores(&rows, &conformable::array![2_i8, -1]), conformable::array![399, -3]);
    assert_eq!(layer(&conformable::array![[1_i8, 2]], &conformable::array![[3_i8], [4]])[[0, 0]], 11);
    assert_eq!(precise(&conformable::array![3_f32, 4.]), (25., 25.));
}
