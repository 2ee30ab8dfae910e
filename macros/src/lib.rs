//! The macro `einsum!` of the crate `conformable`, which documents it.
