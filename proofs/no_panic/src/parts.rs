//! Parts that are changed, several at once, windows as one view, and what mutable views give away.

use crate::fixed::A;
use crate::{any, cases};
use conformable::{
    Array, ArrayView, ArrayViewMut, Const, Dyn, Matrix, UpTo, Vector, array, einsum, eye, full, ones, s,
    shape, zeros,
};

static X: Vector<f32, 4> = Vector::new([1., 2., 3., 4.]);

/// A copy that can be changed, of values that the compiler does not know.
fn copy() -> Matrix<f32, 3, 4> {
    *any!(&A)
}

cases! {
    assign { let mut a = copy(); a.assign(any!(&X)); a.t_mut().assign(&any!(&A).t()); a }
    fill { let mut a = copy(); a.slice_mut(s![.., 1]).fill(any!(2.)); a }
    operators { let mut a = copy(); a.slice_mut(s![.., 1]).mul_assign(any!(2.)); a.slice_mut(s![0, ..]).add_assign(any!(&X)); a }
    diagonal_mut { let mut a = copy(); a.slice_mut(s![.., ..3]).diagonal_mut().fill(any!(1.)); a }
    diagonal_axes_mut { let mut a = copy(); a.slice_mut(s![.., ..3]).diagonal_axes_mut::<1, 0>().fill(any!(1.)); a }
    disjoint { let mut a = copy(); a.disjoint_axis_mut::<1, 2>([any!(3), any!(0)]).map(|[mut x, y]| x.assign(&y)); a }
    disjoint_rows { let mut a = copy(); a.disjoint_rows_mut([any!(2), any!(0)]).map(|[mut x, y]| x.add_assign(&y)); a }
    disjoint_columns { let mut a = copy(); a.disjoint_columns_mut([any!(2), any!(0)]).map(|[mut x, y]| x.add_assign(&y)); a }
    swap_rows { let mut a = copy(); (a.swap_rows(any!(0), any!(2)).is_ok(), a) }
    swap_columns { let mut a = copy(); (a.swap_columns(any!(0), any!(2)).is_ok(), a) }
    sliding_windows { einsum!("ijkl,kl->ij", any!(&A).sliding_windows::<0, 2>().sliding_windows::<1, 2>(), array![[1., 2.], [3., 4.]]) }
    sliding_windows_as { any!(&X).sliding_windows_as::<0, 3, shape![2, 3]>().sum_axis::<1>() }
    sliding_windows_dyn { ArrayView::<f32, (Dyn,)>::from_slice((Dyn(any!(4)),), any!(X.as_slice())).is_ok_and(|x| x.sliding_windows::<0, 3>().is_ok()) }
    lengths { (any!(&A).len_of::<0>(), any!(&A).nrows(), any!(&A).ncols()) }
    into_parts {
        let mut a = copy();
        let halves = a.view_mut().into_split_at(any!(1)).map(|(top, rest)| (top.into_view().sum(), rest.into_mut_slice().map(|x| x.len())));
        halves
    }
    into_axis { let mut a = copy(); a.view_mut().into_split_at_axis::<1>(any!(2)).and_then(|(left, _)| left.into_axis::<0>(any!(1)).map(|x| x.into_view().sum())) }
    from_rows { Matrix::from_rows(&[any!(X), any!(X)]) }
    from_columns { Matrix::from_columns(&[any!(&X), any!(&X)]) }
    push_overwrite { let mut latest = Array::<f32, (UpTo<2>,)>::EMPTY; (latest.push_overwrite(any!(1.)), latest.push_overwrite(any!(2.)), latest.push_overwrite(any!(3.))) }
    push_row_overwrite { let mut latest = Array::<f32, (UpTo<2>, Const<4>)>::empty(); latest.push_row_overwrite(any!(&X)); latest.push_row_overwrite(any!(&X)); latest.push_row_overwrite(any!(&X)); latest }
    run_time_shapes {
        let shape = || (UpTo::<4>::new(any!(3)).unwrap_or_default(), Const::<2>);
        (zeros::<f32, _>(shape()).is_ok(), ones::<f32, _>(shape()).is_ok(), full(shape(), any!(2.)).is_ok(), eye::<f32, _>(shape().0).is_ok())
    }
    changed_slice { let mut room = [0.; 4]; ArrayViewMut::from_slice((Dyn(any!(4)),), &mut room[..]).map(|mut x| x.fill(any!(1.))).is_ok() }
}
