// One number for each axis: in brackets, by `get`, from a const parameter, at any rank.
use conformable::{Array, ArrayD, Array3, Dim, DynRank, array};

fn corner<T: Copy, A: Dim, B: Dim>(a: &Array<T, (A, B)>) -> Option<T> {
    a.get([0, 0]).copied()
}

fn main() {
    let mut v = array![1, 2, 3];
    v[0] = v[[1]] + v[2];
    assert_eq!(v[0], 5);
    let mut m = array![[1, 2], [3, 4]];
    m[[1, 0]] = 7;
    *m.get_mut([1, 1]).unwrap() += m.t()[[0, 1]];
    assert_eq!((m[[1, 1]], m.get([2, 0]), corner(&m)), (11, None, Some(1)));
    let cube = Array3::<u8, 2, 2, 2>::zeros();
    assert_eq!(cube[[1, 1, 1]], 0);
    let any = ArrayD::from_vec(DynRank::new(&[2, 2]).unwrap(), vec![1, 2, 3, 4]).unwrap();
    let position: &[usize] = &[1, 0];
    assert_eq!((any[[1, 0]], any[position], any.get([1])), (3, 3, None));
    assert_eq!(Array::<i32, ()>::new(4)[[]], 4);
}
