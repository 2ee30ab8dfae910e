//! The subscripts of `einsum`, `"ij,jk->ik"`, as NumPy reads them, and the cheapest order to contract the operands in.
//!
//! Shared by the crate `conformable`, which reads subscripts at run time, and its macro `einsum!`, which reads them
//! when it is compiled; not meant to be used by itself. Knows no arrays and no tokens, needs no allocator.

#![no_std]
#![forbid(unsafe_code)]

mod error;
mod label;
mod parse;
mod plan;

pub use error::{SyntaxError, SyntaxErrorKind};
pub use label::{DOTS, LABELS, Label, Labels, is_dots, letter, of_letter};
pub use parse::{MAX_OPERANDS, Subscripts, Term, parse};
pub use plan::{MAX_EXACT, Plan, Step, cost, plan, size};
