//! Texts and bytes for serde: what is read is written and read again.

#![no_main]

use conformable::{Array, ArrayD, Const, Dyn, Matrix, UpTo, Vector, axis};
use libfuzzer_sys::fuzz_target;

axis!(Joint: 3);

macro_rules! read { ($bytes:ident: $($T:ty),+) => {$(
    if let Ok(array) = serde_json::from_slice::<$T>($bytes) {
        let text = serde_json::to_string(&array).expect("a string takes all bytes");
        assert_eq!(serde_json::from_str::<$T>(&text).expect("what was written is read"), array);
    }
    if let Ok(array) = postcard::from_bytes::<$T>($bytes) {
        let bytes = postcard::to_allocvec(&array).expect("a vector takes all bytes");
        assert_eq!(postcard::from_bytes::<$T>(&bytes).expect("what was written is read"), array);
    }
)+};}

fuzz_target!(|bytes: &[u8]| {
    read!(
        bytes: Vector<i32, 3>, Matrix<u8, 2, 2>, Array<i64, (Joint,)>, Array<i32, (Dyn, Const<3>)>, Array<u8, (UpTo<4>, Const<2>)>,
        ArrayD<i16>, ArrayD<bool>, Array<String, (Dyn,)>
    );
});
