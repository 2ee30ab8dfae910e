// `einsum!` needs neither `std` nor unsafe code where it is used, and makes no warnings there.
#![no_std]
#![forbid(unsafe_code, unused, non_snake_case, non_local_definitions, unreachable_pub)]
extern crate std;

use conformable::{Array, StaticDim, array, axis, einsum};

axis!(Joint: 2);

fn bilinear<K: StaticDim>(a: &Array<f64, (K, K)>, x: &Array<f64, (K,)>) -> f64 {
    einsum!("Ij,I,j", a, x, x)
}

fn main() {
    let a = array![[1.0, 2.0], [3.0, 4.0]];
    assert_eq!(bilinear(&a, &array![1.0, 1.0]), 10.0);
    let joints = Array::<f64, (Joint,)>::ones();
    assert_eq!(einsum!("i,i->", joints, joints), 2.0);
    let transposed = einsum!("ij->ji", a);
    assert_eq!(einsum!("ij,x->ij", transposed, array![1.0, 1.0])[[0, 1]], 6.0);
    assert_eq!(einsum!("ii", a), 5.0);
}
