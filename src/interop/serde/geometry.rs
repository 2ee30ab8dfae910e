//! Rotations and transforms.
//!
//! A [`Quat`] is its four numbers, x, y, z, w; a [`Rot2`] is cosine and sine. Both are refused if their length is not 1, to within 1e-4:
//! `normalize` first what has drifted. Isometries and transforms are structs of their fields, the others are their rows.

use super::Key;
use crate::array::{Matrix, Vector};
use crate::geometry::{
    Affine2, Affine3, Frame2, Frame3, Isometry2, Isometry3, Mat4, Projection3, Quat, Rot2, Transform2,
    Transform3,
};
use crate::scalar::Real;
use core::fmt;
use core::marker::PhantomData;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeStruct, Serializer};
use serde::{Deserialize, Serialize};

/// What is written as an array. A line is what a type is generic over, the type, the array, and how each is made from the other;
/// the second in a `Result` with what is wrong.
macro_rules! arrays { ($([$($generics:tt)*] $Ours:ty => $Array:ty: |$ours:ident| $to:expr, |$array:ident| $from:expr;)+) => {$(
    impl<T: Real + Serialize, $($generics)*> Serialize for $Ours {
        fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
            let $ours = self;
            $to.serialize(serializer)
        }
    }
    impl<'de, T: Real + Deserialize<'de>, $($generics)*> Deserialize<'de> for $Ours {
        fn deserialize<Z: Deserializer<'de>>(deserializer: Z) -> Result<Self, Z::Error> {
            let $array = <$Array>::deserialize(deserializer)?.into_nested();
            $from.map_err(Z::Error::custom::<&str>)
        }
    }
)+};}
arrays! {
    [To: Frame3, From: Frame3] Quat<T, To, From> => Vector<T, 4>: |ours| ours.as_vector(), |array| {
        let [x, y, z, w] = array;
        let read = Quat::from_xyzw(x, y, z, w);
        if read.is_normalized() { Ok(read.named()) } else { Err("the quaternion of a rotation must have length 1") }
    };
    [To: Frame2, From: Frame2] Rot2<T, To, From> => Vector<T, 2>: |ours| Vector::new([ours.cos(), ours.sin()]), |array| {
        let [cos, sin] = array;
        let read = Rot2::from_cos_sin(cos, sin);
        if read.is_normalized() { Ok(read.named()) } else { Err("the squares of cosine and sine must add up to 1") }
    };
    [To: Frame2, From: Frame2] Affine2<T, To, From> => Matrix<T, 2, 3>: |ours| Matrix::from_nested_ref(ours.as_rows()),
        |array| Ok(Affine2::from_rows(array).named());
    [To: Frame3, From: Frame3] Affine3<T, To, From> => Matrix<T, 3, 4>: |ours| Matrix::from_nested_ref(ours.as_rows()),
        |array| Ok(Affine3::from_rows(array).named());
    [From: Frame3] Projection3<T, From> => Mat4<T>: |ours| ours.as_matrix(), |array| Ok(Projection3::from_matrix(Mat4::new(array)).named());
}

/// What is written as a struct. A line is a type, its frames, and its fields.
macro_rules! structs { ($($Type:ident $Frame:ident { $($field:ident),+ })+) => {$(
    impl<T: Real + Serialize, To: $Frame, From: $Frame> Serialize for $Type<T, To, From> {
        fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
            let mut fields = serializer.serialize_struct(stringify!($Type), [$(stringify!($field)),+].len())?;
            $(fields.serialize_field(stringify!($field), &self.$field)?;)+
            fields.end()
        }
    }
    impl<'de, T: Real + Deserialize<'de>, To: $Frame, From: $Frame> Deserialize<'de> for $Type<T, To, From> {
        fn deserialize<Z: Deserializer<'de>>(deserializer: Z) -> Result<Self, Z::Error> {
            const FIELDS: &[&str] = &[$(stringify!($field)),+];
            deserializer.deserialize_struct(stringify!($Type), FIELDS, Parts(FIELDS, PhantomData::<Self>))
        }
    }
    impl<'de, T: Real + Deserialize<'de>, To: $Frame, From: $Frame> Visitor<'de> for Parts<$Type<T, To, From>> {
        type Value = $Type<T, To, From>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            Key(self.0).expecting(f)
        }
        fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
            Ok($Type { $($field: parts.next_element()?.ok_or_else(|| A::Error::missing_field(stringify!($field)))?),+ })
        }
        fn visit_map<A: MapAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
            $(let mut $field = None;)+
            while let Some(key) = parts.next_key_seed(Key(self.0))? {
                match key {
                    $(stringify!($field) if $field.is_none() => $field = Some(parts.next_value()?),)+
                    _ => return Err(A::Error::duplicate_field(key)),
                }
            }
            Ok($Type { $($field: $field.ok_or_else(|| A::Error::missing_field(stringify!($field)))?),+ })
        }
    }
)+};}
/// Reads a struct with these fields.
struct Parts<X>(&'static [&'static str], PhantomData<X>);
structs! {
    Isometry2 Frame2 { rotation, translation }
    Isometry3 Frame3 { rotation, translation }
    Transform2 Frame2 { scale, rotation, translation }
    Transform3 Frame3 { scale, rotation, translation }
}
