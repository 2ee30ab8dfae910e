//! `Scalar` for `f16` and `bf16` of half 2: each operation rounds, and so does each sum, once, which is made in `f32`.

use super::nearest::Nearest;
use super::{Average, Ordered, Scalar, Wide, Widening};
use half::{bf16, f16};

macro_rules! halves { ($($T:ident)+) => {$(
    #[diagnostic::do_not_recommend]
    impl Scalar for $T {
        const ZERO: Self = $T::ZERO;
        const ONE: Self = $T::ONE;
        const WIDE: Option<Wide<Self>> = Some(Wide { widen: $T::to_f32, narrow: |x| Nearest::of_f64(x.into()) });
        #[inline(always)]
        fn plus(self, rhs: Self) -> Self {
            self + rhs
        }
        #[inline(always)]
        fn times(self, rhs: Self) -> Self {
            self * rhs
        }
    }
    #[diagnostic::do_not_recommend]
    impl Average for $T {
        type Mean = f32;
        #[inline(always)]
        fn to_mean(self) -> f32 {
            self.to_f32()
        }
    }
    #[diagnostic::do_not_recommend]
    impl Ordered for $T {
        #[inline(always)]
        fn before(self, rhs: $T) -> bool {
            self < rhs
        }
        #[inline(always)]
        fn unordered(self) -> bool {
            self.is_nan()
        }
    }
    #[diagnostic::do_not_recommend]
    impl Widening<$T> for $T {
        type Wide = f32;
        #[inline(always)]
        fn wide_product(self, rhs: $T) -> f32 {
            self.to_f32() * rhs.to_f32()
        }
    }
)+};}
halves! { f16 bf16 }
