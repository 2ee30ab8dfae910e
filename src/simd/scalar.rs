//! One lane: any target, and the reference for bits.

#[cfg(all(target_arch = "arm", target_os = "none", target_abi = "eabihf"))]
use super::Fixed;
use super::Simd;
use super::isa::isa;
use crate::scalar::Scalar;
use crate::sealed::Seal;

/// The token of plain scalar arithmetic, which every CPU has.
#[derive(Clone, Copy, Debug, Default)]
pub struct Token;

impl Token {
    /// A token; every CPU can.
    ///
    /// # Safety
    /// None is needed: unsafe as it is for every token.
    #[inline(always)]
    #[must_use]
    pub(crate) const unsafe fn new_unchecked() -> Self {
        Token
    }
}

isa! { "scalar", false, [] }

macro_rules! one_lane {
    ($($T:ty, $neutral:expr, $sub:expr $(, $dot:item)*;)+) => {$(
        impl Simd<$T> for Token {
            const SEALED: Seal = Seal;
            type V = $T;
            type Row = [$T; 128 / size_of::<$T>()];
            const LANES: usize = 1;
            const NEUTRAL: $T = $neutral;
            #[inline(always)]
            fn splat(self, x: $T) -> $T {
                x
            }
            #[inline(always)]
            fn row(self, v: $T) -> Self::Row {
                [v; 128 / size_of::<$T>()]
            }
            #[inline(always)]
            unsafe fn load(self, p: *const $T) -> $T {
                // SAFETY: one element is readable, from the caller, who has it aligned.
                unsafe { p.read() }
            }
            #[inline(always)]
            unsafe fn load_head(self, p: *const $T, n: usize) -> $T {
                if n == 0 {
                    return <$T>::ZERO;
                }
                // SAFETY: `n >= 1` elements are readable, from the caller.
                unsafe { p.read() }
            }
            #[inline(always)]
            unsafe fn store(self, p: *mut $T, v: $T) {
                // SAFETY: one element is writable, from the caller.
                unsafe { p.write(v) }
            }
            #[inline(always)]
            unsafe fn store_head(self, p: *mut $T, n: usize, v: $T) {
                if n > 0 {
                    // SAFETY: `n >= 1` elements are writable, from the caller.
                    unsafe { p.write(v) }
                }
            }
            #[inline(always)]
            fn add(self, a: $T, b: $T) -> $T {
                a.plus(b)
            }
            #[inline(always)]
            fn sub(self, a: $T, b: $T) -> $T {
                $sub(a, b)
            }
            #[inline(always)]
            fn mul(self, a: $T, b: $T) -> $T {
                a.times(b)
            }
            #[inline(always)]
            unsafe fn keep_head(self, v: $T, n: usize) -> $T {
                if n == 0 { <Self as Simd<$T>>::NEUTRAL } else { v }
            }
            #[inline(always)]
            fn fold(self, v: $T) -> $T {
                v
            }
            $($dot)*
        }
    )+};
}

one_lane! {
    f32, -0.0, |a, b| a - b,
        #[cfg(all(target_arch = "arm", target_os = "none", target_abi = "eabihf"))]
        #[inline(always)]
        unsafe fn dot(self, a: *const f32, b: *const f32, n: usize) -> Option<f32> {
            // SAFETY: `n` elements are readable, from the caller; each function is called for its numbers of elements.
            unsafe {
                match n {
                    16 => Some(super::vfp::dot16(a, b)),
                    32..=super::vfp::MOST => Some(super::vfp::dot(a, b, n)),
                    _ => None,
                }
            }
        },
        #[cfg(all(target_arch = "arm", target_os = "none", target_abi = "eabihf"))]
        #[inline(always)]
        unsafe fn dots(
            self,
            y: &mut [core::mem::MaybeUninit<f32>],
            a: *const f32,
            stride: isize,
            x: *const f32,
            n: usize,
        ) -> bool {
            let (m, bytes) = (y.len(), stride.wrapping_mul(4));
            let y: *mut f32 = y.as_mut_ptr().cast();
            // SAFETY: from the caller; rows so far apart in bytes are in one allocation, or there is one row.
            unsafe {
                match (m, n) {
                    (1.., 16) => super::vfp::rows16(a, x, y, m, bytes),
                    (1.., 32..=super::vfp::MOST) => super::vfp::dots(a, x, n, m, bytes, y),
                    _ => return false,
                }
            }
            true
        },
        #[cfg(all(target_arch = "arm", target_os = "none", target_abi = "eabihf"))]
        #[inline(always)]
        unsafe fn product<P: Fixed>(self, c: *mut f32, a: *const f32, b: *const f32) -> bool {
            use super::vfp::product::{Form, columns, form, panels, resident, rows};
            // SAFETY: from the caller, each for the form that it has.
            unsafe {
                if const { matches!(form::<P>(), Some(Form::Resident)) } {
                    resident::<P>(a, b, c);
                } else if const { matches!(form::<P>(), Some(Form::Panels)) } {
                    panels::<P>(a, b, c);
                } else if const { matches!(form::<P>(), Some(Form::Rows)) } {
                    rows::<P>(a, b, c);
                } else if const { matches!(form::<P>(), Some(Form::Columns)) } {
                    columns::<P>(a, b, c);
                }
            }
            const { form::<P>().is_some() }
        };
    f64, -0.0, |a, b| a - b;
    i8, 0, i8::wrapping_sub;
    i16, 0, i16::wrapping_sub;
    i32, 0, i32::wrapping_sub;
    i64, 0, i64::wrapping_sub;
}
