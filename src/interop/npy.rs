//! NumPy's `.npy` files, whose elements npyz reads and writes.
//!
//! The format: R. Kern, *A Simple File Format for NumPy Arrays*, NEP 1, 2007, and `numpy.lib.format`. A header that is
//! read is parsed here: it is at most 64 KiB long, its lengths are multiplied with care, and nothing is allocated by what
//! it claims.

mod descr;

use crate::array::{Array, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::shape::{DynRank, MAX_NDIM, Shape, StaticShape, checked_len};
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;
use descr::{Truth, canonical};
use npyz::{AutoSerialize, DType, Deserialize, TypeRead, TypeStr, WriterBuilder};
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

/// The longest header; those of NumPy have 118 bytes, and it refuses those of more than 10,000.
const HEADER: usize = 1 << 16;
/// The most bytes that are reserved before an element has come in.
const RESERVED: usize = 1 << 16;

/// Why a `.npy` file could not be read or written.
#[derive(Debug)]
#[non_exhaustive]
pub enum NpyError {
    /// The file could not be opened, read or written.
    Io(io::Error),
    /// It does not start as a `.npy` file does.
    Header(
        /// What is wrong with it, in a few words.
        &'static str,
    ),
    /// Its elements have another type than the array.
    ElementType(
        /// NumPy's name of the type, `<f8` say.
        String,
    ),
    /// Its shape is not one that the array can have.
    Shape(ShapeError),
    /// It ends before the last element.
    TooShort {
        /// The number of elements in it.
        elements: usize,
        /// The number that its shape asks for.
        of: usize,
    },
    /// It goes on after the last element.
    TooLong,
}

impl fmt::Display for NpyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NpyError::Io(e) => e.fmt(f),
            NpyError::Header(what) => write!(f, "not a .npy file: {what}"),
            NpyError::ElementType(descr) => write!(f, "elements of type '{descr}' cannot be used here"),
            NpyError::Shape(e) => e.fmt(f),
            NpyError::TooShort { elements, of } => write!(f, "{elements} elements where the shape has {of}"),
            NpyError::TooLong => f.write_str("more elements than the shape has"),
        }
    }
}

impl core::error::Error for NpyError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            NpyError::Io(e) => Some(e),
            NpyError::Shape(e) => Some(e),
            _ => None,
        }
    }
}
impl From<io::Error> for NpyError {
    fn from(e: io::Error) -> Self {
        NpyError::Io(e)
    }
}
impl From<ShapeError> for NpyError {
    fn from(e: ShapeError) -> Self {
        NpyError::Shape(e)
    }
}

/// # Conversions
impl<T, S: Shape> Array<T, S> {
    /// Reads a `.npy` file: [`read_npy`](Array::read_npy) of all of it.
    ///
    /// # Shapes
    /// The lengths of the file must fit those of `S`.
    ///
    /// As `numpy.load`, with two differences: the element type is the caller's to say, with no conversion but that of
    /// the byte order (`cast` makes others), and a file that goes on after the last element is refused. Every spelling of
    /// a type is read that NumPy reads: `<f8`, `=f8`, `d`, `float64`.
    ///
    /// # Errors
    /// A file that cannot be read, or is not of this element type and shape.
    ///
    /// # Example
    /// ```
    /// # fn main() -> Result<(), conformable::NpyError> {
    /// use conformable::{Array, array, shape};
    /// let path = std::env::temp_dir().join("conformable_load_npy.npy");
    /// array![[1., 2.], [3., 4.]].save_npy(&path)?;
    /// let a = Array::<f64, shape![dyn, 2]>::load_npy(&path)?;
    /// assert_eq!(a.as_slice(), [1., 2., 3., 4.]);
    /// # std::fs::remove_file(path)?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn load_npy(path: impl AsRef<Path>) -> Result<Self, NpyError>
    where
        T: Deserialize + Clone,
    {
        whole_file(path, |file| Self::read_npy(file))
    }

    /// Reads a `.npy` file into an array on the heap: [`load_npy`](Array::load_npy), however large the array is.
    ///
    /// # Errors
    /// As `load_npy`.
    ///
    /// # Example
    /// ```
    /// # fn main() -> Result<(), conformable::NpyError> {
    /// use conformable::Matrix;
    /// let path = std::env::temp_dir().join("conformable_boxed_load_npy.npy");
    /// Matrix::<f64, 512, 512>::boxed_zeros().save_npy(&path)?;
    /// let a: Box<Matrix<f64, 512, 512>> = Matrix::boxed_load_npy(&path)?;
    /// assert_eq!(a.sum(), 0.);
    /// # std::fs::remove_file(path)?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn boxed_load_npy(path: impl AsRef<Path>) -> Result<Box<Self>, NpyError>
    where
        T: Deserialize + Clone,
        S: StaticShape,
    {
        whole_file(path, |file| Self::boxed_read_npy(file))
    }

    /// Reads an array in NumPy's `.npy` format, and leaves what follows it to be read.
    ///
    /// # Shapes
    /// The lengths of the file must fit those of `S`. Both of NumPy's orders are read; the elements come out in
    /// row-major order.
    ///
    /// As `numpy.load` of an open file; see [`load_npy`](Array::load_npy). Memory is taken as elements come in, not as
    /// the header claims.
    ///
    /// # Errors
    /// As [`load_npy`](Array::load_npy).
    ///
    /// # Example
    /// ```
    /// # fn main() -> Result<(), conformable::NpyError> {
    /// use conformable::{Matrix, array};
    /// let mut file = Vec::new();
    /// array![[1_u8, 2], [3, 4]].write_npy(&mut file)?;
    /// assert_eq!(Matrix::<u8, 2, 2>::read_npy(&file[..])?, array![[1_u8, 2], [3, 4]]);
    /// let error = Matrix::<u8, 3, 2>::read_npy(&file[..]).unwrap_err();
    /// assert_eq!(error.to_string(), "read_npy: shape (2,2) where (3,2) is needed");
    /// # Ok(())
    /// # }
    /// ```
    pub fn read_npy(mut reader: impl Read) -> Result<Self, NpyError>
    where
        T: Deserialize + Clone,
    {
        let (shape, elements) = row_major::<T, S>(&mut reader)?;
        Ok(Array::from_vec(shape, elements)?)
    }

    /// Reads an array in NumPy's `.npy` format onto the heap: [`read_npy`](Array::read_npy), however large the array is.
    ///
    /// # Errors
    /// As `read_npy`.
    pub fn boxed_read_npy(mut reader: impl Read) -> Result<Box<Self>, NpyError>
    where
        T: Deserialize + Clone,
        S: StaticShape,
    {
        let (_, elements) = row_major::<T, S>(&mut reader)?;
        Ok(Array::boxed_from_vec(elements)?)
    }
}

/// # Conversions
impl<T, S: Shape, O: OwnershipMut> Array<T, S, O> {
    /// Reads a `.npy` file into an existing array: [`load_npy`](Array::load_npy) with the place for its elements.
    ///
    /// # Shapes
    /// The lengths of the file must be those of `out`.
    ///
    /// # Errors
    /// As `load_npy`; `out` is then as it was.
    pub fn load_npy_into(path: impl AsRef<Path>, out: &mut Self) -> Result<(), NpyError>
    where
        T: Deserialize + Clone,
    {
        whole_file(path, |file| Self::read_npy_into(file, out))
    }

    /// Reads an array in NumPy's `.npy` format into an existing one: [`read_npy`](Array::read_npy) with the place for its
    /// elements, which may be a view.
    ///
    /// # Shapes
    /// The lengths of the file must be those of `out`.
    ///
    /// # Errors
    /// As `read_npy`; `out` is then as it was.
    ///
    /// # Example
    /// ```
    /// # fn main() -> Result<(), conformable::NpyError> {
    /// use conformable::{Array, Matrix, array, s};
    /// let mut file = Vec::new();
    /// array![[1_u8, 2], [3, 4]].write_npy(&mut file)?;
    /// let mut out = Matrix::<u8, 2, 3>::zeros();
    /// Array::read_npy_into(&file[..], &mut out.slice_mut(s![.., 1..]))?;
    /// assert_eq!(out, array![[0, 1, 2], [0, 3, 4]]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn read_npy_into(mut reader: impl Read, out: &mut Self) -> Result<(), NpyError>
    where
        T: Deserialize + Clone,
    {
        let (shape, elements) = row_major::<T, S>(&mut reader)?;
        let (is, must) = (shape.dims(), out.dims());
        if is.as_ref() != must.as_ref() {
            return Err(ShapeError::wrong_shape("read_npy_into", is.as_ref(), must.as_ref()).into());
        }
        out.iter_mut().zip(elements).for_each(|(place, x)| *place = x);
        Ok(())
    }
}

/// What `read` gives of a file that has nothing after it.
fn whole_file<X>(
    path: impl AsRef<Path>,
    read: impl FnOnce(&mut BufReader<File>) -> Result<X, NpyError>,
) -> Result<X, NpyError> {
    let mut file = BufReader::new(File::open(path)?);
    let found = read(&mut file)?;
    if file.read(&mut [0])? == 0 { Ok(found) } else { Err(NpyError::TooLong) }
}

/// A shape and its elements in row-major order.
fn row_major<T: Deserialize + Clone, S: Shape>(reader: &mut impl Read) -> Result<(S, Vec<T>), NpyError> {
    let header = Header::read(reader)?;
    let dims = header.dims.get(..header.ndim).unwrap_or(&[]);
    let Some(len) = checked_len::<T>(dims) else {
        return Err(ShapeError::too_large("read_npy", dims).into());
    };
    let Some(shape) = S::from_dims(dims) else {
        return Err(ShapeError::wrong_shape_of::<S>("read_npy", dims).into());
    };
    let elements = elements::<T>(reader, header.descr, len)?;
    if !header.fortran {
        return Ok((shape, elements));
    }
    // The first axis is the fastest: row-major order of the axes in reverse.
    let mut reversed = header.dims;
    let reversed = reversed.get_mut(..header.ndim).unwrap_or(&mut []);
    reversed.reverse();
    let turned = Array::from_vec(DynRank::new(reversed)?, elements)?;
    Ok((shape, turned.t().to_vec()))
}

/// # Conversions
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Writes a `.npy` file, which `numpy.load` reads: [`write_npy`](Array::write_npy) to a path.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn save_npy(&self, path: impl AsRef<Path>) -> Result<(), NpyError>
    where
        T: AutoSerialize,
    {
        let mut file = BufWriter::new(File::create(path)?);
        self.write_npy(&mut file)?;
        Ok(file.flush()?)
    }

    /// Writes the array in NumPy's `.npy` format, in row-major order, whoever holds the elements.
    ///
    /// As `numpy.save` to an open file.
    ///
    /// # Errors
    /// The writer's own.
    ///
    /// # Example
    /// ```
    /// let mut file = Vec::new();
    /// conformable::array![[1_u8, 2], [3, 4]].t().write_npy(&mut file)?;
    /// assert!(file.starts_with(b"\x93NUMPY") && file.ends_with(&[1, 3, 2, 4]));
    /// # Ok::<(), conformable::NpyError>(())
    /// ```
    pub fn write_npy(&self, writer: impl Write) -> Result<(), NpyError>
    where
        T: AutoSerialize,
    {
        let dims = self.dims();
        let lengths: Vec<u64> = dims.as_ref().iter().map(|d| *d as u64).collect();
        let options = npyz::WriteOptions::new().default_dtype().shape(&lengths).writer(writer);
        let mut file = options.begin_nd()?;
        for x in self {
            file.push(x)?;
        }
        Ok(file.finish()?)
    }
}

/// So many elements.
fn elements<T: Deserialize>(reader: &mut impl Read, descr: String, len: usize) -> Result<Vec<T>, NpyError> {
    let spelling = canonical(&descr);
    let Ok(dtype) = spelling.as_deref().unwrap_or(&descr).parse::<TypeStr>().map(DType::new_scalar) else {
        return Err(NpyError::ElementType(descr));
    };
    let is_bool = spelling.as_deref() == Some("|b1");
    let Ok(element) = T::reader(&dtype) else {
        return Err(NpyError::ElementType(descr));
    };
    let mut elements = Vec::with_capacity(len.min(RESERVED / size_of::<T>().max(1)));
    while elements.len() < len {
        let one =
            if is_bool { element.read_one(Truth(&mut *reader)) } else { element.read_one(&mut *reader) };
        match one {
            Ok(x) => elements.push(x),
            Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => {
                return Err(NpyError::TooShort { elements: elements.len(), of: len });
            }
            Err(e) => return Err(e.into()),
        }
    }
    Ok(elements)
}

/// What stands before the elements.
struct Header {
    descr: String,
    fortran: bool,
    /// Only the first `ndim` count.
    dims: [usize; MAX_NDIM],
    ndim: usize,
}

impl Header {
    fn read(reader: &mut impl Read) -> Result<Self, NpyError> {
        let mut start = [0; 8];
        fill(reader, &mut start)?;
        let [magic @ .., major, minor] = start;
        if magic != *b"\x93NUMPY" {
            return Err(NpyError::Header("the first bytes are others"));
        }
        let mut len = [0; 4];
        match (major, minor) {
            (1, 0) => fill(reader, &mut len[..2])?,
            (2 | 3, 0) => fill(reader, &mut len)?,
            _ => return Err(NpyError::Header("a version that is not known")),
        }
        let len = u32::from_le_bytes(len) as usize;
        if len > HEADER {
            return Err(NpyError::Header("the header is too long"));
        }
        let mut text = vec![0; len];
        fill(reader, &mut text)?;
        Parser { rest: &text, longs: major < 3 }.header()
    }
}

/// Reads as many bytes.
fn fill(reader: &mut impl Read, bytes: &mut [u8]) -> Result<(), NpyError> {
    reader.read_exact(bytes).map_err(|e| match e.kind() {
        io::ErrorKind::UnexpectedEof => NpyError::Header("it ends within the header"),
        _ => NpyError::Io(e),
    })
}

/// Reads the dict of a header: three keys in any order, a string, a bool and a tuple of lengths.
struct Parser<'a> {
    rest: &'a [u8],
    /// Whether numbers may have an `L`.
    longs: bool,
}

const NOT_A_DICT: NpyError = NpyError::Header("the header is not a dict of descr, fortran_order and shape");

impl<'a> Parser<'a> {
    fn header(mut self) -> Result<Header, NpyError> {
        let (mut descr, mut fortran, mut shape) = (None, None, None);
        self.expect(b'{')?;
        while !self.accept(b'}') {
            let key = self.string()?;
            self.expect(b':')?;
            match key {
                b"descr" => descr = Some(self.descr()?),
                b"fortran_order" => fortran = Some(self.boolean()?),
                b"shape" => shape = Some(self.lengths()?),
                _ => return Err(NOT_A_DICT),
            }
            if !self.accept(b',') {
                self.expect(b'}')?;
                break;
            }
        }
        self.skip();
        match (descr, fortran, shape) {
            (Some(descr), Some(fortran), Some((dims, ndim))) if self.rest.is_empty() => {
                Ok(Header { descr, fortran, dims, ndim })
            }
            _ => Err(NOT_A_DICT),
        }
    }

    /// The type of plain elements; that of records is a list.
    fn descr(&mut self) -> Result<String, NpyError> {
        if self.accept(b'[') {
            return Err(NpyError::ElementType("a record".to_string()));
        }
        Ok(String::from_utf8_lossy(self.string()?).into_owned())
    }

    fn boolean(&mut self) -> Result<bool, NpyError> {
        self.skip();
        for (word, value) in [(&b"True"[..], true), (b"False", false)] {
            if let Some(rest) = self.rest.strip_prefix(word) {
                self.rest = rest;
                return Ok(value);
            }
        }
        Err(NOT_A_DICT)
    }

    fn lengths(&mut self) -> Result<([usize; MAX_NDIM], usize), NpyError> {
        let (mut dims, mut ndim) = ([0; MAX_NDIM], 0);
        self.expect(b'(')?;
        while !self.accept(b')') {
            let len = self.number()?;
            match dims.get_mut(ndim) {
                Some(place) => *place = len,
                None => return Err(ShapeError::too_many_axes("read_npy", ndim + 1).into()),
            }
            ndim += 1;
            if !self.accept(b',') {
                self.expect(b')')?;
                if ndim == 1 {
                    // In Python that is the number, and no tuple.
                    return Err(NpyError::Header("a shape that is no tuple"));
                }
                break;
            }
        }
        Ok((dims, ndim))
    }

    /// Digits, after which Python 2 wrote an `L`. Python reads no number with a leading zero but zero.
    fn number(&mut self) -> Result<usize, NpyError> {
        self.skip();
        let end = self.rest.iter().position(|b| !b.is_ascii_digit()).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        let is_zero = digits.iter().all(|digit| *digit == b'0');
        if digits.is_empty() || digits.starts_with(b"0") && !is_zero {
            return Err(NpyError::Header("a length that is not a number"));
        }
        self.rest = rest.strip_prefix(b"L").filter(|_| self.longs).unwrap_or(rest);
        let add = |n: usize, digit: &u8| n.checked_mul(10)?.checked_add(usize::from(digit - b'0'));
        digits.iter().try_fold(0, add).ok_or(NpyError::Header("a length that no memory has"))
    }

    /// What stands in quotes, which no type and no key has within it.
    fn string(&mut self) -> Result<&'a [u8], NpyError> {
        // Python 3 reads the strings of Python 2.
        self.accept(b'u');
        let quote = if self.accept(b'"') { b'"' } else { b'\'' };
        if quote == b'\'' {
            self.expect(quote)?;
        }
        let end = self.rest.iter().position(|b| *b == quote).ok_or(NOT_A_DICT)?;
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest.get(1..).unwrap_or(&[]);
        Ok(text)
    }

    fn expect(&mut self, byte: u8) -> Result<(), NpyError> {
        if self.accept(byte) { Ok(()) } else { Err(NOT_A_DICT) }
    }

    /// Whether the byte comes next, after spaces; then it is behind us.
    fn accept(&mut self, byte: u8) -> bool {
        self.skip();
        let rest = self.rest.strip_prefix(&[byte]);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn skip(&mut self) {
        self.rest = self.rest.trim_ascii_start();
    }
}
