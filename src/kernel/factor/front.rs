//! The front door: each factorisation for any element, and for `f32` and `f64` compiled once, in this crate, for each
//! instruction set.
//!
//! A few rows are inlined where they are used, if a type `K` knows their number.

use super::det::{self, Scaled};
use super::known::{AtRunTime, Known, is_at_most, is_more_than};
use super::substitute::{self, Substitution, Which};
use super::{Rows, RowsRef, Unfinished, cholesky, eigh, householder, ldlt, lu, pivoted, rcond, svd};
use crate::kernel::native::Native;
use crate::kernel::once::compiled_once;
use crate::kernel::primitive::{by_primitive, same};
use crate::scalar::{Field, Real, Repr, Scalar};
use crate::simd::{HAS_VECTORS, Kernel, Simd};

/// Up to so many rows the code is inlined: where there is an instruction set to choose, few; else as many as stand in
/// registers.
const INLINE: usize = if HAS_VECTORS { 4 } else { 8 };

/// Without vectors, where code size counts: up to so many rows or values have a compiled copy that leaves out the methods for
/// more, used where the types know the number.
const FEW: usize = if HAS_VECTORS { ANY } else { 4 };

/// Any number.
const ANY: usize = usize::MAX;

/// Declares a kernel of loops that the compiler vectorises, and the function that runs it on the active path.
macro_rules! kernels { ($($name:ident $Kernel:ident($($field:ident: $ty:ty),+) -> $Output:ty = $run:expr;)+) => {$(
    #[allow(clippy::too_many_arguments, reason = "the operands of a factorisation")]
    fn $name<'a, T: Native + Real>($($field: $ty),+) -> $Output {
        struct $Kernel<'a, T>($($ty),+, core::marker::PhantomData<&'a T>);
        impl<'a, T: Native + Real> Kernel<T> for $Kernel<'a, T> {
            type Output = $Output;
            const WIDEST: usize = 32;
            const VECTORS: bool = false;
            #[inline(always)]
            fn run<I: Simd<T>>(self, _: I) -> $Output {
                let $Kernel($($field),+, _) = self;
                $run
            }
        }
        T::dispatch($Kernel($($field),+, core::marker::PhantomData))
    }
)+};}
kernels! {
    solve_of_few SolveOfFew(a: Rows<'a, T>, x: Rows<'a, T>) -> Option<usize> = lu::solve_of_few::<T, AtRunTime>(a, x);
    inverse_of_few InverseOfFew(a: Rows<'a, T>, x: Rows<'a, T>) -> Option<usize> = lu::inverse_of_few::<T, AtRunTime>(a, x);
    lu_of Lu(a: Rows<'a, T>, exchange: &'a mut (dyn FnMut(usize, usize) + 'a)) -> Option<usize> = lu::lu::<T, AtRunTime>(a, exchange);
    cholesky_of Cholesky(a: Rows<'a, T>) -> Option<usize> = cholesky::cholesky::<T, AtRunTime>(a);
    ldlt_of Ldlt(a: Rows<'a, T>, exchanges: &'a mut [usize]) -> () = ldlt::ldlt(a, exchanges);
    ldlt_solve_of LdltSolve(a: RowsRef<'a, T>, exchanges: &'a [usize], x: Rows<'a, T>) -> () = ldlt::solve(a, exchanges, x);
    lu_rcond_of LuRcond(a: Rows<'a, T>, work: rcond::Work<'a, T>) -> T = rcond::of_lu(a, work);
    cholesky_rcond_of CholeskyRcond(l: Rows<'a, T>, work: rcond::Work<'a, T>) -> T = rcond::of_cholesky(l, work);
    ldlt_rcond_of LdltRcond(a: Rows<'a, T>, work: rcond::Work<'a, T>) -> T = rcond::of_ldlt(a, work);
    substitute_of Substitute(which: Which, a: RowsRef<'a, T>, x: Rows<'a, T>) -> () = which.run(a, x);
    qr_of Qr(a: Rows<'a, T>, tau: &'a mut [T]) -> () = householder::qr(a, tau);
    apply_q_of ApplyQ(factors: RowsRef<'a, T>, tau: &'a [T], c: Rows<'a, T>, transposed: bool) -> () =
        householder::apply_q(factors, tau, c, transposed);
    form_q_of FormQ(factors: RowsRef<'a, T>, tau: &'a [T], q: Rows<'a, T>) -> () = householder::form_q(factors, tau, q);
    qr_pivoted_of QrPivoted(a: Rows<'a, T>, tau: &'a mut [T], permutation: &'a mut [usize], norms: [&'a mut [T]; 2]) -> () =
        pivoted::qr_pivoted(a, tau, permutation, norms);
}

/// The operands of an eigenvalue decomposition of at most `MOST` rows.
struct Eigh<'a, T, const MOST: usize> {
    a: Rows<'a, T>,
    values: &'a mut [T],
    vectors: Option<Rows<'a, T>>,
}
impl<T: Native + Real, const MOST: usize> Kernel<T> for Eigh<'_, T, MOST> {
    type Output = Result<(), Unfinished>;
    const WIDEST: usize = 32;
    const VECTORS: bool = false;
    #[inline(always)]
    fn run<I: Simd<T>>(self, _: I) -> Result<(), Unfinished> {
        eigh::eigh::<T, MOST>(self.a, self.values, self.vectors)
    }
}
fn eigh_of<'a, T: Native + Real, const MOST: usize>(
    a: Rows<'a, T>,
    values: &'a mut [T],
    vectors: Option<Rows<'a, T>>,
) -> Result<(), Unfinished> {
    T::dispatch(Eigh::<T, MOST> { a, values, vectors })
}

/// The operands of a singular value decomposition of at most `MOST` values.
struct Svd<'v, 'w, 'p, T, const MOST: usize> {
    a: Rows<'v, T>,
    s: &'v mut [T],
    vectors: Option<(Rows<'v, T>, Rows<'v, T>)>,
    work: &'w mut [&'p mut [T]],
}
impl<T: Native + Real, const MOST: usize> Kernel<T> for Svd<'_, '_, '_, T, MOST> {
    type Output = Result<(), Unfinished>;
    const WIDEST: usize = 32;
    const VECTORS: bool = false;
    #[inline(always)]
    fn run<I: Simd<T>>(self, _: I) -> Result<(), Unfinished> {
        svd::svd::<T, MOST>(self.a, self.s, self.vectors, self.work)
    }
}
fn svd_of<'v, T: Native + Real, const MOST: usize>(
    a: Rows<'v, T>,
    s: &'v mut [T],
    vectors: Option<(Rows<'v, T>, Rows<'v, T>)>,
    work: &mut [&mut [T]],
) -> Result<(), Unfinished> {
    T::dispatch(Svd::<T, MOST> { a, s, vectors, work })
}

compiled_once! { floats
    /// Factorisations of the floats.
    trait Factors [Native + Real] {
        /// See [`lu::solve_of_few`].
        fn solve_of_few(a: Rows<'_, Self>, x: Rows<'_, Self>) -> Option<usize> = solve_of_few;
        /// See [`lu::inverse_of_few`].
        fn inverse_of_few(a: Rows<'_, Self>, x: Rows<'_, Self>) -> Option<usize> = inverse_of_few;
        /// See [`lu::lu`].
        fn lu(a: Rows<'_, Self>, exchange: &mut dyn FnMut(usize, usize)) -> Option<usize> = lu_of;
        /// See [`cholesky::cholesky`].
        fn cholesky(a: Rows<'_, Self>) -> Option<usize> = cholesky_of;
        /// See [`ldlt::ldlt`].
        fn ldlt(a: Rows<'_, Self>, exchanges: &mut [usize]) = ldlt_of;
        /// See [`ldlt::solve`].
        fn ldlt_solve(a: RowsRef<'_, Self>, exchanges: &[usize], x: Rows<'_, Self>) = ldlt_solve_of;
        /// See [`rcond::of_lu`].
        fn lu_rcond(a: Rows<'_, Self>, work: rcond::Work<'_, Self>) -> Self = lu_rcond_of;
        /// See [`rcond::of_cholesky`].
        fn cholesky_rcond(l: Rows<'_, Self>, work: rcond::Work<'_, Self>) -> Self = cholesky_rcond_of;
        /// See [`rcond::of_ldlt`].
        fn ldlt_rcond(a: Rows<'_, Self>, work: rcond::Work<'_, Self>) -> Self = ldlt_rcond_of;
        /// See [`Which`].
        fn substitute(which: Which, a: RowsRef<'_, Self>, x: Rows<'_, Self>) = substitute_of;
        /// See [`householder::qr`].
        fn qr(a: Rows<'_, Self>, tau: &mut [Self]) = qr_of;
        /// See [`householder::apply_q`].
        fn apply_q(factors: RowsRef<'_, Self>, tau: &[Self], c: Rows<'_, Self>, transposed: bool) = apply_q_of;
        /// See [`householder::form_q`].
        fn form_q(factors: RowsRef<'_, Self>, tau: &[Self], q: Rows<'_, Self>) = form_q_of;
        /// See [`pivoted::qr_pivoted`].
        fn qr_pivoted(a: Rows<'_, Self>, tau: &mut [Self], permutation: &mut [usize], norms: [&mut [Self]; 2]) = qr_pivoted_of;
        /// See [`eigh::eigh`].
        fn eigh(a: Rows<'_, Self>, values: &mut [Self], vectors: Option<Rows<'_, Self>>) -> Result<(), Unfinished> = eigh_of::<Self, ANY>;
        /// The same of a few rows.
        fn eigh_of_few(a: Rows<'_, Self>, values: &mut [Self], vectors: Option<Rows<'_, Self>>) -> Result<(), Unfinished> = eigh_of::<Self, FEW>;
        /// See [`svd::svd`].
        fn svd(a: Rows<'_, Self>, s: &mut [Self], vectors: Option<(Rows<'_, Self>, Rows<'_, Self>)>, work: &mut [&mut [Self]]) -> Result<(), Unfinished> = svd_of::<Self, ANY>;
        /// The same of a few values.
        fn svd_of_few(a: Rows<'_, Self>, s: &mut [Self], vectors: Option<(Rows<'_, Self>, Rows<'_, Self>)>, work: &mut [&mut [Self]]) -> Result<(), Unfinished> = svd_of::<Self, FEW>;
    }
}

/// As [`lu::lu`].
#[inline(always)]
pub(crate) fn factorise<T: Field, K: Known>(
    a: Rows<'_, T>,
    exchange: &mut dyn FnMut(usize, usize),
) -> Option<usize> {
    if const { is_at_most::<K>(INLINE) } {
        return lu::lu::<T, K>(a, exchange);
    }
    // SAFETY: here and below, `T` has the memory and the valid values of `P`, says `by_primitive`.
    by_primitive!(float T as P => unsafe { P::lu(a.cast(), exchange) }, else lu::lu::<T, K>(a, exchange))
}

/// `x = A⁻¹ x` of `a` (M, M), which is destroyed, and `x` (M, K). Returns the first column without a pivot, if there is one;
/// `x` is then not a solution.
#[inline(always)]
pub(crate) fn solve<T: Field, K: Known>(mut a: Rows<'_, T>, mut x: Rows<'_, T>) -> Option<usize> {
    if const { is_at_most::<K>(INLINE) } {
        return lu::solve::<T, K>(a, x);
    }
    if const { !is_more_than::<K>(lu::FEW) } && (const { is_at_most::<K>(lu::FEW) } || a.columns() <= lu::FEW)
    {
        // SAFETY: as in `factorise`.
        return by_primitive!(float T as P => unsafe { P::solve_of_few(a.cast(), x.cast()) }, else lu::solve_of_few::<T, K>(a, x));
    }
    let without_pivot = factorise::<T, K>(a.reborrow(), &mut |i, k| x.swap_rows(i, k));
    if without_pivot.is_none() {
        substitute::<T, K, substitute::Factors>(a.as_ref(), x);
    }
    without_pivot
}

/// `x = A⁻¹` of `a` (M, M), which is destroyed. Returns the first column without a pivot, if there is one; `x` is then no
/// inverse.
#[inline(always)]
pub(crate) fn inverse<T: Field, K: Known>(a: Rows<'_, T>, mut x: Rows<'_, T>) -> Option<usize> {
    if const { is_at_most::<K>(INLINE) } {
        return lu::inverse::<T, K>(a, x);
    }
    if const { !is_more_than::<K>(lu::FEW) } && (const { is_at_most::<K>(lu::FEW) } || a.columns() <= lu::FEW)
    {
        // SAFETY: as in `factorise`.
        return by_primitive!(float T as P => unsafe { P::inverse_of_few(a.cast(), x.cast()) },
            else lu::inverse_of_few::<T, K>(a, x));
    }
    x.set_identity();
    solve::<T, K>(a, x)
}

/// The determinant of `a` (M, M), which is destroyed: in closed form if there is one, else from the pivots.
#[inline(always)]
pub(crate) fn determinant<T: Field, K: Known>(mut a: Rows<'_, T>) -> Scaled<T> {
    if let Some(det) = det::in_closed_form(a.as_ref()) {
        return det;
    }
    let mut is_odd = false;
    factorise::<T, K>(a.reborrow(), &mut |_, _| is_odd = !is_odd);
    det::of_factors(a.as_ref(), is_odd)
}

/// As [`cholesky::cholesky`].
#[inline(always)]
pub(crate) fn cholesky<T: Real, K: Known>(a: Rows<'_, T>) -> Option<usize> {
    if const { is_at_most::<K>(INLINE) } {
        return cholesky::cholesky::<T, K>(a);
    }
    // SAFETY: as in `factorise`.
    by_primitive!(float T as P => unsafe { P::cholesky(a.cast()) }, else cholesky::cholesky::<T, K>(a))
}

/// As [`ldlt::ldlt`].
#[inline(always)]
pub(crate) fn ldlt<T: Real>(a: Rows<'_, T>, exchanges: &mut [usize]) {
    // SAFETY: as in `factorise`.
    by_primitive!(float T as P => unsafe { P::ldlt(a.cast(), exchanges) }, else ldlt::ldlt(a, exchanges))
}

/// As [`ldlt::solve`].
#[inline(always)]
pub(crate) fn ldlt_solve<T: Real>(a: RowsRef<'_, T>, exchanges: &[usize], x: Rows<'_, T>) {
    // SAFETY: as in `factorise`.
    by_primitive!(float T as P => unsafe { P::ldlt_solve(a.cast(), exchanges, x.cast()) },
        else ldlt::solve(a, exchanges, x))
}

/// As [`rcond::of_lu`].
#[inline(always)]
pub(crate) fn lu_rcond<T: Real>(a: Rows<'_, T>, work: rcond::Work<'_, T>) -> T {
    // SAFETY: as in `factorise`.
    by_primitive!(float T as P => unsafe {
        same::<P, T>(P::lu_rcond(a.cast(), work.map(|x| cast_mut::<T, P>(x))))
    }, else rcond::of_lu(a, work))
}

/// As [`rcond::of_cholesky`].
#[inline(always)]
pub(crate) fn cholesky_rcond<T: Real>(l: Rows<'_, T>, work: rcond::Work<'_, T>) -> T {
    // SAFETY: as in `factorise`.
    by_primitive!(float T as P => unsafe {
        same::<P, T>(P::cholesky_rcond(l.cast(), work.map(|x| cast_mut::<T, P>(x))))
    }, else rcond::of_cholesky(l, work))
}

/// As [`rcond::of_ldlt`].
#[inline(always)]
pub(crate) fn ldlt_rcond<T: Real>(a: Rows<'_, T>, work: rcond::Work<'_, T>) -> T {
    // SAFETY: as in `factorise`.
    by_primitive!(float T as P => unsafe {
        same::<P, T>(P::ldlt_rcond(a.cast(), work.map(|x| cast_mut::<T, P>(x))))
    }, else rcond::of_ldlt(a, work))
}

/// `x` becomes the solution with the triangles `W` of `a`.
#[inline(always)]
pub(crate) fn substitute<T: Field, K: Known, W: Substitution>(a: RowsRef<'_, T>, x: Rows<'_, T>) {
    if const { is_at_most::<K>(INLINE) } {
        return substitute::run::<T, K, W>(a, x);
    }
    // SAFETY: as in `factorise`.
    by_primitive!(float T as P => unsafe { P::substitute(W::WHICH, a.cast(), x.cast()) }, else substitute::run::<T, K, W>(a, x))
}

/// As [`householder::qr`].
#[inline(always)]
pub(crate) fn qr<T: Real>(a: Rows<'_, T>, tau: &mut [T]) {
    // SAFETY: as in `factorise`.
    by_primitive!(float T as P => unsafe { P::qr(a.cast(), cast_mut::<T, P>(tau)) }, else householder::qr(a, tau))
}

/// As [`householder::apply_q`].
#[inline(always)]
pub(crate) fn apply_q<T: Real>(factors: RowsRef<'_, T>, tau: &[T], c: Rows<'_, T>, transposed: bool) {
    // SAFETY: as in `factorise`.
    by_primitive!(float T as P => unsafe { P::apply_q(factors.cast(), cast::<T, P>(tau), c.cast(), transposed) },
        else householder::apply_q(factors, tau, c, transposed))
}

/// As [`householder::form_q`].
#[inline(always)]
pub(crate) fn form_q<T: Real>(factors: RowsRef<'_, T>, tau: &[T], q: Rows<'_, T>) {
    // SAFETY: as in `factorise`.
    by_primitive!(float T as P => unsafe { P::form_q(factors.cast(), cast::<T, P>(tau), q.cast()) },
        else householder::form_q(factors, tau, q))
}

/// As [`pivoted::qr_pivoted`].
#[inline(always)]
pub(crate) fn qr_pivoted<T: Real>(
    a: Rows<'_, T>,
    tau: &mut [T],
    permutation: &mut [usize],
    norms: [&mut [T]; 2],
) {
    // SAFETY: as in `factorise`.
    by_primitive!(float T as P => unsafe {
        P::qr_pivoted(a.cast(), cast_mut::<T, P>(tau), permutation, norms.map(|x| cast_mut::<T, P>(x)));
    }, else pivoted::qr_pivoted(a, tau, permutation, norms));
}

/// As [`eigh::eigh`].
#[inline(always)]
pub(crate) fn eigenvalues<T: Real, K: Known>(
    a: Rows<'_, T>,
    values: &mut [T],
    vectors: Option<Rows<'_, T>>,
) -> Result<(), Unfinished> {
    // SAFETY: as in `factorise`.
    by_primitive!(float T as P => unsafe {
        let (a, values, vectors) = (a.cast(), cast_mut::<T, P>(values), vectors.map(|rows| rows.cast()));
        if const { is_at_most::<K>(FEW) } { P::eigh_of_few(a, values, vectors) } else { P::eigh(a, values, vectors) }
    }, else eigh::eigh::<T, ANY>(a, values, vectors))
}

/// As [`svd::svd`].
#[inline(always)]
pub(crate) fn singular_values<T: Real, K: Known>(
    a: Rows<'_, T>,
    s: &mut [T],
    vectors: Option<(Rows<'_, T>, Rows<'_, T>)>,
    mut work: [&mut [T]; 8],
) -> Result<(), Unfinished> {
    // SAFETY: as in `factorise`.
    by_primitive!(float T as P => unsafe {
        let vectors = vectors.map(|(u, vt)| (u.cast(), vt.cast()));
        let (a, s, mut work) = (a.cast(), cast_mut::<T, P>(s), work.map(|x| cast_mut::<T, P>(x)));
        if const { is_at_most::<K>(FEW) } {
            P::svd_of_few(a, s, vectors, &mut work)
        } else {
            P::svd(a, s, vectors, &mut work)
        }
    }, else svd::svd::<T, ANY>(a, s, vectors, &mut work))
}

/// The elements as those of another type.
///
/// # Safety
/// `U` has the memory and the valid values of `T`.
#[inline(always)]
unsafe fn cast<T, U>(elements: &[T]) -> &[U] {
    // SAFETY: from the caller.
    unsafe { core::slice::from_raw_parts(elements.as_ptr().cast(), elements.len()) }
}

/// The same, mutable.
///
/// # Safety
/// As [`cast`].
#[inline(always)]
unsafe fn cast_mut<T, U>(elements: &mut [T]) -> &mut [U] {
    // SAFETY: from the caller.
    unsafe { core::slice::from_raw_parts_mut(elements.as_mut_ptr().cast(), elements.len()) }
}
