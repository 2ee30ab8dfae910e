//! Linear algebra of shapes that the types know: below and above the bounds of closed forms, of registers and of panels.

use crate::{any, cases};
use conformable::{Array, Array3, Const, Matrix, MatrixNorm, Vector};

/// Runs `$body` for square matrices `$a` and vectors `$b` of these elements, with so many rows.
macro_rules! squares {
    ($a:ident $b:ident, $($T:ident $n:literal),+ => $body:expr) => {
        ($(matrices!(@ $T $n $n $a $b $body)),+)
    };
}

/// The same for matrices of so many rows and columns, with a right side.
macro_rules! matrices {
    ($a:ident $b:ident, $($T:ident $m:literal $n:literal),+ => $body:expr) => {
        ($(matrices!(@ $T $m $n $a $b $body)),+)
    };
    (@ $T:ident $m:literal $n:literal $a:ident $b:ident $body:expr) => {{
        #[allow(unused, reason = "not all have a right side")]
        let ($a, $b) = (any!(Matrix::<$T, $m, $n>::ones()), any!(Vector::<$T, $m>::ones()));
        let _ = any!($body);
    }};
}

cases! {
    det { squares!(a b, f32 1, f32 2, f64 3, f32 4, f32 6, f64 9 => (a.det(), a.t().det())) }
    det_into { squares!(a b, f64 3, f32 6, f64 9 => { let mut out = Array::<_, ()>::zeros(); a.det_into(&mut out); out }) }
    slogdet { squares!(a b, f64 3, f32 6, f64 9 => a.slogdet()) }
    solve { squares!(a b, f32 1, f32 2, f64 3, f32 4, f32 6, f64 9 => (a.solve(&b), a.t().solve(&a.t()))) }
    solve_into { squares!(a b, f64 3, f32 4, f64 9 => { let mut out = b; (a.solve_into(&b, &mut out), out) }) }
    solve_lower { squares!(a b, f32 2, f32 4, f64 9 => (a.solve_lower(&b), a.solve_lower(&a))) }
    solve_lower_into { squares!(a b, f64 3, f32 6 => { let mut out = b; (a.solve_lower_into(&b, &mut out), out) }) }
    solve_upper { squares!(a b, f32 2, f32 4, f64 9 => (a.solve_upper(&b), a.solve_upper(&a))) }
    solve_upper_into { squares!(a b, f64 3, f32 6 => { let mut out = b; (a.solve_upper_into(&b, &mut out), out) }) }
    inv { squares!(a b, f32 1, f32 2, f64 3, f32 4, f32 6, f64 9 => (a.inv(), a.t().inv())) }
    inv_into { squares!(a b, f64 3, f32 4, f64 9 => { let mut out = a; (a.inv_into(&mut out.t_mut()), out) }) }
    adjugate { squares!(a b, f32 2, f64 3, f32 4 => (a.adjugate(), a.t().adjugate())) }
    cross { squares!(a b, f64 3 => (b.cross(&b), a.cross(&b))) }
    cross_into { squares!(a b, f64 3 => { let mut out = a; a.t().cross_into(&b, &mut out); out }) }
    matrix_power { squares!(a b, f32 2, f64 3, f32 4, f32 6, f64 9 => a.matrix_power(any!(5))) }
    lu { squares!(a b, f32 2, f64 3, f32 4, f32 6, f64 9, f32 17 => a.lu().solve(&b)) }
    lu_parts { squares!(a b, f64 3, f64 9 => { let lu = a.lu(); (lu.l(), lu.u(), lu.permutation(), lu.det(), lu.slogdet(), lu.is_singular(), lu.inverse()) }) }
    lu_rcond { squares!(a b, f32 3, f64 9 => a.lu().rcond()) }
    cholesky { squares!(a b, f32 2, f64 3, f32 4, f32 6, f64 9, f32 17 => a.cholesky().map(|chol| chol.solve(&b))) }
    cholesky_parts { squares!(a b, f64 3, f64 9 => a.cholesky().map(|chol| (*chol.l(), chol.det(), chol.logdet(), chol.solve(&a), chol.inverse(), chol.rcond()))) }
    cholesky_update { squares!(a b, f32 2, f64 3, f32 4, f32 6, f64 9 => a.cholesky().map(|mut chol| { chol.update(&b); (chol.downdate(&b), chol.solve(&b)) })) }
    ldlt { squares!(a b, f32 2, f64 3, f32 4, f32 6, f64 9, f32 17 => a.ldlt().solve(&b)) }
    ldlt_parts { squares!(a b, f64 3, f64 9 => { let ldlt = a.ldlt(); (ldlt.l(), ldlt.d(), ldlt.permutation(), ldlt.inertia(), ldlt.det(), ldlt.solve(&a), ldlt.inverse(), ldlt.rcond()) }) }
    qr { matrices!(a b, f32 3 3, f64 6 4, f32 9 9, f64 3 9 => { let qr = a.qr(); (qr.q(), qr.r()) }) }
    qr_parts { matrices!(a b, f32 6 4, f64 3 9 => { let qr = a.qr(); (qr.q_complete(), qr.r_complete(), qr.qt_matmul(&b), qr.lstsq(&b), qr.lstsq(&a)) }) }
    qr_as { matrices!(a b, f32 9 3, f64 6 3 => { let qr = a.qr(); (qr.q_as::<Const<3>>(), qr.r_as::<Const<3>>()) }) }
    qr_pivoted { matrices!(a b, f32 3 3, f64 9 6, f32 4 9 => { let qr = a.qr_pivoted(); (qr.q(), qr.r(), *qr.permutation(), qr.rank(), qr.rank_within(any!(0.5))) }) }
    eigh { squares!(a b, f32 2, f64 3, f32 4, f32 6, f64 9 => a.eigh().map(|eigh| (eigh.apply(|w| w + 1.), eigh.values))) }
    eigvalsh { squares!(a b, f64 3, f32 4, f32 6, f64 9 => a.eigvalsh()) }
    eigvalsh_into { squares!(a b, f64 3, f32 6 => { let mut out = b; (a.eigvalsh_into(&mut out), out) }) }
    svd { matrices!(a b, f32 3 3, f64 4 4, f32 6 9, f64 9 9 => a.svd().map(|svd| (svd.u, svd.s, svd.vt))) }
    svd_parts { matrices!(a b, f32 6 4, f64 9 9 => a.svd().map(|svd| (svd.rank(), svd.rank_within(any!(0.5)), svd.cond(), svd.pinv(), svd.lstsq(&b)))) }
    svd_full { matrices!(a b, f32 6 4, f64 9 12 => a.svd_full().map(|svd| (svd.u, svd.s, svd.vt))) }
    svdvals { matrices!(a b, f32 3 3, f64 9 9 => a.svdvals()) }
    svd_as { matrices!(a b, f32 9 2, f64 5 2 => (a.svd_as::<_, Const<2>>().map(|svd| (svd.u, svd.s, svd.vt)), a.svdvals_as::<_, Const<2>>())) }
    svdvals_into { matrices!(a b, f32 3 3, f64 9 9 => { let mut out = b; (a.svdvals_into(&mut out), out) }) }
    pinv { matrices!(a b, f32 6 4, f64 9 9 => (a.pinv(), a.pinv_within(any!(0.5)))) }
    lstsq { matrices!(a b, f32 6 4, f64 9 9 => a.lstsq(&b).map(|fit| (fit.x, fit.residuals, fit.rank, fit.s))) }
    lstsq_into { squares!(a b, f64 3, f32 9 => { let mut x = b; (a.lstsq_into(&b, &mut x), x) }) }
    lstsq_within { matrices!(a b, f32 6 4 => a.lstsq_within(&a, any!(0.5)).map(|fit| (fit.x, fit.residuals, fit.rank, fit.s))) }
    matrix_rank { matrices!(a b, f32 3 3, f64 9 9 => (a.matrix_rank(), a.matrix_rank_within(any!(0.5)))) }
    cond { matrices!(a b, f32 3 3, f64 9 9 => a.cond()) }
    cond_ord { squares!(a b, f32 3, f64 9 => (a.cond_ord(MatrixNorm::NegL2), a.cond_ord(any!(MatrixNorm::L1)))) }
    of_each_into { matrices!(a b, f32 3 3, f64 9 9 => { let (mut rank, mut x) = (Array::<_, ()>::zeros(), Array::<_, ()>::zeros()); (a.matrix_rank_into(&mut rank), a.cond_into(&mut x), a.matrix_norm_into(any!(MatrixNorm::Nuclear), &mut x), rank, x) }) }
    matrix_norm { matrices!(a b, f32 3 3, f64 9 9 => (a.matrix_norm(MatrixNorm::L2), a.matrix_norm(any!(MatrixNorm::L1)))) }
    solve_inplace { squares!(a b, f64 3, f32 4, f64 9 => { let (mut a, mut x) = (a, b); (a.t_mut().solve_inplace(&mut x), x) }) }
    det_inplace { squares!(a b, f64 3, f32 6 => { let mut a = a; a.det_inplace() }) }
    lu_inplace { squares!(a b, f64 3, f32 9 => { let (mut a, mut p) = (a, b.map(|_| 0_usize)); a.lu_inplace(&mut p); (a, p) }) }
    ldlt_inplace { squares!(a b, f64 3, f32 9 => { let (mut a, mut p) = (a, b.map(|_| 0_usize)); a.ldlt_inplace(&mut p); (a, p) }) }
    cholesky_into { squares!(a b, f64 3, f32 9 => { let mut out = a; (a.cholesky_into(&mut out), out) }) }
    cholesky_inplace { squares!(a b, f64 3, f32 9 => { let mut a = a; (a.t_mut().cholesky_inplace(), a) }) }
    qr_inplace { squares!(a b, f64 3, f32 9 => { let (mut a, mut tau) = (a, b); a.qr_inplace(&mut tau); (a, tau) }) }
    eigh_into { squares!(a b, f64 3, f32 6 => { let (mut values, mut vectors) = (b, a); (a.eigh_into(&mut values, &mut vectors), values, vectors) }) }
    eigh_inplace { squares!(a b, f64 3, f32 6 => { let (mut own, mut values, mut vectors) = (a, b, a); (own.eigh_inplace(&mut values, &mut vectors), values, vectors) }) }
    svd_into { squares!(a b, f64 3, f32 9 => { let (mut u, mut s, mut vt) = (a, b, a); (a.svd_into(&mut u, &mut s, &mut vt), u, s, vt) }) }
    pinv_into { squares!(a b, f64 3 => { let mut out = a; (a.pinv_into(&mut out), out) }) }
    adjugate_into { squares!(a b, f64 3 => { let mut out = a; a.adjugate_into(&mut out); out }) }
    slogdet_into { squares!(a b, f64 3 => { let (mut sign, mut log) = (Array::<_, ()>::zeros(), Array::<_, ()>::zeros()); a.slogdet_into(&mut sign, &mut log); (sign, log) }) }
    matrix_power_into { squares!(a b, f64 3 => { let mut out = a; a.matrix_power_into(any!(5), &mut out); out }) }
    stacks {
        let a = any!(Array3::<f32, 5, 3, 3>::ones());
        let b = any!(Matrix::<f32, 3, 2>::ones());
        (a.det(), a.solve(&b), a.inv(), a.lu().solve(&b), a.ldlt().solve(&b), a.cholesky().map(|chol| chol.solve(&b)), a.eigvalsh(), a.svdvals(), a.matrix_power(any!(3)))
    }
    empty {
        let a = any!(Matrix::<f64, 0, 0>::zeros());
        let b = any!(Vector::<f64, 0>::zeros());
        (a.det(), a.solve(&b), a.inv(), a.lu().inverse(), a.ldlt().inverse(), a.cholesky().map(|chol| (chol.inverse(), chol.solve(&b))), a.qr().q(), a.eigh().map(|eigh| eigh.vectors), a.svd().map(|svd| svd.u), a.lstsq(&b).map(|fit| fit.x), a.pinv(), a.cond())
    }
    integers {
        let a = any!(Matrix::<i32, 3, 3>::eye());
        (a.adjugate(), a.cross(&a), a.matrix_power(any!(7)))
    }
}
