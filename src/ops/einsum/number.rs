//! Numbers as operands of `einsum!`, whose term is empty: rank 0.

use super::typed::Argument;
use crate::array::{Array, Owned};
use crate::sealed::Seal;

macro_rules! numbers { ($($(#[$meta:meta])* $T:ty)+) => {$(
    $(#[$meta])*
    #[diagnostic::do_not_recommend]
    impl Argument for $T {
        const SEALED: Seal = Seal;
        type Element = $T;
        type Shape = ();
        type Ownership = Owned;
        #[inline(always)]
        fn array(&self) -> &Array<$T, ()> {
            Array::from_element_ref(self)
        }
    }
)+}; }
numbers! {
    f32 f64 i8 u8 i16 u16 i32 u32 i64 u64 i128 u128 isize usize bool
    #[cfg(feature = "num-complex-04")] num_complex::Complex<f32>
    #[cfg(feature = "num-complex-04")] num_complex::Complex<f64>
    #[cfg(feature = "half-2")] half::f16
    #[cfg(feature = "half-2")] half::bf16
}
