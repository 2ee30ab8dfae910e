//! Files of NumPy's format of any bytes: what is read is written and read again.

#![no_main]

use conformable::{Array, ArrayD, Const, Dyn, Matrix, UpTo};
use libfuzzer_sys::fuzz_target;

macro_rules! read { ($file:ident: $($T:ty),+) => {$(
    if let Ok(array) = <$T>::read_npy($file) {
        let mut again = Vec::new();
        array.write_npy(&mut again).expect("a vector takes all bytes");
        let back = <$T>::read_npy(&again[..]).expect("what was written is read");
        assert_eq!(format!("{back:?}"), format!("{array:?}"));
    }
)+};}

fuzz_target!(|file: &[u8]| {
    read!(
        file: ArrayD<f64>, ArrayD<f32>, ArrayD<u8>, ArrayD<i16>, ArrayD<bool>, Array<f32, (Dyn, Const<3>)>, Array<u64, (Dyn,)>,
        Matrix<u8, 2, 2>, Array<i32, (UpTo<4>, Const<2>)>
    );
});
