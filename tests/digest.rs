//! One number for the bits of products of all kinds: the promise that they depend on lengths alone.
//!
//! The numbers below are the same for every CPU and every path (`CONFORMABLE_ISA`), for static, mixed, dynamic
//! and strided operands, for any number of threads, for every optimisation level and target CPU.
//! `scripts/digests.sh` runs this test under many of these.
#![cfg(feature = "alloc")]

mod common;

use common::Rng;
use conformable::prelude::*;

/// Dot products, matrix times vector, and matrix products of up to 8 terms.
const SUMMED_AS_DOTS: u64 = 0xd52d_bdcc_873a_a66d;
/// Matrix products of more terms, each product rounded before it is added: with the feature `deterministic`,
/// or on a path that does not fuse.
const CHAINS: u64 = 0x5447_db13_b079_60bc;
/// Matrix products of more terms on a path that fuses.
const FUSED_CHAINS: u64 = 0x8786_0e3f_c272_22e0;

/// FNV-1a over the bits of results (G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash
/// Algorithm", IETF draft, 64-bit variant).
struct Digest(u64);

impl Digest {
    fn new() -> Self {
        Digest(0xcbf2_9ce4_8422_2325)
    }
    fn add(&mut self, bits: u64) {
        for byte in bits.to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

/// A float of any size from 2^-90 to 2^40, now and then zero, of either sign.
fn any_f32(rng: &mut Rng) -> f32 {
    match rng.below(64) {
        0 => 0.0,
        1 => -0.0,
        _ => rng.f32() * 2_f32.powi(rng.below(130) as i32 - 90),
    }
}
fn any_f64(rng: &mut Rng) -> f64 {
    match rng.below(64) {
        0 => 0.0,
        1 => -0.0,
        _ => rng.f64() * 2_f64.powi(rng.below(130) as i32 - 90),
    }
}

/// `a (m, k)` against `b (n, k)`, as dynamic arrays, views of columns, mixed shapes and `DynRank`: the bits of
/// all of them must be the same, and go into the digest once.
macro_rules! products {
    ($digest:ident, $rng:ident, $any:ident, $T:ty, $shape:expr) => {{
        let [m, n, k] = $shape;
        let a = Array::<$T, _>::from_shape_fn((Dyn(m), Dyn(k)), |_| $any(&mut $rng)).unwrap();
        let b = Array::<$T, _>::from_shape_fn((Dyn(n), Dyn(k)), |_| $any(&mut $rng)).unwrap();
        let c = a.inner(&b).unwrap();
        let bits = |x: &[$T]| x.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        let expected = bits(c.as_slice());
        let (a_columns, b_columns) = (a.t().to_owned(), b.t().to_owned());
        assert_eq!(bits(a_columns.t().inner(&b_columns.t()).unwrap().as_slice()), expected, "columns");
        assert_eq!(bits(a.view().into_dyn().inner(&b.view().into_dyn()).unwrap().as_slice()), expected, "rank");
        expected.iter().for_each(|bits| $digest.add(u64::from(*bits)));
    }};
}

/// The same of static arrays, beside dynamic ones.
fn static_products<const M: usize, const N: usize, const K: usize>(digest: &mut Digest, rng: &mut Rng) {
    let a = Matrix::<f32, M, K>::from_fn(|_| any_f32(rng));
    let b = Matrix::<f32, N, K>::from_fn(|_| any_f32(rng));
    let c = a.inner(&b);
    let dynamic = a.into_dyn().inner(&b.into_dyn()).unwrap();
    for (fixed, dynamic) in c.iter().zip(&dynamic) {
        assert_eq!(fixed.to_bits(), dynamic.to_bits(), "({M},{K}) ({N},{K})");
        digest.add(u64::from(fixed.to_bits()));
    }
}

#[test]
fn products_summed_as_dots_have_these_bits() {
    let (mut digest, mut rng) = (Digest::new(), Rng::new(1));
    let lengths = (0..=200).chain([255, 256, 257, 1023, 1024, 1025, 2047, 2048, 2049, 4099, 65_537]);
    for n in lengths {
        let [a, b] = [(); 2].map(|()| (0..n).map(|_| any_f32(&mut rng)).collect::<Vec<_>>());
        let dot: f32 = Array::from(a).inner(&Array::from(b)).unwrap();
        digest.add(u64::from(dot.to_bits()));
        let [a, b] = [(); 2].map(|()| (0..n).map(|_| any_f64(&mut rng)).collect::<Vec<_>>());
        let dot: f64 = Array::from(a).inner(&Array::from(b)).unwrap();
        digest.add(dot.to_bits());
    }
    for shape in [[1, 40, 129], [40, 1, 129], [7, 1, 2049], [33, 1, 64], [70, 90, 3], [9, 17, 8], [5, 5, 5], [33, 2, 4]] {
        products!(digest, rng, any_f32, f32, shape);
        products!(digest, rng, any_f64, f64, shape);
    }
    static_products::<2, 2, 2>(&mut digest, &mut rng);
    static_products::<3, 3, 3>(&mut digest, &mut rng);
    static_products::<4, 4, 4>(&mut digest, &mut rng);
    static_products::<6, 6, 6>(&mut digest, &mut rng);
    static_products::<8, 8, 8>(&mut digest, &mut rng);
    static_products::<5, 7, 3>(&mut digest, &mut rng);
    static_products::<1, 9, 100>(&mut digest, &mut rng);
    assert_eq!(digest.0, SUMMED_AS_DOTS, "{:#018x}", digest.0);
}

#[test]
fn products_of_many_terms_have_these_bits() {
    let (mut digest, mut rng) = (Digest::new(), Rng::new(2));
    for shape in [[2, 2, 9], [5, 7, 9], [16, 16, 16], [13, 11, 17], [33, 31, 64], [3, 40, 257], [65, 20, 300], [17, 129, 600]] {
        products!(digest, rng, any_f32, f32, shape);
        products!(digest, rng, any_f64, f64, shape);
    }
    static_products::<16, 16, 16>(&mut digest, &mut rng);
    static_products::<5, 7, 9>(&mut digest, &mut rng);
    static_products::<3, 2, 513>(&mut digest, &mut rng);
    // Large enough to be split over threads, with the feature `rayon`.
    products!(digest, rng, any_f32, f32, [200, 150, 130]);
    let expected = if common::fused() { FUSED_CHAINS } else { CHAINS };
    assert_eq!(digest.0, expected, "{:#018x}", digest.0);
}
