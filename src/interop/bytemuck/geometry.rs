//! Rotations and transforms as bytes.

use crate::geometry::{
    Affine2, Affine3, Isometry2, Isometry3, Projection3, Quat, Rot2, Transform2, Transform3,
};
use bytemuck::{NoUninit, Pod, Zeroable};

/// A line is a type all whose elements are free, and its frames.
macro_rules! free { ($($Type:ident<$($Frame:ident),+>)+) => {$(
    // SAFETY: it is `repr(transparent)`, a matrix of `T` and a `PhantomData`. Zeros are a valid `T`.
    #[diagnostic::do_not_recommend]
    unsafe impl<T: Zeroable, $($Frame),+> Zeroable for $Type<T, $($Frame),+> {}
    // SAFETY: as above: the memory is that of nested arrays of `T`, so every pattern of bits is valid, and no byte is padding.
    #[diagnostic::do_not_recommend]
    unsafe impl<T: Pod, $($Frame: 'static),+> Pod for $Type<T, $($Frame),+> {}
)+};}
free! {
    Affine2<To, From>
    Affine3<To, From>
    Projection3<From>
}

/// A line is a type with a rotation in it, whose elements are not free: they can be read as bytes, and bytes are not taken for one.
macro_rules! rotations { ($($Type:ident)+) => {$(
    /// Its bytes can be read, as `bytemuck::bytes_of` and `bytemuck::cast_slice` do. Not [`Pod`]: of a rotation not all bits are free.
    // SAFETY: it is `repr(C)` or `repr(transparent)`, and its fields are, down to arrays of `T` and a `PhantomData`. All of it is as
    // aligned as `T`, so there is no padding; and `T` has no byte that is not initialized.
    #[diagnostic::do_not_recommend]
    unsafe impl<T: NoUninit, To: 'static, From: 'static> NoUninit for $Type<T, To, From> {}
)+};}
rotations! { Quat Rot2 Isometry2 Isometry3 Transform2 Transform3 }
