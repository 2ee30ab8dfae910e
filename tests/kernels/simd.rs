//! Every operation of the vectors of every path against the same on its lanes.

#![allow(unsafe_code, reason = "loads and stores take pointers")]

use crate::common::Rng;
use crate::numbers::{Number, available, for_all_numbers};
use conformable::simd::{Kernel, Path, Simd};

/// `a * b + c` as a path that fuses rounds it, and the other operations of one lane.
trait Lane: Number {
    fn fused(self, b: Self, c: Self) -> Self;
    fn minus(self, b: Self) -> Self;
    fn is_neutral(self) -> bool;
}

macro_rules! lanes {
    ($($T:ident, $fused:expr, $minus:expr, $neutral:expr;)+) => {$(
        impl Lane for $T {
            fn fused(self, b: $T, c: $T) -> $T {
                $fused(self, b, c)
            }
            fn minus(self, b: $T) -> $T {
                $minus(self, b)
            }
            fn is_neutral(self) -> bool {
                $neutral(self)
            }
        }
    )+};
}

lanes! {
    f32, f32::mul_add, |a, b| a - b, |x: f32| x.to_bits() == (-0.0f32).to_bits();
    f64, f64::mul_add, |a, b| a - b, |x: f64| x.to_bits() == (-0.0f64).to_bits();
    i8, |a: i8, b, c| a.wrapping_mul(b).wrapping_add(c), i8::wrapping_sub, |x| x == 0;
    i16, |a: i16, b, c| a.wrapping_mul(b).wrapping_add(c), i16::wrapping_sub, |x| x == 0;
    i32, |a: i32, b, c| a.wrapping_mul(b).wrapping_add(c), i32::wrapping_sub, |x| x == 0;
    i64, |a: i64, b, c| a.wrapping_mul(b).wrapping_add(c), i64::wrapping_sub, |x| x == 0;
}

struct Operations<T>([Vec<T>; 3]);

impl<T: Lane> Kernel<T> for Operations<T> {
    type Output = ();
    fn run<I: Simd<T>>(self, isa: I) {
        let [a, b, c] = self.0;
        let lanes = I::LANES;
        assert!(lanes * size_of::<I::Row>() / size_of::<I::V>() == 128 / size_of::<T>() || lanes == 1);
        // SAFETY: there are 64 elements, as many as the widest vector has.
        let [va, vb, vc] = unsafe { [isa.load(a.as_ptr()), isa.load(b.as_ptr()), isa.load(c.as_ptr())] };
        let out = |v: I::V| {
            let mut out = vec![T::POISON; lanes];
            // SAFETY: `out` has `LANES` elements.
            unsafe { isa.store(out.as_mut_ptr(), v) };
            out
        };
        let same = |v: I::V, want: &dyn Fn(usize) -> T, what: &str| {
            for (l, got) in out(v).into_iter().enumerate() {
                assert!(got.to_u64() == want(l).to_u64(), "{} {what}, lane {l}", I::NAME);
            }
        };
        same(va, &|l| a[l], "load");
        same(isa.splat(a[0]), &|_| a[0], "splat");
        same(isa.add(va, vb), &|l| a[l].plus(b[l]), "add");
        same(isa.sub(va, vb), &|l| a[l].minus(b[l]), "sub");
        same(isa.mul(va, vb), &|l| a[l].times(b[l]), "mul");
        let once = |l: usize| if I::FUSED { a[l].fused(b[l], c[l]) } else { a[l].times(b[l]).plus(c[l]) };
        same(isa.mul_add(va, vb, vc), &once, "mul_add");
        assert!(isa.row(va).as_ref().len() * lanes == 128 / size_of::<T>());
        for v in isa.row(va).as_ref() {
            same(*v, &|l| a[l], "row");
        }
        assert!(I::NEUTRAL.is_neutral());
        let mut fold = a[..lanes].to_vec();
        while fold.len() > 1 {
            let upper = fold.split_off(fold.len() / 2);
            fold = fold.into_iter().zip(upper).map(|(l, u)| l.plus(u)).collect();
        }
        assert!(isa.fold(va).to_u64() == fold[0].to_u64(), "{} fold", I::NAME);
        for n in 0..=lanes {
            let zero = |l: usize| if l < n { a[l] } else { T::ZERO };
            // SAFETY: `n <= LANES` of the 64 elements, forwards, by threes, and backwards.
            unsafe {
                same(isa.load_head(a.as_ptr(), n), &zero, "load_head");
                let thirds = |l: usize| if l < n { c[3 * l] } else { T::ZERO };
                same(isa.load_strided(c.as_ptr(), 3, n), &thirds, "load_strided");
                let backwards = |l: usize| if l < n { a[63 - l] } else { T::ZERO };
                same(isa.load_strided(a[63..].as_ptr(), -1, n), &backwards, "load_strided backwards");
            }
            // SAFETY: `n <= LANES`.
            let head = unsafe { isa.keep_head(va, n) };
            same(head, &|l| if l < n { a[l] } else { I::NEUTRAL }, "keep_head");
            let mut room = vec![T::POISON; lanes + 1];
            // SAFETY: `n <= LANES` elements of `room`.
            unsafe { isa.store_head(room.as_mut_ptr(), n, va) };
            for (l, got) in room.into_iter().enumerate() {
                let want = if l < n { a[l] } else { T::POISON };
                assert!(got.to_u64() == want.to_u64(), "{} store_head {n}, lane {l}", I::NAME);
            }
        }
    }
}

#[test]
fn operations_match_those_of_lanes() {
    fn check<T: Lane>() {
        let mut rng = Rng::new(51);
        for _ in 0..30 {
            for path in available() {
                let operands = [rng.many(64), rng.many(64), rng.many(192)];
                T::run_on(path, Operations(operands)).expect("the path is available");
            }
        }
    }
    for_all_numbers([check::<f32>, check::<f64>, check::<i8>, check::<i16>, check::<i32>, check::<i64>]);
}

#[test]
fn names_are_those_of_the_environment_variable() {
    let names: Vec<_> = Path::ALL.iter().map(|path| path.name()).collect();
    assert_eq!(names, ["scalar", "sse2", "avx2", "avx512", "neon", "simd128"]);
    if let Ok(name) = std::env::var("CONFORMABLE_ISA") {
        assert!(name.is_empty() || conformable::simd::dispatch::active_name() == name);
    }
}
