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
}
