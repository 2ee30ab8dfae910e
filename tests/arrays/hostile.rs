//! Shapes of enormous lengths without elements, elements without bytes, and elements whose clones panic: nothing takes
//! forever, overflows or is lost.

#![cfg(all(feature = "alloc", feature = "std", feature = "macros"))]

use conformable::prelude::*;
use conformable::{UpTo, concat, einsum, s, stack};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Every operation that goes through rows, on rows of no elements, of which there are more than one could go through.
#[test]
fn empty_rows_are_not_walked_through_one_by_one() -> Result<(), ShapeError> {
    const MANY: usize = 1 << (usize::BITS - 9);
    let a = Array::<f64, _>::from_vec((Dyn(MANY), Dyn(0)), vec![])?;
    macro_rules! same_shape { ($a:ident: $($out:expr),+ $(,)?) => {$( assert_eq!($out.dims(), [MANY, 0]); )+}; }
    same_shape!(a:
        a.to_owned(), a.t().to_owned().t(), a.sort(), a.sort_axis::<0>(), a.sort_axis::<1>(), a.argsort(), a.argsort_axis::<0>(),
        a.cumsum_axis::<0>(), a.cumprod_axis::<1>(), a.topk::<0, 1>()?.0, a.repeat::<1, 2>(), a.tile::<1, 2>(), a.roll::<0>(-3),
        a.roll::<1>(3), a.flip::<0>(), a.triu(1), a.tril(-1), &a + &a, &a * 2., a.exp(), a.map(|x| x), a.isclose(&a)?,
        a.normalize(), a.normalize_axis::<0>(), a.normalize_axis::<1>(), a.less(&a)?, a.is_nan().select(&a, &a)?, a.cast::<i8>(),
        concat::<1, _>((&a, &a))?,
    );
    assert_eq!(a.repeat::<0, 2>().dims(), [2 * MANY, 0]);
    assert_eq!(a.tile::<0, 2>().dims(), [2 * MANY, 0]);
    assert_eq!(a.repeat_by::<0>(0)?.dims(), [0, 0]);
    assert_eq!(stack::<2, _>([&a, &a])?.dims(), [MANY, 0, 2]);
    assert_eq!(
        (a.sum_axis::<0>().len(), a.max_axis::<0>().map(|x| x.len()), a.var_axis::<0>().len()),
        (0, Some(0), 0)
    );
    assert_eq!(
        (a.norm_axis::<0>().len(), a.is_nan().any_axis::<0>().len(), a.norm(), a.max()),
        (0, 0, 0., None)
    );
    assert_eq!(
        (a.vecdot_axis::<0, _>(&a)?.len(), a.t().inner(&a.t())?.len(), a.t().matmul(&a)?.len()),
        (0, 0, 0)
    );
    assert_eq!((a.iter().rev().count(), a.lanes::<0>().count(), a.indexed_iter().count()), (0, 0, 0));
    let mut out = a.clone();
    a.normalize_axis_into::<1, _, _>(&mut out)?;
    out.sort_axis_inplace::<1>();
    out.map_inplace(|x| x);
    out.scale_add(2., &a)?;
    a.add_into(&a, &mut out)?;
    assert!(a == out && a.allclose(&out)?);
    assert_eq!(
        (format!("{a}"), format!("{a:#}"), format!("{a:.1}")),
        ("[]".into(), "[]".into(), "[]".into())
    );
    let a = a.into_dyn();
    assert_eq!(einsum("ij,ij->j", &[a.view(), a.view()]).map(|x| x.len()).ok(), Some(0));
    assert_eq!(einsum("ij,kj->", &[a.view(), a.view()]).map(|x| x[&[][..]]).ok(), Some(0.));
    Ok(())
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Nothing;

fn nothings<const N: usize>() -> Vec<Nothing> {
    let all: Box<[Nothing]> = Box::new([Nothing; N]);
    all.into_vec()
}

#[test]
fn elements_of_no_bytes_are_counted() -> Result<(), ShapeError> {
    const MOST: usize = isize::MAX as usize;
    let a = Array::from(nothings::<MOST>());
    assert_eq!((a.len(), a.flip::<0>()[MOST - 1], a.windows::<2>().len()), (MOST, Nothing, MOST - 1));
    assert_eq!((a.chunks::<2>().0.len(), a.slice(s![..;-2])?.len()), (MOST / 2, MOST / 2 + 1));
    assert_eq!(a.view().typed::<shape![{ MOST }]>()?.window::<3>(MOST - 3).map(|w| w.len()), Some(3));
    assert!(a.repeat_by::<0>(2).is_err() && Array::from_vec((Dyn(MOST), Dyn(2)), vec![Nothing]).is_err());
    Ok(())
}

#[test]
#[cfg_attr(not(panic = "unwind"), ignore = "catches panics")]
fn elements_of_no_bytes_are_no_more_than_can_be_counted() {
    let more = catch_unwind(|| Array::from(nothings::<{ usize::MAX }>()).windows::<2>().len());
    assert!(more.is_err());
    assert!(
        catch_unwind(|| Array::from(nothings::<{ isize::MAX as usize }>()).map(|_| 1_u64).len()).is_err()
    );
}

thread_local! {
    static ALIVE: Cell<isize> = const { Cell::new(0) };
    /// How many clones are made before one panics.
    static LEFT: Cell<isize> = const { Cell::new(isize::MAX) };
}
#[derive(Debug)]
struct Counted(usize);
impl Counted {
    fn new(x: usize) -> Self {
        ALIVE.set(ALIVE.get() + 1);
        Counted(x)
    }
}
impl Clone for Counted {
    fn clone(&self) -> Self {
        assert!(LEFT.replace(LEFT.get() - 1) != 0, "this clone panics");
        Counted::new(self.0)
    }
}
impl Drop for Counted {
    fn drop(&mut self) {
        ALIVE.set(ALIVE.get() - 1);
    }
}

type Cube = Array<Counted, (Dyn, Dyn, Dyn)>;
type Operation = (&'static str, fn(&Cube));

/// Everything that clones elements, with a panic at each clone: all are dropped, and once.
#[test]
#[cfg_attr(not(panic = "unwind"), ignore = "catches panics")]
fn a_clone_that_panics_loses_no_element() {
    let operations: &[Operation] = &[
        ("to_owned", |a| drop(a.to_owned())),
        ("to_owned of a transpose", |a| drop(a.t().to_owned())),
        ("to_owned of a slice", |a| drop(a.slice(s![.., -1, ..;-1]).map(|a| a.to_owned()))),
        ("to_owned of one read again", |a| {
            drop(a.broadcast_to((Dyn(2), Dyn(2), Dyn(3), Dyn(4))).map(|a| a.to_owned()));
        }),
        ("map", |a| drop(a.map(|x| x))),
        ("map of a transpose", |a| drop(a.t().map(|x| x))),
        ("zip_map", |a| drop(a.zip_map(&a.flip::<1>(), |_, x| x))),
        ("concat", |a| drop(concat::<1, _>((a, a)))),
        ("concat of a list", |a| drop(concat::<0, _>([&a.t(), &a.t()].as_slice()))),
        ("stack", |a| drop(stack::<1, _>([a, a]))),
        ("repeat", |a| drop(a.repeat::<1, 2>())),
        ("tile", |a| drop(a.tile::<2, 2>())),
        ("roll", |a| drop(a.roll::<1>(2))),
        ("reshape", |a| drop(a.t().reshape_to((Dyn(24),)))),
        ("flatten", |a| drop(a.t().flatten())),
        ("into_iter", |a| drop(a.to_owned().into_iter().nth(5))),
        ("into_nested", |a| {
            drop(a.to_owned().typed::<shape![2, 3, 4]>().map(|a| a.reshape::<shape![6, 4]>().into_nested()))
        }),
        ("map_inplace", |a| a.to_owned().map_inplace(|x| Counted::new(x.0))),
        ("zip_map_inplace", |a| assert!(a.to_owned().zip_map_inplace(a, |_, x| x).is_ok())),
        ("map_into", |a| assert!(a.t().map_into(&mut a.t().to_owned(), |x| x).is_ok())),
        ("push_row", |a| {
            let mut rows = Array::<Counted, shape![(UpTo<5>), 4]>::empty();
            for row in a.rows() {
                let _ = rows.push_row(&row);
            }
        }),
        ("try_from_iter", |a| drop(Array::<_, (UpTo<20>,)>::try_from_iter(a.iter().cloned()))),
        ("truncate", |a| {
            let Ok(mut b) = Array::<_, (UpTo<24>,)>::try_from_iter(a.iter().cloned()) else {
                panic!("there is room")
            };
            b.truncate(5);
            let _ = (b.pop(), b.push(Counted::new(1)));
            drop((
                b.t().to_owned(),
                b.view().typed::<shape![5]>().map(|b| b.to_owned()),
                b.into_iter().next_back(),
            ));
        }),
    ];
    for (name, operation) in operations {
        for clones in 0..60 {
            let a =
                Cube::from_shape_fn((Dyn(2), Dyn(3), Dyn(4)), |[i, j, k]| Counted::new(100 * i + 10 * j + k));
            let a = a.unwrap_or_else(|e| panic!("{e}"));
            LEFT.set(clones);
            let _ = catch_unwind(AssertUnwindSafe(|| operation(&a)));
            LEFT.set(isize::MAX);
            drop(a);
            assert_eq!(ALIVE.get(), 0, "{name}, a panic after {clones} clones");
        }
    }
}
