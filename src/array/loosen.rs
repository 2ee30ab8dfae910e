//! Arrays under types that say less: a length in the type becomes `Dyn`, and a tuple a `DynRank`; and the way back.

use super::{Array, Ownership};
use crate::error::ShapeError;
use crate::shape::{Dim as K, Dyn, DynRank, Shape, StaticDim as F};

/// The array under a shape that any array of these lengths has.
#[inline]
fn loosened<T, S: Shape, O: Ownership, S2: Shape>(array: Array<T, S, O>) -> Array<T, S2, O> {
    match array.typed() {
        Ok(array) => array,
        Err(_) => unreachable!("an axis that is kept has its length, and `Dyn` any"),
    }
}

/// For each axis its name, whether it is kept (`K`) or a length in the type that is forgotten (`F`), and what becomes of it; the
/// attribute hides all but one in the docs, or says more.
macro_rules! loosen { (#[$shown:meta] $(($($D:ident: $Bound:ident = $To:ident)+))+) => {$(
    /// The same array under a type that says less, as [`typed`](Array::typed) to a shape that always fits.
    ///
    #[$shown]
    #[diagnostic::do_not_recommend]
    impl<T, O: Ownership, $($D: $Bound),+> From<Array<T, ($($D,)+), O>> for Array<T, ($($To,)+), O> {
        #[inline]
        fn from(array: Array<T, ($($D,)+), O>) -> Self {
            loosened(array)
        }
    }
)+};}
#[rustfmt::skip]
loosen! {
    #[doc = "So for each tuple of axes, and for each of its lengths in the type."]
    (U:F=Dyn)
}
#[rustfmt::skip]
loosen! {
    #[doc(hidden)]
    (U:K=U V:F=Dyn) (U:F=Dyn V:K=V) (U:F=Dyn V:F=Dyn)
    (U:K=U V:K=V W:F=Dyn) (U:K=U V:F=Dyn W:K=W) (U:K=U V:F=Dyn W:F=Dyn) (U:F=Dyn V:K=V W:K=W)
    (U:F=Dyn V:K=V W:F=Dyn) (U:F=Dyn V:F=Dyn W:K=W) (U:F=Dyn V:F=Dyn W:F=Dyn)
    (U:K=U V:K=V W:K=W X:F=Dyn) (U:K=U V:K=V W:F=Dyn X:K=X) (U:K=U V:K=V W:F=Dyn X:F=Dyn)
    (U:K=U V:F=Dyn W:K=W X:K=X) (U:K=U V:F=Dyn W:K=W X:F=Dyn) (U:K=U V:F=Dyn W:F=Dyn X:K=X)
    (U:K=U V:F=Dyn W:F=Dyn X:F=Dyn) (U:F=Dyn V:K=V W:K=W X:K=X) (U:F=Dyn V:K=V W:K=W X:F=Dyn)
    (U:F=Dyn V:K=V W:F=Dyn X:K=X) (U:F=Dyn V:K=V W:F=Dyn X:F=Dyn) (U:F=Dyn V:F=Dyn W:K=W X:K=X)
    (U:F=Dyn V:F=Dyn W:K=W X:F=Dyn) (U:F=Dyn V:F=Dyn W:F=Dyn X:K=X) (U:F=Dyn V:F=Dyn W:F=Dyn X:F=Dyn)
    (U:K=U V:K=V W:K=W X:K=X Y:F=Dyn) (U:K=U V:K=V W:K=W X:F=Dyn Y:K=Y)
    (U:K=U V:K=V W:K=W X:F=Dyn Y:F=Dyn) (U:K=U V:K=V W:F=Dyn X:K=X Y:K=Y)
    (U:K=U V:K=V W:F=Dyn X:K=X Y:F=Dyn) (U:K=U V:K=V W:F=Dyn X:F=Dyn Y:K=Y)
    (U:K=U V:K=V W:F=Dyn X:F=Dyn Y:F=Dyn) (U:K=U V:F=Dyn W:K=W X:K=X Y:K=Y)
    (U:K=U V:F=Dyn W:K=W X:K=X Y:F=Dyn) (U:K=U V:F=Dyn W:K=W X:F=Dyn Y:K=Y)
    (U:K=U V:F=Dyn W:K=W X:F=Dyn Y:F=Dyn) (U:K=U V:F=Dyn W:F=Dyn X:K=X Y:K=Y)
    (U:K=U V:F=Dyn W:F=Dyn X:K=X Y:F=Dyn) (U:K=U V:F=Dyn W:F=Dyn X:F=Dyn Y:K=Y)
    (U:K=U V:F=Dyn W:F=Dyn X:F=Dyn Y:F=Dyn) (U:F=Dyn V:K=V W:K=W X:K=X Y:K=Y)
    (U:F=Dyn V:K=V W:K=W X:K=X Y:F=Dyn) (U:F=Dyn V:K=V W:K=W X:F=Dyn Y:K=Y)
    (U:F=Dyn V:K=V W:K=W X:F=Dyn Y:F=Dyn) (U:F=Dyn V:K=V W:F=Dyn X:K=X Y:K=Y)
    (U:F=Dyn V:K=V W:F=Dyn X:K=X Y:F=Dyn) (U:F=Dyn V:K=V W:F=Dyn X:F=Dyn Y:K=Y)
    (U:F=Dyn V:K=V W:F=Dyn X:F=Dyn Y:F=Dyn) (U:F=Dyn V:F=Dyn W:K=W X:K=X Y:K=Y)
    (U:F=Dyn V:F=Dyn W:K=W X:K=X Y:F=Dyn) (U:F=Dyn V:F=Dyn W:K=W X:F=Dyn Y:K=Y)
    (U:F=Dyn V:F=Dyn W:K=W X:F=Dyn Y:F=Dyn) (U:F=Dyn V:F=Dyn W:F=Dyn X:K=X Y:K=Y)
    (U:F=Dyn V:F=Dyn W:F=Dyn X:K=X Y:F=Dyn) (U:F=Dyn V:F=Dyn W:F=Dyn X:F=Dyn Y:K=Y)
    (U:F=Dyn V:F=Dyn W:F=Dyn X:F=Dyn Y:F=Dyn)
    (U:K=U V:K=V W:K=W X:K=X Y:K=Y Z:F=Dyn) (U:K=U V:K=V W:K=W X:K=X Y:F=Dyn Z:K=Z)
    (U:K=U V:K=V W:K=W X:K=X Y:F=Dyn Z:F=Dyn) (U:K=U V:K=V W:K=W X:F=Dyn Y:K=Y Z:K=Z)
    (U:K=U V:K=V W:K=W X:F=Dyn Y:K=Y Z:F=Dyn) (U:K=U V:K=V W:K=W X:F=Dyn Y:F=Dyn Z:K=Z)
    (U:K=U V:K=V W:K=W X:F=Dyn Y:F=Dyn Z:F=Dyn) (U:K=U V:K=V W:F=Dyn X:K=X Y:K=Y Z:K=Z)
    (U:K=U V:K=V W:F=Dyn X:K=X Y:K=Y Z:F=Dyn) (U:K=U V:K=V W:F=Dyn X:K=X Y:F=Dyn Z:K=Z)
    (U:K=U V:K=V W:F=Dyn X:K=X Y:F=Dyn Z:F=Dyn) (U:K=U V:K=V W:F=Dyn X:F=Dyn Y:K=Y Z:K=Z)
    (U:K=U V:K=V W:F=Dyn X:F=Dyn Y:K=Y Z:F=Dyn) (U:K=U V:K=V W:F=Dyn X:F=Dyn Y:F=Dyn Z:K=Z)
    (U:K=U V:K=V W:F=Dyn X:F=Dyn Y:F=Dyn Z:F=Dyn) (U:K=U V:F=Dyn W:K=W X:K=X Y:K=Y Z:K=Z)
    (U:K=U V:F=Dyn W:K=W X:K=X Y:K=Y Z:F=Dyn) (U:K=U V:F=Dyn W:K=W X:K=X Y:F=Dyn Z:K=Z)
    (U:K=U V:F=Dyn W:K=W X:K=X Y:F=Dyn Z:F=Dyn) (U:K=U V:F=Dyn W:K=W X:F=Dyn Y:K=Y Z:K=Z)
    (U:K=U V:F=Dyn W:K=W X:F=Dyn Y:K=Y Z:F=Dyn) (U:K=U V:F=Dyn W:K=W X:F=Dyn Y:F=Dyn Z:K=Z)
    (U:K=U V:F=Dyn W:K=W X:F=Dyn Y:F=Dyn Z:F=Dyn) (U:K=U V:F=Dyn W:F=Dyn X:K=X Y:K=Y Z:K=Z)
    (U:K=U V:F=Dyn W:F=Dyn X:K=X Y:K=Y Z:F=Dyn) (U:K=U V:F=Dyn W:F=Dyn X:K=X Y:F=Dyn Z:K=Z)
    (U:K=U V:F=Dyn W:F=Dyn X:K=X Y:F=Dyn Z:F=Dyn) (U:K=U V:F=Dyn W:F=Dyn X:F=Dyn Y:K=Y Z:K=Z)
    (U:K=U V:F=Dyn W:F=Dyn X:F=Dyn Y:K=Y Z:F=Dyn) (U:K=U V:F=Dyn W:F=Dyn X:F=Dyn Y:F=Dyn Z:K=Z)
    (U:K=U V:F=Dyn W:F=Dyn X:F=Dyn Y:F=Dyn Z:F=Dyn) (U:F=Dyn V:K=V W:K=W X:K=X Y:K=Y Z:K=Z)
    (U:F=Dyn V:K=V W:K=W X:K=X Y:K=Y Z:F=Dyn) (U:F=Dyn V:K=V W:K=W X:K=X Y:F=Dyn Z:K=Z)
    (U:F=Dyn V:K=V W:K=W X:K=X Y:F=Dyn Z:F=Dyn) (U:F=Dyn V:K=V W:K=W X:F=Dyn Y:K=Y Z:K=Z)
    (U:F=Dyn V:K=V W:K=W X:F=Dyn Y:K=Y Z:F=Dyn) (U:F=Dyn V:K=V W:K=W X:F=Dyn Y:F=Dyn Z:K=Z)
    (U:F=Dyn V:K=V W:K=W X:F=Dyn Y:F=Dyn Z:F=Dyn) (U:F=Dyn V:K=V W:F=Dyn X:K=X Y:K=Y Z:K=Z)
    (U:F=Dyn V:K=V W:F=Dyn X:K=X Y:K=Y Z:F=Dyn) (U:F=Dyn V:K=V W:F=Dyn X:K=X Y:F=Dyn Z:K=Z)
    (U:F=Dyn V:K=V W:F=Dyn X:K=X Y:F=Dyn Z:F=Dyn) (U:F=Dyn V:K=V W:F=Dyn X:F=Dyn Y:K=Y Z:K=Z)
    (U:F=Dyn V:K=V W:F=Dyn X:F=Dyn Y:K=Y Z:F=Dyn) (U:F=Dyn V:K=V W:F=Dyn X:F=Dyn Y:F=Dyn Z:K=Z)
    (U:F=Dyn V:K=V W:F=Dyn X:F=Dyn Y:F=Dyn Z:F=Dyn) (U:F=Dyn V:F=Dyn W:K=W X:K=X Y:K=Y Z:K=Z)
    (U:F=Dyn V:F=Dyn W:K=W X:K=X Y:K=Y Z:F=Dyn) (U:F=Dyn V:F=Dyn W:K=W X:K=X Y:F=Dyn Z:K=Z)
    (U:F=Dyn V:F=Dyn W:K=W X:K=X Y:F=Dyn Z:F=Dyn) (U:F=Dyn V:F=Dyn W:K=W X:F=Dyn Y:K=Y Z:K=Z)
    (U:F=Dyn V:F=Dyn W:K=W X:F=Dyn Y:K=Y Z:F=Dyn) (U:F=Dyn V:F=Dyn W:K=W X:F=Dyn Y:F=Dyn Z:K=Z)
    (U:F=Dyn V:F=Dyn W:K=W X:F=Dyn Y:F=Dyn Z:F=Dyn) (U:F=Dyn V:F=Dyn W:F=Dyn X:K=X Y:K=Y Z:K=Z)
    (U:F=Dyn V:F=Dyn W:F=Dyn X:K=X Y:K=Y Z:F=Dyn) (U:F=Dyn V:F=Dyn W:F=Dyn X:K=X Y:F=Dyn Z:K=Z)
    (U:F=Dyn V:F=Dyn W:F=Dyn X:K=X Y:F=Dyn Z:F=Dyn) (U:F=Dyn V:F=Dyn W:F=Dyn X:F=Dyn Y:K=Y Z:K=Z)
    (U:F=Dyn V:F=Dyn W:F=Dyn X:F=Dyn Y:K=Y Z:F=Dyn) (U:F=Dyn V:F=Dyn W:F=Dyn X:F=Dyn Y:F=Dyn Z:K=Z)
    (U:F=Dyn V:F=Dyn W:F=Dyn X:F=Dyn Y:F=Dyn Z:F=Dyn)
}

/// The axes of each rank; the attribute is that of `loosen`.
macro_rules! any_rank { (#[$shown:meta] $(($($D:ident)*))+) => {$(
    /// The same array with rank and lengths known at run time, as [`into_dyn`](Array::into_dyn).
    ///
    #[$shown]
    #[diagnostic::do_not_recommend]
    impl<T, O: Ownership, $($D: K),*> From<Array<T, ($($D,)*), O>> for Array<T, DynRank, O> {
        #[inline]
        fn from(array: Array<T, ($($D,)*), O>) -> Self {
            array.into_dyn()
        }
    }
    /// The same array under a type that says more, as [`typed`](Array::typed).
    ///
    #[$shown]
    #[diagnostic::do_not_recommend]
    impl<T, O: Ownership, $($D: K),*> TryFrom<Array<T, DynRank, O>> for Array<T, ($($D,)*), O> {
        type Error = ShapeError;
        #[inline]
        fn try_from(array: Array<T, DynRank, O>) -> Result<Self, ShapeError> {
            array.typed()
        }
    }
)+};}
any_rank! { #[doc(hidden)] () (U) }
any_rank! { #[doc = "So for each rank up to 6."] (U V) }
any_rank! { #[doc(hidden)] (U V W) (U V W X) (U V W X Y) (U V W X Y Z) }
