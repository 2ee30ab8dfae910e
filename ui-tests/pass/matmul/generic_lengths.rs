// Generic code says `Dim` of an axis that meets no other and `StaticDim` of one that does, and nothing else.
use conformable::{Array, Array3, Dim, Dyn, Matrix, StaticDim, Vector};

fn layer<B: Dim, I: StaticDim, O: StaticDim>(x: &Array<f32, (B, I)>, w: &Array<f32, (I, O)>) -> Array<f32, (B, O)> {
    x.matmul(w)
}
fn twice<B: StaticDim, N: StaticDim>(a: &Array<f32, (B, N, N)>) -> Array<f32, (B, N, N)> {
    a.matmul(&a.matmul(a))
}
fn each<B: StaticDim, H: StaticDim, M: StaticDim, K: StaticDim, N: StaticDim>(
    a: &Array<f32, (B, H, M, K)>,
    b: &Array<f32, (K, N)>,
    out: &mut Array<f32, (B, H, M, N)>,
) {
    a.matmul_into(b, out);
}
fn energy<K: StaticDim>(x: &Array<f32, (K,)>, a: &Array<f32, (K, K)>) -> f32 {
    x.dot(&a.dot(x)) + x.vecdot(&x.vecmat(a)) + x.vecdot(&a.matvec(x)) + x.matmul(x)
}
fn stacks<B: StaticDim, K: StaticDim>(x: &Array<f32, (B, K)>, a: &Array<f32, (B, K, K)>) -> Array<f32, (B,)> {
    x.vecdot(&a.matvec(&x.vecmat(a)))
}
fn any_rows<K: StaticDim>(x: &Array<f32, (Dyn, K)>, w: &Array<f32, (Dyn, K, K)>) {
    assert!(x.matvec(&Array::<f32, (K,)>::ones()).len() == x.dims()[0]);
    assert!(w.matmul(w).is_ok());
}

fn main() {
    let w = Matrix::<f32, 2, 3>::ones();
    assert_eq!(layer(&Matrix::<f32, 5, 2>::ones(), &w)[[4, 2]], 2.0);
    let rows = Array::from_shape_elem((Dyn(4), conformable::Const::<2>), 1.0).unwrap();
    assert_eq!(layer(&rows, &w).dims(), [4, 3]);
    assert_eq!(twice(&Array3::<f32, 3, 2, 2>::ones())[[2, 1, 1]], 4.0);
    let mut out = conformable::Array4::zeros();
    each(&conformable::Array4::<f32, 2, 2, 2, 2>::ones(), &Matrix::<f32, 2, 2>::ones(), &mut out);
    assert_eq!(energy(&Vector::<f32, 2>::ones(), &Matrix::ones()), 14.0);
    assert_eq!(stacks(&Matrix::<f32, 2, 2>::ones(), &Array3::ones())[1], 8.0);
    any_rows(&rows, &Array::from_shape_elem((Dyn(1), conformable::Const::<2>, conformable::Const::<2>), 1.0).unwrap());
}
