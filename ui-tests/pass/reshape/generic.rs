// Generic code reshapes and joins with `StaticDim`, `Dim` and the `_as` forms alone.
use conformable::{Array, ArrayView, Dim, Matrix, StaticDim, Vector, axes, concat, concat_as, shape, stack};

fn below<K: StaticDim>(a: &Array<f32, shape![2, K]>, b: &Array<f32, shape![3, K]>) -> Array<f32, shape![5, K]> {
    concat::<0, _>((a, b))
}
fn turned<D: Dim, E: Dim>(a: &Array<f32, (D, E)>) -> ArrayView<'_, f32, (E, D)> {
    a.permute::<axes![1, 0]>().swap_axes::<0, 1>().flip::<1>();
    a.move_axis::<0, 1>()
}
fn pair<K: StaticDim>(a: &Array<f32, (K,)>) -> Array<f32, shape![2, K]> {
    stack::<0, _>([a, a])
}
fn long<const N: usize, const M: usize>(a: &Vector<f32, N>) -> Matrix<f32, 1, M> {
    concat_as::<0, shape![{ M }], _>((a, a)).reshape_as::<shape![1, { M }]>()
}

fn main() {
    let (a, b) = (Matrix::<f32, 2, 4>::ones(), Matrix::<f32, 3, 4>::ones());
    assert_eq!(below(&a, &b), Matrix::ones());
    assert_eq!(turned(&a).dims(), [4, 2]);
    assert_eq!(pair(&Vector::ones()), Matrix::<f32, 2, 5>::ones());
    assert_eq!(long::<3, 6>(&Vector::ones()), Matrix::ones());
}
