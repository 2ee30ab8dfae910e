//! The table of conversions between types of this crate and types of others.

/// `From` both ways. A line is what both types are generic over, a type of this crate, a foreign one, and how a value of each is
/// made from the other.
macro_rules! convert {
    ($($(#[$doc:meta])* [$($generics:tt)*] $Ours:ty => $Theirs:ty: |$ours:pat_param| $to:expr, |$theirs:pat_param| $from:expr;)+) => {$(
        $(#[$doc])*
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> From<$Ours> for $Theirs {
            #[inline]
            fn from($ours: $Ours) -> Self {
                $to
            }
        }
        $(#[$doc])*
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> From<$Theirs> for $Ours {
            #[inline]
            fn from($theirs: $Theirs) -> Self {
                $from
            }
        }
    )+};
}

/// `From` one way, where there is no way back. A line is as above, without it.
#[allow(unused_macros, reason = "what glam has of these is geometry, which needs `std` or `libm`")]
macro_rules! convert_into {
    ($($(#[$doc:meta])* [$($generics:tt)*] $From:ty => $Into:ty: |$from:pat_param| $to:expr;)+) => {$(
        $(#[$doc])*
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> From<$From> for $Into {
            #[inline]
            fn from($from: $From) -> Self {
                $to
            }
        }
    )+};
}
