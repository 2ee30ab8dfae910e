// Generic code over axes needs `Dim` or `StaticDim`, and no where-clause about shapes.
use conformable::{Array, ArrayView, Const, Dim, Dyn, Matrix, Scalar, ShapeError, StaticDim, Vector, array};

fn cos<K: StaticDim>(a: &Array<f64, (K,)>, b: &Array<f64, (K,)>) -> f64 {
    a.inner(b) / (a.inner(a) * b.inner(b)).sqrt()
}

fn dense<B: Dim, I: StaticDim, O: Dim>(
    x: &Array<f32, (B, I)>,
    w: &Array<f32, (O, I)>,
) -> Array<f32, (B, O)> {
    x.inner(w)
}

fn gram<T: Scalar, M: Dim, K: StaticDim>(a: &Array<T, (M, K)>) -> Array<T, (M, M)> {
    a.inner(a)
}

fn dot<T: Scalar, const N: usize>(a: &Vector<T, N>, b: &Vector<T, N>) -> T {
    a.inner(b)
}

fn scaled<T: Scalar, A: Dim, B: Dim>(a: &Array<T, (A, B)>, by: T) -> Array<T, (A, B)> {
    a.inner(&by)
}

fn scores<T: Scalar, const N: usize>(
    rows: &ArrayView<'_, T, (Dyn, Const<N>)>,
    query: &Vector<T, N>,
) -> Array<T, (Dyn,)> {
    rows.inner(query)
}

fn checked<T: Scalar, D: Dim>(a: &Array<T, (D,)>, b: &Array<T, (Dyn,)>) -> Result<T, ShapeError> {
    a.inner(b)
}

fn gram_into<M: StaticDim, K: StaticDim>(a: &Array<f32, (M, K)>, out: &mut Array<f32, (M, M)>) {
    a.inner_into(a, out)
}

fn identity<D: StaticDim>() -> Array<f32, (D, D)> {
    Array::eye()
}

fn main() {
    let (a, b) = (array![1.0, 0.0], array![1.0, 0.0]);
    assert_eq!(cos(&a, &b), 1.0);
    let x = array![[1.0, 2.0], [3.0, 4.0]];
    let w = array![[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]];
    let y: Matrix<f32, 2, 3> = dense(&x, &w);
    assert_eq!(y, array![[1.0, 2.0, 3.0], [3.0, 4.0, 7.0]]);
    assert_eq!(gram(&array![[1, 2], [3, 4]]), array![[5, 11], [11, 25]]);
    assert_eq!(dot(&array![1, 2], &array![3, 4]), 11);
    assert_eq!(scaled(&array![[1, 2]], 3), array![[3, 6]]);
    let rows = ArrayView::from_slice((Dyn(2), Const::<2>), &[1, 2, 3, 4]).unwrap();
    assert_eq!(scores(&rows, &array![1, 1]).as_slice(), [3, 7]);
    assert_eq!(checked(&array![1, 2], &Array::from(vec![3, 4])), Ok(11));
    assert!(checked(&array![1, 2], &Array::from(vec![3, 4, 5])).is_err());
    let mut out = Matrix::zeros();
    gram_into(&identity::<Const<2>>(), &mut out);
    assert_eq!(out, identity());
}
