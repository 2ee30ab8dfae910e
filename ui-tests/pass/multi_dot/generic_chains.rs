// Generic code needs `Dim` and `StaticDim`, and nothing else.
use conformable::{Array, Dim, Scalar, StaticDim, multi_dot};

fn chain<T: Scalar, M: Dim, K: StaticDim, L: StaticDim, N: Dim>(
    a: &Array<T, (M, K)>,
    b: &Array<T, (K, L)>,
    c: &Array<T, (L, N)>,
) -> Array<T, (M, N)> {
    multi_dot((a, b, c))
}

fn form<T: Scalar, K: StaticDim>(x: &Array<T, (K,)>, a: &Array<T, (K, K)>) -> T {
    multi_dot((x, a, x))
}

fn main() {
    let (x, a) = (conformable::array![1, 2], conformable::array![[1, 0], [0, 3]]);
    assert_eq!(form(&x, &a), 13);
    assert_eq!(chain(&a, &a, &a), conformable::array![[1, 0], [0, 27]]);
}
