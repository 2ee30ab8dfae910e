//! Arrays through the traits of other crates: serde, bytemuck, approx, and `.npy` files. One module for each feature.

#![cfg(feature = "alloc")]

#[cfg(feature = "serde")]
use conformable::UpTo;
use conformable::prelude::*;

axis!(Joint: 3);

/// An array of run-time lengths, with the elements 0, 1, 2, ...
#[cfg(any(feature = "serde", feature = "npy"))]
fn counting<S: Shape>(shape: S) -> Array<i32, S> {
    let len = shape.dims().as_ref().iter().product::<usize>() as i32;
    Array::from_vec(shape, (0..len).collect()).unwrap()
}

#[cfg(feature = "serde")]
mod serde {
    use super::*;
    use ::serde::de::DeserializeOwned;
    use ::serde::{Deserialize, Serialize};
    use std::fmt::Debug;
    use std::rc::Rc;

    /// There and back, in JSON and in postcard; gives the JSON.
    #[track_caller]
    fn round_trip<T: Serialize + DeserializeOwned + PartialEq + Debug + Clone, S: Shape>(
        a: &Array<T, S>,
    ) -> String {
        let json = serde_json::to_string(a).unwrap();
        assert_eq!(&serde_json::from_str::<Array<T, S>>(&json).unwrap(), a);
        let value = serde_json::to_value(a).unwrap();
        assert_eq!(&serde_json::from_value::<Array<T, S>>(value).unwrap(), a);
        let bytes = postcard::to_allocvec(a).unwrap();
        let (back, rest) = postcard::take_from_bytes::<Array<T, S>>(&bytes).unwrap();
        assert_eq!((&back, rest), (a, &[][..]));
        // A view of other strides gives the same text.
        let turned = a.t().to_owned();
        assert_eq!(serde_json::to_string(&turned.t()).unwrap(), json);
        assert_eq!(postcard::to_allocvec(&turned.t()).unwrap(), bytes);
        assert_eq!(serde_json::to_string(&a.view()).unwrap(), json);
        json
    }

    #[track_caller]
    fn refused<A: DeserializeOwned>(json: &str, reason: &str) {
        let Err(error) = serde_json::from_str::<A>(json) else { panic!("{json} was read") };
        assert!(error.to_string().contains(reason), "{json}: {error}");
    }

    #[test]
    fn static_shapes_are_nested_tuples() {
        assert_eq!(round_trip(&Array::<i32, ()>::new(7)), "7");
        assert_eq!(round_trip(&array![1, 2, 3]), "[1,2,3]");
        assert_eq!(round_trip(&array![[1, 2], [3, 4]]), "[[1,2],[3,4]]");
        assert_eq!(round_trip(&Array3::<i32, 2, 1, 2>::ones()), "[[[1,1]],[[1,1]]]");
        assert_eq!(round_trip(&Array4::<i32, 1, 1, 1, 2>::ones()), "[[[[1,1]]]]");
        assert_eq!(round_trip(&Array5::<i32, 1, 1, 1, 2, 1>::ones()), "[[[[[1],[1]]]]]");
        assert_eq!(round_trip(&Array6::<i32, 1, 1, 2, 1, 1, 1>::ones()), "[[[[[[1]]],[[[1]]]]]]");
        assert_eq!(round_trip(&Array::<i32, (Joint,)>::ones()), "[1,1,1]");
        assert_eq!(round_trip(&Array::<i32, (Stretch, Joint)>::ones()), "[[1,1,1]]");
        assert_eq!(round_trip(&Vector::<i32, 0>::zeros()), "[]");
        assert_eq!(round_trip(&Matrix::<i32, 2, 0>::zeros()), "[[],[]]");
        assert_eq!(round_trip(&Matrix::<i32, 0, 2>::zeros()), "[]");
        assert_eq!(round_trip(&Array3::<i32, 2, 0, 3>::zeros()), "[[],[]]");
        let words = Matrix::new([["a".to_string(), "b".to_string()]]);
        assert_eq!(round_trip(&words), r#"[["a","b"]]"#);
    }

    #[test]
    fn run_time_shapes_are_shape_and_data() {
        let json = round_trip(&counting((Dyn(2), Const::<2>)));
        assert_eq!(json, r#"{"shape":[2,2],"data":[0,1,2,3]}"#);
        round_trip(&counting((Dyn(0),)));
        round_trip(&counting((Dyn(4), Joint)));
        round_trip(&counting((Const::<2>, Dyn(0), Stretch)));
        round_trip(&counting((Dyn(2), Dyn(1), Dyn(2), Dyn(1), Dyn(2), Dyn(3))));
        assert_eq!(round_trip(&counting(DynRank::new(&[]).unwrap())), r#"{"shape":[],"data":[0]}"#);
        for dims in [&[3][..], &[2, 3], &[2, 0, 3], &[1, 2, 1, 2, 1, 2, 1, 2]] {
            round_trip(&counting(DynRank::new(dims).unwrap()));
        }
        // What one run-time shape has written, another that fits reads.
        let read: ArrayD<i32> = serde_json::from_str(&json).unwrap();
        assert_eq!(read.dims(), [2, 2]);
        assert_eq!(read.typed::<shape![2, dyn]>().unwrap()[[1, 0]], 2);
        // The fields may come in either order, and by number.
        let turned = r#"{"data":[0,1,2,3],"shape":[2,2]}"#;
        assert_eq!(serde_json::from_str::<Array<i32, shape![dyn, dyn]>>(turned).unwrap().len(), 4);
        assert_eq!(serde_json::from_str::<Array<i32, shape![dyn, 2]>>("[[2,2],[0,1,2,3]]").unwrap().len(), 4);
    }

    #[test]
    fn bounded_axes_take_no_more_than_they_have_room_for() {
        let two = counting((UpTo::<3>::new(2).unwrap(), Const::<2>));
        assert_eq!(round_trip(&two), r#"{"shape":[2,2],"data":[0,1,2,3]}"#);
        round_trip(&counting((UpTo::<3>::new(0).unwrap(),)));
        type Rows = Array<i32, shape![(UpTo<3>), 2]>;
        refused::<Rows>(
            r#"{"shape":[4,2],"data":[1,2,3,4,5,6,7,8]}"#,
            "shape (4,2) where (at most 3,2) is needed",
        );
        refused::<Rows>(r#"{"data":[1,2,3,4,5,6,7,8],"shape":[4,2]}"#, "invalid length 7, expected elements");
        refused::<Rows>(r#"{"shape":[3,2],"data":[1,2,3,4,5]}"#, "invalid length 5, expected 6 elements");
        // What they write, other run-time shapes read.
        let json = serde_json::to_string(&two).unwrap();
        assert_eq!(serde_json::from_str::<ArrayD<i32>>(&json).unwrap().dims(), [2, 2]);
    }

    #[test]
    fn postcard_has_exactly_the_elements_of_static_shapes() {
        assert_eq!(postcard::to_allocvec(&array![[1_u8, 2], [3, 4]]).unwrap(), [1, 2, 3, 4]);
        let floats = postcard::to_allocvec(&Matrix::<f32, 100, 100>::ones()).unwrap();
        assert_eq!(floats.len(), 40_000);
        let read: Matrix<f32, 100, 100> = postcard::from_bytes(&floats).unwrap();
        assert_eq!(read, Matrix::ones());
        assert!(postcard::from_bytes::<Matrix<f32, 100, 100>>(&floats[..39_999]).is_err());
        let long = Vector::<u16, 10_000>::from_fn(|[i]| i as u16);
        round_trip(&long);
        // One more is left for whoever reads next.
        let (_, rest) = postcard::take_from_bytes::<Vector<u8, 3>>(&[1, 2, 3, 4]).unwrap();
        assert_eq!(rest, [4]);
        // Of run-time lengths both lists have theirs in front.
        assert_eq!(postcard::to_allocvec(&counting((Dyn(2), Const::<1>))).unwrap(), [2, 2, 1, 2, 0, 2]);
    }

    #[test]
    fn wrong_numbers_of_elements_are_refused() {
        refused::<Vector<i32, 3>>("[1,2]", "invalid length 2, expected 3 elements");
        refused::<Vector<i32, 3>>("[1,2,3,4]", "trailing characters");
        refused::<Vector<i32, 0>>("[1]", "trailing characters");
        refused::<Matrix<i32, 2, 2>>("[[1,2]]", "invalid length 1, expected 2 arrays of shape [2]");
        refused::<Matrix<i32, 2, 2>>("[[1,2],[3,4],[5,6]]", "trailing characters");
        refused::<Matrix<i32, 2, 2>>("[[1,2],[3]]", "invalid length 1, expected 2 elements");
        refused::<Matrix<i32, 2, 2>>("[[1,2,3],[4]]", "trailing characters");
        refused::<Matrix<i32, 2, 2>>("[1,2,3,4]", "expected 2 elements");
        refused::<Matrix<i32, 2, 2>>("[[[1,2],[3,4]]]", "invalid type");
        refused::<Array<i32, ()>>("[1]", "invalid type");
        type Rows = Array<i32, shape![dyn, 2]>;
        refused::<Rows>(r#"{"shape":[2,2],"data":[1,2,3]}"#, "invalid length 3, expected 4 elements");
        refused::<Rows>(r#"{"shape":[2,2],"data":[1,2,3,4,5]}"#, "invalid length 5, expected 4 elements");
        refused::<Rows>(
            r#"{"data":[1,2,3],"shape":[2,2]}"#,
            "cannot reshape array of size 3 into shape (2,2)",
        );
        refused::<Rows>(r#"{"data":[1,2,3,4,5],"shape":[2,2]}"#, "cannot reshape array of size 5");
        refused::<Rows>(r#"{"shape":[2,2],"data":[[1,2],[3,4]]}"#, "invalid type");
        refused::<Rows>(r#"{"shape":[2,3],"data":[1,2,3,4,5,6]}"#, "shape (2,3) where (_,2) is needed");
        refused::<Rows>(r#"{"shape":[4],"data":[1,2,3,4]}"#, "shape (4,) where (_,2) is needed");
        refused::<Rows>(r#"{"shape":[2,2]}"#, "missing field `data`");
        refused::<Rows>(r#"{"data":[1,2]}"#, "missing field `shape`");
        refused::<Rows>(r#"{"shape":[1,2],"shape":[1,2],"data":[1,2]}"#, "duplicate field `shape`");
        refused::<Rows>(r#"{"shape":[1,2],"data":[1,2],"data":[1,2]}"#, "duplicate field `data`");
        refused::<Rows>(r#"{"shape":[1,2],"size":2}"#, "unknown field `size`");
        refused::<Rows>("[[1,2]]", "invalid length 1");
        refused::<Rows>("[]", "invalid length 0");
        refused::<Rows>("[[1,2],[1,2],[1,2]]", "trailing characters");
    }

    #[test]
    fn impossible_shapes_are_refused_before_anything_is_allocated() {
        let huge = u64::from(u32::MAX) + 1;
        let half = 1_u64 << 63;
        // (If a shape were believed, this would ask for 2^64 elements, or for none and no check.)
        refused::<ArrayD<u8>>(&format!(r#"{{"shape":[{huge},{huge}],"data":[]}}"#), "");
        refused::<ArrayD<u8>>(&format!(r#"{{"shape":[0,{half}],"data":[]}}"#), "");
        refused::<Array<u8, shape![dyn, dyn]>>(&format!(r#"{{"data":[],"shape":[{huge},{huge}]}}"#), "");
        refused::<Array<u8, shape![0, dyn]>>(&format!(r#"{{"shape":[0,{half}],"data":[]}}"#), "");
        refused::<ArrayD<f64>>(&format!(r#"{{"shape":[{}],"data":[]}}"#, half / 8), "");
        // This one could be: it is refused for its elements, and what it claims was not reserved.
        refused::<ArrayD<f64>>(&format!(r#"{{"shape":[{}],"data":[1.0]}}"#, 1_u64 << 40), "invalid length 1");
        refused::<ArrayD<u8>>(r#"{"shape":[-1],"data":[]}"#, "");
        refused::<ArrayD<u8>>(r#"{"shape":[1,1,1,1,1,1,1,1,1],"data":[1]}"#, "at most 8 lengths");
        let claim = |shape: &[u64], data: &[u8]| {
            let mut bytes = postcard::to_allocvec(&shape.to_vec()).unwrap();
            bytes.extend(data);
            bytes
        };
        for shape in [[huge, huge], [0, half]] {
            assert!(postcard::from_bytes::<ArrayD<u8>>(&claim(&shape, &[0])).is_err());
            assert!(postcard::from_bytes::<Array<u8, shape![dyn, dyn]>>(&claim(&shape, &[0])).is_err());
        }
        // Three elements claimed to be 2^35.
        let claimed = claim(&[1 << 35], &[0x80, 0x80, 0x80, 0x80, 0x80, 1, 1, 2, 3]);
        assert!(postcard::from_bytes::<ArrayD<u64>>(&claimed).is_err());
    }

    /// Counts those of its kind that live.
    #[derive(Debug)]
    struct Counted(Rc<()>);

    thread_local! {
        static ALIVE: Rc<()> = Rc::new(());
    }

    impl<'de> Deserialize<'de> for Counted {
        fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            u8::deserialize(deserializer)?;
            Ok(Counted(ALIVE.with(Rc::clone)))
        }
    }

    #[test]
    fn elements_of_arrays_that_are_not_finished_are_dropped() {
        let alive = || ALIVE.with(Rc::strong_count) - 1;
        for json in ["[[1,2],[3]]", "[[1,2],[3,300]]", "[[1,2],[3,4],[5,6]]", "[[1,2", "7"] {
            assert!(serde_json::from_str::<Matrix<Counted, 2, 2>>(json).is_err());
            assert_eq!(alive(), 0, "{json}");
        }
        assert!(serde_json::from_str::<ArrayD<Counted>>(r#"{"shape":[3],"data":[1,2]}"#).is_err());
        assert_eq!(alive(), 0);
        let whole: Matrix<Counted, 2, 2> = serde_json::from_str("[[1,2],[3,4]]").unwrap();
        assert_eq!(alive(), 4);
        assert!(Rc::ptr_eq(&whole[[0, 0]].0, &whole[[1, 1]].0));
        drop(whole);
        assert_eq!(alive(), 0);
    }

    #[test]
    fn arrays_are_fields_of_what_derives_serde() {
        #[derive(Serialize, Deserialize, PartialEq, Debug)]
        struct Layer {
            weights: Matrix<f32, 1, 2>,
            bias: Array<f32, shape![dyn]>,
        }
        let layer = Layer { weights: array![[1., 2.]], bias: vec![0.5].into() };
        let json = serde_json::to_string(&layer).unwrap();
        assert_eq!(json, r#"{"weights":[[1.0,2.0]],"bias":{"shape":[1],"data":[0.5]}}"#);
        assert_eq!(serde_json::from_str::<Layer>(&json).unwrap(), layer);
    }
}

#[cfg(feature = "bytemuck")]
mod bytemuck {
    use super::*;
    use ::bytemuck::{Pod, Zeroable};

    #[test]
    fn static_arrays_are_bytes() {
        let a = array![[1_u16, 2], [3, 4]];
        assert_eq!(::bytemuck::bytes_of(&a), ::bytemuck::cast_slice::<u16, u8>(&[1, 2, 3, 4]));
        let back: Matrix<u16, 2, 2> = ::bytemuck::pod_read_unaligned(::bytemuck::bytes_of(&a));
        assert_eq!(back, a);
        let rows: &[Vector<u16, 2>] = ::bytemuck::cast_slice(a.as_slice());
        assert_eq!(rows, [array![1_u16, 2], array![3_u16, 4]]);
        let bits: Vector<u32, 3> = ::bytemuck::cast(array![1_f32, -0., f32::INFINITY]);
        assert_eq!(bits, array![0x3F80_0000_u32, 0x8000_0000, 0x7F80_0000]);
        let floats: &Array3<f32, 1, 3, 1> = ::bytemuck::cast_ref(&bits);
        assert_eq!(floats[[0, 0, 0]], 1.);
        assert_eq!(::bytemuck::cast::<u64, Array<u64, ()>>(5)[[]], 5);
        let stretched: Array<u8, (Stretch, Const<4>)> = ::bytemuck::cast(7_u32.to_le());
        assert_eq!(stretched.as_slice(), [7, 0, 0, 0]);
        assert_eq!(::bytemuck::bytes_of(&Matrix::<u64, 0, 3>::zeros()), [0_u8; 0]);
    }

    #[test]
    fn zeroed_arrays_are_zeros() {
        assert_eq!(Array6::<f64, 1, 2, 1, 2, 1, 2>::zeroed(), Array6::zeros());
        // Zeroable alone asks for no `Copy`.
        #[derive(Debug)]
        struct Flag(u8);
        // SAFETY: a byte.
        #[allow(unsafe_code, reason = "what a user writes")]
        unsafe impl Zeroable for Flag {}
        assert_eq!(Vector::<Flag, 2>::zeroed()[[1]].0, 0);
    }

    #[test]
    fn generic_code_asks_for_pod() {
        fn bytes<T: Pod, const N: usize>(a: &Vector<T, N>) -> &[u8] {
            ::bytemuck::bytes_of(a)
        }
        assert_eq!(bytes(&array![1_u8, 2]), [1, 2]);
        // A named axis has its elements in a slice, like every owned array.
        let joints = Array::<u16, (Joint,)>::ones();
        assert_eq!(::bytemuck::cast_slice::<u16, u8>(joints.as_slice()).len(), 6);
    }
}

#[cfg(feature = "approx-05")]
mod approx {
    use super::*;
    use ::approx::{
        AbsDiffEq, RelativeEq, UlpsEq, assert_abs_diff_eq, assert_relative_eq, assert_relative_ne,
        assert_ulps_eq,
    };

    #[test]
    fn arrays_compare_element_by_element() {
        let a = array![[1., 2.], [3., 4.]];
        let b = Matrix::<f64, 2, 2>::from_fn(|i| a[i] * (1. + f64::EPSILON));
        assert_abs_diff_eq!(a, b, epsilon = 1e-15);
        assert_relative_eq!(a, b, max_relative = 1e-15);
        assert_ulps_eq!(a, b, max_ulps = 2);
        assert_relative_ne!(a, array![[1., 2.], [3., 4.5]]);
        assert_relative_eq!(a, array![[1., 2.], [3., 4.5]], max_relative = 0.2);
        // Whoever holds the elements, in whatever order.
        assert_abs_diff_eq!(a.t(), array![[1., 3.], [2., 4.]]);
        assert_abs_diff_eq!(array![[1., 3.], [2., 4.]], a.t(), epsilon = 0.);
        assert!(a.view().ulps_eq(&b.view(), 0., 2) && a.relative_eq(&b, 0., 1e-12));
        assert!(!a.abs_diff_eq(&array![[1., f64::NAN], [3., 4.]], 1e9));
    }

    #[test]
    fn lengths_that_differ_are_not_equal() {
        let (two, three) = (Array::from(vec![1., 2.]), Array::from(vec![1., 2., 3.]));
        assert!(!two.abs_diff_eq(&three, 1e9) && !three.ulps_eq(&two, 1e9, u32::MAX));
        assert!(two.abs_diff_eq(&array![1., 2.5].view().typed().unwrap(), 0.5));
        let (flat, column) = (counted(&[2, 3]), counted(&[3, 2]));
        assert!(!flat.relative_eq(&column, 0., 1.) && flat.relative_eq(&flat.view(), 0., 0.));
        assert!(
            counted(&[0]).abs_diff_eq(&counted(&[0]), 0.)
                && !counted(&[0]).abs_diff_eq(&counted(&[0, 1]), 0.)
        );
    }

    fn counted(dims: &[usize]) -> ArrayD<f64> {
        ArrayD::from_shape_fn(DynRank::new(dims).unwrap(), |at| at.as_ref().iter().sum::<usize>() as f64)
            .unwrap()
    }

    #[test]
    fn elements_may_be_of_any_type_that_compares() {
        assert_abs_diff_eq!(array![1, 5], array![2, 4], epsilon = 1);
        let nested = Vector::new([array![1., 2.], array![3., 4.]]);
        assert_ulps_eq!(nested, nested.clone());
    }
}

#[cfg(feature = "npy")]
mod npy {
    use super::*;
    use conformable::NpyError;
    use std::fs;
    use std::path::Path;

    /// A file of version 1: magic, length of the header, header, elements.
    fn file(header: &str, elements: &[u8]) -> Vec<u8> {
        let len = u16::try_from(header.len()).unwrap().to_le_bytes();
        [b"\x93NUMPY\x01\x00", &len[..], header.as_bytes(), elements].concat()
    }

    fn of(descr: &str, fortran: &str, shape: &str, elements: &[u8]) -> Vec<u8> {
        file(&format!("{{'descr': '{descr}', 'fortran_order': {fortran}, 'shape': {shape}, }}\n"), elements)
    }

    #[track_caller]
    fn refused<T: npyz::Deserialize + Clone + std::fmt::Debug, S: Shape>(file: &[u8], reason: &str) {
        let error = Array::<T, S>::read_npy(file).unwrap_err();
        assert_eq!(error.to_string(), reason);
    }

    #[test]
    fn files_are_read_into_every_kind_of_shape() {
        let bytes = of("|u1", "False", "(2, 3)", &[1, 2, 3, 4, 5, 6]);
        let a = array![[1_u8, 2, 3], [4, 5, 6]];
        assert_eq!(Matrix::<u8, 2, 3>::read_npy(&bytes[..]).unwrap(), a);
        assert_eq!(Array::<u8, shape![dyn, 3]>::read_npy(&bytes[..]).unwrap().as_slice(), a.as_slice());
        assert_eq!(Array::<u8, shape![dyn, Joint]>::read_npy(&bytes[..]).unwrap().as_slice(), a.as_slice());
        assert_eq!(ArrayD::<u8>::read_npy(&bytes[..]).unwrap().dims(), [2, 3]);
        let scalar = of("<f8", "False", "()", &2.5_f64.to_le_bytes());
        assert_eq!(Array::<f64, ()>::read_npy(&scalar[..]).unwrap()[[]], 2.5);
        let empty = of("<f8", "False", "(0, 3)", &[]);
        assert_eq!(Array::<f64, shape![dyn, 3]>::read_npy(&empty[..]).unwrap().dims(), [0, 3]);
        assert_eq!(
            Vector::<bool, 2>::read_npy(&of("|b1", "False", "(2,)", &[1, 0])[..]).unwrap(),
            array![true, false]
        );
    }

    #[test]
    fn both_orders_of_axes_and_of_bytes_are_read() {
        let bytes = of("|i1", "True", "(2, 3)", &[1, 4, 2, 5, 3, 6]);
        assert_eq!(Matrix::<i8, 2, 3>::read_npy(&bytes[..]).unwrap(), array![[1_i8, 2, 3], [4, 5, 6]]);
        assert_eq!(ArrayD::<i8>::read_npy(&bytes[..]).unwrap().as_slice(), [1, 2, 3, 4, 5, 6]);
        let (one, two) = (1_i32.to_be_bytes(), 2_i32.to_be_bytes());
        let big = of(">i4", "False", "(2,)", &[one, two].concat());
        assert_eq!(Vector::<i32, 2>::read_npy(&big[..]).unwrap(), array![1, 2]);
    }

    #[test]
    fn headers_may_be_written_otherwise() {
        for header in [
            "{'shape':(2L,),'fortran_order':False,'descr':'|u1'}",
            "{\"descr\": \"|u1\", 'fortran_order': False, 'shape': (2,)}     \n",
            " { 'descr' : '|u1' , 'fortran_order' : False , 'shape' : ( 2 , ) , } ",
            "{'descr': u'|u1', u'fortran_order': False, 'shape': (2,)}",
            "\n{'descr': '|i1', 'descr': '|u1', 'fortran_order': False, 'shape': (2L,)}",
        ] {
            assert_eq!(Vector::<u8, 2>::read_npy(&file(header, &[7, 8])[..]).unwrap(), array![7_u8, 8]);
        }
        let mut second = of("|u1", "False", "(2,)", &[7, 8]);
        second[6] = 2;
        second.splice(10..10, [0, 0]);
        assert_eq!(Vector::<u8, 2>::read_npy(&second[..]).unwrap(), array![7_u8, 8]);
    }

    /// Whether a file of these elements is read as ones of this type, whatever the spelling.
    fn is_of<T: npyz::Deserialize + Clone + PartialEq>(descr: &str, bytes: &[u8], x: T) -> bool {
        match Array::<T, ()>::read_npy(&of(descr, "False", "()", bytes)[..]) {
            Ok(read) => read[[]] == x,
            Err(NpyError::ElementType(_)) => false,
            Err(e) => panic!("{descr}: {e}"),
        }
    }

    /// Spellings by their canonical ones, as `numpy.load` of NumPy 2.4 reads them on 64-bit Linux.
    #[test]
    fn types_are_spelt_as_numpy_spells_them() {
        #[cfg(target_endian = "little")]
        for (canonical, spellings) in [
            ("<f8", "f8 =f8 |f8 <f8 float64 double float d <d =d |d f08"),
            ("<f4", "f4 =f4 |f4 float32 single f <f"),
            ("|b1", "? <? >? =? b1 <b1 |b1 bool bool_"),
            ("|i1", "b |b <i1 >i1 |i1 i1 int8 byte"),
            ("|u1", "B >u1 |u1 u1 uint8 ubyte"),
            ("<i2", "h i2 int16 short"),
            ("<u2", "H |u2 uint16 ushort"),
            ("<i4", "i =i |i4 int32 intc i04"),
            ("<u4", "I u4 uint32 uintc"),
            ("<i8", "q |q <q i8 int64 longlong i+8"),
            ("<u8", "Q u8 uint64 ulonglong"),
            (">i2", ">h >i2"),
            (">f8", ">d >f8"),
            (
                "",
                "!f8 @f8 ^f8 Float64 float_ f9 i3 16f b2 B1 <float64 >float64 i8_ i-8 +f8 8f float8 int0 cfloat < |O g V8",
            ),
        ] {
            for spelling in spellings.split(' ') {
                let (le, be) = (2.5_f64.to_le_bytes(), 2.5_f64.to_be_bytes());
                let read = [
                    ("<f8", is_of(spelling, &le, 2.5_f64)),
                    (">f8", is_of(spelling, &be, 2.5_f64)),
                    ("<f4", is_of(spelling, &2.5_f32.to_le_bytes(), 2.5_f32)),
                    ("|b1", is_of(spelling, &[1], true)),
                    ("|i1", is_of(spelling, &[0xFE], -2_i8)),
                    ("|u1", is_of(spelling, &[0xFE], 254_u8)),
                    ("<i2", is_of(spelling, &[0xFE, 0xFF], -2_i16)),
                    (">i2", is_of(spelling, &[0xFF, 0xFE], -2_i16)),
                    ("<u2", is_of(spelling, &[0xFE, 0xFF], 0xFFFE_u16)),
                    ("<i4", is_of(spelling, &(-2_i32).to_le_bytes(), -2_i32)),
                    ("<u4", is_of(spelling, &u32::MAX.to_le_bytes(), u32::MAX)),
                    ("<i8", is_of(spelling, &(-2_i64).to_le_bytes(), -2_i64)),
                    ("<u8", is_of(spelling, &u64::MAX.to_le_bytes(), u64::MAX)),
                ];
                for (name, is) in read {
                    assert_eq!(is, name == canonical, "'{spelling}' as {name}");
                }
            }
        }
        // Integers of the size of a pointer.
        for spelling in ["int", "int_", "intp", "p", "n"] {
            let x = (-2_isize).to_ne_bytes();
            assert!(is_of(spelling, &x, -2_i64) || is_of(spelling, &x, -2_i32), "{spelling}");
        }
    }

    #[test]
    fn every_byte_but_zero_is_true() {
        let bytes = of("|b1", "False", "(6,)", &[0, 1, 2, 255, 0, 128]);
        let expected = [false, true, true, true, false, true];
        assert_eq!(Vector::<bool, 6>::read_npy(&bytes[..]).unwrap(), Vector::new(expected));
        refused::<bool, DynRank>(&bytes[..bytes.len() - 1], "5 elements where the shape has 6");
    }

    /// As `numpy.load` of NumPy 2.4.
    #[test]
    fn shapes_that_are_no_tuples_and_other_versions_are_refused() {
        let no_tuple = "not a .npy file: a shape that is no tuple";
        refused::<u8, DynRank>(&of("|u1", "False", "(6)", &[0; 6]), no_tuple);
        for shape in ["6", "[6]", "(2,,3)", "(,)", "(2 3)", "((6))"] {
            assert!(ArrayD::<u8>::read_npy(&of("|u1", "False", shape, &[0; 6])[..]).is_err(), "{shape}");
        }
        refused::<u8, DynRank>(
            &of("|u1", "False", "(06,)", &[0; 6]),
            "not a .npy file: a length that is not a number",
        );
        assert_eq!(ArrayD::<u8>::read_npy(&of("|u1", "False", "(00, 6)", &[])[..]).unwrap().dims(), [0, 6]);
        for fortran in ["0", "1", "FalseL", "false", "None"] {
            assert!(ArrayD::<u8>::read_npy(&of("|u1", fortran, "(6,)", &[0; 6])[..]).is_err(), "{fortran}");
        }
        for version in [[1, 1], [2, 1], [3, 1], [0, 0], [4, 0]] {
            let mut other = of("|u1", "False", "(6,)", &[0; 6]);
            other[6..8].copy_from_slice(&version);
            refused::<u8, DynRank>(&other, "not a .npy file: a version that is not known");
        }
        // Python 2 wrote an `L` after numbers, and there is no version 3 of it.
        let mut third = of("|u1", "False", "(6L,)", &[0; 6]);
        assert!(ArrayD::<u8>::read_npy(&third[..]).is_ok());
        third[6] = 3;
        third.splice(10..10, [0, 0]);
        assert!(ArrayD::<u8>::read_npy(&third[..]).is_err());
    }

    #[test]
    fn what_is_written_is_read_and_has_the_header_of_numpy() {
        let mut written = Vec::new();
        let a = array![[1_f32, 2.], [3., 4.], [5., 6.]];
        a.write_npy(&mut written).unwrap();
        assert_eq!(Matrix::<f32, 3, 2>::read_npy(&written[..]).unwrap(), a);
        let mut turned = Vec::new();
        a.t().to_owned().t().write_npy(&mut turned).unwrap();
        assert_eq!(turned, written);
        assert_eq!(written.len() % 64, 24);
        let header = String::from_utf8_lossy(&written[10..128]).into_owned();
        assert!(header.starts_with("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2"), "{header}");
        assert!(header.ends_with('\n'));
        for dims in [&[][..], &[0], &[4], &[2, 3], &[1, 2, 1, 2, 1, 2, 1, 2]] {
            let (a, mut file) = (counting(DynRank::new(dims).unwrap()), Vec::new());
            a.write_npy(&mut file).unwrap();
            assert_eq!(ArrayD::<i32>::read_npy(&file[..]).unwrap(), a);
        }
        // One after another, as `numpy.load` reads them from an open file.
        let mut both = Vec::new();
        array![1_u8].write_npy(&mut both).unwrap();
        array![2_u8].write_npy(&mut both).unwrap();
        let mut rest = &both[..];
        assert_eq!(Vector::<u8, 1>::read_npy(&mut rest).unwrap(), array![1_u8]);
        assert_eq!(Vector::<u8, 1>::read_npy(&mut rest).unwrap(), array![2_u8]);
    }

    #[test]
    fn files_that_are_not_arrays_of_this_type_and_shape_are_refused() {
        let good = of("|u1", "False", "(2, 3)", &[1, 2, 3, 4, 5, 6]);
        refused::<u8, shape![2, 2]>(&good, "read_npy: shape (2,3) where (2,2) is needed");
        refused::<u8, shape![dyn, 2]>(&good, "read_npy: shape (2,3) where (_,2) is needed");
        refused::<u8, shape![6]>(&good, "read_npy: shape (2,3) where (6,) is needed");
        refused::<f32, shape![2, 3]>(&good, "elements of type '|u1' cannot be used here");
        refused::<u8, shape![2, 3]>(&good[..good.len() - 1], "5 elements where the shape has 6");
        refused::<u8, DynRank>(&good[..4], "not a .npy file: it ends within the header");
        refused::<u8, DynRank>(&good[..9], "not a .npy file: it ends within the header");
        refused::<u8, DynRank>(&good[..40], "not a .npy file: it ends within the header");
        refused::<u8, DynRank>(b"PK\x03\x04\0\0\0\0", "not a .npy file: the first bytes are others");
        refused::<u8, DynRank>(b"\x93NUMPY\x09\0\0\0", "not a .npy file: a version that is not known");
        refused::<f64, DynRank>(&of("<f8", "False", "(2,)", &[0; 15]), "1 elements where the shape has 2");
        let record = "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}";
        refused::<f32, DynRank>(&file(record, &[0; 4]), "elements of type 'a record' cannot be used here");
        refused::<f32, DynRank>(
            &of("|O", "False", "(1,)", &[0; 4]),
            "elements of type '|O' cannot be used here",
        );
        refused::<f32, DynRank>(
            &of("??", "False", "(1,)", &[0; 4]),
            "elements of type '??' cannot be used here",
        );
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("interop_too_long.npy");
        fs::write(&path, [&good[..], &[0]].concat()).unwrap();
        let error = ArrayD::<u8>::load_npy(&path).unwrap_err();
        assert!(matches!(error, NpyError::TooLong), "{error}");
        assert!(matches!(ArrayD::<u8>::load_npy("no such file").unwrap_err(), NpyError::Io(_)));
    }

    #[test]
    fn headers_that_lie_about_sizes_are_refused_before_anything_is_allocated() {
        let too_large = |shape: &str| {
            let error = ArrayD::<f64>::read_npy(&of("<f8", "False", shape, &[])[..]).unwrap_err();
            assert!(matches!(error, NpyError::Shape(_) | NpyError::Header(_)), "{shape}: {error}");
        };
        too_large("(4294967296, 4294967296)");
        too_large("(0, 9223372036854775808)");
        too_large("(0, 4611686018427387904)");
        too_large("(18446744073709551616,)");
        too_large("(1, 1, 1, 1, 1, 1, 1, 1, 1)");
        refused::<f64, DynRank>(
            &of("<f8", "False", "(1099511627776,)", &[0; 8]),
            "1 elements where the shape has 1099511627776",
        );
        let mut long = b"\x93NUMPY\x02\x00".to_vec();
        long.extend(u32::MAX.to_le_bytes());
        refused::<f64, DynRank>(&long, "not a .npy file: the header is too long");
    }

    #[test]
    fn broken_headers_are_refused() {
        let not_a_dict = "not a .npy file: the header is not a dict of descr, fortran_order and shape";
        for header in [
            "",
            "{",
            "{}",
            "[]",
            "{'descr': '|u1'",
            "{'descr': '|u1', 'fortran_order': False}",
            "{'descr': '|u1', 'fortran_order': 0, 'shape': (1,)}",
            "{'descr': 1, 'fortran_order': False, 'shape': (1,)}",
            "{'descr': '|u1', 'fortran_order': False, 'shape': [1]}",
            "{'descr': '|u1', 'fortran_order': False, 'shape': (1,)} x",
            "{'descr': '|u1', 'fortran_order': False, 'shape': (1,), 'x': 1}",
            "{'descr': '|u1 'fortran_order': False}",
            "{'descr': '|u1', 'fortran_order': False, 'shape': (1 1)}",
            "{descr: '|u1'}",
        ] {
            refused::<u8, DynRank>(&file(header, &[1]), not_a_dict);
        }
        refused::<u8, DynRank>(
            &of("|u1", "False", "(-1,)", &[1]),
            "not a .npy file: a length that is not a number",
        );
        refused::<u8, DynRank>(&file(&"(".repeat(60_000), &[1]), not_a_dict);
    }
}
