//! `Close` and `Tolerance`: whether two elements are nearly equal, by NumPy's formula.

/// How far two numbers may be from each other: `atol + rtol * |b|`, where `b` is the second of them, the reference.
///
/// `R` is the type of the elements if they are floats, that of their parts if they are complex, and `f64` for
/// integers and `bool`.
///
/// ```
/// use conformable::{Tolerance, array};
/// let tolerance = Tolerance { rtol: 0., atol: 0.5, equal_nan: false };
/// assert!(array![1., 2.].allclose_within(&array![1.5, 2.], tolerance));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tolerance<R> {
    /// The part that grows with the reference.
    pub rtol: R,
    /// The part that does not.
    pub atol: R,
    /// Whether two NaN are close.
    pub equal_nan: bool,
}

/// An element that can be close to another: the floats, the integers and `bool`, and by features `f16`, `bf16` and
/// complex numbers, these with `std` or `libm`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not implement `Close`",
    label = "expected floats, integers, `bool` or complex numbers"
)]
pub trait Close: Copy {
    /// The type of tolerances.
    type Tolerance: Copy;
    /// NumPy's: a relative one of 1e-5 and an absolute one of 1e-8.
    const TOLERANCE: Tolerance<Self::Tolerance>;
    /// Whether `|self - rhs| <= atol + rtol * |rhs|` with a finite `rhs`, or the two are equal.
    #[doc(hidden)]
    fn is_close(self, rhs: Self, tolerance: Tolerance<Self::Tolerance>) -> bool;
}

macro_rules! floats { ($($T:ty: $from:expr;)+) => {$(
    #[diagnostic::do_not_recommend]
    impl Close for $T {
        type Tolerance = $T;
        const TOLERANCE: Tolerance<$T> = Tolerance { rtol: $from(1e-5), atol: $from(1e-8), equal_nan: false };
        #[inline(always)]
        fn is_close(self, rhs: $T, Tolerance { rtol, atol, equal_nan }: Tolerance<$T>) -> bool {
            use super::Magnitude;
            let near = (self - rhs).magnitude() <= atol + rtol * rhs.magnitude() && rhs.is_finite();
            near || self == rhs || equal_nan && self.is_nan() && rhs.is_nan()
        }
    }
)+};}
floats! {
    f32: core::convert::identity;
    f64: core::convert::identity;
}
#[cfg(feature = "half-2")]
floats! {
    half::f16: super::nearest::f16_of_f64;
    half::bf16: super::nearest::bf16_of_f64;
}

/// Compared as `f64`, as NumPy does: their difference cannot wrap around.
macro_rules! integers { ($($T:ty)+) => {$(
    #[diagnostic::do_not_recommend]
    impl Close for $T {
        type Tolerance = f64;
        const TOLERANCE: Tolerance<f64> = f64::TOLERANCE;
        #[inline(always)]
        fn is_close(self, rhs: $T, tolerance: Tolerance<f64>) -> bool {
            (self as f64).is_close(rhs as f64, tolerance)
        }
    }
)+};}
integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

#[diagnostic::do_not_recommend]
impl Close for bool {
    type Tolerance = f64;
    const TOLERANCE: Tolerance<f64> = f64::TOLERANCE;
    #[inline(always)]
    fn is_close(self, rhs: bool, tolerance: Tolerance<f64>) -> bool {
        u8::from(self).is_close(u8::from(rhs), tolerance)
    }
}

#[cfg(all(feature = "num-complex-04", any(feature = "std", feature = "libm")))]
#[diagnostic::do_not_recommend]
impl<T: super::Real + Close<Tolerance = T>> Close for num_complex::Complex<T> {
    type Tolerance = T;
    const TOLERANCE: Tolerance<T> = T::TOLERANCE;
    #[inline(always)]
    fn is_close(self, rhs: Self, Tolerance { rtol, atol, equal_nan }: Tolerance<T>) -> bool {
        let distance = (self.re - rhs.re).hypot(self.im - rhs.im);
        let near = distance <= atol + rtol * rhs.re.hypot(rhs.im) && rhs.re.is_finite() && rhs.im.is_finite();
        let nan = |x: Self| x.re.is_nan() || x.im.is_nan();
        near || self == rhs || equal_nan && nan(self) && nan(rhs)
    }
}
