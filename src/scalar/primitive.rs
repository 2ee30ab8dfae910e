//! `Scalar` for the primitive types, stamped by one table.

use super::{Kind, Repr, Scalar};

macro_rules! primitives {
    ($($T:ty, $repr:expr, $zero:expr, $one:expr, $plus:expr, $times:expr;)+) => {$(
        #[diagnostic::do_not_recommend]
        impl Scalar for $T {
            const ZERO: Self = $zero;
            const ONE: Self = $one;
            const KIND: Kind<Self> = Kind::new($repr);
            #[inline(always)]
            fn plus(self, rhs: Self) -> Self {
                $plus(self, rhs)
            }
            #[inline(always)]
            fn times(self, rhs: Self) -> Self {
                $times(self, rhs)
            }
        }
    )+};
}

const POINTER_SIZED: Repr = match usize::BITS {
    32 => Repr::Int32,
    64 => Repr::Int64,
    _ => Repr::Other,
};

primitives! {
    f32, Repr::F32, 0.0, 1.0, |a, b| a + b, |a, b| a * b;
    f64, Repr::F64, 0.0, 1.0, |a, b| a + b, |a, b| a * b;
    i8, Repr::Int8, 0, 1, i8::wrapping_add, i8::wrapping_mul;
    u8, Repr::Int8, 0, 1, u8::wrapping_add, u8::wrapping_mul;
    i16, Repr::Int16, 0, 1, i16::wrapping_add, i16::wrapping_mul;
    u16, Repr::Int16, 0, 1, u16::wrapping_add, u16::wrapping_mul;
    i32, Repr::Int32, 0, 1, i32::wrapping_add, i32::wrapping_mul;
    u32, Repr::Int32, 0, 1, u32::wrapping_add, u32::wrapping_mul;
    i64, Repr::Int64, 0, 1, i64::wrapping_add, i64::wrapping_mul;
    u64, Repr::Int64, 0, 1, u64::wrapping_add, u64::wrapping_mul;
    i128, Repr::Int128, 0, 1, i128::wrapping_add, i128::wrapping_mul;
    u128, Repr::Int128, 0, 1, u128::wrapping_add, u128::wrapping_mul;
    isize, POINTER_SIZED, 0, 1, isize::wrapping_add, isize::wrapping_mul;
    usize, POINTER_SIZED, 0, 1, usize::wrapping_add, usize::wrapping_mul;
    bool, Repr::Bool, false, true, |a, b| a | b, |a, b| a & b;
}
