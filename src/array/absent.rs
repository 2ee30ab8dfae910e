//! Methods that other libraries have under a name that arrays here do not: each says what to write instead.
//!
//! They take `&mut self`, which the compiler tries last, so that a method of that name in a trait of the user's comes before
//! them.

use super::{Array, Ownership};
use crate::shape::{AxisRules, Shape};

/// Stamps methods: the name, the arguments, the rule that holds for nothing, and what it says.
macro_rules! absent { ($($name:ident($($argument:ident),*) [$($rule:tt)+] $message:literal $label:literal;)+) => {
    /// A rule for each, which holds for nothing.
    #[allow(non_camel_case_types, reason = "the names of methods")]
    pub mod rule {
        use crate::sealed::Seal;
        $(
            /// Holds for nothing.
            #[diagnostic::on_unimplemented(
                message = $message,
                label = $label,
                note = "`docs::numpy` has a table of all names"
            )]
            pub trait $name<T> {
                #[doc(hidden)]
                const SEALED: Seal;
                /// Nothing that could be returned.
                fn never<R>() -> R;
            }
        )+
    }
    impl<T, S: Shape, O: Ownership> Array<T, S, O> {$(
        #[doc(hidden)]
        pub fn $name<R>(&mut self $(, $argument: impl Sized)*) -> R
        where
            AxisRules: $($rule)+,
        {
            $(drop($argument);)*
            <AxisRules as $($rule)+>::never()
        }
    )+}
};}
absent! {
    length() [rule::length<T>] "`length` is called `norm` here" "write `norm`";
    magnitude() [rule::magnitude<T>] "`magnitude` is called `norm` here" "write `norm`";
    length_squared() [rule::length_squared<T>] "`length_squared` is called `norm_squared` here" "write `norm_squared`";
    magnitude_squared() [rule::magnitude_squared<T>] "`magnitude_squared` is called `norm_squared` here" "write `norm_squared`";
    min_element() [rule::min_element<T>] "`min_element` is called `min` here" "write `min`";
    max_element() [rule::max_element<T>] "`max_element` is called `max` here" "write `max`";
    element_sum() [rule::element_sum<T>] "`element_sum` is called `sum` here" "write `sum`";
    element_product() [rule::element_product<T>] "`element_product` is called `prod` here" "write `prod`";
    ravel() [rule::ravel<T>] "`ravel` is called `flatten` here" "write `flatten`";
    squeeze() [rule::squeeze<T>] "`squeeze` is called `remove_axis` here" "write `remove_axis`";
    reversed_axes() [rule::reversed_axes<T>] "`reversed_axes` is called `t` here" "write `t`";
    into_raw_vec() [rule::into_raw_vec<T>] "`into_raw_vec` is called `into_vec` here" "write `into_vec`";
    row_iter() [rule::row_iter<T>] "`row_iter` is called `rows` here" "write `rows`";
    column_iter() [rule::column_iter<T>] "`column_iter` is called `columns` here" "write `columns`";
    mapv(f) [rule::mapv<T>] "`mapv` is called `map` here" "write `map`";
    mapv_inplace(f) [rule::mapv_inplace<T>] "`mapv_inplace` is called `map_inplace` here" "write `map_inplace`";
    permuted_axes(axes) [rule::permuted_axes<T>] "`permuted_axes` is called `permute` here" "write `permute`";
    broadcast(shape) [rule::broadcast<T>] "`broadcast` is called `broadcast_to` here" "write `broadcast_to`";
    into_shape(shape) [rule::into_shape<T>] "`into_shape` is called `reshape` here" "write `reshape`";
    to_shape(shape) [rule::to_shape<T>] "`to_shape` is called `reshape` here" "write `reshape`";
    scaled_add(scale, rhs) [rule::scaled_add<T>] "`scaled_add` is called `scale_add` here" "write `scale_add`";
    copy_from(source) [rule::copy_from<T>] "`copy_from` is called `assign` here" "write `assign`";
    col(index) [rule::col<T>] "`col` is called `column` here" "write `column`";
    index_axis(number, index) [rule::index_axis<T>] "`index_axis` is called `axis` here" "write `axis`";
    swapaxes(a, b) [rule::swapaxes<T>] "`swapaxes` is called `swap_axes` here" "write `swap_axes`";
    moveaxis(from, to) [rule::moveaxis<T>] "`moveaxis` is called `move_axis` here" "write `move_axis`";
    expand_dims(number) [rule::expand_dims<T>] "`expand_dims` is called `insert_axis` here" "write `insert_axis`";
    kronecker(rhs) [rule::kronecker<T>] "`kronecker` is called `kron` here" "write `kron`";
    dotc(rhs) [rule::dotc<T>] "`dotc` is called `vdot` here" "write `vdot`";
    zip_mut_with(rhs, f) [rule::zip_mut_with<T>] "`zip_mut_with` is called `zip_map_inplace` here" "write `zip_map_inplace`";
    mul_vec(rhs) [rule::mul_vec<T>] "`mul_vec` is called `matvec` here" "write `matvec`";
    astype(element) [rule::astype<T>] "`astype` is called `cast` here" "write `cast`";
    component_mul(rhs) [rule::component_mul<T>] "`component_mul` is the operator `*` here" "write `a * &b`";
    component_div(rhs) [rule::component_div<T>] "`component_div` is the operator `/` here" "write `a / &b`";
    inverse() [rule::inverse<T>] "`inverse` is called `inv` here" "write `inv`";
    try_inverse() [rule::try_inverse<T>] "`try_inverse` is called `inv` here" "write `inv`";
    determinant() [rule::determinant<T>] "`determinant` is called `det` here" "write `det`";
    symmetric_eigen() [rule::symmetric_eigen<T>] "`symmetric_eigen` is called `eigh` here" "write `eigh`";
    quantile(q) [rule::quantile<T>] "`quantile` is called `percentile` here" "write `percentile(100. * q)`";
}

/// Functions of floats, without `std` and without `libm`.
#[cfg(not(any(feature = "std", feature = "libm")))]
pub mod floats {
    use super::*;
    absent! {
        norm() [rule::norm<T>] "`norm` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        norm_ord(order) [rule::norm_ord<T>] "`norm_ord` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        normalize() [rule::normalize<T>] "`normalize` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        distance(rhs) [rule::distance<T>] "`distance` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        cosine_similarity(rhs) [rule::cosine_similarity<T>] "`cosine_similarity` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        std() [rule::std<T>] "`std` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        mul_add(b, c) [rule::mul_add<T>] "`mul_add` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        atan2(x) [rule::atan2<T>] "`atan2` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        hypot(rhs) [rule::hypot<T>] "`hypot` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        lerp(rhs, t) [rule::lerp<T>] "`lerp` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        angle_between(rhs) [rule::angle_between<T>] "`angle_between` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        fract() [rule::fract<T>] "`fract` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        smoothstep(low, high) [rule::smoothstep<T>] "`smoothstep` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        powf(exponent) [rule::powf<T>] "`powf` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        powi(exponent) [rule::powi<T>] "`powi` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        solve(rhs) [rule::solve<T>] "`solve` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        inv() [rule::inv<T>] "`inv` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        det() [rule::det<T>] "`det` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        slogdet() [rule::slogdet<T>] "`slogdet` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        lu() [rule::lu<T>] "`lu` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        cholesky() [rule::cholesky<T>] "`cholesky` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        ldlt() [rule::ldlt<T>] "`ldlt` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        qr() [rule::qr<T>] "`qr` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        eigh() [rule::eigh<T>] "`eigh` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        svd() [rule::svd<T>] "`svd` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        lstsq(rhs) [rule::lstsq<T>] "`lstsq` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        pinv() [rule::pinv<T>] "`pinv` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        sqrt() [rule::sqrt<T>] "`sqrt` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        cbrt() [rule::cbrt<T>] "`cbrt` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        exp() [rule::exp<T>] "`exp` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        exp2() [rule::exp2<T>] "`exp2` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        exp_m1() [rule::exp_m1<T>] "`exp_m1` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        ln() [rule::ln<T>] "`ln` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        log2() [rule::log2<T>] "`log2` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        log10() [rule::log10<T>] "`log10` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        ln_1p() [rule::ln_1p<T>] "`ln_1p` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        sin() [rule::sin<T>] "`sin` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        cos() [rule::cos<T>] "`cos` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        tan() [rule::tan<T>] "`tan` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        asin() [rule::asin<T>] "`asin` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        acos() [rule::acos<T>] "`acos` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        atan() [rule::atan<T>] "`atan` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        sinh() [rule::sinh<T>] "`sinh` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        cosh() [rule::cosh<T>] "`cosh` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        tanh() [rule::tanh<T>] "`tanh` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        asinh() [rule::asinh<T>] "`asinh` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        acosh() [rule::acosh<T>] "`acosh` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        atanh() [rule::atanh<T>] "`atanh` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        floor() [rule::floor<T>] "`floor` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        ceil() [rule::ceil<T>] "`ceil` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        round() [rule::round<T>] "`round` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
        trunc() [rule::trunc<T>] "`trunc` needs the feature `libm` or `std`" "without `std`, functions of floats are those of `libm`";
    }
}
