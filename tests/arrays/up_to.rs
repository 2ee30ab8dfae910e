//! `UpTo<N>`: an axis of run-time length within the array itself. Every operation gives what it gives for `Dyn`.

use conformable::{Array, ArrayView, CapacityError, Const, Matrix, ShapeError, ShapeErrorKind, UpTo, array};
use std::rc::Rc;

fn up_to<const N: usize>(len: usize) -> UpTo<N> {
    UpTo::new(len).expect("at most N")
}

#[test]
fn no_longer_than_its_type_says() {
    assert_eq!(UpTo::<3>::new(3).map(|d| format!("{d:?}")), Some("UpTo<3>(3)".into()));
    assert_eq!(UpTo::<3>::new(4), None);
    assert_eq!(UpTo::<0>::new(1), None);
    let mut v = Array::<u8, (UpTo<3>,)>::EMPTY;
    for i in 0..3 {
        assert_eq!(v.push(i), Ok(()));
    }
    let full: CapacityError<u8> = v.push(9).unwrap_err();
    assert_eq!((full.rejected, full.most()), (9, 3));
    assert_eq!(full.to_string(), "the array is full: its first axis holds at most 3");
    assert_eq!(v.as_slice(), [0, 1, 2]);
    assert_eq!([v.pop(), v.pop(), v.pop(), v.pop()], [Some(2), Some(1), Some(0), None]);
    assert!(v.is_empty());
    assert!(Array::<u8, (UpTo<3>,)>::try_from([1, 2, 3, 4].as_slice()).is_err());
    assert_eq!(Array::<u8, (UpTo<2>,)>::try_from_iter(5..).unwrap_err().rejected, 7);
    // The element is within the array: a length, and the room.
    assert_eq!(size_of::<Array<u64, (UpTo<5>, Const<2>)>>(), 8 * (10 + 2));
}

#[test]
fn rows_are_added_while_there_is_room() -> Result<(), ShapeError> {
    let mut m = Array::<f64, (UpTo<2>, Const<3>)>::empty();
    assert_eq!(m.dims(), [0, 3]);
    m.push_row(&array![1., 2., 3.])?;
    // A reversed row, and one whose length only run time knows.
    let backwards = Matrix::new([[4., 5., 6.]]);
    m.push_row(&ArrayView::from_slice((conformable::Dyn(3),), backwards.as_slice())?)?;
    let error = m.push_row(&array![7., 8., 9.]).unwrap_err();
    assert_eq!(error.kind(), ShapeErrorKind::Full(2));
    assert_eq!(
        error.to_string(),
        "push_row: the array is full: its shape is (2,3), and its first axis holds at most 2"
    );
    let short = ArrayView::from_slice((conformable::Dyn(2),), &[0., 0.])?;
    m.truncate(1);
    assert_eq!(m.push_row(&short).unwrap_err().kind(), ShapeErrorKind::WrongShape);
    assert_eq!(m.as_slice(), [1., 2., 3.]);
    m.truncate(7);
    assert_eq!(m.dims(), [1, 3]);
    m.clear();
    assert_eq!(m.dims(), [0, 3]);

    let mut stack = Array::<i32, (UpTo<3>, Const<2>, UpTo<4>)>::from_shape_fn(
        (up_to(0), Const, up_to(2)),
        |_| unreachable!(),
    )?;
    let page =
        Array::<i32, (Const<2>, UpTo<4>)>::from_shape_fn((Const, up_to(2)), |[i, j]| (10 * i + j) as i32)?;
    stack.push_row(&page)?;
    stack.push_row(&page)?;
    assert_eq!(stack.dims(), [2, 2, 2]);
    assert_eq!(stack[[1, 1, 0]], 10);
    Ok(())
}

#[test]
fn elements_are_dropped_once() -> Result<(), ShapeError> {
    let counted = Rc::new(());
    let mut v = Array::<Rc<()>, (UpTo<8>,)>::EMPTY;
    for _ in 0..6 {
        assert!(v.push(counted.clone()).is_ok());
    }
    assert_eq!(Rc::strong_count(&counted), 7);
    v.truncate(4);
    assert_eq!(Rc::strong_count(&counted), 5);
    drop(v.pop());
    assert_eq!(Rc::strong_count(&counted), 4);
    let clone = v.clone();
    assert_eq!(Rc::strong_count(&counted), 7);
    drop(clone.into_iter().nth(1));
    assert_eq!(Rc::strong_count(&counted), 4);
    drop(v);
    assert_eq!(Rc::strong_count(&counted), 1);
    Ok(())
}

#[test]
#[cfg(feature = "alloc")]
fn operations_are_those_of_dyn() -> Result<(), ShapeError> {
    use conformable::{Dyn, Vector, einsum};
    // Few under Miri, which takes long.
    for len in (0..=9_usize).step_by(if cfg!(miri) { 9 } else { 1 }) {
        let x = |i: usize, j: usize| (i * 7 + j * 3) as f32 * 0.37 - 4.;
        let bounded =
            Array::<f32, (UpTo<9>, Const<5>)>::from_shape_fn((up_to(len), Const), |[i, j]| x(i, j))?;
        let free = Array::<f32, (Dyn, Const<5>)>::from_shape_fn((Dyn(len), Const), |[i, j]| x(i, j))?;
        let w = Matrix::<f32, 4, 5>::from_fn(|[i, j]| x(j, i));
        let v = Vector::<f32, 5>::from_fn(|[i]| x(i, 1));
        let column = Array::<f32, (UpTo<9>,)>::from_shape_fn((up_to(len),), |[i]| x(i, 2))?;

        // What the types prove costs no `Result`, and the results are within themselves.
        let product: Array<f32, (UpTo<9>, Const<4>)> = bounded.inner(&w);
        assert_eq!(product.as_slice(), free.inner(&w).as_slice());
        let product: Array<f32, (UpTo<9>,)> = bounded.matvec(&v);
        assert_eq!(product.as_slice(), free.matvec(&v).as_slice());
        let product: Array<f32, (UpTo<9>, Const<4>)> = bounded.matmul(&w.t());
        assert_eq!(product.as_slice(), free.matmul(&w.t()).as_slice());
        let gram: Matrix<f32, 5, 5> = einsum!("ij,ik->jk", bounded, bounded)?;
        assert_eq!(gram.as_slice(), einsum!("ij,ik->jk", free, free)?.as_slice());
        let sums: Result<Vector<f32, 5>, ShapeError> = column.vecmat(&bounded);
        assert_eq!(sums?.as_slice(), column.vecmat(&free)?.as_slice());
        // The bound is the better-known of the two.
        let both: Array<f32, (UpTo<9>,)> = bounded.vecdot(&free)?;
        assert_eq!(both.as_slice(), free.vecdot(&bounded)?.as_slice());
        let exact: Result<Array<f32, (Const<9>,)>, ShapeError> = bounded.vecdot(&Matrix::<f32, 9, 5>::ones());
        assert_eq!(exact.is_ok(), len == 9);
        assert_eq!(bounded.outer(&v).as_slice(), free.outer(&v).as_slice());
        let norms: Array<f32, (UpTo<9>,)> = bounded.norm_axis::<1>();
        assert_eq!(norms.as_slice(), free.norm_axis::<1>().as_slice());
        assert_eq!(bounded.t().to_owned().as_slice(), free.t().to_owned().as_slice());
        assert_eq!(format!("{bounded}"), format!("{free}"));

        // Through a `Vec` and back.
        let there: Array<f32, (Dyn, Const<5>)> = bounded.clone().typed()?;
        assert_eq!(there, free);
        let back: Array<f32, (UpTo<9>, Const<5>)> = there.typed()?;
        assert_eq!(back, bounded);
        assert!(free.clone().typed::<(UpTo<3>, Const<5>)>().is_ok() == (len <= 3));
    }
    Ok(())
}
