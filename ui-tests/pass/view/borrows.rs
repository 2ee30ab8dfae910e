// Views borrow as slices do: many shared ones, or one that changes the elements, and no longer than the array.
use conformable::{ArrayView, ArrayViewMut, Const, Dyn, Matrix, array};

fn first<'a>(rows: ArrayView<'a, f64, (Dyn, Const<2>)>) -> &'a [f64] {
    rows.as_slice().unwrap_or(&[])
}

fn clear(mut view: ArrayViewMut<'_, i32, (Const<2>, Const<2>)>) {
    view.iter_mut().for_each(|x| *x = 0);
}

fn main() {
    let samples = vec![1.0, 2.0, 3.0, 4.0];
    let view = ArrayView::from_slice((Dyn(2), Const::<2>), &samples).unwrap();
    assert_eq!(first(view).len(), 4);
    let mut m = array![[1, 2], [3, 4]];
    let (a, b) = (m.t(), m.view());
    assert_eq!(a[[0, 1]], b[[1, 0]]);
    clear(m.view_mut());
    assert_eq!(m, Matrix::zeros());
    assert_eq!(m.t().as_slice(), None);
    assert_eq!(m.as_slice(), [0; 4]);
}
