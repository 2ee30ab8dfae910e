//! Arrays larger than the stack of the thread that reads them, and claims larger than what is read: `.npy` and serde.

#![cfg(all(feature = "npy", feature = "serde", feature = "macros"))]

use conformable::prelude::*;
use conformable::{NpyError, s};
use serde::Deserialize;
use std::time::{Duration, Instant};

type Large = Matrix<f64, 512, 512>;

/// Runs in a thread whose stack has 2 MiB, which is what a `Large` has.
fn in_a_small_thread(f: impl FnOnce() + Send + 'static) {
    assert_eq!(size_of::<Large>(), 2 << 20);
    std::thread::Builder::new().stack_size(2 << 20).spawn(f).unwrap().join().unwrap();
}

fn large() -> Box<Large> {
    Large::boxed_from_fn(|[i, j]| (512 * i + j) as f64)
}

#[test]
fn a_large_file_is_loaded_in_a_small_thread() {
    in_a_small_thread(|| {
        let path = std::env::temp_dir().join(format!("conformable_large_{}.npy", std::process::id()));
        let written = large();
        written.save_npy(&path).unwrap();
        let read = Large::boxed_load_npy(&path).unwrap();
        assert!(read == written);
        let mut out = Large::boxed_zeros();
        Large::load_npy_into(&path, &mut out).unwrap();
        assert!(out == written);
        let bytes = std::fs::read(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert!(Large::boxed_read_npy(&bytes[..]).unwrap() == written);
        let mut rows: Array<f64, (Dyn, Const<512>)> = conformable::zeros((Dyn(512), Const)).unwrap();
        Array::read_npy_into(&bytes[..], &mut rows).unwrap();
        assert!(rows.as_slice() == written.as_slice());
    });
}

#[test]
fn both_orders_are_read_onto_the_heap_and_into_views() {
    let m = array![[1, 2, 3], [4, 5, 6]];
    let mut file = Vec::new();
    m.write_npy(&mut file).unwrap();
    // What NumPy writes of `np.asfortranarray(m)`: the columns one after another.
    let header = "{'descr': '<i4', 'fortran_order': True, 'shape': (2, 3), }\n";
    let mut fortran = b"\x93NUMPY\x01\x00".to_vec();
    fortran.extend((header.len() as u16).to_le_bytes());
    fortran.extend(header.bytes());
    fortran.extend([1_i32, 4, 2, 5, 3, 6].into_iter().flat_map(i32::to_le_bytes));
    for file in [&file, &fortran] {
        assert_eq!(*Matrix::<i32, 2, 3>::boxed_read_npy(&file[..]).unwrap(), m);
        let mut out = Matrix::<i32, 3, 4>::zeros();
        Array::read_npy_into(&file[..], &mut out.slice_mut(s![1.., ..;-2]).t_mut()).unwrap_err();
        assert_eq!(out, Matrix::zeros(), "as it was");
        Array::read_npy_into(&file[..], &mut out.slice_mut(s![1.., 1..])).unwrap();
        assert_eq!(out, array![[0, 0, 0, 0], [0, 1, 2, 3], [0, 4, 5, 6]]);
    }
    let error = Matrix::<i32, 3, 2>::boxed_read_npy(&file[..]).unwrap_err();
    assert_eq!(error.to_string(), "read_npy: shape (2,3) where (3,2) is needed");
    let mut out = Array::<i32, (Dyn, Dyn)>::from(Matrix::<i32, 3, 3>::zeros());
    let error = Array::read_npy_into(&file[..], &mut out).unwrap_err();
    assert!(matches!(error, NpyError::Shape(_)), "{error}");
    let mut out = Matrix::<i32, 2, 3>::ones();
    let error = Array::read_npy_into(&file[..file.len() - 1], &mut out).unwrap_err();
    assert!(matches!(error, NpyError::TooShort { elements: 5, of: 6 }), "{error}");
    assert_eq!(out, Matrix::ones(), "as it was");
}

#[derive(Deserialize)]
struct Model {
    #[serde(deserialize_with = "Array::boxed_deserialize")]
    weights: Box<Large>,
}

#[test]
fn a_large_array_is_deserialized_in_a_small_thread() {
    in_a_small_thread(|| {
        let written = large();
        let bytes = postcard::to_allocvec(&*written).unwrap();
        let mut reader = postcard::Deserializer::from_bytes(&bytes);
        assert!(Large::boxed_deserialize(&mut reader).unwrap() == written);
        let model: Model = postcard::from_bytes(&bytes).unwrap();
        assert!(model.weights == written);
        let mut out = Large::boxed_zeros();
        let mut reader = postcard::Deserializer::from_bytes(&bytes);
        Array::deserialize_into(&mut reader, &mut *out).unwrap();
        assert!(out == written);
    });
}

#[test]
fn arrays_are_deserialized_into_existing_ones() {
    fn into<T: for<'a> Deserialize<'a>, S: Shape, O: conformable::OwnershipMut>(
        json: &str,
        out: &mut Array<T, S, O>,
    ) -> Result<(), String> {
        Array::deserialize_into(&mut serde_json::Deserializer::from_str(json), out).map_err(|e| e.to_string())
    }
    let mut m = Matrix::<i32, 2, 3>::zeros();
    into("[[1,2,3],[4,5,6]]", &mut m).unwrap();
    into("[[7],[8]]", &mut m.slice_mut(s![.., 2..])).unwrap();
    assert_eq!(m, array![[1, 2, 7], [4, 5, 8]]);
    assert!(into("[[1,2,3],[4,5]]", &mut m).is_err());
    assert!(into("[[1,2,3],[4,5,6],[7,8,9]]", &mut Matrix::<i32, 2, 3>::zeros()).is_err());
    let mut rows: Array<i32, (Dyn, Const<2>)> = conformable::zeros((Dyn(2), Const)).unwrap();
    into(r#"{"shape":[2,2],"data":[1,2,3,4]}"#, &mut rows).unwrap();
    assert_eq!(rows.as_slice(), [1, 2, 3, 4]);
    let error = into(r#"{"shape":[1,2],"data":[1,2]}"#, &mut rows).unwrap_err();
    assert!(error.starts_with("deserialize_into: shape (1,2) where (2,2) is needed"), "{error}");
    assert_eq!(rows.as_slice(), [1, 2, 3, 4], "as it was");
    let mut d = rows.view_mut().into_dyn();
    into(r#"{"data":[5,6,7,8],"shape":[2,2]}"#, &mut d).unwrap();
    assert_eq!(rows.as_slice(), [5, 6, 7, 8]);
    let mut one = Array::<i32, ()>::new(0);
    into("5", &mut one).unwrap();
    assert_eq!(one[[]], 5);
    let boxed =
        Array3::<u8, 1, 2, 1>::boxed_deserialize(&mut serde_json::Deserializer::from_str("[[[1],[2]]]"))
            .unwrap();
    assert_eq!(boxed.as_slice(), [1, 2]);
    assert!(Vector::<u8, 2>::boxed_deserialize(&mut serde_json::Deserializer::from_str("[1,2,3]")).is_err());
    assert!(Vector::<u8, 2>::boxed_deserialize(&mut serde_json::Deserializer::from_str("[1]")).is_err());
}

/// Elements of no bytes, which postcard writes as none.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
struct Nothing;

#[test]
fn a_claim_of_many_elements_without_bytes_is_refused_at_once() {
    fn refused<T: for<'a> Deserialize<'a> + std::fmt::Debug>() {
        // A shape of one length, 2^60, and a sequence of as many elements, in 19 bytes.
        let claim = postcard::to_allocvec(&(vec![1_u64 << 60], 1_u64 << 60)).unwrap();
        assert_eq!(claim.len(), 19);
        let start = Instant::now();
        assert!(postcard::from_bytes::<Array<T, (Dyn,)>>(&claim).is_err());
        assert!(postcard::from_bytes::<ArrayD<T>>(&claim).is_err());
        assert!(start.elapsed() < Duration::from_secs(5));
    }
    refused::<()>();
    refused::<Nothing>();
    refused::<[u64; 0]>();
    let few = postcard::to_allocvec(&(vec![1000_u64], 1000_u64)).unwrap();
    assert_eq!(postcard::from_bytes::<Array<(), (Dyn,)>>(&few).unwrap().len(), 1000);
}
