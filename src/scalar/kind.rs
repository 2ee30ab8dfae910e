//! `Kind<T>`: the proof that a `T` is a certain primitive type, which lets a kernel generic over
//! `T: Scalar` hand its slices to the kernel of that primitive.

use core::marker::PhantomData;

/// The primitive types that kernels know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repr {
    /// None of them: a user's own type.
    Other,
    /// `f32`
    F32,
    /// `f64`
    F64,
    /// `i8` and `u8`, which wrap alike
    Int8,
    /// `i16` and `u16`
    Int16,
    /// `i32` and `u32`, `isize` and `usize` where these have 32 bits
    Int32,
    /// `i64` and `u64`, `isize` and `usize` where these have 64 bits
    Int64,
    /// `i128` and `u128`
    Int128,
    /// `bool`
    Bool,
}

/// Which primitive `T` is.
///
/// Invariant: a `Kind<T>` other than `OTHER` is made in `primitive` alone, and there only for a `T` with
/// the memory, the valid values, the sums, differences and products of its `Repr` (signed or not, which wrapping
/// sums, differences and products do not tell apart), and for `F32` and `F64` the quotients.
pub struct Kind<T>(Repr, PhantomData<fn() -> T>);

impl<T> Kind<T> {
    /// The kind of every type that is not a primitive.
    pub const OTHER: Self = Kind(Repr::Other, PhantomData);

    /// See the invariant of `Kind`.
    pub(super) const fn new(repr: Repr) -> Self {
        Kind(repr, PhantomData)
    }

    /// The primitive, to match on.
    #[inline(always)]
    pub const fn repr(self) -> Repr {
        self.0
    }
}

impl<T> Clone for Kind<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Kind<T> {}
