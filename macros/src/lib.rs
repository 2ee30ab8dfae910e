//! The macros of the crate `conformable`, which documents them: `einsum!`, `einsum_into!`, `einsum_path!` and `s!`.
//!
//! Of `einsum!`, `read` takes the call apart, `emit` writes what it stands for; grammar and order of contraction are those of
//! `conformable-einsum`, which the function `einsum` uses, too.

mod emit;
mod message;
mod read;
mod slice;

use emit::Answer;
use proc_macro::TokenStream;

/// What `conformable::einsum!` hands on: `$crate`, the subscripts, and the operands, each an expression.
#[proc_macro]
pub fn einsum(input: TokenStream) -> TokenStream {
    read::call(input)
        .and_then(|call| emit::contraction(&call, Answer::Array))
        .unwrap_or_else(read::Error::tokens)
}

/// What `conformable::einsum_into!` hands on: the same, and the result behind the operands.
#[proc_macro]
pub fn einsum_into(input: TokenStream) -> TokenStream {
    read::call_into(input)
        .and_then(|call| emit::contraction(&call, Answer::Into))
        .unwrap_or_else(read::Error::tokens)
}

/// What `conformable::einsum_path!` hands on: the same.
#[proc_macro]
pub fn einsum_path(input: TokenStream) -> TokenStream {
    read::call(input)
        .and_then(|call| emit::contraction(&call, Answer::Path))
        .unwrap_or_else(read::Error::tokens)
}

/// What `conformable::s!` hands on: `$crate`, and the items.
#[proc_macro]
pub fn slice(input: TokenStream) -> TokenStream {
    slice::slice(input).unwrap_or_else(read::Error::tokens)
}
