// The macros mean the real `core` and `conformable`, whatever names stand around them.
#![allow(dead_code, non_camel_case_types)]
mod core {}
mod std {}
mod alloc {}
struct Option;
struct Result;
struct Some;
struct None;
struct usize;
trait Clone {}
trait Copy {}
trait Debug {}
trait Default {}
trait PartialEq {}
trait Scalar {}
struct Const;
struct Dyn;
struct Array;
struct Vector;
struct Matrix;

conformable::axis!(Joint: 3);

fn len(a: &::conformable::Array<f32, conformable::shape![2, dyn, Joint]>) -> ::core::primitive::usize {
    a.len()
}

fn main() {
    let m = conformable::array![[1, 2], [3, 4]];
    ::core::assert_eq!(m.inner(&conformable::array![1, 1]), conformable::array![3, 7]);
    let a = ::conformable::Array::from_shape_elem(
        (::conformable::Const, ::conformable::Dyn(5), Joint),
        1.0,
    );
    ::core::assert_eq!(len(&a.unwrap()), 30);
}
