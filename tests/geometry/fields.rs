//! `v.x`, and axes under other names.

use conformable::geometry::*;
use conformable::prelude::*;
use conformable::{Stretch, axis};

axis!(World: 3);
axis!(Screen: 2);
axis!(Batch);

#[test]
fn vectors_have_fields() {
    let mut v = array![1., 2., 3.];
    v.x += 4.;
    v.z = v.y;
    assert_eq!(v, array![5., 2., 2.]);
    assert_eq!((v + v).x, 10.);
    assert_eq!((v[2], v[[0]]), (2., 5.));
    let p: Array<i32, (Screen,)> = array![3, 4].named::<Screen>();
    assert_eq!((p.x, p.y), (3, 4));
    let Xyzw { x, y, z, w } = *array![1_u8, 2, 3, 4];
    assert_eq!([x, y, z, w], [1, 2, 3, 4]);
    let words = Vector::new(["a".to_string(), "b".to_string()]);
    assert_eq!(words.y, "b");
}

#[test]
fn axes_get_other_names() {
    let v: Array<f32, (World,)> = array![1., 2., 3.].named();
    assert_eq!(v.unnamed(), array![1., 2., 3.]);
    let m = Matrix::<i32, 3, 2>::from_fn(|[i, j]| (2 * i + j) as i32).with_axes::<(World, Screen)>();
    assert_eq!(m.t().with_axes::<(Const<2>, Const<3>)>()[[1, 2]], 5);
    assert_eq!(m.view().unnamed().dims(), [3, 2]);
    let rows = Array::from_vec((Dyn(1), Const::<3>), vec![1, 2, 3]).unwrap();
    let named: Array<i32, (Batch, World)> = rows.with_axes();
    assert_eq!(named.dims(), [1, 3]);
    let first = named.as_slice().as_ptr();
    let back: Array<i32, (Dyn, Const<3>)> = named.unnamed();
    assert_eq!(back.as_slice().as_ptr(), first, "no element is moved");
    let kept: Array<f64, (Stretch, World)> =
        array![1., 2., 3.].insert_axis::<0>().to_owned().with_axes::<(Stretch, World)>();
    assert_eq!(kept[[0, 1]], 2.);
}
