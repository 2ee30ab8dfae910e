// `einsum!` means the real `core` and `conformable`, whatever names stand around it, under any name of the crate.
#![allow(dead_code, non_camel_case_types, non_upper_case_globals)]
#![no_implicit_prelude]
extern crate conformable as renamed;
mod core {}
mod std {}
mod alloc {}
mod conformable {}
struct Option;
struct Result;
struct Some;
struct None;
struct Ok;
struct Err;
struct usize;
struct u8;
struct str;
struct Spec;
trait Clone {}
trait Copy {}
trait Subscripts {}
struct Const;
struct Dyn;
struct Array;
struct Given;
fn operand() {}
fn axes() {}
fn meet() {}
const x0: i32 = 1;
const m0: i32 = 1;

fn main() {
    let a = renamed::array![[1, 2], [3, 4]];
    let (x1, m1) = (a, a);
    ::core::assert_eq!(renamed::einsum!("ij,jk->ik", x1, m1), renamed::array![[7, 10], [15, 22]]);
    ::core::assert_eq!(renamed::einsum!("ij,jk,kl->", a, a, a), 290);
    ::core::assert_eq!(renamed::einsum!("ii", a), 5);
    ::core::assert_eq!(renamed::einsum!("ijx,jk->ik", renamed::array![[[1, 1], [2, 0]]], a), renamed::array![[8, 12]]);
}
