//! `einsum!` and `einsum_path!`, which hand each operand on as one expression.

/// Sums products of elements of any number of arrays over the labels that the output lacks.
#[macro_export]
macro_rules! einsum {
    ($subscripts:literal $(, $operand:expr)* $(,)?) => {
        $crate::__einsum_expand!($crate $subscripts $(, $operand)*)
    };
    ($($other:tt)*) => { $crate::__einsum_expand!($crate $($other)*) };
}
