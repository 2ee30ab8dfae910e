//! Products on any number of threads have the bits of one.
#![cfg(feature = "rayon")]

use crate::common::Rng;
use conformable::kernel::product::dispatch::product_on;
use conformable::kernel::{MatMut, MatRef, Order, product};
use conformable::simd::Path;

/// A number with an exponent far enough from others' that every change of order shows.
fn number(rng: &mut Rng) -> f32 {
    rng.f32() * 2_f32.powi((rng.next_u32() % 31) as i32 - 16)
}

#[test]
fn threads_do_not_change_bits() {
    let mut rng = Rng::new(0x7777_1234_5678_4321);
    for [m, n, k] in [[300, 140, 260], [70, 1100, 64], [5, 3001, 300], [9000, 1, 600], [1, 9000, 600]] {
        let a: Vec<f32> = (0..m * k).map(|_| number(&mut rng)).collect();
        let b: Vec<f32> = (0..n * k).map(|_| number(&mut rng)).collect();
        let order = Order::of(m, n, k);
        let a_view = MatRef::from_slice(&a, m, k).unwrap();
        let b_view = MatRef::from_slice(&b, n, k).unwrap().t();
        let mut expected = vec![f32::NAN; m * n];
        let path = Path::active();
        product_on(path, order, MatMut::from_slice(&mut expected, m, n).unwrap(), a_view, b_view).unwrap();
        for threads in [1, 2, 3, 7] {
            let mut c = vec![f32::NAN; m * n];
            rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| {
                let a_view = MatRef::from_slice(&a, m, k).unwrap();
                let b_view = MatRef::from_slice(&b, n, k).unwrap().t();
                let c = MatMut::from_slice(&mut c, m, n).unwrap();
                product(order, c, a_view, b_view);
            });
            assert!(c.iter().map(|x| x.to_bits()).eq(expected.iter().map(|x| x.to_bits())), "{m} {n} {k}");
        }
    }
}
