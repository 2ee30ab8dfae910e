//! `shape!`: a shape spelt as a type.

/// Spells a shape as a type: `shape![3, dyn, Joint]` is `(Const<3>, Dyn, Joint)`.
///
/// An axis is a number, `dyn`, the name of an [`axis!`](crate::axis!) or of a type parameter, or `{ N }` for
/// a const parameter. In a shape for [`reshape`](crate::Array::reshape) `_` is the axis whose length follows from the
/// number of elements: [`Infer`](crate::shape::Infer).
///
/// ```
/// use conformable::{Array, Dim, shape};
/// type Image = Array<u8, shape![28, 28]>;
/// fn batch<const N: usize, D: Dim>(images: &Array<u8, shape![D, { N }, dyn]>) -> usize {
///     images.len()
/// }
/// ```
#[macro_export]
macro_rules! shape {
    ($($axis:tt),* $(,)?) => { ($($crate::__type_or_number_or_parameter_in_braces!($axis),)*) };
}

/// One axis of [`shape!`](crate::shape!). Of a parameter without braces rustc says that it is no type, and this name.
#[doc(hidden)]
#[macro_export]
macro_rules! __type_or_number_or_parameter_in_braces {
    (dyn) => { $crate::Dyn };
    (_) => { $crate::shape::Infer };
    ($len:literal) => { $crate::Const<$len> };
    ({ $($len:tt)* }) => { $crate::Const<{ $($len)* }> };
    ($name:ident) => { $name };
    (($name:ty)) => { $name };
}
