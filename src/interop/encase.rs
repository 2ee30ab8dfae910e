//! Vectors and matrices in buffers of GPUs, laid out as WGSL wants, by encase 0.13.
//!
//! A `Vector<T, N>` of 2 to 4 elements is a `vecN<T>`, of `f32`, `i32` or `u32`. A `Matrix<f32, R, C>` of 2 to 4 rows and columns is a
//! `matCxR<f32>`: WGSL names the columns first, writes column by column, and pads columns of three. So each side has the same
//! product with a vector. Matrices are transposed as they are written and read; vectors are copied.
//!
//! Axes with names give them away first, by [`unnamed`](crate::Array::unnamed). encase needs an allocator.
//!
//! ```
//! use conformable::{Matrix, array};
//! use encase::{ShaderType, StorageBuffer};
//!
//! let mut buffer = StorageBuffer::new(Vec::new());
//! buffer.write(&array![[1.0_f32, 2., 3.], [4., 5., 6.]])?; // a `mat3x2<f32>`
//! let bytes = buffer.into_inner();
//! let floats: Vec<_> = bytes.chunks(4).map(|x| f32::from_le_bytes(x.try_into().unwrap())).collect();
//! assert_eq!(floats, [1., 4., 2., 5., 3., 6.]);
//!
//! let read: Matrix<f32, 2, 3> = StorageBuffer::new(bytes).create()?;
//! assert_eq!(read, array![[1., 2., 3.], [4., 5., 6.]]);
//! assert_eq!(<Matrix<f32, 3, 2>>::min_size().get(), 32); // two columns of three, each padded to four
//! # Ok::<(), encase::internal::Error>(())
//! ```

use crate::array::{Matrix, Vector};
use encase::internal::{BufferMut, BufferRef, CreateFrom, ReadFrom, Reader, WriteInto, Writer};
use encase::matrix::{MatrixScalar, impl_matrix};
use encase::private::{MatrixMetadata, Metadata};
use encase::vector::{AsMutVectorParts, VectorScalar, impl_vector};
use encase::{ShaderSize, ShaderType};

#[cfg(any(feature = "std", feature = "libm"))]
mod geometry;

/// A line is a length.
macro_rules! vectors { ($($N:literal)+) => {$(
    impl_vector!($N, Vector<T, $N>; using AsRef From);
    impl<T: VectorScalar> AsMutVectorParts<T, $N> for Vector<T, $N> {
        #[inline]
        fn as_mut_parts(&mut self) -> &mut [T; $N] {
            self.as_nested_mut()
        }
    }
)+};}
vectors! { 2 3 4 }

/// The columns of a matrix, for encase to lay out. Not the matrix itself: encase would take its rows for columns.
struct Columns<T, const R: usize, const C: usize>([[T; R]; C]);

impl<T, const R: usize, const C: usize> AsRef<[[T; R]; C]> for Columns<T, R, C> {
    #[inline]
    fn as_ref(&self) -> &[[T; R]; C] {
        &self.0
    }
}
impl<T, const R: usize, const C: usize> From<[[T; R]; C]> for Columns<T, R, C> {
    #[inline]
    fn from(columns: [[T; R]; C]) -> Self {
        Columns(columns)
    }
}

/// A line is the number of rows, and each number of columns.
macro_rules! matrices { ($($R:literal: $($C:literal)+;)+) => {$($(
    impl_matrix!($C, $R, Columns<T, $R, $C>; using AsRef From);

    impl<T: ShaderSize> ShaderType for Matrix<T, $R, $C> {
        type ExtraMetadata = MatrixMetadata;
        // Never to be copied as it stands: its rows are not columns.
        const METADATA: Metadata<MatrixMetadata> = Columns::<T, $R, $C>::METADATA.no_pod();
    }
    impl<T: ShaderSize> ShaderSize for Matrix<T, $R, $C> {}
    impl<T: MatrixScalar + WriteInto + Copy> WriteInto for Matrix<T, $R, $C> {
        #[inline]
        fn write_into<B: BufferMut>(&self, writer: &mut Writer<B>) {
            Columns(self.to_columns()).write_into(writer);
        }
    }
    impl<T: MatrixScalar + CreateFrom + Copy> ReadFrom for Matrix<T, $R, $C> {
        #[inline]
        fn read_from<B: BufferRef>(&mut self, reader: &mut Reader<B>) {
            *self = Self::create_from(reader);
        }
    }
    impl<T: MatrixScalar + CreateFrom + Copy> CreateFrom for Matrix<T, $R, $C> {
        #[inline]
        fn create_from<B: BufferRef>(reader: &mut Reader<B>) -> Self {
            Matrix::new(Columns::<T, $R, $C>::create_from(reader).0).t_const()
        }
    }
)+)+};}
matrices! {
    2: 2 3 4;
    3: 2 3 4;
    4: 2 3 4;
}
