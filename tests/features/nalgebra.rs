//! The feature `nalgebra-035`: each pair both ways, views in one memory, and what has no place in nalgebra.
#![cfg(all(feature = "nalgebra-035", feature = "macros"))]

use ::nalgebra as na;
use conformable::prelude::*;
use conformable::{ArrayView, ArrayViewMut, Matrix, ShapeErrorKind, Vector, s, shape};
use std::ptr;

fn counting<const R: usize, const C: usize>() -> Matrix<f64, R, C> {
    Matrix::from_fn(|[i, j]| (10 * i + j) as f64)
}

/// The matrix of nalgebra with these rows.
fn matrix<const R: usize, const C: usize>(rows: [[f64; C]; R]) -> na::SMatrix<f64, R, C> {
    na::SMatrix::from_fn(|i, j| rows[i][j])
}

#[test]
fn owned_matrices_and_vectors_convert() {
    let ours = counting::<2, 3>();
    let theirs = na::SMatrix::from(ours);
    assert_eq!(theirs, matrix([[0., 1., 2.], [10., 11., 12.]]));
    assert_eq!(Matrix::from(theirs), ours);
    let v = array![1., -2., 3.];
    assert_eq!(na::SVector::from(v), na::SVector::from([1., -2., 3.]));
    assert_eq!(Vector::from(na::SVector::from([1., -2., 3.])), v);
    assert_eq!(Vector::from(theirs * na::SVector::from(v)), ours.matvec(&v));
    let row: na::RowVector3<f64> = array![[1., 2., 3.]].into();
    assert_eq!(row[2], 3.);
    let point: na::Point3<f64> = v.into();
    assert_eq!(point, na::Point3::new(1., -2., 3.));
    assert_eq!(Vector::from(point), v);
    let translation: na::Translation3<f64> = v.into();
    assert_eq!(translation, na::Translation3::new(1., -2., 3.));
    assert_eq!(Vector::from(translation), v);
    let words = na::SMatrix::from(array![["a".to_string(), "b".to_string()]]);
    assert_eq!(words[(0, 1)], "b");
    assert_eq!(Matrix::from(words)[[0, 0]], "a");
    assert_eq!(na::SMatrix::from(counting::<0, 3>()).shape(), (0, 3));
    assert_eq!(Matrix::from(na::SMatrix::<f64, 2, 0>::zeros()), counting::<2, 0>());
}

#[test]
fn arrays_are_views_of_nalgebra() {
    let mut ours = counting::<2, 3>();
    let t: na::MatrixView<'_, f64, na::Const<3>, na::Const<2>> = ours.as_nalgebra_t();
    assert!(ptr::eq(&t[(0, 0)], &ours[[0, 0]]));
    assert!(ptr::eq(&t[(2, 1)], &ours[[1, 2]]));
    let (v, w) = (array![1., -2., 3.], array![4., -5.]);
    assert_eq!(Vector::from(t.tr_mul(&na::SVector::from(v))), ours.matvec(&v));
    assert_eq!(Vector::from(t * na::SVector::from(w)), w.vecmat(&ours));

    let mut changed: na::MatrixViewMut<'_, f64, na::Const<3>, na::Const<2>> = ours.as_nalgebra_t_mut();
    changed[(0, 1)] = 7.;
    changed.column_mut(0).fill(5.);
    assert_eq!(ours, array![[5., 5., 5.], [7., 11., 12.]]);

    let mut v = v;
    let view: na::VectorView<'_, f64, na::Const<3>> = (&v).into();
    assert_eq!((view.as_ptr(), view.as_slice()), (v.as_slice().as_ptr(), &[1., -2., 3.][..]));
    assert_eq!(view.dot(&view), 14.);
    let mut changed: na::VectorViewMut<'_, f64, na::Const<3>> = (&mut v).into();
    changed.neg_mut();
    assert_eq!(v, array![-1., 2., -3.]);

    let empty = counting::<0, 3>();
    assert_eq!((empty.as_nalgebra_t().shape(), empty.as_nalgebra_t().iter().count()), ((3, 0), 0));
    let empty = counting::<3, 0>();
    assert_eq!((empty.as_nalgebra_t().shape(), empty.as_nalgebra_t().iter().count()), ((0, 3), 0));
}

#[cfg(feature = "alloc")]
#[test]
fn arrays_with_run_time_lengths_are_views_of_nalgebra() {
    let rows = Array::from_vec((Dyn(2), Const::<3>), vec![0., 1., 2., 10., 11., 12.]).unwrap();
    let t: na::MatrixView<'_, f64, na::Const<3>, na::Dyn> = rows.as_nalgebra_t();
    assert_eq!(t, matrix([[0., 10.], [1., 11.], [2., 12.]]));
    assert!(ptr::eq(&t[(2, 1)], &rows[[1, 2]]));
    let mut loose = Array::from_vec((Dyn(3), Dyn(2)), vec![0., 1., 10., 11., 20., 21.]).unwrap();
    let t: na::DMatrixView<'_, f64> = loose.as_nalgebra_t();
    assert_eq!(t, matrix([[0., 10., 20.], [1., 11., 21.]]));
    let mut changed: na::DMatrixViewMut<'_, f64> = loose.as_nalgebra_t_mut();
    changed.row_mut(1).fill(3.);
    assert_eq!(loose.as_slice(), [0., 3., 10., 3., 20., 3.]);
    let list = Array::from(vec![1., 2.]);
    let view: na::DVectorView<'_, f64> = (&list).into();
    assert_eq!(view.as_ptr(), list.as_slice().as_ptr());
}

/// A view of nalgebra with the lengths of ours, and a distance of columns that run time knows.
type Columns<'a, const R: usize, const C: usize> =
    na::MatrixView<'a, f64, na::Const<R>, na::Const<C>, na::Const<1>, na::Dyn>;
type ColumnsMut<'a, const R: usize, const C: usize> =
    na::MatrixViewMut<'a, f64, na::Const<R>, na::Const<C>, na::Const<1>, na::Dyn>;
type Column<'a, const N: usize> = na::VectorView<'a, f64, na::Const<N>, na::Const<1>, na::Dyn>;

#[test]
fn views_of_columns_stay_in_place() {
    let mut ours = counting::<4, 6>();
    let t: Columns<'_, 6, 4> = ours.t().try_into().unwrap();
    assert_eq!((t.strides(), t[(5, 1)]), ((1, 6), 15.));
    assert!(ptr::eq(&t[(5, 1)], &ours[[1, 5]]));
    let v = array![1., -2., 3., -4.];
    assert_eq!(Vector::from(t * na::SVector::from(v)), v.vecmat(&ours));
    let part: Columns<'_, 3, 2> = ours.t().slice(s![1..4, ..;2]).try_into().unwrap();
    assert_eq!(part.strides(), (1, 12));
    assert_eq!(part, matrix([[1., 21.], [2., 22.], [3., 23.]]));
    assert!(ptr::eq(&part[(0, 1)], &ours[[2, 1]]));
    let row: Column<'_, 6> = ours.row(2).unwrap().try_into().unwrap();
    assert!(ptr::eq(&row[5], &ours[[2, 5]]));
    // One row in all columns.
    let same = ours.row(1).unwrap();
    let same: ArrayView<'_, f64, shape![3, 6]> = same.broadcast_to((Const::<3>, Const::<6>));
    let same: Columns<'_, 6, 3> = same.t().try_into().unwrap();
    assert_eq!((same.strides(), same[(5, 2)]), ((1, 0), 15.));

    let mut t = ours.t_mut();
    let mut changed: ColumnsMut<'_, 2, 2> = t.slice_mut(s![..2, ..;3]).try_into().unwrap();
    changed.fill(-1.);
    assert_eq!(ours[[3, 1]] + ours[[0, 0]], -2.);
    assert_eq!(ours[[1, 0]], 10.);
}

#[test]
fn what_nalgebra_cannot_view_is_an_error() {
    let mut ours = counting::<2, 3>();
    let error = Columns::<'_, 2, 3>::try_from(ours.view()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "into_nalgebra: the elements of a column of shape (2,3) are not side by side in memory; those of `t()` are, of an \
         array that owns its elements"
    );
    assert_eq!((error.kind(), error.operation()), (ShapeErrorKind::NotColumns, "into_nalgebra"));
    let error = Column::<'_, 2>::try_from(ours.column(1).unwrap()).unwrap_err();
    assert_eq!(error.kind(), ShapeErrorKind::NotColumns);
    let one = Array::<f64, ()>::new(1.);
    let same: ArrayView<'_, f64, shape![3]> = one.broadcast_to((Const::<3>,));
    assert_eq!(Column::<'_, 3>::try_from(same).unwrap_err().kind(), ShapeErrorKind::NotColumns);
    let error = ColumnsMut::<'_, 2, 3>::try_from(ours.view_mut()).unwrap_err();
    assert_eq!(error.kind(), ShapeErrorKind::NotColumns);

    let error = Columns::<'_, 3, 2>::try_from(ours.t().flip::<1>()).unwrap_err();
    assert_eq!(error.to_string(), "into_nalgebra: axis 1 of shape (3,2) runs backwards in memory");
    assert_eq!(error.kind(), ShapeErrorKind::Backwards { axis: 1 });
    let error = ColumnsMut::<'_, 3, 2>::try_from(ours.t_mut().flip_mut::<0>()).unwrap_err();
    assert_eq!(error.to_string(), "into_nalgebra: axis 0 of shape (3,2) runs backwards in memory");
    let v = array![1., 2.];
    let error = Column::<'_, 2>::try_from(v.flip::<0>()).unwrap_err();
    assert_eq!(error.to_string(), "into_nalgebra: axis 0 of shape (2,) runs backwards in memory");

    // Of one position, or of none, there is no backwards and no distance.
    let one = counting::<1, 3>();
    let view: Columns<'_, 1, 3> = one.view().try_into().unwrap();
    assert_eq!(view[(0, 2)], 2.);
    assert_eq!(Columns::<'_, 1, 3>::try_from(one.flip::<0>()).unwrap()[(0, 2)], 2.);
    let one = counting::<3, 1>();
    assert_eq!(Columns::<'_, 3, 1>::try_from(one.flip::<1>()).unwrap()[(2, 0)], 20.);
    let none = counting::<2, 0>();
    assert_eq!(Columns::<'_, 2, 0>::try_from(none.flip::<0>()).unwrap().len(), 0);
    let none = counting::<0, 2>();
    assert_eq!(Columns::<'_, 0, 2>::try_from(none.flip::<1>()).unwrap().len(), 0);
}

#[test]
fn matrices_of_nalgebra_are_views() {
    let mut theirs = matrix([[0., 1., 2.], [10., 11., 12.]]);
    let view: ArrayView<'_, f64, shape![2, 3]> = (&theirs).into();
    assert_eq!(view, counting::<2, 3>());
    assert!(ptr::eq(&view[[1, 2]], &theirs[(1, 2)]));
    let mut changed: ArrayViewMut<'_, f64, shape![2, 3]> = (&mut theirs).into();
    changed.slice_mut(s![1, ..]).fill(3.);
    assert_eq!(theirs, matrix([[0., 1., 2.], [3., 3., 3.]]));

    let mut v = na::SVector::from([1., 2.]);
    let ours: &Vector<f64, 2> = (&v).into();
    assert_eq!(ours.as_slice().as_ptr(), v.as_ptr());
    let ours: &mut Vector<f64, 2> = (&mut v).into();
    ours.x = 5.;
    assert_eq!(v, na::SVector::from([5., 2.]));
}

#[test]
fn views_of_nalgebra_are_ours() {
    let mut theirs = na::SMatrix::<f64, 4, 6>::from_fn(|i, j| (10 * i + j) as f64);
    let part = theirs.fixed_view_with_steps::<2, 3>((1, 0), (1, 1));
    let ours: ArrayView<'_, f64, shape![2, 3]> = part.try_into().unwrap();
    assert_eq!(ours, array![[10., 12., 14.], [30., 32., 34.]]);
    assert!(ptr::eq(&ours[[1, 2]], &theirs[(3, 4)]));
    let loose: ArrayView<'_, f64, shape![dyn, dyn]> = theirs.view((1, 1), (3, 2)).try_into().unwrap();
    assert_eq!((loose.dims(), loose[[2, 1]]), ([3, 2], 32.));
    let column: ArrayView<'_, f64, shape![4]> = theirs.column(2).try_into().unwrap();
    assert_eq!(column, array![2., 12., 22., 32.]);
    let row: ArrayView<'_, f64, shape![1, 6]> = theirs.row(2).try_into().unwrap();
    assert!(ptr::eq(&row[[0, 5]], &theirs[(2, 5)]));
    let empty: ArrayView<'_, f64, shape![dyn, dyn]> = theirs.view((0, 0), (0, 3)).try_into().unwrap();
    assert_eq!((empty.dims(), empty.iter().count()), ([0, 3], 0));

    let mut changed: ArrayViewMut<'_, f64, shape![2, 2]> =
        theirs.fixed_view_with_steps_mut::<2, 2>((0, 0), (2, 4)).try_into().unwrap();
    changed.fill(-1.);
    assert_eq!((theirs[(3, 5)], theirs[(0, 0)], theirs[(1, 0)]), (-1., -1., 10.));
    let mut column: ArrayViewMut<'_, f64, shape![4]> = theirs.column_mut(1).try_into().unwrap();
    column.fill(9.);
    assert_eq!(theirs.column(1).sum(), 36.);
}

#[test]
#[allow(unsafe_code, reason = "views of nalgebra that its safe functions do not make")]
fn places_that_are_shared_are_not_changed() {
    type Loose<'a> = ArrayViewMut<'a, f64, shape![dyn, dyn]>;
    let mut elements = [1., 2., 3., 4., 5., 6.];
    let mut strided = |nrows, ncols, rows, columns| {
        let (shape, strides) = ((na::Dyn(nrows), na::Dyn(ncols)), (na::Dyn(rows), na::Dyn(columns)));
        // SAFETY: all places are elements. nalgebra's safe constructors refuse places that are shared, but not by this type.
        let storage = unsafe { na::ViewStorageMut::from_raw_parts(elements.as_mut_ptr(), shape, strides) };
        Loose::try_from(na::Matrix::from_data(storage)).map(|ours| ours.dims())
    };
    let error = strided(2, 3, 0, 1).unwrap_err();
    assert_eq!(
        error.to_string(),
        "from_nalgebra: different positions of shape (2,3) share a place in memory"
    );
    assert_eq!(error.kind(), ShapeErrorKind::Overlapping);
    for (nrows, ncols) in [(0, 3), (3, 0), (1, 1), (1, 3), (3, 1), (2, 2), (2, 3), (3, 2)] {
        for (rows, columns) in [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 1), (2, 3)] {
            let mut places: Vec<_> =
                (0..nrows).flat_map(|i| (0..ncols).map(move |j| i * rows + j * columns)).collect();
            if places.iter().any(|place| *place >= 6) {
                continue;
            }
            places.sort_unstable();
            places.dedup();
            let apart = places.len() == nrows * ncols;
            assert_eq!(
                strided(nrows, ncols, rows, columns).is_ok(),
                apart,
                "{nrows} {ncols} {rows} {columns}"
            );
        }
    }
    // To be read they may be.
    let view = na::DMatrixView::from_slice_with_strides_generic(
        &elements,
        na::Dyn(2),
        na::Dyn(3),
        na::Dyn(0),
        na::Dyn(1),
    );
    let ours: ArrayView<'_, f64, shape![dyn, dyn]> = view.try_into().unwrap();
    assert!(ours.iter().eq(&[1., 2., 3., 1., 2., 3.]));
}

#[test]
fn more_positions_than_memory_can_hold_are_an_error() {
    type Loose<'a> = ArrayView<'a, f64, shape![dyn, dyn]>;
    let (many, none) = (na::Dyn(1 << (usize::BITS / 2)), na::Dyn(0));
    let view = na::DMatrixView::from_slice_with_strides_generic(&[1.], many, many, none, none);
    let error = Loose::try_from(view).unwrap_err();
    assert!(error.to_string().starts_with("from_nalgebra: an array of shape ("), "{error}");
    assert_eq!(error.kind(), ShapeErrorKind::TooLarge);
    // Elements without bytes.
    let view = na::DMatrixView::from_slice(&[(); 6], 2, 3);
    assert_eq!(ArrayView::<'_, (), shape![dyn, dyn]>::try_from(view).unwrap().dims(), [2, 3]);
    let mut elements = [(); 6];
    let view = na::DMatrixViewMut::from_slice(&mut elements, 2, 3);
    assert_eq!(ArrayViewMut::<'_, (), shape![dyn, dyn]>::try_from(view).unwrap().len(), 6);
}

#[cfg(feature = "nalgebra-035-alloc")]
mod heap {
    use super::*;

    #[test]
    fn matrices_on_the_heap_convert() {
        let elements = vec![0., 1., 2., 10., 11., 12.];
        let ours = Array::from_vec((Dyn(2), Dyn(3)), elements.clone()).unwrap();
        let theirs = na::DMatrix::from(ours.clone());
        assert_eq!(theirs, matrix([[0., 1., 2.], [10., 11., 12.]]));
        assert_eq!(Array::try_from(theirs), Ok(ours));

        let ours = Array::from_vec((Const::<2>, Dyn(3)), elements.clone()).unwrap();
        let theirs = na::OMatrix::<f64, na::Const<2>, na::Dyn>::from(ours.clone());
        assert_eq!(theirs, matrix([[0., 1., 2.], [10., 11., 12.]]));
        assert_eq!(Array::try_from(theirs), Ok(ours));

        let ours = Array::from_vec((Dyn(2), Const::<3>), elements).unwrap();
        let theirs = na::OMatrix::<f64, na::Dyn, na::Const<3>>::from(ours.clone());
        assert_eq!(theirs, matrix([[0., 1., 2.], [10., 11., 12.]]));
        assert_eq!(Array::try_from(theirs), Ok(ours));

        let empty = Array::from_vec((Dyn(0), Dyn(3)), vec![]).unwrap();
        let theirs = na::DMatrix::<f64>::from(empty.clone());
        assert_eq!(theirs.shape(), (0, 3));
        assert_eq!(Array::try_from(theirs), Ok(empty));
    }

    #[test]
    fn vectors_on_the_heap_stay_there() {
        let ours = Array::from(vec![1., 2., 3.]);
        let first = ours.as_slice().as_ptr();
        let mut theirs = na::DVector::from(ours);
        assert_eq!((theirs.as_ptr(), theirs.as_slice()), (first, &[1., 2., 3.][..]));
        let view: ArrayView<'_, f64, shape![dyn]> = (&theirs).into();
        assert_eq!(view.as_slice().unwrap().as_ptr(), first);
        let mut changed: ArrayViewMut<'_, f64, shape![dyn]> = (&mut theirs).into();
        changed.fill(4.);
        let ours = Array::from(theirs);
        assert_eq!((ours.as_slice().as_ptr(), ours.as_slice()), (first, &[4., 4., 4.][..]));
    }

    #[test]
    fn matrices_on_the_heap_are_views() {
        let mut theirs = na::DMatrix::from_row_slice(2, 3, &[0., 1., 2., 10., 11., 12.]);
        let view: ArrayView<'_, f64, shape![dyn, dyn]> = (&theirs).try_into().unwrap();
        assert_eq!(view.to_vec(), counting::<2, 3>().to_vec());
        assert!(ptr::eq(&view[[1, 2]], &theirs[(1, 2)]));
        let mut changed: ArrayViewMut<'_, f64, shape![dyn, dyn]> = (&mut theirs).try_into().unwrap();
        changed.slice_mut(s![.., 0]).unwrap().fill(3.);
        assert_eq!(theirs, matrix([[3., 1., 2.], [3., 11., 12.]]));
        let tall = na::OMatrix::<f64, na::Dyn, na::Const<2>>::from_row_slice(&[1., 2., 3., 4.]);
        let view: ArrayView<'_, f64, shape![dyn, 2]> = (&tall).try_into().unwrap();
        assert_eq!(view.to_vec(), [1., 2., 3., 4.]);
        let huge = na::DMatrix::<f64>::zeros(0, usize::MAX);
        let error = ArrayView::<'_, f64, shape![dyn, dyn]>::try_from(&huge).unwrap_err();
        assert_eq!(error.kind(), ShapeErrorKind::TooLarge);
    }
}

#[cfg(any(feature = "std", feature = "libm"))]
mod geometry {
    use super::*;
    use conformable::geometry::{
        Affine2, Affine3, EulerRot, Isometry2, Isometry3, Projection3, Quat, Rot2, Vec2, Vec3,
    };

    #[test]
    fn rotations_turn_alike() {
        let ours = Quat::from_euler(EulerRot::XYZ, 0.1, 0.2, 0.3);
        let theirs = na::UnitQuaternion::from(ours);
        assert_eq!([theirs.i, theirs.j, theirs.k, theirs.w], [ours.x, ours.y, ours.z, ours.w]);
        assert_eq!(Quat::from(theirs), ours);
        let v = Vec3::new([1., 2., 3.]);
        let turned = ours.transform_vector(&v);
        assert!(turned.distance(&Vector::from(theirs * na::SVector::from(v))) < 1e-15);
        let matrix = na::Rotation3::from(ours);
        assert!(turned.distance(&Vector::from(matrix * na::SVector::from(v))) < 1e-15);
        assert!(Quat::from(matrix).angle_between(&ours) < 1e-15);
    }

    #[test]
    fn rotations_of_the_plane_turn_alike() {
        let ours = Rot2::from_angle(0.3_f64);
        let v = Vec2::new([1., 2.]);
        let turned = ours.transform_vector(&v);
        let theirs = na::UnitComplex::from(ours);
        assert_eq!((theirs.re, theirs.im), (ours.cos(), ours.sin()));
        assert_eq!(Rot2::from(theirs), ours);
        assert!(turned.distance(&Vector::from(theirs * na::SVector::from(v))) < 1e-15);
        let matrix = na::Rotation2::from(ours);
        assert_eq!(Rot2::from(matrix), ours);
        assert!(turned.distance(&Vector::from(matrix * na::SVector::from(v))) < 1e-15);
    }

    #[test]
    fn rigid_motions_move_alike() {
        let ours = Isometry3::from_rotation_translation(Quat::from_rotation_x(0.3_f64), &array![1., 2., 3.]);
        let theirs = na::Isometry3::from(ours);
        assert_eq!(Isometry3::from(theirs), ours);
        let v = Vec3::new([1., -2., 3.]);
        assert!(ours.transform_point(&v).distance(&Vector::from(theirs * na::Point3::from(v))) < 1e-15);
        let ours = Isometry2::from_rotation_translation(Rot2::from_angle(0.3_f64), &array![1., 2.]);
        let theirs = na::Isometry2::from(ours);
        assert_eq!(Isometry2::from(theirs), ours);
        let v = Vec2::new([1., -2.]);
        assert!(ours.transform_point(&v).distance(&Vector::from(theirs * na::Point2::from(v))) < 1e-15);
    }

    #[test]
    fn affine_transforms_move_alike() {
        let ours = Affine3::from_rows([[1., 2., 3., 4.], [5., 6., 7., 8.], [9., 10., 12., 13.]]);
        let theirs = na::Affine3::from(ours);
        assert_eq!(Affine3::from(theirs), ours);
        let v = Vec3::new([1., -2., 3.]);
        assert_eq!(ours.transform_point(&v), (theirs * na::Point3::from(v)).into());
        let ours = Affine2::from_rows([[1., 2., 3.], [4., 5., 6.]]);
        let theirs = na::Affine2::from(ours);
        assert_eq!(Affine2::from(theirs), ours);
        let v = Vec2::new([1., -2.]);
        assert_eq!(ours.transform_point(&v), (theirs * na::Point2::from(v)).into());
    }

    #[test]
    fn projections_project_alike() {
        let ours = Projection3::from_matrix(Matrix::from_fn(|[i, j]| (1 + i * i + j) as f64));
        let theirs = na::Transform3::from(ours);
        assert_eq!(Projection3::from(theirs), ours);
        let v = Vec3::new([1., 2., -3.]);
        assert!(ours.project_point(&v).distance(&Vector::from(theirs * na::Point3::from(v))) < 1e-15);
    }
}
