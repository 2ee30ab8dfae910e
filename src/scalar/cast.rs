//! `Cast`: the conversions between element types that Rust's `as` makes, and those of `bool`.

/// An element that can be converted to `U` as `as` does it: floats to integers towards zero and no further than the
/// ends of the range, NaN to 0; integers to shorter ones by their low bits.
///
/// A `bool` becomes 1 or 0, and a number `bool` by whether it is not zero, as in NumPy. Of the features, `half-2` adds
/// `f16` and `bf16`, which every number is rounded to once, to the nearest, ties to even, and `num-complex-04` the complex
/// numbers that a real one becomes.
#[diagnostic::on_unimplemented(
    message = "elements of type `{Self}` cannot be cast to `{U}`",
    label = "there is no conversion from `{Self}` to `{U}`",
    note = "`map` takes any function"
)]
pub trait Cast<U>: Copy {
    /// The number as a `U`.
    #[doc(hidden)]
    fn cast(self) -> U;
}

/// From each type to each of the list.
macro_rules! casts {
    ($($T:ident)+ => $all:tt) => {$( casts!(@ $T => $all); )+};
    (@ $T:ident => ($($U:ident)+)) => {
        $(
            #[diagnostic::do_not_recommend]
            impl Cast<$U> for $T {
                #[inline(always)]
                fn cast(self) -> $U {
                    self as $U
                }
            }
        )+
        #[diagnostic::do_not_recommend]
        impl Cast<bool> for $T {
            #[inline(always)]
            fn cast(self) -> bool {
                self != 0 as $T
            }
        }
        #[diagnostic::do_not_recommend]
        impl Cast<$T> for bool {
            #[inline(always)]
            fn cast(self) -> $T {
                u8::from(self) as $T
            }
        }
    };
}
casts! {
    i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64
    => (i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64)
}
#[diagnostic::do_not_recommend]
impl Cast<bool> for bool {
    #[inline(always)]
    fn cast(self) -> bool {
        self
    }
}

#[cfg(feature = "half-2")]
mod halves {
    use super::Cast;
    use half::{bf16, f16};

    use crate::scalar::nearest::Nearest;

    /// From a half through `f32`, which holds every one; to a half by one rounding of what the function makes of a number.
    macro_rules! halves { ($($H:ident)+ : $all:tt) => {$( halves!(@ $H $all); )+};
        (@ $H:ident { $($T:ident |$x:ident| $to:expr;)+ }) => {$(
            #[diagnostic::do_not_recommend]
            impl Cast<$T> for $H {
                #[inline(always)]
                fn cast(self) -> $T {
                    self.to_f32().cast()
                }
            }
            #[diagnostic::do_not_recommend]
            impl Cast<$H> for $T {
                #[inline(always)]
                fn cast(self) -> $H {
                    let $x = self;
                    $to
                }
            }
        )+};
    }
    halves! {
        f16 bf16: {
            i8 |x| Nearest::of_f64(x.into());
            i16 |x| Nearest::of_f64(x.into());
            i32 |x| Nearest::of_f64(x.into());
            i64 |x| Nearest::of_integer(x < 0, x.unsigned_abs().into());
            i128 |x| Nearest::of_integer(x < 0, x.unsigned_abs());
            isize |x| Nearest::of_integer(x < 0, x.unsigned_abs() as u128);
            u8 |x| Nearest::of_f64(x.into());
            u16 |x| Nearest::of_f64(x.into());
            u32 |x| Nearest::of_f64(x.into());
            u64 |x| Nearest::of_integer(false, x.into());
            u128 |x| Nearest::of_integer(false, x);
            usize |x| Nearest::of_integer(false, x as u128);
            f32 |x| Nearest::of_f64(x.into());
            f64 |x| Nearest::of_f64(x);
            bool |x| Nearest::of_f64(u8::from(x).into());
        }
    }

    /// Among halves.
    macro_rules! among { ($($H:ident $U:ident;)+) => {$(
        #[diagnostic::do_not_recommend]
        impl Cast<$U> for $H {
            #[inline(always)]
            fn cast(self) -> $U {
                self.to_f32().cast()
            }
        }
        #[diagnostic::do_not_recommend]
        impl Cast<$H> for $H {
            #[inline(always)]
            fn cast(self) -> $H {
                self
            }
        }
    )+};}
    among! {
        f16 bf16;
        bf16 f16;
    }
}

#[cfg(feature = "num-complex-04")]
mod complex {
    use super::Cast;
    use num_complex::Complex;

    /// A real number, of which `T` casts to `U`, becomes one without an imaginary part.
    macro_rules! complex { ($($U:ident)+) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Cast<$U>> Cast<Complex<$U>> for T {
            #[inline(always)]
            fn cast(self) -> Complex<$U> {
                Complex { re: Cast::cast(self), im: 0. }
            }
        }
    )+};}
    complex! { f32 f64 }
}
