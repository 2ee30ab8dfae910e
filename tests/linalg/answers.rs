//! What operations return, whatever the types prove, as lengths and numbers or an item and a text.

use conformable::prelude::*;
use conformable::{Failure, Inertia, NoConvergence, NotPositiveDefinite, Ownership, Singular};
use std::fmt::{Debug, Display};

/// What a result consists of, as a double.
pub(crate) trait Number: Copy + Debug + Parts {
    fn double(self) -> f64;
}
macro_rules! numbers { ($($T:ident)+) => {$(
    impl Number for $T {
        fn double(self) -> f64 {
            self as f64
        }
    }
    impl Parts for $T {
        fn parts(&self) -> Vec<Part> {
            vec![Part { dims: vec![], elements: vec![self.double()] }]
        }
    }
)+};}
numbers! { f32 f64 usize }

/// An array of a result.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) dims: Vec<usize>,
    pub(crate) elements: Vec<f64>,
}
impl PartialEq for Part {
    /// Of the same bits, but that all NaN are one.
    fn eq(&self, other: &Part) -> bool {
        let bits = |x: &f64| if x.is_nan() { f64::NAN.to_bits() } else { x.to_bits() };
        self.dims == other.dims && self.elements.iter().map(bits).eq(other.elements.iter().map(bits))
    }
}

/// A result: one array or several.
pub(crate) trait Parts {
    fn parts(&self) -> Vec<Part>;
}
impl Number for Inertia {
    fn double(self) -> f64 {
        (self.positive * 10_000 + self.negative * 100 + self.zero) as f64
    }
}
impl Parts for Inertia {
    fn parts(&self) -> Vec<Part> {
        vec![Part { dims: vec![], elements: vec![self.double()] }]
    }
}
impl<T: Number, S: Shape, O: Ownership> Parts for Array<T, S, O> {
    fn parts(&self) -> Vec<Part> {
        let elements = self.iter().map(|x| x.double()).collect();
        vec![Part { dims: self.dims().as_ref().to_vec(), elements }]
    }
}
impl<A: Parts, B: Parts> Parts for (A, B) {
    fn parts(&self) -> Vec<Part> {
        [self.0.parts(), self.1.parts()].concat()
    }
}

/// Why there is no result: the item of the stack, unless it is the shapes, and the text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal(pub(crate) Option<usize>, pub(crate) String);

/// An error of linear algebra.
pub(crate) trait Refused: Display {
    fn item(&self) -> Option<usize>;
}
impl Refused for ShapeError {
    fn item(&self) -> Option<usize> {
        None
    }
}
macro_rules! errors { ($($E:ident)+) => {$(
    impl Refused for $E {
        fn item(&self) -> Option<usize> {
            Some(self.item)
        }
    }
)+};}
errors! { Singular NotPositiveDefinite NoConvergence }
impl<E: Refused> Refused for Failure<E> {
    fn item(&self) -> Option<usize> {
        match self {
            Failure::Shape(e) => e.item(),
            Failure::Value(e) => e.item(),
        }
    }
}

/// What an operation returned.
pub(crate) type Answer = Result<Vec<Part>, Refusal>;

/// Whatever an operation returns, by what the types prove.
pub(crate) trait Answered {
    fn answer(&self) -> Answer;
}
impl<X: Parts> Answered for X {
    fn answer(&self) -> Answer {
        Ok(self.parts())
    }
}
impl<X: Parts, E: Refused> Answered for Result<X, E> {
    fn answer(&self) -> Answer {
        self.as_ref().map(Parts::parts).map_err(|e| {
            // As Python's `split` and `join` do.
            Refusal(e.item(), e.to_string().split_whitespace().collect::<Vec<_>>().join(" "))
        })
    }
}
