//! Rotations and transforms, as the vector or matrix that they are.

use crate::array::Matrix;
use crate::geometry::{Affine2, Affine3, Frame2, Frame3, Mat4, Projection3, Quat, Rot2, Vec2, Vec4};
use crate::scalar::Real;
use encase::internal::{BufferMut, BufferRef, CreateFrom, ReadFrom, Reader, WriteInto, Writer};
use encase::private::Metadata;
use encase::{ShaderSize, ShaderType};

/// What is laid out as something else. A line is what a type is generic over, the type, what it is laid out as, and how a value of
/// each is made from the other.
macro_rules! laid_out { ($($(#[$doc:meta])* [$($generics:tt)*] $Ours:ty => $Theirs:ty: |$ours:ident| $to:expr, |$theirs:ident| $from:expr;)+) => {$(
    $(#[$doc])*
    impl<$($generics)*> ShaderType for $Ours
    where
        $Theirs: ShaderType,
    {
        type ExtraMetadata = <$Theirs as ShaderType>::ExtraMetadata;
        const METADATA: Metadata<Self::ExtraMetadata> = <$Theirs as ShaderType>::METADATA.no_pod();
    }
    impl<$($generics)*> ShaderSize for $Ours where $Theirs: ShaderSize {}
    impl<$($generics)*> WriteInto for $Ours
    where
        $Theirs: WriteInto,
    {
        #[inline]
        fn write_into<B: BufferMut>(&self, writer: &mut Writer<B>) {
            let $ours = self;
            $to.write_into(writer);
        }
    }
    impl<$($generics)*> ReadFrom for $Ours
    where
        $Theirs: CreateFrom,
    {
        #[inline]
        fn read_from<B: BufferRef>(&mut self, reader: &mut Reader<B>) {
            *self = Self::create_from(reader);
        }
    }
    impl<$($generics)*> CreateFrom for $Ours
    where
        $Theirs: CreateFrom,
    {
        #[inline]
        fn create_from<B: BufferRef>(reader: &mut Reader<B>) -> Self {
            let $theirs = <$Theirs>::create_from(reader);
            $from
        }
    }
)+};}
laid_out! {
    /// A `vec4<f32>`: x, y, z, w. One that is read must have length 1, as [`Quat::from_xyzw`] asks.
    [T: Real, To: Frame3, From: Frame3] Quat<T, To, From> => Vec4<T>: |ours| ours.as_vector(), |theirs| {
        let [x, y, z, w] = theirs.into_nested();
        Quat::from_xyzw(x, y, z, w).named()
    };
    /// A `vec2<f32>`: cosine and sine. One that is read must have length 1, as [`Rot2::from_cos_sin`] asks.
    [T: Real, To: Frame2, From: Frame2] Rot2<T, To, From> => Vec2<T>: |ours| Vec2::new([ours.cos(), ours.sin()]), |theirs| {
        let [cos, sin] = theirs.into_nested();
        Rot2::from_cos_sin(cos, sin).named()
    };
    /// A `mat3x2<f32>`: the translation is the last column.
    [T: Real, To: Frame2, From: Frame2] Affine2<T, To, From> => Matrix<T, 2, 3>: |ours| Matrix::new(*ours.as_rows()),
        |theirs| Affine2::from_rows(theirs.into_nested()).named();
    /// A `mat4x3<f32>`: the translation is the last column.
    [T: Real, To: Frame3, From: Frame3] Affine3<T, To, From> => Matrix<T, 3, 4>: |ours| Matrix::new(*ours.as_rows()),
        |theirs| Affine3::from_rows(theirs.into_nested()).named();
    /// A `mat4x4<f32>`.
    [T: Real, From: Frame3] Projection3<T, From> => Mat4<T>: |ours| ours.as_matrix(), |theirs| Projection3::from_matrix(theirs).named();
}
