//! Vertices as bytes, for a buffer of a GPU.
#![cfg(feature = "bytemuck")]

use bytemuck::{Pod, Zeroable};
use conformable::{Matrix, Vector, array};

#[derive(Clone, Copy, Pod, Zeroable)]
#[repr(C)]
struct Vertex {
    position: Vector<f32, 3>,
    colour: Vector<u8, 4>,
}

#[test]
fn vertices_are_their_bytes() {
    let vertices = [Vertex { position: array![1., 2., 3.], colour: array![255, 0, 0, 255] }; 2];
    let bytes: &[u8] = bytemuck::cast_slice(&vertices);
    assert_eq!(bytes.len(), 32);
    assert_eq!(bytes[12..16], [255, 0, 0, 255]);
    let back: &[Vertex] = bytemuck::cast_slice(bytes);
    assert_eq!(back[1].position, array![1., 2., 3.]);
    let matrix = array![[1_u16, 2], [3, 4]];
    let numbers: &[u16] = bytemuck::cast_slice(bytemuck::bytes_of(&matrix));
    assert_eq!(numbers, [1, 2, 3, 4]);
    // A shader stores a matrix column by column.
    assert_eq!(bytemuck::cast_ref::<_, [u16; 4]>(&matrix.to_columns()), &[1, 3, 2, 4]);
    assert_eq!(Matrix::<u16, 2, 2>::zeroed(), Matrix::zeros());
}
