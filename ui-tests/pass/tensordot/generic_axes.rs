// Generic code says `Dim` of an axis that meets no other and `StaticDim` of one that does, and nothing else.
use conformable::{Array, Array3, Dim, Dyn, Matrix, ShapeError, StaticDim, Vector, axes, shape};

fn contract<M: Dim, K: StaticDim, L: StaticDim, N: Dim>(
    a: &Array<f32, (M, K, L)>,
    b: &Array<f32, (K, L, N)>,
) -> Array<f32, (M, N)> {
    a.tensordot::<2, _>(b)
}
fn gram<M: StaticDim, N: Dim>(a: &Array<f32, (M, N)>) -> Array<f32, (N, N)> {
    a.tensordot_axes::<axes![0], axes![0], _>(a)
}
fn project<M: Dim, N: Dim>(x: &Array<f32, (M,)>, y: &Array<f32, (N,)>) -> Array<f32, (M, N)> {
    x.outer(y)
}
fn spread<M: Dim, N: Dim>(x: &Array<f32, (M, N)>, out: &mut Array<f32, (M, N)>) -> Result<(), ShapeError> {
    out.as_mut_slice().copy_from_slice(x.kron(&2.0).as_slice());
    Ok(())
}
fn squares<K: StaticDim, N: StaticDim>(x: &Array<f32, (K, N)>) -> (f32, Array<f32, (N,)>) {
    (x.vdot(x), x.vecdot_axis::<0, _>(x))
}
fn traces<B: Dim, N: StaticDim>(a: &Array<f32, (B, N, N)>) -> Array<f32, (B,)> {
    assert_eq!(a.diagonal_axes::<1, 2>().ndim(), 2);
    a.trace_axes::<1, 2>()
}
fn doubled<const N: usize, const M: usize>(x: &Vector<f32, N>) -> Vector<f32, M> {
    x.kron_as::<shape![{ M }], _>(&Vector::<f32, 2>::ones())
}
fn stacked<B: Dim, M: Dim, K: StaticDim>(a: &Array<f32, (B, M, K)>, x: &Array<f32, (K,)>) -> Array<f32, (B, M)> {
    a.dot(x)
}

fn main() -> Result<(), ShapeError> {
    let a = Array3::<f32, 2, 3, 4>::ones();
    assert_eq!(contract(&a, &Array3::<f32, 3, 4, 5>::ones())[[1, 4]], 12.0);
    let m = Matrix::<f32, 2, 3>::ones();
    assert_eq!(gram(&m)[[2, 2]], 2.0);
    assert_eq!(project(&Vector::<f32, 2>::ones(), &Array::from(vec![1.0, 2.0])).dims(), [2, 2]);
    let mut out = Matrix::zeros();
    spread(&m, &mut out)?;
    assert_eq!(out, Matrix::<f32, 2, 3>::full(2.0));
    assert_eq!(squares(&m), (6.0, Vector::full(2.0)));
    let open = Array::from_shape_elem((Dyn(5), conformable::Const::<2>, conformable::Const::<2>), 1.0)?;
    assert_eq!(traces(&open).as_slice(), [2.0; 5]);
    assert_eq!(doubled::<3, 6>(&Vector::ones()), Vector::ones());
    assert_eq!(stacked(&a, &Vector::ones())[[1, 2]], 4.0);
    Ok(())
}
