//! The feature `proptest-1`: arrays of the shapes that were asked for, which shrink to the smallest that still fails.
#![cfg(feature = "proptest-1")]

use conformable::prelude::*;
use conformable::proptest::{arrays, lengths, ranks};
use conformable::{Array3, Matrix, UpTo};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestError, TestRunner};
use std::fmt::Debug;

axis!(Joint: 3);
axis!(Batch);

fn runner() -> TestRunner {
    let config =
        Config { cases: 200, max_shrink_iters: 100_000, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, proptest::test_runner::TestRng::deterministic_rng(Default::default()))
}

/// Values of a strategy.
fn drawn<S: Strategy>(strategy: S) -> Vec<S::Value> {
    let mut runner = runner();
    (0..200).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

/// The smallest value for which `holds` does not.
#[track_caller]
fn smallest<S: Strategy>(strategy: S, holds: impl Fn(&S::Value) -> bool) -> S::Value
where
    S::Value: Debug,
{
    let result = runner().run(&strategy, |x| {
        prop_assert!(holds(&x));
        Ok(())
    });
    match result {
        Err(TestError::Fail(_, x)) => x,
        other => panic!("the property holds: {other:?}"),
    }
}

fn all_within<T, S: Shape>(drawn: &[Array<T, S>], axis: usize, least: usize, most: usize) {
    let lens: Vec<usize> = drawn.iter().map(|a| a.dims().as_ref()[axis]).collect();
    assert!(lens.iter().all(|len| (least..=most).contains(len)), "{lens:?}");
    assert!(lens.contains(&least) && lens.contains(&most), "{lens:?}");
}

#[test]
fn lengths_are_those_that_were_asked_for() {
    let mixed: Vec<Array<i8, shape![dyn, 2, dyn, dyn]>> =
        drawn(arrays((1..=4, Const::<2>, Dyn(3), ..3), any::<i8>()));
    for (axis, least, most) in [(0, 1, 4), (1, 2, 2), (2, 3, 3), (3, 0, 2)] {
        all_within(&mixed, axis, least, most);
    }
    let named: Vec<Array<i8, shape![Batch, Joint, (UpTo<4>), 1]>> = drawn(arrays(
        (lengths::<Batch>(2..5), Joint, lengths::<UpTo<4>>(1..), lengths::<Const<1>>(0..=9)),
        any::<i8>(),
    ));
    for (axis, least, most) in [(0, 2, 4), (1, 3, 3), (2, 1, 4), (3, 1, 1)] {
        all_within(&named, axis, least, most);
    }
    let exact: Vec<ArrayD<i8>> = drawn(arrays(DynRank::new(&[2, 0, 3]).unwrap(), any::<i8>()));
    assert!(exact.iter().all(|a| a.dims() == [2, 0, 3]));
    let any_rank: Vec<ArrayD<i8>> = drawn(arrays(ranks(1..=8, 1..=2), any::<i8>()));
    assert!(any_rank.iter().all(|a| a.dims().iter().all(|d| (1..=2).contains(d))));
    assert!((1..=8).all(|ndim| any_rank.iter().any(|a| a.ndim() == ndim)));
    let scalar: Vec<Array<i8, ()>> = drawn(arrays((), any::<i8>()));
    assert!(scalar.iter().any(|a| a[[]] != 0));
    assert!(mixed.iter().flatten().any(|x| *x > 64) && mixed.iter().flatten().any(|x| *x < -64));
}

#[test]
fn any_gives_every_kind_of_array() {
    let fixed: Vec<Array3<u8, 2, 1, 3>> = drawn(any::<Array3<u8, 2, 1, 3>>());
    assert!(fixed.iter().any(|a| a.min() > 9 && a.max() > 200));
    all_within(&drawn(any::<Array<u8, shape![dyn, 3]>>()), 0, 0, 99);
    let three = drawn(any::<Array<u8, shape![dyn, Batch, dyn]>>());
    (0..3).for_each(|axis| all_within(&three, axis, 0, 4));
    all_within(&drawn(any::<Array<u8, shape![(UpTo<5>), Joint]>>()), 0, 0, 5);
    let ranks = drawn(any::<ArrayD<u8>>());
    assert!((0..=4).all(|ndim| ranks.iter().any(|a| a.ndim() == ndim)));
    // With the parameters of the elements.
    let words = drawn(any_with::<Matrix<String, 1, 2>>("[ab]{2}".into()));
    assert!(words.iter().flatten().all(|word| ["aa", "ab", "ba", "bb"].contains(&&word[..])));
}

#[test]
fn lengths_shrink_to_the_part_that_fails() {
    // One element wherever it is, and the least that it may be.
    let one = smallest(arrays((0..=9, 1..=7, Const::<2>), 0..1000), |a| a.iter().all(|x| *x < 100));
    assert_eq!(one.dims(), [1, 1, 2]);
    assert_eq!((one.max(), one.sum()), (Some(100), 100));
    // Two rows with something in one column of each.
    let two = smallest(any::<Array<u8, shape![dyn, dyn]>>(), |a| {
        a.rows().filter(|row| row.iter().any(|x| *x > 9)).count() < 2
    });
    assert_eq!((two.dims(), two.to_vec()), ([2, 1], vec![10, 10]));
    // Not below the least.
    let least = smallest(arrays((3..=9, lengths::<UpTo<8>>(2..)), 5..9), |_| false);
    assert_eq!((least.dims(), least.to_vec()), ([3, 2], vec![5; 6]));
    assert_eq!(smallest(any::<Array<u8, shape![dyn, 3]>>(), |_| false).dims(), [0, 3]);
    let long = smallest(arrays((0..=200,), any::<bool>()), |v| v.len() < 150);
    assert_eq!((long.len(), long.any()), (150, false));
}

#[test]
fn elements_shrink_once_the_lengths_are_the_least() {
    let m = smallest(any::<Matrix<i32, 2, 3>>(), |m| m[[1, 2]] < 7 || m[[0, 1]] > -3);
    assert_eq!(m, array![[0, -3, 0], [0, 0, 7]]);
    let sum = smallest(arrays((1..=5, 1..=5), 0_u32..10), |a| a.sum() < 30);
    assert_eq!(sum.sum(), 30);
    assert!(sum.len() <= 4 * 2, "{sum:?}");
}

#[test]
fn axes_of_length_one_are_left_out_of_a_run_time_rank() {
    let one = smallest(arrays(ranks(0..=5, 1..=3), 0..100), |a| a.max().is_none_or(|x| x < 50));
    assert_eq!((one.ndim(), one.to_vec()), (0, vec![50]));
    let two = smallest(arrays(ranks(2..=5, 0..=3), 0..100), |a| a.max().is_none_or(|x| x < 50));
    assert_eq!((two.dims().to_vec(), two.to_vec()), (vec![1, 1], vec![50]));
    let long = smallest(any::<ArrayD<u8>>(), |a| a.dims().iter().all(|d| *d < 2));
    assert_eq!((long.dims().to_vec(), long.to_vec()), (vec![2], vec![0, 0]));
}

#[test]
fn what_is_tried_can_be_taken_back() {
    let strategy = arrays((0..=4, ranks_of_two()), 0..9);
    let mut runner = runner();
    for _ in 0..50 {
        let mut tree = strategy.new_tree(&mut runner).unwrap();
        assert!(!tree.complicate());
        loop {
            let before = tree.current();
            if !tree.simplify() {
                break;
            }
            let after = tree.current();
            if before.dims() != after.dims() {
                assert!(after.len() <= before.len());
                assert!(tree.complicate());
                assert_eq!(tree.current(), before);
                assert!(!tree.complicate());
            }
        }
        // All that was tried was taken back, but for the elements.
        assert!(tree.current().iter().all(|x| *x == 0));
    }
}
fn ranks_of_two() -> std::ops::RangeInclusive<usize> {
    1..=3
}

#[test]
fn shapes_that_cannot_be_reject_the_test() {
    let mut runner = runner();
    #[allow(clippy::reversed_empty_ranges, reason = "the test is about them")]
    let empty = [arrays((5..3,), any::<u8>()), arrays((0..0,), any::<u8>())];
    for strategy in empty {
        assert_eq!(strategy.new_tree(&mut runner).unwrap_err().message(), "no length is possible");
    }
    assert!(arrays((lengths::<UpTo<4>>(5..9),), any::<u8>()).new_tree(&mut runner).is_err());
    assert!(arrays((lengths::<Joint>(4..9),), any::<u8>()).new_tree(&mut runner).is_err());
    assert!(arrays((lengths::<Batch>(..0),), any::<u8>()).new_tree(&mut runner).is_err());
    assert!(arrays(ranks(9..=12, 1..=1), any::<u8>()).new_tree(&mut runner).is_err());
    let many = arrays((Dyn(usize::MAX), Dyn(0), Dyn(2)), any::<u8>());
    assert_eq!(many.new_tree(&mut runner).unwrap_err().message(), "no array has these lengths");
    assert!(arrays((Dyn(isize::MAX as usize),), any::<u64>()).new_tree(&mut runner).is_err());
}
