//! The feature `encase-013`: bytes as WGSL's rules of layout have them, and back.
#![cfg(feature = "encase-013")]

use ::encase::internal::{CreateFrom, ReadFrom, WriteInto};
use ::encase::{ShaderSize, ShaderType, StorageBuffer, UniformBuffer};
use conformable::prelude::*;
use conformable::{Matrix, Vector};
use std::fmt::Debug;

/// Written to a buffer of storage, as words; read back in both ways.
#[track_caller]
fn words<X: ShaderType + WriteInto + ReadFrom + CreateFrom + PartialEq + Debug>(
    value: &X,
    mut other: X,
) -> Vec<u32> {
    let mut buffer = StorageBuffer::new(Vec::new());
    buffer.write(value).unwrap();
    let bytes: Vec<u8> = buffer.into_inner();
    let buffer = StorageBuffer::new(&bytes);
    assert_eq!(&buffer.create::<X>().unwrap(), value);
    assert_ne!(&other, value);
    buffer.read(&mut other).unwrap();
    assert_eq!(&other, value);
    assert!(StorageBuffer::new(&bytes[..bytes.len() - 1]).create::<X>().is_err());
    bytes.chunks(4).map(|word| u32::from_le_bytes(word.try_into().unwrap())).collect()
}

/// As `words`, of whole numbers as floats.
#[track_caller]
fn floats<X: ShaderType + WriteInto + ReadFrom + CreateFrom + PartialEq + Debug>(
    value: &X,
    other: X,
) -> Vec<f32> {
    words(value, other).into_iter().map(f32::from_bits).collect()
}

#[test]
fn vectors_are_elements() {
    assert_eq!(floats(&array![1., 2.0_f32], array![0., 0.]), [1., 2.]);
    assert_eq!(floats(&array![1., 2., 3.0_f32], array![0., 0., 0.]), [1., 2., 3.]);
    assert_eq!(floats(&array![1., 2., 3., 4.0_f32], array![0., 0., 0., 0.]), [1., 2., 3., 4.]);
    assert_eq!(words(&array![1, 2, 3_u32], array![0, 0, 0]), [1, 2, 3]);
    assert_eq!(words(&array![1, -1_i32], array![0, 0]), [1, u32::MAX]);
    let lens = [
        <Vector<f32, 2>>::SHADER_SIZE.get(),
        <Vector<i32, 3>>::SHADER_SIZE.get(),
        <Vector<u32, 4>>::SHADER_SIZE.get(),
    ];
    assert_eq!(lens, [8, 12, 16]);
}

/// WGSL's table: each column is a vector of R elements, which are aligned as 2, 4 and 4.
fn expected<const R: usize, const C: usize>(m: &Matrix<f32, R, C>) -> Vec<f32> {
    let mut words = Vec::new();
    for j in 0..C {
        words.extend((0..R).map(|i| m[[i, j]]));
        words.resize(words.len() + usize::from(R == 3), 0.);
    }
    words
}

/// A line is a number of rows, and numbers of columns.
macro_rules! matrices { ($($R:literal: $($C:literal)+;)+) => {
    #[test]
    fn matrices_are_padded_columns() {$($(
        let m = Matrix::<f32, $R, $C>::from_fn(|[i, j]| (1 + 10 * i + j) as f32);
        assert_eq!(floats(&m, Matrix::zeros()), expected(&m), "{} columns of {}", $C, $R);
        assert_eq!(<Matrix<f32, $R, $C>>::SHADER_SIZE.get() as usize, 4 * expected(&m).len());
    )+)+}
};}
matrices! {
    2: 2 3 4;
    3: 2 3 4;
    4: 2 3 4;
}

#[test]
fn these_are_the_bytes() {
    let m = array![[1., 2., 3.], [4., 5., 6.], [7., 8., 9.0_f32]];
    assert_eq!(floats(&m, Matrix::zeros()), [1., 4., 7., 0., 2., 5., 8., 0., 3., 6., 9., 0.]);
    // `mat4x2<f32>`: four columns of two.
    let wide = array![[1., 2., 3., 4.], [5., 6., 7., 8.0_f32]];
    assert_eq!(floats(&wide, Matrix::zeros()), [1., 5., 2., 6., 3., 7., 4., 8.]);
    // `mat2x4<f32>`: two columns of four.
    let tall = array![[1., 2.], [3., 4.], [5., 6.], [7., 8.0_f32]];
    assert_eq!(floats(&tall, Matrix::zeros()), [1., 3., 5., 7., 2., 4., 6., 8.]);
    // Square ones of four could be copied as they stand, which would transpose them.
    let square = Matrix::<f32, 4, 4>::from_fn(|[i, j]| (4 * i + j) as f32);
    assert_eq!(floats(&[square, square * 2.], [square, square])[..5], [0., 4., 8., 12., 1.]);
}

#[derive(ShaderType, PartialEq, Debug)]
struct Light {
    model: Matrix<f32, 3, 3>,
    position: Vector<f32, 3>,
    intensity: f32,
    cell: Vector<u32, 2>,
    wide: Matrix<f32, 2, 4>,
    corners: [Vector<f32, 4>; 2],
}

#[test]
fn structs_are_laid_out_with_them() {
    let none = Light {
        model: Matrix::zeros(),
        position: Vector::zeros(),
        intensity: 0.,
        cell: Vector::zeros(),
        wide: Matrix::zeros(),
        corners: [Vector::zeros(); 2],
    };
    let light = Light {
        model: array![[1., 2., 3.], [4., 5., 6.], [7., 8., 9.]],
        position: array![10., 11., 12.],
        intensity: 13.,
        cell: array![14, 15],
        wide: array![[16., 17., 18., 19.], [20., 21., 22., 23.]],
        corners: [array![24., 25., 26., 27.], array![28., 29., 30., 31.]],
    };
    let words = words(&light, none);
    let float = |at: usize| f32::from_bits(words[at]);
    // Offsets by WGSL: 0, 48, 60 (in the padding of the vector), 64, 72 (aligned to 8), 112 (aligned to 16); of size 144.
    assert_eq!(words.len(), 36);
    assert_eq!([0, 1, 2, 4, 10].map(float), [1., 4., 7., 2., 9.]);
    assert_eq!([12, 13, 14, 15].map(float), [10., 11., 12., 13.]);
    assert_eq!(words[16..18], [14, 15]);
    assert_eq!([18, 19, 20, 25].map(float), [16., 20., 17., 23.]);
    assert_eq!([28, 31, 35].map(float), [24., 27., 31.]);
    Light::assert_uniform_compat();
    let mut buffer = UniformBuffer::new(Vec::<u8>::new());
    buffer.write(&light).unwrap();
    assert_eq!(buffer.into_inner().len(), 144);
}

#[test]
fn lists_are_strided() {
    let mut buffer = StorageBuffer::new(Vec::<u8>::new());
    buffer.write(&vec![array![1., 2., 3.0_f32], array![4., 5., 6.]]).unwrap();
    let bytes = buffer.into_inner();
    assert_eq!(bytes.len(), 32); // a `vec3` is aligned as a `vec4`
    assert_eq!(bytes[16..20], 4.0_f32.to_le_bytes());
    let read: Vec<Vector<f32, 3>> = StorageBuffer::new(bytes).create().unwrap();
    assert_eq!(read[1], array![4., 5., 6.]);
}

#[cfg(any(feature = "std", feature = "libm"))]
#[test]
fn rotations_and_transforms_are_vectors_and_matrices() {
    use conformable::geometry::{Affine2, Affine3, Projection3, Quat, Rot2};
    axis!(World: 3);
    axis!(Body: 3);
    let q = Quat::from_xyzw(0.5, -0.5, 0.5, -0.5_f32).named::<World, Body>();
    assert_eq!(floats(&q, Quat::IDENTITY.named()), [0.5, -0.5, 0.5, -0.5]);
    assert_eq!(floats(&Rot2::from_cos_sin(0., 1.0_f32), Rot2::IDENTITY), [0., 1.]);
    let plane = Affine2::from_rows([[1., 2., 3.], [4., 5., 6.0_f32]]);
    assert_eq!(floats(&plane, Affine2::IDENTITY), [1., 4., 2., 5., 3., 6.]);
    let space = Affine3::from_rows([[1., 2., 3., 4.], [5., 6., 7., 8.], [9., 10., 11., 12.0_f32]]);
    let columns = [1., 5., 9., 0., 2., 6., 10., 0., 3., 7., 11., 0., 4., 8., 12., 0.];
    assert_eq!(floats(&space, Affine3::IDENTITY), columns);
    let clip = Projection3::from_matrix(Matrix::from_fn(|[i, j]| (4 * i + j) as f32));
    assert_eq!(floats(&clip, Projection3::from_matrix(Matrix::eye()))[..5], [0., 4., 8., 12., 1.]);
    // In a list none is copied as it stands.
    assert_eq!(floats(&[clip, clip], [clip, Projection3::from_matrix(Matrix::eye())])[16..18], [0., 4.]);
}
