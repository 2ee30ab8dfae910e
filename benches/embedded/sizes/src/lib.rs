//! Lines that a filter or a sensor program is made of, each a function: `scripts/targets.sh sizes` links each alone, and compares
//! the bytes of its program with those of `sizes.txt`.

#![no_std]

use conformable::geometry::camera::rh;
use conformable::geometry::{Affine3, EulerRot, Isometry3, Quat};
use conformable::{Array3, ArrayView, ArrayViewMut, Const, Matrix, Vector, axes, einsum, stack};

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

type M2 = Matrix<f32, 2, 2>;
type M3 = Matrix<f32, 3, 3>;
type M4 = Matrix<f32, 4, 4>;
type M6 = Matrix<f32, 6, 6>;
type M62 = Matrix<f32, 6, 2>;
type C = Array3<f32, 2, 2, 4>;
type V3 = Vector<f32, 3>;
type V4 = Vector<f32, 4>;
type V6 = Vector<f32, 6>;
type V16 = Vector<f32, 16>;

macro_rules! lines { ($($name:ident($($x:ident: $T:ty),*) $(-> $R:ty)? { $line:expr })+) => {$(
    // SAFETY: no other function of the program has this name.
    #[unsafe(no_mangle)]
    pub fn $name($($x: $T),*) $(-> $R)? {
        $line
    }
)+};}

lines! {
    l_dot(a: &V3, b: &V3) -> f32 { a.dot(b) }
    l_dot_16(a: &V16, b: &V16) -> f32 { a.dot(b) }
    l_column_dot(m: ArrayView<'_, f32, (Const<6>, Const<6>)>, v: &V6) -> f32 { m.column(1).map_or(0., |column| column.dot(v)) }
    l_norm(a: &V3) -> f32 { a.norm() }
    l_norm_squared(a: &V3) -> f32 { a.norm_squared() }
    l_normalize(a: &V3) -> V3 { a.normalize() }
    l_distance(a: &V3, b: &V3) -> f32 { a.distance(b) }
    l_add(a: &M6, b: &M6) -> M6 { a + b }
    l_symmetric(p: &M6) -> M6 { (p + p.t()) / 2. }
    l_symmetric_owned(p: &M6) -> M6 { p + p.t().to_owned() }
    l_row_divided(row: &mut ArrayViewMut<'_, f32, (Const<6>,)>, s: f32) { *row /= s }
    l_add_into_of_transpose(p: &M6, out: &mut M6) { p.add_into(&p.t(), out) }
    l_minus_row(v: &V6, row: ArrayView<'_, f32, (Const<6>,)>) -> V6 { v - row }
    l_minus_vector(m: &M6, v: &V6) -> M6 { m - v }
    l_zip_map(a: &V6, b: &V6) -> V6 { a.zip_map(b, |a, b| a.max(b)) }
    l_scale_add(m: &mut M6, n: &M6) { m.scale_add(2., n) }
    l_stack(a: &V3, b: &V3) -> Matrix<f32, 2, 3> { stack::<0, _>([a, b]) }
    l_pad(a: &V4) -> V16 { a.pad_as::<0, 6, 6, (Const<16>,)>(0.) }
    l_take(m: &M4, i: &Vector<usize, 2>) -> Option<Matrix<f32, 2, 4>> { m.take::<0, _, _>(i).ok() }
    l_cov(m: &M4) -> M4 { m.cov() }
    l_corrcoef(m: &M4) -> M4 { m.corrcoef() }
    l_cosine(a: &V3, b: &V3) -> f32 { a.cosine_similarity(b) }
    l_cosine_of_rows(a: &M4, b: &M4) -> M4 { a.cosine_similarity(b) }
    l_matmul(a: &M6, b: &M6) -> M6 { a.matmul(b) }
    l_matmul_with_transpose(a: &M62, b: &M62) -> M6 { a.matmul(&b.t()) }
    l_einsum(a: &M62, b: &M62) -> M2 { einsum!("ki,kj->ij", a, b) }
    l_sort(a: &V16) -> V16 { a.sort() }
    l_median(a: &V16) -> f32 { a.median() }
    l_trace(m: &M4) -> f32 { m.trace() }
    l_sum(a: &V16) -> f32 { a.sum() }
    l_sum_axis_0(m: &M4) -> V4 { m.sum_axis::<0>() }
    l_sum_axis_1(m: &M4) -> V4 { m.sum_axis::<1>() }
    l_sum_of_transpose(m: ArrayView<'_, f32, (Const<4>, Const<4>)>) -> f32 { m.t().sum() }
    l_sum_axes(c: &C) -> Vector<f32, 2> { c.sum_axes::<axes![0, 2]>() }
    l_mean(a: &V16) -> f32 { a.mean() }
    l_mean_of_36(m: &M6) -> f32 { m.mean() }
    l_mean_axis_0(m: &M4) -> V4 { m.mean_axis::<0>() }
    l_mean_axis_1(m: &M4) -> V4 { m.mean_axis::<1>() }
    l_max(a: &V16) -> f32 { a.max() }
    l_argmax(a: &V16) -> usize { a.argmax() }
    l_max_axis_0(m: &M4) -> V4 { m.max_axis::<0>() }
    l_max_axis_1(m: &M4) -> V4 { m.max_axis::<1>() }
    l_var(a: &V16) -> f32 { a.var() }
    l_var_axis_0(m: &M4) -> V4 { m.var_axis::<0>() }
    l_var_axis_1(m: &M4) -> V4 { m.var_axis::<1>() }
    l_std(a: &V16) -> f32 { a.std() }
    l_std_axis_0(m: &M4) -> V4 { m.std_axis::<0>() }
    l_std_axis_1(m: &M4) -> V4 { m.std_axis::<1>() }
    l_prod(a: &V16) -> f32 { a.prod() }
    l_prod_axis_0(m: &M4) -> V4 { m.prod_axis::<0>() }
    l_prod_axis_1(m: &M4) -> V4 { m.prod_axis::<1>() }
    l_norm_axis_0(m: &M4) -> V4 { m.norm_axis::<0>() }
    l_norm_axis_1(m: &M4) -> V4 { m.norm_axis::<1>() }
    l_normalize_axis(m: &M4) -> M4 { m.normalize_axis::<1>() }
    l_any(b: &Vector<bool, 16>) -> bool { b.any() }
    l_all_axis(b: &Matrix<bool, 4, 4>) -> Vector<bool, 4> { b.all_axis::<0>() }
    l_cross(a: &V3, b: &V3) -> V3 { a.cross(b) }
    l_det_3(m: &M3) -> f32 { m.det() }
    l_det_4(m: &M4) -> f32 { m.det() }
    l_solve_3(m: &M3, v: &V3) -> Option<V3> { m.solve(v).ok() }
    l_solve_6(m: &M6, v: &V6) -> Option<V6> { m.solve(v).ok() }
    l_inv_3(m: &M3) -> Option<M3> { m.inv().ok() }
    l_inv_4(m: &M4) -> Option<M4> { m.inv().ok() }
    l_inv_6(m: &M6) -> Option<M6> { m.inv().ok() }
    l_cholesky_solve_3(m: &M3, v: &V3) -> Option<V3> { m.cholesky().ok().map(|chol| chol.solve(v)) }
    l_cholesky_solve_6(m: &M6, v: &V6) -> Option<V6> { m.cholesky().ok().map(|chol| chol.solve(v)) }
    l_ldlt_solve_6(m: &M6, v: &V6) -> Option<V6> { m.ldlt().solve(v).ok() }
    l_matrix_power_6(m: &M6) -> M6 { m.matrix_power(3) }
    l_qr_6(m: &M6) -> M6 { m.qr().q() }
    l_eigh_3(m: &M3) -> Option<(V3, M3)> { m.eigh().ok().map(|eigh| (eigh.values, eigh.vectors)) }
    l_eigh_6(m: &M6) -> Option<(V6, M6)> { m.eigh().ok().map(|eigh| (eigh.values, eigh.vectors)) }
    l_svdvals_3(m: &M3) -> Option<V3> { m.svdvals().ok() }
    l_exp(a: &V3) -> V3 { a.exp() }
    l_ln(a: &V3) -> V3 { a.ln() }
    l_sin(a: &V3) -> V3 { a.sin() }
    l_tan(a: &V3) -> V3 { a.tan() }
    l_acos(a: &V3) -> V3 { a.acos() }
    l_atan2(a: &V3, b: &V3) -> V3 { a.atan2(b) }
    l_powf(a: &V3) -> V3 { a.powf(1.5) }
    l_tanh(a: &V3) -> V3 { a.tanh() }
    l_sigmoid(a: &V3) -> V3 { a.sigmoid() }
    l_erf(a: &V3) -> V3 { a.erf() }
    l_sin_cos(a: &V3) -> (V3, V3) { a.sin_cos() }
    l_quat_vector(q: &Quat<f32>, v: &V3) -> V3 { q.transform_vector(v) }
    l_quat_quat(q: &Quat<f32>, p: &Quat<f32>) -> Quat<f32> { *q * *p }
    l_quat_axis_angle(v: &V3, angle: f32) -> Quat<f32> { Quat::from_axis_angle(v, angle) }
    l_quat_slerp(q: &Quat<f32>, p: &Quat<f32>, t: f32) -> Quat<f32> { q.slerp(p, t) }
    l_quat_euler(q: &Quat<f32>) -> (f32, f32, f32) { q.to_euler(EulerRot::ZYX) }
    l_isometry_point(i: &Isometry3<f32>, v: &V3) -> V3 { i.transform_point(v) }
    l_isometry_compose(i: &Isometry3<f32>, j: &Isometry3<f32>) -> Isometry3<f32> { *i * *j }
    l_affine_inverse(a: &Affine3<f32>) -> Option<Affine3<f32>> { a.inverse() }
    l_look_at(eye: &V3, center: &V3, up: &V3) -> Isometry3<f32> { rh::look_at(eye, center, up) }
}
