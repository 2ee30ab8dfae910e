// Owned arrays, views, numbers and named axes go together where their axes do.
use conformable::{Array, Array3, Dyn, Matrix, Vector, array, axis, shape};
axis!(
    /// The joints of an arm.
    pub Joint: 3
);

fn main() {
    let m = array![[1, 2, 3], [4, 5, 6]];
    assert_eq!(m.t().inner(&array![1, 1]), array![5, 7, 9]);
    assert_eq!(m.view().inner(&m.view()).dims(), [2, 2]);
    assert_eq!(m.inner(&2), array![[2, 4, 6], [8, 10, 12]]);
    assert_eq!(Array::<i32, ()>::new(2).inner(&m), m.inner(&2));
    assert_eq!(Vector::<f32, 2>::ones().inner(&2.0), array![2.0, 2.0]);

    let jacobian = Array::<f32, shape![Joint, 6]>::ones();
    let torques: Array<f32, (Joint,)> = jacobian.inner(&Vector::<f32, 6>::ones());
    assert_eq!(torques.inner(&torques), 108.0);
    assert_eq!(torques.inner(&Array::from(vec![1.0; 3])), Ok(18.0));

    let mut out = Array::<f32, (Joint,)>::zeros();
    jacobian.inner_into(&Vector::<f32, 6>::ones(), &mut out);
    assert_eq!(out, torques);
    let mut open = Array::from_shape_elem((Dyn(3),), 0.0).unwrap();
    jacobian.inner_into(&Vector::<f32, 6>::ones(), &mut open).unwrap();
    let mut grid = Matrix::<f32, 3, 2>::zeros();
    Matrix::<f32, 3, 6>::ones().inner_into(&Matrix::<f32, 2, 6>::ones(), &mut grid.view_mut());
    assert_eq!(grid[[2, 1]], 6.0);

    let a = Array3::<u8, 1, 2, 5>::ones();
    assert_eq!(a.inner(&a).inner(&array![1, 1]).dims(), [1, 2, 1]);
}
