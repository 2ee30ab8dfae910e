//! Comparisons element by element, which give arrays of `bool`.

use super::Operand;
use super::elementwise::zip;
use crate::array::{Array, Outcome, Ownership};
use crate::shape::{ElementwiseShape, Mark, Shape, op};

/// A comparison: its name, the trait it needs, what it is of two elements, its sign.
macro_rules! comparisons { ($($name:ident $Trait:ident $sign:tt $text:literal $example:literal;)+) => {$(
    #[doc = concat!("Tells for each pair of elements whether `a ", $text, " b`.")]
    ///
    #[doc = concat!("`out[i..] = a[i..] ", $text, " b[i..]`")]
    ///
    /// # Shapes
    /// `(A..), (B..) -> bc(A, B)`, as [`zip_map`](Array::zip_map), or `b` is a number.
    ///
    #[doc = concat!("As `numpy.", stringify!($name), "`. With a NaN, ", $example)]
    ///
    /// # Errors
    /// Only if a length that meets another is `Dyn` (or a rank is).
    ///
    /// # Panics
    /// If the result has more elements than memory can hold, which needs `Dyn` axes that meet no others.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let (a, b) = (array![1., 2., f64::NAN], array![2., 2., f64::NAN]);
    #[doc = concat!("assert_eq!(a.", stringify!($name), "(&b), array![1. ", $text, " 2., 2. ", $text, " 2., f64::NAN ", $text, " f64::NAN]);")]
    #[doc = concat!("assert_eq!(array![[1], [3]].", stringify!($name), "(&2), array![[1 ", $text, " 2], [3 ", $text, " 2]]);")]
    /// ```
    #[inline]
    #[track_caller]
    pub fn $name<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, bool>
    where
        T: $Trait + Clone,
        S: ElementwiseShape<B::Shape, op::$name>,
    {
        zip(self, rhs.array(), Mark::<op::$name>::NEW, |a, b| a $sign b)
    }
)+};}

impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    comparisons! {
        equal PartialEq == "==" "false. (`==` compares whole arrays of one shape.)";
        not_equal PartialEq != "!=" "true.";
        less PartialOrd < "<" "false.";
        less_equal PartialOrd <= "<=" "false.";
        greater PartialOrd > ">" "false.";
        greater_equal PartialOrd >= ">=" "false.";
    }
}
