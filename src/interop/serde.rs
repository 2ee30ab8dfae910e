//! `Serialize` and `Deserialize` of serde.
//!
//! A static shape is nested tuples in row-major order, without a length anywhere: `[[1,2],[3,4]]` in JSON, and the bare
//! elements in a format that is not self-describing. Any other shape is a struct of two fields, `shape` and `data`,
//! both sequences:
//!
//! ```text
//! {"shape":[2,3],"data":[1,2,3,4,5,6]}
//! ```
//!
//! so that what is written with one run-time shape can be read with another that fits, `DynRank` included. Lengths that
//! are read are checked before anything is allocated, and memory is taken as elements come in, not as the shape claims.

use crate::array::storage::{self, Inline, Storage};
use crate::array::{Array, Iter, IterMut, Ownership, OwnershipMut};
use crate::error::ShapeError;
#[cfg(feature = "alloc")]
use crate::shape::StaticShape;
use crate::shape::{MAX_NDIM, Shape, checked_len};
use core::fmt;
use core::marker::PhantomData;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeSeq, SerializeStruct, SerializeTuple, Serializer};
use serde::{Deserialize, Serialize};

#[cfg(any(feature = "std", feature = "libm"))]
mod geometry;

/// The name of the struct, and its fields.
const NAME: &str = "Array";
const FIELDS: &[&str] = &["shape", "data"];

/// A static shape is nested tuples in row-major order, and any other a struct of its lengths and its elements.
///
/// # Example
/// ```
/// use conformable::{Array, Const, Dyn, array};
/// assert_eq!(serde_json::to_string(&array![[1, 2], [3, 4]])?, "[[1,2],[3,4]]");
/// let rows = Array::from_vec((Dyn(2), Const::<2>), vec![1, 2, 3, 4]).unwrap();
/// assert_eq!(serde_json::to_string(&rows)?, r#"{"shape":[2,2],"data":[1,2,3,4]}"#);
/// // Without a description of the data in it, a format has the bare elements of a static shape.
/// assert_eq!(postcard::to_allocvec(&array![[1_u8, 2], [3, 4]]).unwrap(), [1, 2, 3, 4]);
/// # Ok::<(), serde_json::Error>(())
/// ```
impl<T: Serialize, S: Shape, O: Ownership> Serialize for Array<T, S, O> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        let dims = self.dims();
        if const { S::STATIC_LEN.is_some() } {
            return Nested { dims: dims.as_ref(), elements: self.iter() }.serialize(serializer);
        }
        let mut fields = serializer.serialize_struct(NAME, FIELDS.len())?;
        fields.serialize_field(FIELDS[0], dims.as_ref())?;
        fields.serialize_field(FIELDS[1], &Flat(self.iter()))?;
        fields.end()
    }
}

/// The elements from the first of `elements` on that the axes `dims` have, as nested tuples.
struct Nested<'a, T, S: Shape> {
    dims: &'a [usize],
    elements: Iter<'a, T, S>,
}

impl<'a, T: Serialize + 'a, S: Shape> Serialize for Nested<'a, T, S> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        let mut elements = self.elements.clone();
        let [len, within @ ..] = self.dims else {
            return match elements.next() {
                Some(x) => x.serialize(serializer),
                None => Err(serde::ser::Error::custom("an array has fewer elements than its shape")),
            };
        };
        let mut tuple = serializer.serialize_tuple(*len)?;
        if within.is_empty() {
            for x in elements.take(*len) {
                tuple.serialize_element(x)?;
            }
            return tuple.end();
        }
        let size: usize = within.iter().product();
        for _ in 0..*len {
            tuple.serialize_element(&Nested { dims: within, elements: elements.clone() })?;
            if let Some(last) = size.checked_sub(1) {
                elements.nth(last);
            }
        }
        tuple.end()
    }
}

/// All elements as a sequence.
struct Flat<'a, T, S: Shape>(Iter<'a, T, S>);

impl<'a, T: Serialize + 'a, S: Shape> Serialize for Flat<'a, T, S> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        let mut elements = serializer.serialize_seq(Some(self.0.len()))?;
        for x in self.0.clone() {
            elements.serialize_element(x)?;
        }
        elements.end()
    }
}

/// The forms that `Serialize` writes. What one run-time shape has written, another that fits reads.
///
/// # Errors
/// Other lengths than the type has, or more or fewer elements than lengths. Lengths are checked before memory is taken.
///
/// # Example
/// ```
/// use conformable::{Array, ArrayD, Matrix, array, shape};
/// let m: Matrix<i32, 2, 2> = serde_json::from_str("[[1, 2], [3, 4]]")?;
/// assert_eq!(m, array![[1, 2], [3, 4]]);
/// let json = r#"{"shape": [2, 2], "data": [1, 2, 3, 4]}"#;
/// let rows: Array<i32, shape![dyn, 2]> = serde_json::from_str(json)?;
/// let any: ArrayD<i32> = serde_json::from_str(json)?;
/// assert_eq!(rows.into_dyn(), any);
/// let error = serde_json::from_str::<Array<i32, shape![dyn, 3]>>(json).unwrap_err();
/// assert!(error.to_string().contains("shape (2,2) where (_,3) is needed"));
/// # Ok::<(), serde_json::Error>(())
/// ```
impl<'de, T: Deserialize<'de>, S: Shape> Deserialize<'de> for Array<T, S> {
    fn deserialize<Z: Deserializer<'de>>(deserializer: Z) -> Result<Self, Z::Error> {
        if const { S::STATIC_LEN.is_none() } {
            return deserializer.deserialize_struct(NAME, FIELDS, Fields(PhantomData));
        }
        // All lengths are in the type, so the known ones are all there are.
        let dims = S::known_dims().or_zero();
        let mut room = storage::empty::<T, Inline<T, S::Storage<T>>>();
        Level { dims: dims.as_ref(), sink: &mut Room(&mut room), elements: PhantomData }
            .deserialize(deserializer)?;
        match (room.whole(), S::from_dims(dims.as_ref())) {
            (Some(storage), Some(shape)) => Ok(Array::from_parts(shape, storage)),
            _ => Err(Z::Error::custom("fewer elements than the shape has")),
        }
    }
}

/// # Conversions
#[cfg(feature = "alloc")]
impl<T, S: StaticShape> Array<T, S> {
    /// Reads a static array onto the heap, however large it is: what `Deserialize` of `Box<Array<T, S>>` would be, which has the
    /// array on the stack first.
    ///
    /// In a struct: `#[serde(deserialize_with = "Array::boxed_deserialize")]`.
    ///
    /// # Errors
    /// As `Deserialize`.
    ///
    /// # Example
    /// ```
    /// use conformable::Matrix;
    /// let mut json = serde_json::Deserializer::from_str("[[1, 2], [3, 4]]");
    /// let m: Box<Matrix<i32, 2, 2>> = Matrix::boxed_deserialize(&mut json)?;
    /// assert_eq!(m[[1, 0]], 3);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn boxed_deserialize<'de, Z: Deserializer<'de>>(
        deserializer: Z,
    ) -> Result<alloc::boxed::Box<Self>, Z::Error>
    where
        T: Deserialize<'de>,
    {
        let dims = S::default().dims();
        let mut elements = alloc::vec::Vec::new();
        Level { dims: dims.as_ref(), sink: &mut Room(&mut elements), elements: PhantomData }
            .deserialize(deserializer)?;
        Array::boxed_from_vec(elements).map_err(Z::Error::custom)
    }
}

/// # Conversions
impl<T, S: Shape, O: OwnershipMut> Array<T, S, O> {
    /// Reads an array into an existing one, which may be a view.
    ///
    /// # Shapes
    /// The lengths that are read must be those of `out`.
    ///
    /// # Errors
    /// As `Deserialize`, and other lengths. Of a static shape, whose elements are written as they are read, those before the
    /// error are in `out` then; any other `out` is as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, Matrix};
    /// let mut out = Matrix::<i32, 2, 2>::zeros();
    /// let mut json = serde_json::Deserializer::from_str("[[1, 2], [3, 4]]");
    /// Array::deserialize_into(&mut json, &mut out.t_mut())?;
    /// assert_eq!(out, conformable::array![[1, 3], [2, 4]]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn deserialize_into<'de, Z: Deserializer<'de>>(
        deserializer: Z,
        out: &mut Self,
    ) -> Result<(), Z::Error>
    where
        T: Deserialize<'de>,
    {
        let dims = out.dims();
        if const { S::STATIC_LEN.is_some() } {
            let mut places = Places(out.iter_mut());
            return Level { dims: dims.as_ref(), sink: &mut places, elements: PhantomData }
                .deserialize(deserializer);
        }
        let read = Array::<T, S>::deserialize(deserializer)?;
        let is = read.dims();
        if is.as_ref() != dims.as_ref() {
            let error = ShapeError::wrong_shape("deserialize_into", is.as_ref(), dims.as_ref());
            return Err(Z::Error::custom(error));
        }
        out.iter_mut().zip(read).for_each(|(place, x)| *place = x);
        Ok(())
    }
}

/// Where elements that are read go, in order.
trait Sink<T> {
    /// Takes the next one, or gives it back if there is no room for it.
    fn put(&mut self, x: T) -> Result<(), T>;
}
/// Storage that grows.
struct Room<'a, B>(&'a mut B);
impl<T, B: Storage<T>> Sink<T> for Room<'_, B> {
    fn put(&mut self, x: T) -> Result<(), T> {
        storage::push(self.0, x)
    }
}
/// The places of an array.
struct Places<'a, T, S: Shape>(IterMut<'a, T, S>);
impl<'a, T: 'a, S: Shape> Sink<T> for Places<'a, T, S> {
    fn put(&mut self, x: T) -> Result<(), T> {
        match self.0.next() {
            Some(place) => *place = x,
            None => return Err(x),
        }
        Ok(())
    }
}

/// Reads nested tuples of these lengths.
struct Level<'a, T, K> {
    dims: &'a [usize],
    sink: &'a mut K,
    elements: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>, K: Sink<T>> DeserializeSeed<'de> for Level<'_, T, K> {
    type Value = ();
    fn deserialize<Z: Deserializer<'de>>(self, deserializer: Z) -> Result<(), Z::Error> {
        match self.dims {
            [] => {
                let x = T::deserialize(deserializer)?;
                self.sink.put(x).map_err(|_| Z::Error::custom("more elements than the shape has"))
            }
            [len, ..] => deserializer.deserialize_tuple(*len, self),
        }
    }
}

impl<'de, T: Deserialize<'de>, K: Sink<T>> Visitor<'de> for Level<'_, T, K> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.dims {
            [] => f.write_str("an element"),
            [len] => write!(f, "{len} elements"),
            [len, within @ ..] => write!(f, "{len} arrays of shape {within:?}"),
        }
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let [len, within @ ..] = self.dims else {
            return Err(A::Error::invalid_length(0, &self));
        };
        for i in 0..*len {
            let item = Level { dims: within, sink: &mut *self.sink, elements: PhantomData };
            if items.next_element_seed(item)?.is_none() {
                return Err(A::Error::invalid_length(i, &self));
            }
        }
        Ok(())
    }
}

/// Reads the struct of a shape and its elements.
struct Fields<T, S>(PhantomData<(T, S)>);

/// A length for each axis that was read.
#[derive(Clone, Copy)]
struct Dims {
    dims: [usize; MAX_NDIM],
    ndim: usize,
}

impl<'de, T: Deserialize<'de>, S: Shape> Visitor<'de> for Fields<T, S> {
    type Value = Array<T, S>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the shape of an array and its elements")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut fields: A) -> Result<Array<T, S>, A::Error> {
        let dims = fields.next_element::<Dims>()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
        let (shape, len) = checked::<T, S, A::Error>(&dims)?;
        match fields.next_element_seed(Elements::new(Some(len)))? {
            Some(elements) => finish(shape, elements),
            None => Err(A::Error::invalid_length(1, &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Array<T, S>, A::Error> {
        let (mut shape, mut data) = (None, None);
        while let Some(field) = fields.next_key_seed(Key(FIELDS))? {
            match field {
                "shape" if shape.is_none() => shape = Some(checked::<T, S, A::Error>(&fields.next_value()?)?),
                "data" if data.is_none() => {
                    data = Some(fields.next_value_seed(Elements::new(shape.map(|(_, len)| len)))?);
                }
                _ => return Err(A::Error::duplicate_field(field)),
            }
        }
        let (shape, _) = shape.ok_or_else(|| A::Error::missing_field(FIELDS[0]))?;
        finish(shape, data.ok_or_else(|| A::Error::missing_field(FIELDS[1]))?)
    }
}

/// The name of a field, one of these, by itself or by its number.
struct Key(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Key {
    type Value = &'static str;
    fn deserialize<Z: Deserializer<'de>>(self, deserializer: Z) -> Result<&'static str, Z::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key {
    type Value = &'static str;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, name) in self.0.iter().enumerate() {
            let between = if i == 0 { "" } else { " or " };
            write!(f, "{between}`{name}`")?;
        }
        Ok(())
    }
    fn visit_str<E: Error>(self, name: &str) -> Result<&'static str, E> {
        let field = self.0.iter().find(|field| **field == name);
        field.copied().ok_or_else(|| E::unknown_field(name, self.0))
    }
    fn visit_u64<E: Error>(self, number: u64) -> Result<&'static str, E> {
        let field = usize::try_from(number).ok().and_then(|number| self.0.get(number));
        field.copied().ok_or_else(|| E::unknown_field("", self.0))
    }
}

/// The most elements without bytes, which may be in the input without bytes, too: a claim of 2^60 of them would keep the reader
/// busy for as long as it counts.
const EMPTY_ELEMENTS: usize = 1 << 20;

/// The most elements that are read; of such with bytes, memory is the limit.
const fn most_elements<T>() -> usize {
    if size_of::<T>() == 0 { EMPTY_ELEMENTS } else { usize::MAX }
}

/// The shape with these lengths, and the number of its elements, if they fit the type and memory.
fn checked<T, S: Shape, E: Error>(dims: &Dims) -> Result<(S, usize), E> {
    let dims = dims.dims.get(..dims.ndim).unwrap_or(&[]);
    let Some(len) = checked_len::<T>(dims).filter(|len| *len <= most_elements::<T>()) else {
        return Err(E::custom(ShapeError::too_large("deserialize", dims)));
    };
    match S::from_dims(dims) {
        Some(shape) => Ok((shape, len)),
        None => Err(E::custom(ShapeError::wrong_shape_of::<S>("deserialize", dims))),
    }
}

impl<'de> Deserialize<'de> for Dims {
    fn deserialize<Z: Deserializer<'de>>(deserializer: Z) -> Result<Self, Z::Error> {
        struct Lengths;
        impl<'de> Visitor<'de> for Lengths {
            type Value = Dims;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "at most {MAX_NDIM} lengths")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut lengths: A) -> Result<Dims, A::Error> {
                let mut read = Dims { dims: [0; MAX_NDIM], ndim: 0 };
                while let Some(len) = lengths.next_element()? {
                    match read.dims.get_mut(read.ndim) {
                        Some(place) => *place = len,
                        None => return Err(A::Error::invalid_length(MAX_NDIM + 1, &self)),
                    }
                    read.ndim += 1;
                }
                Ok(read)
            }
        }
        deserializer.deserialize_seq(Lengths)
    }
}

/// Reads a sequence into storage, of so many elements if their number is known already.
struct Elements<T, B> {
    len: Option<usize>,
    elements: PhantomData<(T, B)>,
}

impl<T, B> Elements<T, B> {
    fn new(len: Option<usize>) -> Self {
        Elements { len, elements: PhantomData }
    }
}

impl<'de, T: Deserialize<'de>, B: Storage<T>> DeserializeSeed<'de> for Elements<T, B> {
    type Value = B;
    fn deserialize<Z: Deserializer<'de>>(self, deserializer: Z) -> Result<B, Z::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>, B: Storage<T>> Visitor<'de> for Elements<T, B> {
    type Value = B;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.len {
            Some(len) => write!(f, "{len} elements"),
            None => f.write_str("elements"),
        }
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<B, A::Error> {
        let mut read = storage::empty::<T, B>();
        // Nothing is reserved: what the input says of its size is a claim, too.
        while let Some(x) = items.next_element()? {
            let full = Some(read.len()) == self.len || read.len() == most_elements::<T>();
            if full || storage::push(&mut read, x).is_err() {
                return Err(A::Error::invalid_length(read.len() + 1, &self));
            }
        }
        match self.len {
            Some(len) if len != read.len() => Err(A::Error::invalid_length(read.len(), &self)),
            _ => Ok(read),
        }
    }
}

/// The array of a shape that was checked and of elements that may be too few or too many.
fn finish<T, S: Shape, E: Error>(shape: S, elements: S::Storage<T>) -> Result<Array<T, S>, E> {
    if elements.len() == shape.size() {
        return Ok(Array::from_parts(shape, elements));
    }
    Err(E::custom(ShapeError::wrong_length("deserialize", shape.dims().as_ref(), elements.len())))
}
