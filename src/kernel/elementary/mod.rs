//! Elementary functions of `f32` and `f64`, with the same bits on every processor.
//!
//! Each is one function of one or two numbers, made of operations that IEEE 754 makes exact: sums, products, quotients and square
//! roots, each rounded to nearest, comparisons, and integers and bits. There is no branch in it, so that the compiler makes
//! vectors of a loop over it, for each instruction set, and no table, no fused multiplication and addition, and no estimate.
//! `f32` uses `f32` and integers alone. (Processors that round otherwise are out of scope: x87 registers, and modes that take
//! subnormal numbers for 0.)
//!
//! Sources: Muller, Elementary Functions, 3rd ed., Birkhäuser, 2016; Muller et al., Handbook of Floating-Point Arithmetic,
//! 2nd ed., Birkhäuser, 2018; Shibata and Petrogalli, SLEEF: A Portable Vectorized Library of C Standard Mathematical
//! Functions, IEEE TPDS 31, 2020; and those that the files name. Values for zeros, infinities and NaN are those of C23, Annex F.

mod apply;
mod constants;
mod erf;
mod exp;
mod float;
mod gelu;
mod hyperbolic;
mod inverse;
mod inverse_hyperbolic;
mod ln;
mod pow;
mod reduce;
mod root;
mod softmax;
mod trig;

pub(crate) use apply::*;
