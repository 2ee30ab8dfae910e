// Arrays are `Send`, `Sync`, `Copy` and comparable as their elements are.
use conformable::{Array, ArrayView, ArrayViewMut, Const, Dyn, Matrix, Vector, array};
use std::cell::Cell;

fn send<T: Send>(_: &T) {}
fn send_and_sync<T: Send + Sync>(_: &T) {}

fn main() {
    let a = array![1, 2, 3];
    let b = a;
    assert_eq!(a, b);
    assert_eq!(a.view(), b);
    send_and_sync(&a);
    send_and_sync(&a.view());
    send_and_sync(&Array::from(vec![1.0]));
    let mut cells = Vector::new([Cell::new(1)]);
    send(&cells);
    send(&cells.view_mut());
    let mut m = Matrix::<f32, 2, 2>::zeros();
    std::thread::scope(|scope| {
        let mut view = m.view_mut();
        scope.spawn(move || view[[0, 0]] = 1.0);
    });
    assert_eq!(m[[0, 0]], 1.0);
    let word = Vector::new([String::from("a")]);
    assert_eq!(word.clone(), word);
    fn views<'a>(a: ArrayView<'a, f32, (Dyn,)>, b: ArrayViewMut<'a, f32, (Const<1>,)>) -> bool {
        a.len() == b.len()
    }
    let one = [1.0];
    let mut out = array![2.0];
    assert!(views(ArrayView::from_slice((Dyn(1),), &one).unwrap(), out.view_mut()));
}
