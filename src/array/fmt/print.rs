//! The traits of `format!`, one line each.

use super::super::{Array, Ownership};
use super::brackets::{Brackets, Style};
use super::flags::{Column, Flags, Texts, spell};
use super::float::{self, Floats};
#[cfg(feature = "half-2")]
use super::half;
use super::text;
use crate::shape::Shape;
use core::fmt::{self, Write};

/// Writes an element as its type does, or, where `f16` and `bf16` have such texts, as the float that has their shortest digits.
macro_rules! element {
    (digits $T:ident $out:expr, $x:expr, $flags:expr, $letter:literal) => {{
        #[cfg(feature = "half-2")]
        if $flags.precision.is_none()
            && let Some(x) = half::shortest::<$T>(|out| write!(out, concat!("{:", $letter, "}"), $x))
        {
            return spell!($out, &x, $flags, $letter);
        }
        spell!($out, $x, $flags, $letter)
    }};
    (bits $T:ident $out:expr, $x:expr, $flags:expr, $letter:literal) => {
        spell!($out, $x, $flags, $letter)
    };
}

/// One line per trait: its name, the letter of its form, what prints an array so, what it shows of an element, and its docs.
macro_rules! print { ($($Trait:ident $letter:literal $print:ident $what:ident $(#[$doc:meta])*)+) => {$(
    $(#[$doc])*
    impl<T: fmt::$Trait, S: Shape, O: Ownership> fmt::$Trait for Array<T, S, O> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let view = self.view().into_dyn();
            let texts = |at: &[usize], flags: Flags, out: &mut dyn Write| match view.get(at) {
                Some(x) => element!($what T out, x, flags, $letter),
                None => Ok(()),
            };
            $print(f, view.dims().as_ref(), size_of::<T>(), &texts)
        }
    }
)+};}
print! {
    Display "" display digits
    /// Prints as NumPy's `str` does: nested brackets, a line per row, columns aligned.
    ///
    /// Floats of an array share one form: up to 8 digits after the point, or the scientific form where one is
    /// 1e8 or more (1e6 for elements of 4 bytes), one is below 1e-4, or one is over 1000 times another. Lines
    /// are broken at 75 characters. Of more than 1000 elements, 3 are shown at each end of each axis. A shape
    /// with a length of 0 prints as `[]`, and rank 0 as the element.
    ///
    /// `f16` and `bf16` (feature `half-2`) have the shortest digits of their own type: `0.1`, not the `0.099975586` of the
    /// `f32` that they are.
    ///
    /// Elements are floats if their texts behave like a float's: numbers that get as many digits behind the
    /// point as a precision asks for. Everything else is printed as its own text, aligned to the right.
    ///
    /// # Flags
    /// - `{:.3}` prints each element as Rust does with that precision, not in NumPy's form; so does `{:08}`.
    /// - `{:+}` gives floats a sign in NumPy's form; other elements get the flag.
    /// - `{:10}` is the least width of a column; `{:<10}`, `{:^10}` and a fill as in `{:.>10}` are the place
    ///   of an element in it.
    /// - `{:#}` prints every element, however many there are.
    ///
    /// # Differences from NumPy
    /// - `bool` prints as Rust's `true` and `false`, in columns no wider than the widest of them.
    /// - Text has no quotes, complex numbers and user types print as their own `Display` does; a text with
    ///   line breaks is not put into a column.
    /// - With a precision or leading zeros, NaN is `NaN`, as Rust prints it.
    /// - Which float a type is, is told by its bytes. Elements of 2 bytes switch to the scientific form at 1e3,
    ///   as NumPy's `float16` do, but "over 1000 times another" is not rounded to 2 bytes first.
    ///
    /// # Example
    /// ```
    /// use conformable::array;
    /// let m = array![[1., 2.5, 3.], [-1., 0., 0.125]];
    /// assert_eq!(m.to_string(), "[[ 1.     2.5    3.   ]\n [-1.     0.     0.125]]");
    /// assert_eq!(format!("{m:.1}"), "[[ 1.0  2.5  3.0]\n [-1.0  0.0  0.1]]");
    /// assert_eq!(array![1e10, 1.].to_string(), "[1.e+10 1.e+00]");
    /// ```
    Debug "?" debug digits
    /// Prints nested brackets with commas, which [`array!`](crate::array!) reads: a line per row, columns
    /// aligned to the right. One axis prints as the slice of its elements does.
    ///
    /// Of more than 1000 elements, 3 are shown at each end of each axis. Where the brackets do not tell the
    /// shape (it was shortened, or a length is 0), a comment after them does. Precision, width and sign go to
    /// the elements; `{:#?}` prints the same as `{:?}`. NaN and infinity print as Rust prints them, which
    /// no literal can spell.
    ///
    /// ```
    /// use conformable::{Matrix, array};
    /// let m = array![[1., 2.5], [-10., 0.]];
    /// assert_eq!(format!("{m:?}"), "[[  1.0,   2.5],\n [-10.0,   0.0]]");
    /// assert_eq!(format!("{:.2?}", array![1., 2.5]), "[1.00, 2.50]");
    /// assert_eq!(format!("{:?}", Matrix::<f32, 0, 3>::zeros()), "[] /* shape (0, 3) */");
    /// ```
    LowerExp "e" plain digits
    /// Prints each element as Rust's `{:e}` does, aligned to the right; `{:#e}` prints every element.
    UpperExp "E" plain digits
    /// Prints each element as Rust's `{:E}` does, aligned to the right; `{:#E}` prints every element.
    LowerHex "x" plain_with_prefix bits
    /// Prints each element in hexadecimal, aligned to the right; `{:#x}` gives each its `0x`.
    UpperHex "X" plain_with_prefix bits
    /// Prints each element in hexadecimal, aligned to the right; `{:#X}` gives each its `0x`.
    Octal "o" plain_with_prefix bits
    /// Prints each element in octal, aligned to the right; `{:#o}` gives each its `0o`.
    Binary "b" plain_with_prefix bits
    /// Prints each element in binary, aligned to the right; `{:#b}` gives each its `0b`.
}

/// `{}`: NumPy's form where the elements are floats and no flag asks for Rust's.
fn display(f: &mut fmt::Formatter<'_>, dims: &[usize], bytes: usize, texts: Texts<'_>) -> fmt::Result {
    let flags = Flags::of(f);
    if flags.precision.is_some() || flags.zeros.is_some() || dims.contains(&0) {
        return plain(f, dims, bytes, texts);
    }
    let brackets = Brackets::new(dims, Style::NUMPY, f.alternate());
    let Some(floats) = Floats::new(&brackets, bytes, flags.plus, texts)? else {
        return plain(f, dims, bytes, texts);
    };
    if dims.is_empty() {
        let scalar = |at: &[usize], _: Flags, out: &mut dyn Write| floats.write_scalar(at, out);
        return text::write(&brackets, Column::of(f), flags, &scalar, f);
    }
    float::write(&brackets, Column::of(f), &floats, f)
}

/// The elements' own texts in NumPy's brackets; `{:#}` is not for the elements: it asks for all of them.
fn plain(f: &mut fmt::Formatter<'_>, dims: &[usize], _: usize, texts: Texts<'_>) -> fmt::Result {
    let flags = Flags { alternate: false, ..Flags::of(f) };
    let brackets = Brackets::new(dims, Style::NUMPY, f.alternate());
    text::write(&brackets, Column::of(f), flags, texts, f)
}

/// The elements' own texts in NumPy's brackets; `{:#x}` is for the elements.
fn plain_with_prefix(f: &mut fmt::Formatter<'_>, dims: &[usize], _: usize, texts: Texts<'_>) -> fmt::Result {
    text::write(&Brackets::new(dims, Style::NUMPY, false), Column::of(f), Flags::of(f), texts, f)
}

/// `{:?}`. The flag of `{:#?}` is not for the elements, whose line breaks would tear the rows apart.
fn debug(f: &mut fmt::Formatter<'_>, dims: &[usize], _: usize, texts: Texts<'_>) -> fmt::Result {
    let flags = Flags { alternate: false, ..Flags::of(f) };
    let brackets = Brackets::new(dims, Style::LITERAL, false);
    text::write(&brackets, Column::of(f), flags, texts, f)?;
    if brackets.tell_shape() {
        return Ok(());
    }
    f.write_str(" /* shape (")?;
    for (axis, d) in dims.iter().enumerate() {
        write!(f, "{}{d}", if axis == 0 { "" } else { ", " })?;
    }
    f.write_str(if dims.len() == 1 { ",) */" } else { ") */" })
}
