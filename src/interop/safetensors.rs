//! Arrays in files of tensors, by safetensors 0.8: [`tensor`] writes an array of any shape, [`CowArray`] reads one in place.
//!
//! A file of weights has shapes that a program knows, if it knows the model. They are compared once, where the file is read; from
//! there on they are types, and a layer that does not fit the one before it does not compile.
//!
//! ```
//! use conformable::prelude::*;
//! use conformable::safetensors::{CowArray, TensorError, tensor};
//! use safetensors::{SafeTensors, serialize};
//!
//! /// A network of two layers for images of 64 pixels and 10 classes, whose weights stay where the file is.
//! struct Digits<'f> {
//!     hidden: CowArray<'f, f32, shape![32, 64]>,
//!     out: CowArray<'f, f32, shape![10, 32]>,
//! }
//!
//! impl<'f> Digits<'f> {
//!     fn read(file: &SafeTensors<'f>) -> Result<Self, Box<dyn std::error::Error>> {
//!         Ok(Digits {
//!             hidden: (&file.tensor("hidden.weight")?).try_into()?,
//!             out: (&file.tensor("out.weight")?).try_into()?,
//!         })
//!     }
//!     // No length is looked at in here, and no `Result` is needed.
//!     fn scores<B: Dim>(&self, images: &Array<f32, (B, Const<64>)>) -> Array<f32, (B, Const<10>)> {
//!         images.inner(&self.hidden.view()).map(|x| x.max(0.)).inner(&self.out.view())
//!     }
//! }
//!
//! let (hidden, out) = (Matrix::<f32, 32, 64>::ones(), Matrix::<f32, 10, 32>::ones());
//! let bytes = serialize([("hidden.weight", tensor(&hidden)), ("out.weight", tensor(&out))], None)?;
//! let file = SafeTensors::deserialize(&bytes)?;
//! let model = Digits::read(&file)?;
//! assert_eq!(model.scores(&Matrix::<f32, 1, 64>::ones())[[0, 9]], 32. * 64.);
//!
//! // A file of another model is an error, and not a wrong result.
//! let error = CowArray::<f32, shape![32, 784]>::try_from(&file.tensor("hidden.weight")?).unwrap_err();
//! assert_eq!(error.to_string(), "from_safetensors: shape (32,64) where (32,784) is needed");
//! let error = CowArray::<f64, shape![32, 64]>::try_from(&file.tensor("hidden.weight")?).unwrap_err();
//! assert_eq!(error.to_string(), "from_safetensors: elements of F32 where F64 is needed");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![allow(unsafe_code, reason = "numbers as bytes, and bytes as numbers")]

use crate::array::{Array, ArrayView, Ownership};
use crate::error::ShapeError;
use crate::sealed::Seal;
use crate::shape::{DimsD, MAX_NDIM, Shape, checked_len};
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::slice;
use safetensors::tensor::{Dtype, TensorView, View};

/// The name of the operation in errors.
const OP: &str = "from_safetensors";

/// What an element of a tensor can be: `f32`, `f64`, the integers of 8 to 64 bits, `bool`, with the feature `half-2` `f16` and
/// `bf16`, and with `num-complex-04` `Complex<f32>`. Sealed.
//
// Unsafe code trusts the impls of this file: a value is `SIZE` bytes, at least one, without padding; in the order of a file on a
// little-endian CPU; and bytes for which `are_values` holds are values.
#[diagnostic::on_unimplemented(
    message = "safetensors has no dtype for elements of `{Self}`",
    label = "these cannot be in a file of tensors"
)]
pub trait TensorElement: Copy + 'static {
    #[doc(hidden)]
    const SEALED: Seal;
    /// As the file says it.
    #[doc(hidden)]
    const DTYPE: Dtype;
    /// How many bytes.
    #[doc(hidden)]
    const SIZE: usize = size_of::<Self>();
    /// Appends the bytes, the lowest first.
    #[doc(hidden)]
    fn put(self, bytes: &mut Vec<u8>);
    /// The value of `SIZE` bytes, the lowest first; `None` if they are none.
    #[doc(hidden)]
    fn get(bytes: &[u8]) -> Option<Self>;
    /// Whether these bytes are values.
    #[doc(hidden)]
    fn are_values(_bytes: &[u8]) -> bool {
        true
    }
}

macro_rules! numbers { ($($(#[$cfg:meta])? $T:ty: $DTYPE:ident;)+) => {$(
    $(#[$cfg])?
    impl TensorElement for $T {
        const SEALED: Seal = Seal;
        const DTYPE: Dtype = Dtype::$DTYPE;
        fn put(self, bytes: &mut Vec<u8>) {
            bytes.extend_from_slice(&self.to_le_bytes());
        }
        fn get(bytes: &[u8]) -> Option<Self> {
            Some(Self::from_le_bytes(bytes.try_into().ok()?))
        }
    }
)+};}
numbers! {
    f32: F32;
    f64: F64;
    u8: U8;
    i8: I8;
    u16: U16;
    i16: I16;
    u32: U32;
    i32: I32;
    u64: U64;
    i64: I64;
    #[cfg(feature = "half-2")]
    half::f16: F16;
    #[cfg(feature = "half-2")]
    half::bf16: BF16;
}

impl TensorElement for bool {
    const SEALED: Seal = Seal;
    const DTYPE: Dtype = Dtype::BOOL;
    fn put(self, bytes: &mut Vec<u8>) {
        bytes.push(u8::from(self));
    }
    fn get(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0] => Some(false),
            [1] => Some(true),
            _ => None,
        }
    }
    fn are_values(bytes: &[u8]) -> bool {
        bytes.iter().all(|byte| *byte <= 1)
    }
}

/// The real part first, as it is in memory.
#[cfg(feature = "num-complex-04")]
impl TensorElement for num_complex::Complex<f32> {
    const SEALED: Seal = Seal;
    const DTYPE: Dtype = Dtype::C64;
    fn put(self, bytes: &mut Vec<u8>) {
        self.re.put(bytes);
        self.im.put(bytes);
    }
    fn get(bytes: &[u8]) -> Option<Self> {
        let (re, im) = bytes.split_at_checked(4)?;
        Some(Self::new(f32::get(re)?, f32::get(im)?))
    }
}

/// An array as safetensors writes it: what [`tensor`] gives. Arrays of all shapes and elements have this one type, so that a list of
/// them can be serialised.
#[derive(Clone, Debug)]
pub struct Tensor<'a> {
    dtype: Dtype,
    dims: DimsD,
    data: Cow<'a, [u8]>,
}

/// An array for `serialize` and `serialize_to_file` of safetensors: of any shape, whoever holds the elements.
///
/// Contiguous elements are borrowed; those of other views, and on a big-endian CPU all that have more than one byte, are copied.
///
/// # Example
/// ```
/// use conformable::safetensors::tensor;
/// use conformable::{Matrix, array};
/// use safetensors::{SafeTensors, View, serialize};
///
/// let (weights, bias) = (array![[1_f32, 2., 3.], [4., 5., 6.]], array![1_i64, 2]);
/// let bytes = serialize([("weights", tensor(&weights.t())), ("bias", tensor(&bias))], None)?;
/// let file = SafeTensors::deserialize(&bytes)?;
/// assert_eq!(file.tensor("weights")?.shape(), [3, 2]);
/// assert_eq!(Matrix::<f32, 3, 2>::try_from(&file.tensor("weights")?)?, weights.t());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn tensor<T: TensorElement, S: Shape, O: Ownership>(array: &Array<T, S, O>) -> Tensor<'_> {
    let data = match array.contiguous() {
        Some(elements) if is_as_in_memory::<T>() => Cow::Borrowed(bytes_of(elements)),
        _ => {
            let mut bytes = Vec::with_capacity(array.len() * T::SIZE);
            array.iter().for_each(|x| x.put(&mut bytes));
            Cow::Owned(bytes)
        }
    };
    Tensor { dtype: T::DTYPE, dims: DimsD::truncated(array.dims().as_ref()), data }
}

impl View for Tensor<'_> {
    fn dtype(&self) -> Dtype {
        self.dtype
    }
    fn shape(&self) -> &[usize] {
        self.dims.as_ref()
    }
    fn data(&self) -> Cow<'_, [u8]> {
        Cow::Borrowed(&self.data)
    }
    fn data_len(&self) -> usize {
        self.data.len()
    }
}

/// Whether the bytes of a value are in a file in the order that they have in memory.
const fn is_as_in_memory<T: TensorElement>() -> bool {
    cfg!(target_endian = "little") || T::SIZE == 1
}

/// The memory of elements.
fn bytes_of<T: TensorElement>(elements: &[T]) -> &[u8] {
    // SAFETY: the elements are that many bytes, none of which is padding (`TensorElement`, sealed), borrowed as `elements` is.
    unsafe { slice::from_raw_parts(elements.as_ptr().cast::<u8>(), size_of_val(elements)) }
}

/// Bytes as the elements that they are, if they stand in memory as elements do, and are values.
fn elements_of<T: TensorElement>(bytes: &[u8]) -> Option<&[T]> {
    let first = bytes.as_ptr().cast::<T>();
    if !is_as_in_memory::<T>() || !first.is_aligned() || !T::are_values(bytes) {
        return None;
    }
    // SAFETY: aligned, as was just seen; `len` times `SIZE` is at most the number of bytes, which are initialised, those of
    // values (`TensorElement`, sealed), and borrowed as `bytes` is.
    Some(unsafe { slice::from_raw_parts(first, bytes.len() / T::SIZE) })
}

/// An array of a file of tensors: in the file's own memory, or a copy.
///
/// Made by `try_from` of a tensor, or of a reference to one; also [`Array`] is, which always is a copy.
///
/// # Example
/// ```
/// use conformable::safetensors::{CowArray, tensor};
/// use conformable::{DynRank, array, shape};
/// use safetensors::{SafeTensors, serialize};
///
/// let bytes = serialize([("x", tensor(&array![[1_u8, 2, 3], [4, 5, 6]]))], None)?;
/// let file = SafeTensors::deserialize(&bytes)?;
/// // Of any shape first, and of one that is known afterwards.
/// let any = CowArray::<u8, DynRank>::try_from(&file.tensor("x")?)?;
/// let rows = any.typed::<shape![dyn, 3]>()?;
/// assert!(rows.is_borrowed()); // one byte is always aligned
/// assert_eq!(rows.view().sum_axis::<1>().as_slice(), [6, 15]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub enum CowArray<'a, T, S: Shape> {
    /// The elements are where the file is.
    Borrowed(ArrayView<'a, T, S>),
    /// They are copied: the bytes of the file are not aligned as `T` must be, or in the order of another CPU.
    Owned(Array<T, S>),
}

impl<'a, T, S: Shape> CowArray<'a, T, S> {
    /// The elements, in place.
    pub fn view(&self) -> ArrayView<'_, T, S> {
        match self {
            CowArray::Borrowed(array) => *array,
            CowArray::Owned(array) => array.view(),
        }
    }

    /// Whether nothing was copied.
    #[must_use]
    pub fn is_borrowed(&self) -> bool {
        matches!(self, CowArray::Borrowed(_))
    }

    /// The array itself; a copy if it is borrowed.
    pub fn into_owned(self) -> Array<T, S>
    where
        T: Clone,
    {
        match self {
            CowArray::Borrowed(array) => array.to_owned(),
            CowArray::Owned(array) => array,
        }
    }

    /// The same elements under another shape of the same lengths, as [`Array::typed`].
    ///
    /// # Errors
    /// The lengths differ, or their number does.
    pub fn typed<S2: Shape>(self) -> Result<CowArray<'a, T, S2>, ShapeError> {
        Ok(match self {
            CowArray::Borrowed(array) => CowArray::Borrowed(array.typed()?),
            CowArray::Owned(array) => CowArray::Owned(array.typed()?),
        })
    }
}

impl<T: fmt::Debug, S: Shape> fmt::Debug for CowArray<'_, T, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_borrowed() { "Borrowed(" } else { "Owned(" })?;
        self.view().fmt(f)?;
        f.write_str(")")
    }
}

/// A tensor that is not the array that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TensorError {
    /// The elements are of another type.
    ElementType {
        /// That of the file, as safetensors writes it.
        is: String,
        /// That of the array.
        must: String,
    },
    /// A byte of a tensor of truth values is neither 0 nor 1.
    NotABool(
        /// The byte.
        u8,
    ),
    /// The lengths are not those of the shape, or not as many as the elements.
    Shape(ShapeError),
}

impl fmt::Display for TensorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TensorError::ElementType { is, must } => {
                write!(f, "{OP}: elements of {is} where {must} is needed")
            }
            TensorError::NotABool(byte) => write!(f, "{OP}: the byte {byte} is no truth value"),
            TensorError::Shape(error) => error.fmt(f),
        }
    }
}
impl core::error::Error for TensorError {}
impl From<ShapeError> for TensorError {
    fn from(error: ShapeError) -> Self {
        TensorError::Shape(error)
    }
}

/// The shape of a tensor, which has as many elements as bytes for them.
fn shape_of<T: TensorElement, S: Shape>(tensor: &TensorView<'_>) -> Result<S, TensorError> {
    if tensor.dtype() != T::DTYPE {
        return Err(TensorError::ElementType { is: tensor.dtype().to_string(), must: T::DTYPE.to_string() });
    }
    let (dims, bytes) = (tensor.shape(), tensor.data().len());
    if dims.len() > MAX_NDIM {
        return Err(ShapeError::too_many_axes(OP, dims.len()).into());
    }
    let Some(len) = checked_len::<T>(dims) else {
        return Err(ShapeError::too_large(OP, dims).into());
    };
    // `checked_len` has multiplied the same numbers.
    if len * T::SIZE != bytes {
        return Err(ShapeError::wrong_length(OP, dims, bytes / T::SIZE).into());
    }
    S::from_dims(dims).ok_or_else(|| ShapeError::wrong_shape_of::<S>(OP, dims).into())
}

/// The elements of a tensor, copied.
fn copied<T: TensorElement, S: Shape>(shape: S, bytes: &[u8]) -> Result<Array<T, S>, TensorError> {
    let elements: Option<Vec<T>> = bytes.chunks_exact(T::SIZE).map(T::get).collect();
    match elements {
        Some(elements) => Ok(Array::from_vec(shape, elements)?),
        None => Err(no_values(bytes)),
    }
}

/// The error of bytes that are no truth values.
fn no_values(bytes: &[u8]) -> TensorError {
    TensorError::NotABool(bytes.iter().copied().find(|byte| *byte > 1).unwrap_or(0))
}

/// The elements of the tensor, where they are if that can be: on a little-endian CPU, if the bytes are aligned. Files align them to 8
/// bytes only by custom, and only if they are read into aligned memory, as by `mmap`; [`CowArray`] says which it was.
///
/// # Shapes
/// The lengths of the tensor must fit those of `S`.
///
/// # Errors
/// Another dtype, other lengths, more than 8 axes, or bytes that are no truth values where truth values should be.
impl<'a, T: TensorElement, S: Shape> TryFrom<&TensorView<'a>> for CowArray<'a, T, S> {
    type Error = TensorError;
    fn try_from(tensor: &TensorView<'a>) -> Result<Self, TensorError> {
        let shape: S = shape_of::<T, S>(tensor)?;
        match elements_of::<T>(tensor.data()) {
            Some(elements) => Ok(CowArray::Borrowed(ArrayView::from_slice(shape, elements)?)),
            None => Ok(CowArray::Owned(copied(shape, tensor.data())?)),
        }
    }
}

/// The elements of the tensor, copied.
///
/// # Errors
/// As for a [`CowArray`](crate::safetensors::CowArray).
impl<T: TensorElement, S: Shape> TryFrom<&TensorView<'_>> for Array<T, S> {
    type Error = TensorError;
    fn try_from(tensor: &TensorView<'_>) -> Result<Self, TensorError> {
        copied(shape_of::<T, S>(tensor)?, tensor.data())
    }
}

/// As of a reference to it.
impl<'a, T: TensorElement, S: Shape> TryFrom<TensorView<'a>> for CowArray<'a, T, S> {
    type Error = TensorError;
    fn try_from(tensor: TensorView<'a>) -> Result<Self, TensorError> {
        (&tensor).try_into()
    }
}

/// As of a reference to it.
impl<T: TensorElement, S: Shape> TryFrom<TensorView<'_>> for Array<T, S> {
    type Error = TensorError;
    fn try_from(tensor: TensorView<'_>) -> Result<Self, TensorError> {
        (&tensor).try_into()
    }
}
