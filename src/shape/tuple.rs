//! `Shape` for tuples of axes, rank 0 to 6.

use super::dims::KnownDims;
use super::op::Operation;
use super::{
    Check, Dim, MAX_NDIM, Proven, Rank, Shape, ShapeRules, SplitLast, StaticDim, StaticShape, sealed,
};
use crate::array::storage::Elem;
use crate::array::{Array, Owned};

impl sealed::Sealed for () {}
#[diagnostic::do_not_recommend]
impl Shape for () {
    type Dims = [usize; 0];
    type Rank = Rank<0>;
    type Rules<Op: Operation> = ShapeRules;
    type AllKnown = Proven;
    type Elements = ();
    type Reversed = ();
    const STATIC_LEN: Option<usize> = Some(1);
    const LAST: Option<usize> = None;
    const STATIC_NDIM: Option<usize> = Some(0);
    const STRETCHES: u8 = 0;
    const STATIC_DIMS: Option<[usize; MAX_NDIM]> = Some([0; MAX_NDIM]);
    type Strides = [isize; 0];
    type Storage<T> = Elem<T>;
    type Value<T> = T;
    #[inline(always)]
    fn dims(self) -> [usize; 0] {
        []
    }
    #[inline(always)]
    fn ndim(self) -> usize {
        0
    }
    #[inline(always)]
    fn reversed(self) {}
    #[inline(always)]
    fn from_dims(dims: &[usize]) -> Option<Self> {
        dims.is_empty().then_some(())
    }
    #[inline]
    fn known_dims() -> KnownDims {
        KnownDims::of(&[])
    }
    #[inline(always)]
    fn stretches(self) -> u8 {
        0
    }
    #[inline(always)]
    fn zero_dims(self) -> [usize; 0] {
        []
    }
    #[inline(always)]
    fn strides_from(self, _: impl FnMut(usize) -> isize) -> [isize; 0] {
        []
    }
    #[inline(always)]
    fn value<T>(self, storage: Elem<T>) -> T {
        storage.0
    }
}
#[diagnostic::do_not_recommend]
impl StaticShape for () {
    const NDIM: usize = 0;
    const LEN: usize = 1;
    const DIMS: [usize; 0] = [];
}

/// The storage of axes from the outermost to the innermost.
macro_rules! nest {
    ($T:ident; $D:ident) => { $D::Nest<$T, Elem<$T>> };
    ($T:ident; $D:ident $($rest:ident)+) => { $D::Nest<$T, nest!($T; $($rest)+)> };
}

/// `And` over all axes.
macro_rules! known {
    ($D:ident) => { $D::Known };
    ($D:ident $($rest:ident)+) => { <$D::Known as Check>::And<known!($($rest)+)> };
}

/// One line per rank: the number of axes; all but the last; the last; and all in reverse order.
macro_rules! tuples { ($($n:literal: ($($I:ident)*) $L:ident, ($($rev:ident)*);)+) => {$(
    impl<$($I: Dim,)* $L: Dim> sealed::Sealed for ($($I,)* $L,) {}
    #[diagnostic::do_not_recommend]
    impl<$($I: Dim,)* $L: Dim> Shape for ($($I,)* $L,) {
        type Dims = [usize; $n];
        type Rank = Rank<$n>;
        type Rules<Op: Operation> = ShapeRules;
        type AllKnown = known!($($I)* $L);
        type Elements = ($($I::Elements,)* $L::Elements,);
        type Reversed = ($($rev,)*);
        const STATIC_LEN: Option<usize> = static_len(&[$($I::STATIC,)* $L::STATIC]);
        const LAST: Option<usize> = $L::STATIC;
        const STATIC_NDIM: Option<usize> = Some($n);
        const STRETCHES: u8 = bits(&[$($I::STRETCHES,)* $L::STRETCHES]);
        const STATIC_DIMS: Option<[usize; MAX_NDIM]> = static_dims(&[$($I::STATIC,)* $L::STATIC]);
        type Strides = [isize; $n];
        type Storage<T> = nest!(T; $($I)* $L);
        type Value<T> = Array<T, Self, Owned>;
        #[inline(always)]
        fn dims(self) -> [usize; $n] {
            let ($($I,)* $L,) = self;
            [$($I.len(),)* $L.len()]
        }
        #[inline(always)]
        fn ndim(self) -> usize { $n }
        #[inline(always)]
        fn reversed(self) -> Self::Reversed {
            let ($($I,)* $L,) = self;
            ($($rev,)*)
        }
        #[inline]
        fn from_dims(dims: &[usize]) -> Option<Self> {
            let [$($I,)* $L] = *<&[usize; $n]>::try_from(dims).ok()?;
            Some(($($I::from_len($I)?,)* $L::from_len($L)?,))
        }
        #[inline]
        fn known_dims() -> KnownDims {
            KnownDims::of(&[$($I::KNOWN_LEN,)* $L::KNOWN_LEN])
        }
        #[inline(always)]
        fn stretches(self) -> u8 { Self::STRETCHES }
        #[inline(always)]
        fn zero_dims(self) -> [usize; $n] { [0; $n] }
        #[inline(always)]
        fn strides_from(self, stride: impl FnMut(usize) -> isize) -> [isize; $n] { core::array::from_fn(stride) }
        #[inline(always)]
        fn value<T>(self, storage: Self::Storage<T>) -> Array<T, Self, Owned> { Array::from_parts(self, storage) }
    }
    #[diagnostic::do_not_recommend]
    impl<$($I: StaticDim,)* $L: StaticDim> StaticShape for ($($I,)* $L,) {
        const NDIM: usize = $n;
        const LEN: usize = match Self::STATIC_LEN { Some(len) => len, None => 0 };
        const DIMS: [usize; $n] = [$($I::LEN,)* $L::LEN];
    }
    #[diagnostic::do_not_recommend]
    impl<$($I: Dim,)* $L: Dim> SplitLast for ($($I,)* $L,) {
        type Init = ($($I,)*);
        type Last = $L;
        #[inline(always)]
        fn split_last(self) -> (($($I,)*), $L) {
            let ($($I,)* $L,) = self;
            (($($I,)*), $L)
        }
    }
)+}}

/// The product of the lengths if all are in the types; one that overflows does not compile.
const fn static_len(dims: &[Option<usize>]) -> Option<usize> {
    let mut len = 1_usize;
    let mut i = 0;
    while i < dims.len() {
        match dims[i] {
            Some(d) => match len.checked_mul(d) {
                Some(product) => len = product,
                None => panic!("this shape has more elements than memory can hold"),
            },
            None => return None,
        }
        i += 1;
    }
    Some(len)
}

/// Bit `i` for a list whose item `i` is true.
const fn bits(list: &[bool]) -> u8 {
    let (mut bits, mut i) = (0, 0);
    while i < list.len() {
        bits |= (list[i] as u8) << i;
        i += 1;
    }
    bits
}

/// The lengths if all are in the types.
const fn static_dims(dims: &[Option<usize>]) -> Option<[usize; MAX_NDIM]> {
    let mut all = [0; MAX_NDIM];
    let mut i = 0;
    while i < dims.len() {
        match dims[i] {
            Some(d) => all[i] = d,
            None => return None,
        }
        i += 1;
    }
    Some(all)
}

#[allow(non_snake_case, reason = "in the table one letter stands for an axis and for its type")]
mod table {
    use super::*;
    tuples! {
        1: () A, (A);
        2: (A) B, (B A);
        3: (A B) C, (C B A);
        4: (A B C) D, (D C B A);
        5: (A B C D) E, (E D C B A);
        6: (A B C D E) F, (F E D C B A);
    }
}
