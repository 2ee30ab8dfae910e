//! The feature `ndarray-017`: the same elements on both sides, and the same memory where nothing is to be copied.
#![cfg(feature = "ndarray-017")]

use conformable::prelude::*;
use conformable::{Array3, Array4, Array6, ArrayViewMut, Matrix, UpTo, Vector, axes, s};
use ndarray::{Axis, Ix1, Ix2, Ix3, IxDyn, ShapeBuilder, arr0};

axis!(Joint: 3);

/// Ours as a view of ndarray has the same elements at the same places, and comes back as it was.
#[track_caller]
fn agrees<'a, S: Shape, D: ndarray::Dimension>(ours: ArrayView<'a, i32, S>)
where
    ndarray::ArrayView<'a, i32, D>: From<ArrayView<'a, i32, S>>,
{
    let theirs = ndarray::ArrayView::<i32, D>::from(ours);
    assert_eq!(theirs.shape(), ours.dims().as_ref());
    let places = |a: &ArrayView<'a, i32, S>| a.iter().map(std::ptr::from_ref).collect::<Vec<_>>();
    assert_eq!(theirs.iter().map(std::ptr::from_ref).collect::<Vec<_>>(), places(&ours));
    let back = ArrayView::<i32, S>::try_from(theirs.clone()).unwrap();
    assert_eq!(places(&back), places(&ours));
    let any = ArrayView::<i32, DynRank>::try_from(theirs.into_dyn()).unwrap();
    assert_eq!(any.iter().map(std::ptr::from_ref).collect::<Vec<_>>(), places(&ours));
    let turned = ndarray::ArrayView::<i32, IxDyn>::from(ours.t());
    assert_eq!(turned.t().iter().map(std::ptr::from_ref).collect::<Vec<_>>(), places(&ours));
}

#[test]
fn views_of_every_rank_and_stride_are_the_same_memory() {
    let a =
        Array6::<i32, 2, 1, 3, 2, 1, 2>::from_fn(|[a, _, b, c, _, d]| (12 * a + 4 * b + 2 * c + d) as i32);
    agrees::<_, ndarray::Ix6>(a.view());
    agrees::<_, ndarray::Ix6>(a.permute::<axes![2, 4, 0, 5, 1, 3]>());
    agrees::<_, ndarray::Ix6>(a.flip::<0>().flip::<3>());
    agrees::<_, ndarray::Ix5>(a.axis::<0>(1).unwrap());
    let m = Matrix::new([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]);
    agrees::<_, Ix2>(m.view());
    agrees::<_, Ix2>(m.t());
    agrees::<_, Ix2>(m.slice(s![1.., ..;2]));
    agrees::<_, Ix2>(m.slice(s![..;-1, ..;-2]));
    agrees::<_, Ix2>(m.slice(s![..;-2, 1..3]));
    agrees::<_, Ix1>(m.column(2).unwrap());
    agrees::<_, Ix1>(m.row(1).unwrap().flip::<0>());
    agrees::<_, Ix3>(m.insert_axis::<1>());
    agrees::<_, Ix3>(m.row(2).unwrap().broadcast_to(<shape![2, 3, 4]>::default()));
    agrees::<_, Ix3>(m.sliding_windows::<0, 2>());
    agrees::<_, ndarray::Ix0>(Array::<i32, ()>::new(7).view());
    agrees::<_, Ix1>(Array::<i32, (Joint,)>::from_fn(|[i]| i as i32).view());
    agrees::<_, Ix2>(Array::from_vec((Dyn(2), UpTo::<4>::new(3).unwrap()), (0..6).collect()).unwrap().view());
    let eight = DynRank::new(&[1, 2, 1, 3, 1, 1, 2, 1]).unwrap();
    agrees::<_, IxDyn>(Array::from_vec(eight, (0..12).collect()).unwrap().view());
}

#[test]
fn lengths_of_zero_and_one_cross_with_any_strides() {
    agrees::<_, Ix2>(Matrix::<i32, 0, 3>::zeros().view());
    agrees::<_, Ix2>(Matrix::<i32, 3, 0>::zeros().t());
    agrees::<_, Ix3>(Array3::<i32, 2, 0, 3>::zeros().flip::<2>());
    agrees::<_, Ix2>(Matrix::new([[1, 2, 3]]).slice(s![..;-1, 1..1]));
    agrees::<_, Ix2>(Matrix::<i32, 1, 1>::ones().flip::<0>());
    // Strides that nothing ever uses, as large as ndarray lets them be.
    let numbers = [1, 2, 3, 4];
    let (huge, backwards) = (isize::MAX as usize, isize::MIN as usize);
    for odd in [huge, backwards, 0] {
        let theirs = ndarray::ArrayView::from_shape((1, 3, 1).strides((odd, 1, odd)), &numbers).unwrap();
        let ours = ArrayView::<i32, shape![1, dyn, 1]>::try_from(theirs).unwrap();
        assert_eq!(ours.to_vec(), [1, 2, 3]);
        assert_eq!(ours.as_slice(), Some(&numbers[..3]));
        agrees::<_, Ix3>(ours);
        let theirs = ndarray::ArrayView::from_shape((0, 1).strides((odd, odd)), &numbers[..]).unwrap();
        agrees::<_, Ix2>(ArrayView::<i32, shape![dyn, 1]>::try_from(theirs).unwrap());
    }
}

#[test]
fn views_of_ndarray_are_the_same_memory() {
    let a = ndarray::Array::from_shape_fn((2, 3, 4), |(i, j, k)| 100 * i + 10 * j + k);
    let same = |theirs: ndarray::ArrayView3<'_, usize>| {
        let ours = ArrayView::<usize, shape![dyn, dyn, dyn]>::try_from(theirs).unwrap();
        assert_eq!(ours.dims().as_ref(), theirs.shape());
        assert!(ours.iter().zip(theirs.iter()).all(|(ours, theirs)| std::ptr::eq(ours, theirs)));
        assert_eq!(ours.len(), theirs.len());
    };
    same(a.view());
    same(a.view().reversed_axes());
    same(a.view().permuted_axes([1, 2, 0]));
    same(a.slice(ndarray::s![.., 1..;2, ..;-1]));
    same(a.slice(ndarray::s![..;-1, ..0, ..]));
    same(a.slice(ndarray::s![1, 1..2, ..]).broadcast((5, 1, 4)).unwrap());
    let columns = ndarray::Array::from_shape_vec((2, 3).f(), vec![1, 2, 3, 4, 5, 6]).unwrap();
    let ours = ArrayView::<i32, shape![2, 3]>::try_from(&columns).unwrap();
    assert_eq!(ours, array![[1, 3, 5], [2, 4, 6]]);
    // Named axes and lengths of the type take what fits.
    let joints = ArrayView::<i32, shape![dyn, Joint]>::try_from(columns.view()).unwrap();
    assert_eq!(joints[[1, 2]], 6);
    // Shared, copied on write, and by reference to what all of them are.
    assert_eq!(ArrayView::<i32, shape![2, 3]>::try_from(&columns.to_shared()).unwrap(), ours);
    assert_eq!(ArrayView::<i32, shape![2, 3]>::try_from(&ndarray::CowArray::from(&columns)).unwrap(), ours);
    let reference: &ndarray::ArrayRef<i32, Ix2> = &columns;
    assert_eq!(ArrayView::<i32, shape![2, 3]>::try_from(reference).unwrap(), ours);
    assert_eq!(ArrayView::<i32, ()>::try_from(arr0(7).view()).unwrap(), Array::<i32, ()>::new(7));
}

#[test]
fn products_are_those_of_ndarray() {
    let (m, v) = (array![[1, 2, 3], [4, 5, 6]], array![1, 10, 100]);
    let (theirs_m, theirs_v) = (ndarray::ArrayView2::from(&m), ndarray::ArrayView1::from(&v));
    assert_eq!(theirs_m.dot(&theirs_v).to_vec(), m.matvec(&v).to_vec());
    let flipped = ndarray::ArrayView1::from(v.flip::<0>());
    assert_eq!(theirs_m.dot(&flipped).to_vec(), m.matvec(&v.flip::<0>()).to_vec());
    let product: ndarray::Array2<i32> = theirs_m.t().dot(&theirs_m);
    assert_eq!(Matrix::<i32, 3, 3>::try_from(product).unwrap(), m.t().matmul(&m));
}

#[test]
fn mutable_views_change_the_elements_of_the_other_side() {
    let mut ours = Array4::<i32, 2, 2, 3, 1>::from_fn(|[i, j, k, _]| (100 * i + 10 * j + k) as i32);
    let expected = ours.map(|x| x + 1);
    ndarray::ArrayViewMut4::from(&mut ours).mapv_inplace(|x| x + 1);
    assert_eq!(ours, expected);
    let mut m = array![[1, 2, 3], [4, 5, 6]];
    let mut theirs: ndarray::ArrayViewMut2<'_, i32> = m.slice_mut(s![..;-1, ..;2]).into();
    theirs.assign(&ndarray::array![[10, 20], [30, 40]]);
    assert_eq!(m, array![[30, 2, 40], [10, 5, 20]]);
    ndarray::ArrayViewMutD::from(m.t_mut())[[2, 0]] = 7;
    assert_eq!(m[[0, 2]], 7);
    let mut row = ndarray::ArrayViewMut1::from(m.row_mut(1).unwrap());
    row.invert_axis(Axis(0));
    row[0] = 9;
    assert_eq!(m[[1, 2]], 9);

    let mut theirs = ndarray::Array::from_shape_fn((2, 3), |(i, j)| 10 * i + j);
    let mut view = ArrayViewMut::<usize, shape![3, 2]>::try_from(theirs.view_mut().reversed_axes()).unwrap();
    view[[2, 0]] = 7;
    let mut part = theirs.slice_mut(ndarray::s![..;-1, 1..]);
    let mut view = ArrayViewMut::<usize, shape![dyn, 2]>::try_from(&mut part).unwrap();
    view += &array![[100, 200], [300, 400]];
    assert_eq!(theirs, ndarray::array![[0, 301, 407], [10, 111, 212]]);
    let reference: &mut ndarray::ArrayRef<usize, Ix2> = &mut theirs;
    ArrayViewMut::<usize, DynRank>::try_from(reference).unwrap().fill(1);
    assert_eq!(theirs, ndarray::Array2::<usize>::ones((2, 3)));
    let mut empty = ndarray::Array2::<usize>::zeros((0, 3));
    ArrayViewMut::<usize, shape![dyn, 3]>::try_from(&mut empty).unwrap().fill(1);
}

#[test]
fn owned_arrays_keep_their_vec_if_it_is_in_order() {
    let ours = Array::from_vec((Dyn(2), Const::<3>), vec![1, 2, 3, 4, 5, 6]).unwrap();
    let first = ours.as_slice().as_ptr();
    let theirs: ndarray::Array2<i32> = ours.into();
    assert_eq!((theirs.as_ptr(), theirs[[1, 0]]), (first, 4));
    let back = Array::<i32, shape![2, dyn]>::try_from(theirs).unwrap();
    assert_eq!(back.as_slice().as_ptr(), first);
    let any: ndarray::ArrayD<i32> = back.into_dyn().into();
    let any = ArrayD::try_from(any).unwrap();
    assert_eq!((any.as_slice().as_ptr(), any.dims().as_ref()), (first, &[2, 3][..]));
    // Lengths in the type: a copy, in order.
    let fixed: ndarray::Array3<i32> = Array3::<i32, 2, 1, 2>::from_fn(|[i, _, k]| (10 * i + k) as i32).into();
    assert_eq!(fixed, ndarray::array![[[0, 1]], [[10, 11]]]);
    let none: ndarray::Array2<String> = Array::from_vec((Dyn(0), Dyn(3)), vec![]).unwrap().into();
    assert_eq!(none.dim(), (0, 3));
    assert_eq!(Array::<String, shape![0, 3]>::try_from(none).unwrap().len(), 0);
}

#[test]
fn owned_arrays_in_another_order_are_put_into_order() {
    let words = |(i, j): (usize, usize)| format!("{i}{j}");
    let expected = ["00", "01", "02", "10", "11", "12"];
    let ours = |theirs: ndarray::Array2<String>| {
        Array::<String, shape![dyn, 3]>::try_from(theirs).unwrap().into_vec()
    };
    assert_eq!(ours(ndarray::Array::from_shape_fn((2, 3), words)), expected);
    assert_eq!(ours(ndarray::Array::from_shape_fn((2, 3).f(), words)), expected);
    assert_eq!(ours(ndarray::Array::from_shape_fn((3, 2), |(i, j)| words((j, i))).reversed_axes()), expected);
    // What was cut off is still in the `Vec`: before, after, within, and of all.
    let large = ndarray::Array::from_shape_fn((5, 4), |(i, j)| format!("{i}{j}"));
    let mut part = large.clone();
    part.slice_collapse(ndarray::s![1..3, ..]);
    assert_eq!(ours(part.clone().slice_move(ndarray::s![.., 1..])), ["11", "12", "13", "21", "22", "23"]);
    assert_eq!(
        Array::<String, shape![2, 4]>::try_from(part).unwrap().to_vec(),
        ["10", "11", "12", "13", "20", "21", "22", "23"]
    );
    let none = large.clone().slice_move(ndarray::s![2..2, ..]);
    assert!(Array::<String, shape![dyn, 4]>::try_from(none).unwrap().is_empty());
    let backwards = large.slice_move(ndarray::s![..;-2, 3]);
    assert_eq!(Array::<String, (Dyn,)>::try_from(backwards).unwrap().to_vec(), ["43", "23", "03"]);
}

#[test]
fn elements_of_no_size_cross() {
    let ours = Array::from_vec((Dyn(3), Dyn(2)), vec![(); 6]).unwrap();
    let theirs: ndarray::Array2<()> = ours.into();
    assert_eq!(theirs.len(), 6);
    let mut part = theirs.clone();
    part.slice_collapse(ndarray::s![1..;-1, ..]);
    assert_eq!(ArrayView::<(), shape![dyn, 2]>::try_from(&part).unwrap().len(), 4);
    assert_eq!(
        Array::<(), shape![2, 2]>::try_from(theirs.slice_move(ndarray::s![1.., ..])).unwrap().len(),
        4
    );
    let all = Vector::<(), 3>::from_fn(|_| ());
    assert_eq!(ndarray::ArrayView1::from(all.flip::<0>()).len(), 3);
}

#[test]
fn what_does_not_fit_is_an_error_that_says_so() {
    let a = ndarray::Array2::<f32>::zeros((2, 3));
    let text = |error: ShapeError| {
        assert_eq!(error.operation(), "from_ndarray");
        error.to_string()
    };
    let refused = ArrayView::<f32, shape![dyn, 4]>::try_from(&a).unwrap_err();
    assert_eq!(text(refused), "from_ndarray: shape (2,3) where (_,4) is needed");
    let refused = ArrayView::<f32, shape![3, 2]>::try_from(a.view()).unwrap_err();
    assert_eq!(text(refused), "from_ndarray: shape (2,3) where (3,2) is needed");
    let refused = ArrayView::<f32, shape![dyn]>::try_from(a.view().into_dyn()).unwrap_err();
    assert_eq!(text(refused), "from_ndarray: shape (2,3) where (_,) is needed");
    let refused = ArrayView::<f32, shape![(UpTo<1>), 3]>::try_from(a.view()).unwrap_err();
    assert_eq!(text(refused), "from_ndarray: shape (2,3) where (at most 1,3) is needed");
    let mut changed = a.clone();
    let refused = ArrayViewMut::<f32, shape![6]>::try_from(&mut changed).unwrap_err();
    assert_eq!(text(refused), "from_ndarray: shape (2,3) where (6,) is needed");
    let refused = Array::<f32, shape![dyn, dyn, dyn]>::try_from(a).unwrap_err();
    assert_eq!(text(refused), "from_ndarray: shape (2,3) where (_,_,_) is needed");
    let nine = ndarray::ArrayD::<u8>::zeros(IxDyn(&[1; 9]));
    let refused = ArrayView::<u8, DynRank>::try_from(&nine).unwrap_err();
    assert_eq!(text(refused), "from_ndarray: 9 axes, at most 8 are possible");
    let refused = ArrayD::try_from(nine).unwrap_err();
    assert_eq!(text(refused), "from_ndarray: 9 axes, at most 8 are possible");
}

#[test]
fn more_elements_than_memory_could_hold_are_an_error() {
    let one = [1_u64];
    let many = isize::MAX as usize;
    // ndarray counts elements, we count bytes.
    let theirs = ndarray::ArrayView::from_shape((many,).strides((0,)), &one).unwrap();
    let error = ArrayView::<u64, shape![dyn]>::try_from(theirs).unwrap_err();
    assert!(error.to_string().starts_with("from_ndarray: "), "{error}");
    let theirs = ndarray::ArrayView::from_shape((many / 8,).strides((0,)), &one).unwrap();
    assert_eq!(ArrayView::<u64, shape![dyn]>::try_from(theirs).unwrap().get([many / 8 - 1]), Some(&1));
}
