//! Reads `.npy` files into `ArrayD`, and refuses what is not a whole, row-major file of the right elements.

use conformable::{ArrayD, DynRank};
use npyz::{Deserialize, NpyFile, NpyHeader, Order};
use std::fmt::{self, Display};
use std::path::{Path, PathBuf};

/// A file that cannot be used: which, and why. One line when printed.
#[derive(Debug)]
pub(crate) struct BadFile {
    path: PathBuf,
    reason: String,
}

impl Display for BadFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The parser of headers draws its complaint over several lines; what stands before the drawing says it.
        let reason = self.reason.lines().next().and_then(|line| line.split(" -->").next());
        write!(f, "{}: {}", self.path.display(), reason.unwrap_or("unreadable").trim_end_matches([':', ' ']))
    }
}
impl std::error::Error for BadFile {}

/// Pixels as `f32`, from a file of `u8` or of `f32`.
pub(crate) fn read_pixels(path: &Path) -> Result<ArrayD<f32>, BadFile> {
    let file = File::open(path)?;
    if file.is_of::<f32>() {
        return file.elements::<f32>();
    }
    let pixels = file.elements::<u8>()?;
    ArrayD::from_vec(pixels.shape(), pixels.iter().copied().map(f32::from).collect())
        .map_err(|e| file.bad(e.to_string()))
}

/// The array in a file whose elements are `T`.
pub(crate) fn read<T: Deserialize>(path: &Path) -> Result<ArrayD<T>, BadFile> {
    File::open(path)?.elements()
}

/// A file whose header is understood.
struct File {
    path: PathBuf,
    header: NpyHeader,
    /// What follows the header.
    data: Vec<u8>,
}

impl File {
    fn open(path: &Path) -> Result<Self, BadFile> {
        let bad = |reason: String| BadFile { path: path.to_owned(), reason };
        let bytes = std::fs::read(path).map_err(|e| bad(e.to_string()))?;
        let mut data = bytes.as_slice();
        let header = NpyHeader::from_reader(&mut data).map_err(|e| bad(format!("not a .npy file: {e}")))?;
        Ok(File { path: path.to_owned(), header, data: data.to_vec() })
    }

    fn bad(&self, reason: String) -> BadFile {
        BadFile { path: self.path.clone(), reason }
    }

    fn is_of<T: Deserialize>(&self) -> bool {
        T::reader(&self.header.dtype()).is_ok()
    }

    /// The elements, of which there are as many as the shape says.
    fn elements<T: Deserialize>(&self) -> Result<ArrayD<T>, BadFile> {
        let dtype = self.header.dtype();
        if !self.is_of::<T>() {
            return Err(self.bad(format!("elements of type {} cannot be used here", dtype.descr())));
        }
        if self.header.order() == Order::Fortran {
            return Err(self.bad("in Fortran order; numpy.ascontiguousarray gives the rows".into()));
        }
        let dims: Result<Vec<usize>, _> = self.header.shape().iter().map(|d| (*d).try_into()).collect();
        let shape = dims.ok().and_then(|dims| DynRank::new(&dims).ok());
        // A shape passes only if its elements can be counted, so this is the true number.
        let len = self.header.shape().iter().product::<u64>() as usize;
        let (Some(shape), Some(size)) = (shape, dtype.num_bytes()) else {
            return Err(self.bad(format!("no array has the shape {:?}", self.header.shape())));
        };
        let (is, must) = (self.data.len(), len.saturating_mul(size));
        if is != must {
            let shape = self.header.shape();
            return Err(self.bad(format!("{is} bytes of elements where the shape {shape:?} has {must}")));
        }
        let elements = NpyFile::with_header(self.header.clone(), self.data.as_slice()).into_vec();
        let elements = elements.map_err(|e| self.bad(e.to_string()))?;
        ArrayD::from_vec(shape, elements).map_err(|e| self.bad(e.to_string()))
    }
}
