//! CMSIS-DSP's C functions, if they were built.

use super::Library;

#[cfg(not(cmsis))]
pub(crate) const LIBRARY: Library = Library { name: "CMSIS-DSP (not built)", ..Library::NONE };
#[cfg(cmsis)]
pub(crate) use built::LIBRARY;

#[cfg(cmsis)]
mod built {
    use super::Library;
    use crate::kalman::{Filter, Model};
    use crate::rows::Weights;
    use conformable::Vector;

    /// `arm_matrix_instance_f32`
    #[repr(C)]
    struct Instance {
        rows: u16,
        cols: u16,
        data: *mut f32,
    }

    unsafe extern "C" {
        fn arm_dot_prod_f32(a: *const f32, b: *const f32, n: u32, out: *mut f32);
        fn arm_dot_prod_q7(a: *const i8, b: *const i8, n: u32, out: *mut i32);
        fn arm_mat_vec_mult_f32(a: *const Instance, x: *const f32, y: *mut f32);
        fn arm_mat_mult_f32(a: *const Instance, b: *const Instance, c: *mut Instance) -> i32;
        fn arm_mat_trans_f32(a: *const Instance, b: *mut Instance) -> i32;
        fn arm_mat_add_f32(a: *const Instance, b: *const Instance, c: *mut Instance) -> i32;
        fn arm_mat_sub_f32(a: *const Instance, b: *const Instance, c: *mut Instance) -> i32;
        fn arm_add_f32(a: *const f32, b: *const f32, c: *mut f32, n: u32);
        fn arm_sub_f32(a: *const f32, b: *const f32, c: *mut f32, n: u32);
    }

    /// A matrix to read; C has no word for that.
    fn of<const M: usize, const N: usize>(x: &[[f32; N]; M]) -> Instance {
        Instance { rows: M as u16, cols: N as u16, data: x.as_ptr().cast_mut().cast() }
    }

    fn of_mut<const M: usize, const N: usize>(x: &mut [[f32; N]; M]) -> Instance {
        Instance { rows: M as u16, cols: N as u16, data: x.as_mut_ptr().cast() }
    }

    // SAFETY, of every call: the functions read and write as many elements as the arrays have.

    fn dot<const N: usize>(a: &[f32; N], b: &[f32; N]) -> f32 {
        let mut sum = 0.;
        unsafe { arm_dot_prod_f32(a.as_ptr(), b.as_ptr(), N as u32, &mut sum) };
        sum
    }

    fn dot_i8<const N: usize>(a: &[i8; N], b: &[i8; N]) -> i32 {
        let mut sum = 0;
        unsafe { arm_dot_prod_q7(a.as_ptr(), b.as_ptr(), N as u32, &mut sum) };
        sum
    }

    fn matvec<const M: usize, const N: usize>(a: &[[f32; N]; M], x: &[f32; N], y: &mut [f32; M]) {
        unsafe { arm_mat_vec_mult_f32(&of(a), x.as_ptr(), y.as_mut_ptr()) };
    }

    fn matvec_i8<const M: usize, const N: usize>(a: &[[i8; N]; M], x: &[i8; N], y: &mut [i32; M]) {
        for (row, y) in a.iter().zip(y) {
            *y = dot_i8(row, x);
        }
    }

    fn matmul<const M: usize, const K: usize, const N: usize>(
        a: &[[f32; K]; M],
        b: &[[f32; N]; K],
        c: &mut [[f32; N]; M],
    ) {
        unsafe { arm_mat_mult_f32(&of(a), &of(b), &mut of_mut(c)) };
    }

    fn product<const M: usize, const K: usize, const N: usize>(
        a: &[[f32; K]; M],
        b: &[[f32; N]; K],
    ) -> [[f32; N]; M] {
        let mut c = [[0.; N]; M];
        matmul(a, b, &mut c);
        c
    }

    fn transposed<const M: usize, const N: usize>(a: &[[f32; N]; M]) -> [[f32; M]; N] {
        let mut t = [[0.; M]; N];
        unsafe { arm_mat_trans_f32(&of(a), &mut of_mut(&mut t)) };
        t
    }

    fn network(w: &Weights, x: &[f32; 64], y: &mut [f32; 10]) {
        let mut hidden = [0.; 16];
        matvec(&w.w1, x, &mut hidden);
        unsafe { arm_add_f32(hidden.as_ptr(), w.b1.as_ptr(), hidden.as_mut_ptr(), 16) };
        for h in &mut hidden {
            *h = h.max(0.);
        }
        matvec(&w.w2, &hidden, y);
        unsafe { arm_add_f32(y.as_ptr(), w.b2.as_ptr(), y.as_mut_ptr(), 10) };
    }

    fn predict(model: &Model, _: &Vector<f32, 2>, filter: &mut Filter) {
        let f = model.transition.as_nested();
        let x = *filter.state.as_nested();
        matvec(f, &x, filter.state.as_nested_mut());
        let p = product(&product(f, filter.covariance.as_nested()), &transposed(f));
        let (q, p) = (of(model.process.as_nested()), of(&p));
        unsafe { arm_mat_add_f32(&p, &q, &mut of_mut(filter.covariance.as_nested_mut())) };
    }

    fn update(model: &Model, measurement: &Vector<f32, 2>, filter: &mut Filter) {
        let h = model.measured.as_nested();
        let hp = product(h, filter.covariance.as_nested());
        let mut s = product(&hp, &transposed(h));
        unsafe { arm_mat_add_f32(&of(&s), &of(model.noise.as_nested()), &mut of_mut(&mut s)) };
        let det = s[0][0] * s[1][1] - s[0][1] * s[1][0];
        let inverse = [[s[1][1] / det, -s[0][1] / det], [-s[1][0] / det, s[0][0] / det]];
        let gain = product(&transposed(&hp), &inverse);
        let (mut z, mut step) = ([0.; 2], [0.; 6]);
        matvec(h, filter.state.as_nested(), &mut z);
        unsafe { arm_sub_f32(measurement.as_nested().as_ptr(), z.as_ptr(), z.as_mut_ptr(), 2) };
        matvec(&gain, &z, &mut step);
        let x = filter.state.as_nested_mut();
        unsafe { arm_add_f32(x.as_ptr(), step.as_ptr(), x.as_mut_ptr(), 6) };
        let khp = product(&gain, &hp);
        let p = filter.covariance.as_nested_mut();
        unsafe { arm_mat_sub_f32(&of(p), &of(&khp), &mut of_mut(p)) };
    }

    pub(crate) const LIBRARY: Library = Library {
        name: "CMSIS-DSP",
        dot3: Some(dot),
        dot4: Some(dot),
        dot16: Some(dot),
        dot64: Some(dot),
        dot128: Some(dot),
        matvec3: Some(matvec),
        matvec4: Some(matvec),
        matvec6: Some(matvec),
        matvec16x64: Some(matvec),
        matmul3: Some(matmul),
        matmul4: Some(matmul),
        matmul6: Some(matmul),
        matmul8: Some(matmul),
        dot64_i8: Some(dot_i8),
        matvec16x64_i8: Some(matvec_i8),
        network: Some(network),
        predict: Some(predict),
        update: Some(update),
    };
}
