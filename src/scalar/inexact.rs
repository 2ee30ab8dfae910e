//! `Inexact`: elements that can be infinite, or no number at all.

/// A number that can be infinite or NaN: `f32` and `f64`, and by features `f16`, `bf16` and complex numbers.
///
/// NumPy's `inexact`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has neither infinities nor NaN",
    label = "expected floats or complex numbers",
    note = "every integer is finite"
)]
pub trait Inexact: Copy {
    /// Whether it is no number; for a complex one, whether a part is none.
    #[doc(hidden)]
    fn nan(self) -> bool;
    /// Whether it is neither infinite nor NaN; for a complex one, both parts.
    #[doc(hidden)]
    fn finite(self) -> bool;
    /// Whether it is infinite; for a complex one, whether a part is.
    #[doc(hidden)]
    fn infinite(self) -> bool;
}

macro_rules! floats { ($($T:ty)+) => {$(
    #[diagnostic::do_not_recommend]
    impl Inexact for $T {
        #[inline(always)]
        fn nan(self) -> bool {
            self.is_nan()
        }
        #[inline(always)]
        fn finite(self) -> bool {
            self.is_finite()
        }
        #[inline(always)]
        fn infinite(self) -> bool {
            self.is_infinite()
        }
    }
)+};}
floats! { f32 f64 }
#[cfg(feature = "half-2")]
floats! { half::f16 half::bf16 }

#[cfg(feature = "num-complex-04")]
#[diagnostic::do_not_recommend]
impl<T: Inexact> Inexact for num_complex::Complex<T> {
    #[inline(always)]
    fn nan(self) -> bool {
        self.re.nan() || self.im.nan()
    }
    #[inline(always)]
    fn finite(self) -> bool {
        self.re.finite() && self.im.finite()
    }
    #[inline(always)]
    fn infinite(self) -> bool {
        self.re.infinite() || self.im.infinite()
    }
}
