//! Operations as types: their names stand in messages of the compiler and of [`ShapeError`](crate::ShapeError).
#![allow(non_camel_case_types, reason = "the names are those of the operations, and users read them")]

/// An operation that has a shape rule.
pub trait Operation {
    /// Its name.
    const NAME: &'static str;
}

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub enum $name {}
        impl Operation for $name {
            const NAME: &'static str = stringify!($name);
        }
    )+};
}

operations! {
    /// [`Array::inner`](crate::Array::inner).
    inner
    /// [`Array::eye`](crate::Array::eye).
    eye
    /// The result of [`Array::inner_into`](crate::Array::inner_into).
    inner_into
    /// `dot`.
    dot
    /// The result of `dot_into`.
    dot_into
    /// `matmul`.
    matmul
    /// The result of `matmul_into`.
    matmul_into
    /// `matvec`.
    matvec
    /// The result of `matvec_into`.
    matvec_into
    /// `vecmat`.
    vecmat
    /// The result of `vecmat_into`.
    vecmat_into
    /// `vecdot`.
    vecdot
    /// The result of `vecdot_into`.
    vecdot_into
    /// `vdot`.
    vdot
    /// `outer`.
    outer
    /// The result of `outer_into`.
    outer_into
    /// `kron`.
    kron
    /// The result of `kron_into`.
    kron_into
    /// `tensordot`.
    tensordot
    /// The result of `tensordot_into`.
    tensordot_into
    /// `trace`.
    trace
    /// `diagonal`.
    diagonal
    /// The result of `trace_into`.
    trace_into
    /// `insert_axis`.
    insert_axis
    /// [`Array::norm_axis`](crate::Array::norm_axis) and its kin.
    norm_axis
    /// The result of [`Array::norm_axis_into`](crate::Array::norm_axis_into).
    norm_axis_into
    /// [`Array::norm_squared_axis`](crate::Array::norm_squared_axis).
    norm_squared_axis
    /// The result of [`Array::norm_squared_axis_into`](crate::Array::norm_squared_axis_into).
    norm_squared_axis_into
    /// The result of [`Array::normalize_into`](crate::Array::normalize_into).
    normalize_into
    /// [`Array::normalize_axis`](crate::Array::normalize_axis).
    normalize_axis
    /// The result of [`Array::normalize_axis_into`](crate::Array::normalize_axis_into).
    normalize_axis_into
    /// The result of [`Array::distance_axis_into`](crate::Array::distance_axis_into).
    distance_axis_into
    /// The result of [`Array::cosine_similarity_axis_into`](crate::Array::cosine_similarity_axis_into).
    cosine_similarity_axis_into
    /// [`Array::distance`](crate::Array::distance).
    distance
    /// [`Array::cosine_similarity`](crate::Array::cosine_similarity).
    cosine_similarity
    /// The result of [`Array::cosine_similarity_into`](crate::Array::cosine_similarity_into).
    cosine_similarity_into
    /// [`Array::inner_wide`](crate::Array::inner_wide).
    inner_wide
    /// The result of [`Array::inner_wide_into`](crate::Array::inner_wide_into).
    inner_wide_into
    /// [`Array::matmul_wide`](crate::Array::matmul_wide).
    matmul_wide
    /// The result of [`Array::matmul_wide_into`](crate::Array::matmul_wide_into).
    matmul_wide_into
    /// [`Array::dot_wide`](crate::Array::dot_wide).
    dot_wide
    /// The result of [`Array::dot_wide_into`](crate::Array::dot_wide_into).
    dot_wide_into
    /// [`Array::inner_compensated`](crate::Array::inner_compensated).
    inner_compensated
    /// The result of [`Array::inner_compensated_into`](crate::Array::inner_compensated_into).
    inner_compensated_into
    /// `multi_dot`.
    multi_dot
    /// The result of [`multi_dot_into`](crate::multi_dot_into()).
    multi_dot_into
    /// `TryFrom<&[T]>` of an array that can [`push`](crate::Array::push).
    push
    /// [`Array::push_row`](crate::Array::push_row).
    push_row
    /// The result of [`einsum_into!`](crate::einsum_into!).
    einsum_into
    /// What meets element by element: the operators, [`Array::zip_map`](crate::Array::zip_map) and its kin.
    broadcast
    /// The result of the `_into` forms of the same.
    broadcast_into
    /// The operators `+=` and so on, [`Array::zip_map_inplace`](crate::Array::zip_map_inplace),
    /// [`Array::scale_add`](crate::Array::scale_add).
    assign
    /// [`Array::broadcast_to`](crate::Array::broadcast_to).
    broadcast_to
}

/// `einsum`, at the axes of one label.
#[derive(Clone, Copy, Debug)]
pub enum einsum<const LABEL: char> {}
impl<const LABEL: char> Operation for einsum<LABEL> {
    const NAME: &'static str = "einsum";
}
