//! Shapes that the types know.

use crate::{any, cases};
use conformable::{Array3, Const, Matrix, NormOrd, Vector, array, axes, einsum, einsum_into};

pub(crate) static A: Matrix<f32, 3, 4> =
    Matrix::new([[1., 2., 3., 4.], [5., 6., 7., 8.], [9., 10., 11., 12.]]);
static B: Matrix<f32, 5, 4> = Matrix::new([[1.; 4], [2.; 4], [3.; 4], [4.; 4], [5.; 4]]);
static S: Matrix<f32, 4, 4> =
    Matrix::new([[1., 2., 3., 4.], [5., 6., 7., 8.], [9., 8., 7., 6.], [5., 4., 3., 2.]]);
static X: Vector<f32, 4> = Vector::new([1., 2., 3., 4.]);
static LONG: Vector<f32, 100> = Vector::new([1.5; 100]);
static LARGE: Matrix<f32, 12, 20> = Matrix::new([[0.5; 20]; 12]);
static STACK: Array3<f32, 2, 3, 4> = Array3::new([[[1.; 4]; 3], [[2.; 4]; 3]]);
static Q: Matrix<i8, 3, 4> = Matrix::new([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]);
static I: Matrix<i32, 3, 4> = Matrix::new([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]);
static D: Matrix<f64, 3, 3> = Matrix::new([[1., 2., 3.], [4., 5., 6.], [7., 8., 10.]]);

cases! {
    inner_vectors { any!(&X).inner(any!(&X)) }
    inner_long { any!(&LONG).inner(any!(&LONG)) }
    inner_matrices { any!(&A).inner(any!(&B)) }
    inner_vector { any!(&A).inner(any!(&X)) }
    inner_large { any!(&LARGE).inner(any!(&LARGE)) }
    inner_stack { any!(&STACK).inner(any!(&B)) }
    inner_number { any!(&A).inner(&any!(3.)) }
    inner_i32 { any!(&I).inner(any!(&I)) }
    inner_f64 { any!(&D).inner(any!(&D)) }
    inner_transposed { any!(&S).t().inner(&any!(&S).t()) }
    inner_into { let mut out = Matrix::zeros(); any!(&A).inner_into(any!(&B), &mut out); out }
    inner_into_large { let mut out = Matrix::zeros(); any!(&LARGE).inner_into(any!(&LARGE), &mut out); out }
    inner_into_columns { let mut out = Matrix::<f32, 5, 3>::zeros(); any!(&A).inner_into(any!(&B), &mut out.t_mut()); out }
    inner_compensated { any!(&A).inner_compensated(any!(&B)) }
    inner_compensated_into { let mut out = Matrix::zeros(); any!(&A).inner_compensated_into(any!(&B), &mut out); out }
    inner_wide { any!(&Q).inner_wide(any!(&Q)) }
    inner_wide_vectors { any!(&Vector::new([1_i8; 64])).inner_wide(any!(&Vector::new([2_i8; 64]))) }
    inner_wide_into { let mut out = Matrix::zeros(); any!(&Q).inner_wide_into(any!(&Q), &mut out); out }
    inner_wide_f32 { any!(&A).inner_wide(any!(&B)) }
    inner_wide_i16 { any!(&Vector::new([7_i16; 10])).inner_wide(any!(&Vector::new([9_i16; 10]))) }
    dot { any!(&A).dot(any!(&S)) }
    dot_into { let mut out = Matrix::zeros(); any!(&A).dot_into(any!(&S), &mut out); out }
    dot_wide { any!(&Q).dot_wide(&any!(&Q).t()) }
    matmul { any!(&A).matmul(any!(&S)) }
    matmul_stack { any!(&STACK).matmul(any!(&S)) }
    matmul_large { any!(&LARGE).matmul(&any!(&LARGE).t()) }
    matmul_transposed { any!(&A).t().matmul(any!(&A)) }
    matmul_into { let mut out = Matrix::zeros(); any!(&A).matmul_into(any!(&S), &mut out); out }
    matmul_wide { any!(&Q).matmul_wide(&any!(&Q).t()) }
    matvec { any!(&A).matvec(any!(&X)) }
    matvec_into { let mut out = Vector::zeros(); any!(&A).matvec_into(any!(&X), &mut out); out }
    vecmat { any!(&X).vecmat(any!(&S)) }
    vecmat_into { let mut out = Vector::zeros(); any!(&X).vecmat_into(any!(&S), &mut out); out }
    vecdot { any!(&A).vecdot(any!(&A)) }
    vecdot_into { let mut out = Vector::zeros(); any!(&A).vecdot_into(any!(&A), &mut out); out }
    vecdot_axis { any!(&A).vecdot_axis::<0, _>(any!(&A)) }
    vdot { any!(&A).vdot(any!(&A)) }
    outer { any!(&X).outer(any!(&X)) }
    outer_into { let mut out = Matrix::<f32, 4, 4>::zeros(); any!(&X).outer_into(any!(&X), &mut out); out }
    kron { any!(&A).kron(any!(&X)) ; any!(&A).kron(any!(&S)) }
    kron_into { let mut out = Matrix::<f32, 12, 16>::zeros(); any!(&A).kron_into(any!(&S), &mut out); out }
    tensordot { any!(&STACK).tensordot::<1, _>(any!(&S)) }
    tensordot_into { let mut out = Array3::<f32, 2, 3, 4>::zeros(); any!(&STACK).tensordot_into::<1, _, _, _>(any!(&S), &mut out); out }
    trace_offset { (any!(&S).trace_offset(any!(1)), any!(&S).diagonal_above::<1>().sum(), any!(&S).diagonal_below::<1>().sum(), any!(&S).diagonal_offset(any!(-1)).sum()) }
    diagonal_beside { let mut m = any!(S); m.diagonal_above_mut::<1>().fill(0.); m.diagonal_below_mut::<2>().fill(1.); m.diagonal_offset_mut(any!(3)).fill(2.); m }
    trace { any!(&S).trace() }
    diagonal { any!(&S).diagonal().inner(any!(&X)) }
    norm { any!(&A).norm() }
    norm_ord { [any!(&A).norm_ord(NormOrd::Inf), any!(&A).norm_ord(NormOrd::L1), any!(&X).norm_ord(NormOrd::L2)] }
    norm_squared { any!(&A).norm_squared() }
    norm_axis { any!(&A).norm_axis::<1>() }
    norm_axis_first { any!(&A).norm_axis::<0>() }
    norm_axis_into { let mut out = Vector::zeros(); any!(&A).norm_axis_into::<1, _, _>(NormOrd::L2, &mut out); out }
    normalize { any!(&X).normalize() }
    normalize_axis { any!(&A).normalize_axis::<1>() }
    normalize_into { let mut out = Vector::zeros(); any!(&X).normalize_into(&mut out); out }
    distance { any!(&X).distance(any!(&X)) }
    distance_axis { any!(&A).distance_axis::<1, _>(any!(&A)) }
    cosine_similarity { any!(&A).cosine_similarity(any!(&B)) }
    cosine_similarity_axis { any!(&A).cosine_similarity_axis::<1, _>(any!(&A)) }
    einsum_matmul { einsum!("ij,jk->ik", A, S) }
    einsum_one { einsum!("ij->j", A) }
    einsum_batch { einsum!("bij,jk->bik", STACK, S) }

    einsum_transposed { einsum!("ij->ji", A) }
    einsum_into { let mut out = Matrix::<f32, 3, 4>::zeros(); einsum_into!("ij,jk->ik", A, S, &mut out); out }
    constants {
        const P: f32 = X_CONST.inner_const(&X_CONST);
        const M: Matrix<f32, 2, 2> = Matrix::new([[1_f32, 2.], [3., 4.]]).matmul_const(&Matrix::new([[5., 6.], [7., 8.]]));
        (any!(P), any!(&M).t_const())
    }
    elements { any!(&A).iter().fold(0., |s, x| s + x) }
    elements_mut { let mut a = any!(A); for x in &mut a { *x += 1.; } a }
    rows { let mut sum = 0.; for row in any!(&A).rows() { sum += row.inner(&row); } sum }
    views { let a = any!(A); let v = a.view(); (v.t().to_owned(), v.insert_axis::<0>().to_owned()) }
    get { any!(&A).get([any!(1), any!(2)]).copied() }
    literals { any!(array![[1., 2.], [3., 4.]]).inner(&any!(array![1., 2.])) }
    map { any!(&A).map(|x| x * 2.) }
    zip_map { any!(&A).zip_map(any!(&A), |x, y| x + y) }
    zip_map_rows { any!(&A).zip_map(any!(&X), |x, y| x + y) }
    fold { any!(&A).fold(0., |s, x| s + x) }
    from_fn { Matrix::<f32, 3, 3>::from_fn(|[i, j]| (i + j) as f32) }
    zeros { (Matrix::<f32, 3, 3>::zeros(), Matrix::<f32, 3, 3>::ones(), Matrix::<f32, 3, 3>::eye(), Vector::<f32, 3>::full(2.)) }
    compare { any!(&A) == any!(&A) }
    add { any!(&A) + any!(&A) }
    add_row { any!(&A) + any!(&X) }
    subtract { any!(A) - any!(&A) }
    multiply_number { any!(&A) * any!(2.) }
    divide { any!(&A) / any!(&A) }
    negate { -any!(&A) }
    add_assign { let mut a = any!(A); a += any!(&A); a *= any!(2.); a }
    add_i32 { any!(&I) + any!(&I) * any!(3) }
    add_views { any!(&A).t() + any!(&A).t() }
    maximum { any!(&A).maximum(&any!(2.)) }
    minimum { any!(&A).minimum(any!(&A)) }
    clamp { any!(&A).clamp(any!(0.), any!(5.)) }
    saturate { let mut out = Matrix::zeros(); any!(&A).saturate_into(&mut out); (any!(&A).saturate(), any!(&A).step(&any!(1.)), out) }
    smoothstep { any!(&A).smoothstep(&any!(0.), any!(&A)) }
    lerp { (any!(&A).lerp(any!(&A), any!(0.5)), any!(&A).lerp_monotonic(&any!(2.), any!(0.5)), any!(&A).midpoint(any!(&A))) }
    rem_euclid { (any!(&A).rem_euclid(&any!(2.)), any!(&A).div_euclid(any!(&A)), any!(&A).copysign(any!(&A))) }
    mul_add { any!(&A).mul_add(&any!(10.), any!(&A)) }
    scale_add { let mut a = any!(A); a.scale_add(any!(2.), any!(&A)); a }
    greater { any!(&A).greater(&any!(0.)).select(any!(&A), &any!(0.)) }
    cast { any!(&I).cast::<f32>() }
    functions_into { let mut out = Matrix::zeros(); any!(&A).exp_into(&mut out); any!(&A).powi_into(any!(3), &mut out); any!(&A).powf_into(any!(3.), &mut out); any!(&A).clamp_into(any!(0.), any!(5.), &mut out); any!(&I).cast_into(&mut out); out }
    functions { (any!(&A).sqrt(), any!(&A).abs(), any!(&A).exp(), any!(&A).powi(any!(3))) }
    hyperbolic { (any!(&A).sinh(), any!(&A).tanh(), any!(&A).acosh(), any!(&A).cbrt(), any!(&A).powf(any!(3.))) }
    sigmoid { (any!(&A).sigmoid(), any!(&A).erf(), any!(&A).gelu(), any!(&A).sin_cos()) }
    sigmoid_into { let mut out = Matrix::zeros(); any!(&A).sigmoid_into(&mut out); any!(&A).erf_into(&mut out); any!(&A).gelu_into(&mut out); out }
    trigonometry_into { let mut out = Matrix::zeros(); any!(&A).atan2_into(any!(&A), &mut out); any!(&A).hypot_into(any!(&A), &mut out); out }
    trigonometry { (any!(&A).sin(), any!(&A).cos(), any!(&A).atan2(any!(&A)), any!(&A).hypot(any!(&A))) }
    rounding { (any!(&A).floor(), any!(&A).round(), any!(&A).fract()) }
    isclose { any!(&A).allclose(any!(&A)) }
    sum { any!(&A).sum() }
    sum_long { any!(&LONG).sum() }
    sum_i32 { any!(&I).sum() }
    sum_axis { (any!(&A).sum_axis::<0>(), any!(&A).sum_axis::<1>()) }
    sum_axes { (any!(&STACK).sum_axes::<axes![0, 2]>(), any!(&STACK).sum_axes_keepdims::<axes![1, 0]>()) }
    mean_axes { (any!(&STACK).mean_axes::<axes![0, 1]>(), any!(&STACK).mean_axes_keepdims::<axes![2]>(), any!(&STACK).prod_axes::<axes![1]>(), any!(&STACK).prod_axes_keepdims::<axes![0]>()) }
    var_axes { (any!(&STACK).var_axes::<axes![0, 1]>(), any!(&STACK).var_ddof_axes_keepdims::<axes![0, 2]>(any!(1)), any!(&STACK).std_axes_keepdims::<axes![2]>(), any!(&STACK).std_ddof_axes::<axes![1, 2]>(any!(1))) }
    norm_axes { (any!(&STACK).norm_axes::<axes![0, 2]>(), any!(&STACK).norm_ord_axes::<axes![0, 1]>(NormOrd::L1), any!(&STACK).norm_squared_axes_keepdims::<axes![0, 2]>()) }
    max_axes { (any!(&STACK).max_axes::<axes![0, 1]>(), any!(&STACK).min_axes::<axes![1, 2]>(), any!(&STACK).max_axes_keepdims::<axes![0, 1]>(), any!(&STACK).min_axes_keepdims::<axes![0, 1]>()) }
    any_axes { let m = any!(&STACK).greater(&any!(0.)); (m.any_axes::<axes![0, 1]>(), m.all_axes::<axes![0, 2]>(), m.any_axes_keepdims::<axes![0, 1]>(), m.all_axes_keepdims::<axes![0, 1]>()) }
    sum_keepdims { any!(&A).sum_keepdims::<1>() }
    sum_axis_into { let mut out = Vector::zeros(); any!(&A).sum_axis_into::<1, _, _>(&mut out); out }
    prod { any!(&A).prod() }
    mean { any!(&A).mean() }
    mean_axis { any!(&A).mean_axis::<1>() }
    var { any!(&A).var() }
    var_axis { any!(&A).var_axis::<0>() }
    cov { (any!(&A).cov(), any!(&A).cov_ddof(any!(0)), any!(&I).cov(), any!(&X).cov()) }
    corrcoef { any!(&A).corrcoef() }
    cov_into { let mut out = Matrix::zeros(); any!(&A).cov_into(&mut out); any!(&A).cov_ddof_into(any!(0), &mut out); any!(&A).corrcoef_into(&mut out); out }
    std { any!(&A).std() }
    min { any!(&A).min() }
    max_axis { any!(&A).max_axis::<1>() }
    argmax { any!(&A).argmax() }
    argmax_axis { any!(&A).argmax_axis::<1>() }
    softmax { (any!(&A).softmax_axis::<0>(), any!(&A).log_softmax_axis::<1>()) }
    softmax_into { let mut out = Matrix::zeros(); any!(&A).softmax_axis_into::<0, _, _>(&mut out); any!(&A).log_softmax_axis_into::<1, _, _>(&mut out); out }
    cumsum { any!(&X).cumsum() }
    cumsum_axis { any!(&A).cumsum_axis::<0>() }
    any_all { (any!(&A).greater(&any!(0.)).any(), any!(&A).greater(&any!(0.)).all(), any!(&A).greater(&any!(1.)).count()) }
    reshape { any!(A).reshape::<(Const<4>, Const<3>)>() }
    reshape_view { any!(&A).reshape_view::<(Const<12>,)>().sum() }
    flatten { any!(A).flatten() }
    permute { any!(&STACK).swap_axes::<0, 2>().sum() }
    move_axis { any!(&STACK).move_axis::<0, 2>().sum() }
    permute_all { any!(&STACK).permute::<axes![2, 0, 1]>().sum() }
    remove_axis { any!(&Matrix::<f32, 1, 4>::ones()).remove_axis::<0>().sum() }
    flip { any!(&A).flip::<1>().to_owned() }
    roll { any!(&A).roll::<1>(any!(1)) }
    roll_into { let mut out = Matrix::zeros(); any!(&A).roll_into::<1, _, _>(any!(1), &mut out); out }
    concat_rows { conformable::concat::<0, _>((any!(&A), any!(&A))) }
    stack_arrays { conformable::stack::<0, _>([any!(&A), any!(&A)]) }
    split { any!(&A).split_at_axis::<1>(any!(2)).map(|(a, b)| a.sum() + b.sum()) }
    repeat { any!(&A).repeat::<0, 2>() }
    tile { any!(&A).tile::<0, 2>() }
    repeat_into { let mut out = Matrix::zeros(); any!(&A).repeat_into::<0, 2, _, _>(&mut out); any!(&A).tile_into::<0, 2, _, _>(&mut out); (any!(&A).repeat_by_into::<0, _, _>(any!(2), &mut out).is_ok(), out) }
    triangles { (any!(&S).triu(any!(0)), any!(&S).tril(any!(0))) }
    diag { any!(&X).diag() }
    arange { (Vector::<f32, 5>::arange(any!(0.), any!(0.5)), Vector::<f32, 5>::linspace(any!(0.), any!(1.))) }
    row_of { any!(&A).row(any!(1)).map(|row| row.sum()) }
    axis_of { any!(&A).axis::<1>(any!(2)).map(|column| column.sum()) }
    outer_iter { any!(&A).outer_iter().fold(0., |s, row| s + row.sum()) }
    lanes { any!(&A).lanes::<0>().fold(0., |s, lane| s + lane.sum()) }
    chunks { any!(&LONG).chunks::<7>().0.fold(0., |s, part| s + part.sum()) }
    windows { any!(&LONG).windows::<7>().fold(0., |s, part| s + part.sum()) }
    indexed { any!(&A).indexed_iter().fold(0., |s, ([i, j], x)| s + x * (i + j) as f32) }
    slice { any!(&A).slice((any!(0..2), any!(1..3))).map(|part| part.sum()) }
}

const X_CONST: Vector<f32, 4> = Vector::new([1., 2., 3., 4.]);
