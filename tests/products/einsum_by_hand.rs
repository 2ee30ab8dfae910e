//! What `einsum!` expands to, called by hand: subscripts and shapes that no expansion has reach no memory that is not an
//! operand's, and leave none of the result unwritten.
#![cfg(all(feature = "std", feature = "macros"))]
#![forbid(unsafe_code)]

use conformable::__einsum::{Subscripts, Summed, Terms, Whole, one, one_into, two};
use conformable::prelude::*;
use conformable::{Shape, Stretch};
use std::panic::{AssertUnwindSafe, catch_unwind};

const ELLIPSIS: u8 = u8::MAX;

macro_rules! subscripts { ($($name:ident $terms:expr, $kept:expr, $output:expr;)+) => {$(
    struct $name;
    impl Subscripts for $name {
        const TERMS: Terms = &$terms;
        const KEPT: Terms = &$kept;
        const OUTPUT: &'static [u8] = &$output;
    }
)+};}
subscripts! {
    Same [&[0]], [&[0]], [0];
    New [&[0]], [&[0]], [0, 1];
    Dots [&[ELLIPSIS]], [&[ELLIPSIS]], [ELLIPSIS];
    Diagonal [&[0, 0]], [&[0]], [0];
    Transposed [&[0, 1]], [&[0, 1]], [1, 0];
    Outer [&[0], &[1]], [&[0], &[1]], [0, 1];
    Sums [&[0, 1], &[2]], [&[0], &[2]], [0, 2];
    Third [&[0], &[1]], [&[0], &[1]], [0, 1, 2];
}

/// The result of one operand, if it is not refused.
fn one_of<E: Subscripts, S: Shape, Out: Shape>(spec: E, a: Array<i32, S>, out: Out) -> Option<Vec<i32>>
where
    Array<i32, Out>: From<Out::Value<i32>>,
{
    catch_unwind(AssertUnwindSafe(|| Array::from(one(spec, (), &a, out)).as_slice().to_vec())).ok()
}

#[test]
fn an_axis_that_stretches_is_read_no_further_than_it_is_long() {
    let a = Array::<i32, (Stretch,)>::full(7);
    // A label has the length of an axis that does not stretch, and here there is none.
    assert_eq!(one_of(Same, a, (Const::<5>,)), None);
    assert_eq!(one_of(Same, a, (Dyn(5),)), None);
    assert_eq!(one_of(Same, a, (Const::<1>,)), Some(vec![7]));
    assert_eq!(one_of(Same, a, (Stretch,)), Some(vec![7]));
    assert_eq!(one_of(Dots, a, (Const::<3>,)), None);
    let a = Array::<i32, (Stretch, Const<2>)>::from_fn(|[_, j]| j as i32);
    assert_eq!(one_of(Diagonal, a, (Const::<2>,)), None);
    assert_eq!(one_of(Transposed, a, (Const::<2>, Stretch)), Some(vec![0, 1]));
    assert_eq!(one_of(Transposed, a, (Const::<2>, Const::<4>)), None);
}

#[test]
fn a_result_that_stretches_is_written_no_further_than_it_is_long() {
    let a = Array::<i32, (Const<5>,)>::ones();
    assert_eq!(one_of(Same, a, (Stretch,)), None);
    let mut out = Array::<i32, (Stretch,)>::zeros();
    let refused = catch_unwind(AssertUnwindSafe(|| one_into(Same, (), &a, (Stretch,), &mut out)));
    assert!(refused.is_err());
    assert_eq!(out.as_slice(), [0]);
}

#[test]
fn an_axis_of_the_result_that_no_operand_has_is_of_length_1() {
    let a = Array::<i32, (Const<2>,)>::from_fn(|[i]| i as i32);
    assert_eq!(one_of(New, a, (Const::<2>, Const::<5>)), None);
    assert_eq!(one_of(New, a, (Const::<2>, Dyn(5))), None);
    assert_eq!(one_of(New, a, (Const::<2>, Const::<1>)), Some(vec![0, 1]));
    assert_eq!(one_of(Dots, a, (Const::<5>, Const::<2>)), None);
    let refused =
        catch_unwind(|| two(Third, (), Whole(&a), Whole(&a), (Const::<2>, Const::<2>, Const::<3>)).len());
    assert!(refused.is_err());
}

#[test]
fn what_is_left_of_an_operand_has_the_lengths_of_its_labels() {
    let (a, b) = (Array::<i32, (Const<3>, Const<2>)>::ones(), Array::<i32, (Const<2>,)>::ones());
    let c = two(Sums, (), Summed(&a, (Const::<3>,)), Whole(&b), (Const::<3>, Const::<2>));
    assert_eq!(c.as_slice(), [2; 6]);
    let refused =
        catch_unwind(|| two(Sums, (), Summed(&a, (Const::<9>,)), Whole(&b), (Const::<9>, Const::<2>)).len());
    assert!(refused.is_err());
    let refused = catch_unwind(|| two(Outer, (), Whole(&b), Whole(&b), (Const::<2>, Const::<9>)).len());
    assert!(refused.is_err());
}
