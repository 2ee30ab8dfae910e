//! The operations on two elements that have kernels: C = A op B of matrices and of rows, and the same in place.

use super::map::{self, Arith, few_map2, few_update, map2};
use crate::kernel::operand::{MatMut, MatRef};
use crate::scalar::{Divide, Subtract};
use crate::simd::Element;

/// An element with all four operations. Integers have no kernel for quotients, since no processor divides vectors of them:
/// callers never ask for one, and a product stands in its arm.
pub(crate) trait Operated: Element + Subtract + Divide {}
impl<T: Element + Subtract + Divide> Operated for T {}

/// C = A op B.
pub(crate) fn arith<T: Operated>(op: Arith, c: MatMut<'_, T>, a: MatRef<'_, T>, b: MatRef<'_, T>) {
    match op {
        Arith::Add => map::add(c, a, b),
        Arith::Subtract => map2(c, a, b, T::subtract),
        Arith::Divide if const { !T::IS_EXACT } => map2(c, a, b, T::divide),
        Arith::Multiply | Arith::Divide => map::mul(c, a, b),
    }
}

/// The same of `n` contiguous elements of each.
///
/// # Safety
/// So many can be read of `a` and `b`, and written of `c`, each in a place of its own.
pub(crate) unsafe fn arith_row<T: Operated>(op: Arith, c: *mut T, a: *const T, b: *const T, n: usize) {
    // SAFETY: from the caller.
    unsafe {
        if n < map::few::<T>() {
            let of = (c, a, b);
            return match op {
                Arith::Add => few_map2(n, of, T::plus),
                Arith::Subtract => few_map2(n, of, T::subtract),
                Arith::Divide if const { !T::IS_EXACT } => few_map2(n, of, T::divide),
                Arith::Multiply | Arith::Divide => few_map2(n, of, T::times),
            };
        }
        let (lens, strides) = ([1, n], [0, 1]);
        let (a, b) = (MatRef::new(a, lens, strides), MatRef::new(b, lens, strides));
        arith(op, MatMut::new(c, lens, strides), a, b);
    }
}

/// Y = Y op A, or A op Y if that is `reversed`, of `n` contiguous elements of `y` and `n` of A, at a distance of `step`.
///
/// # Safety
/// So many can be read of A, and read and written of `y`, each in a place of its own.
pub(crate) unsafe fn update_row<T: Operated>(
    op: Arith,
    reversed: bool,
    y: *mut T,
    (a, step): (*const T, isize),
    n: usize,
) {
    // SAFETY: from the caller.
    unsafe {
        if n < map::few::<T>() {
            let of = (y, a, step);
            return match (op, reversed) {
                (Arith::Add, _) => few_update(n, of, T::plus),
                (Arith::Subtract, false) => few_update(n, of, T::subtract),
                (Arith::Subtract, true) => few_update(n, of, |y: T, a: T| a.subtract(y)),
                (Arith::Divide, false) if const { !T::IS_EXACT } => few_update(n, of, T::divide),
                (Arith::Divide, true) if const { !T::IS_EXACT } => {
                    few_update(n, of, |y: T, a: T| a.divide(y))
                }
                (Arith::Multiply | Arith::Divide, _) => few_update(n, of, T::times),
            };
        }
        update(op, reversed, MatMut::new(y, [1, n], [0, 1]), MatRef::new(a, [1, n], [0, step]));
    }
}

/// Y = Y op A, or A op Y if that is `reversed`.
///
/// # Safety
/// The elements of `y` are initialised.
pub(crate) unsafe fn update<T: Operated>(op: Arith, reversed: bool, y: MatMut<'_, T>, a: MatRef<'_, T>) {
    // SAFETY: from the caller.
    unsafe {
        match (op, reversed) {
            (Arith::Add, _) => map::update(y, a, T::plus),
            (Arith::Subtract, false) => map::update(y, a, T::subtract),
            (Arith::Subtract, true) => map::update(y, a, |y: T, a: T| a.subtract(y)),
            (Arith::Divide, false) if const { !T::IS_EXACT } => map::update(y, a, T::divide),
            (Arith::Divide, true) if const { !T::IS_EXACT } => map::update(y, a, |y: T, a: T| a.divide(y)),
            (Arith::Multiply | Arith::Divide, _) => map::update(y, a, T::times),
        }
    }
}
