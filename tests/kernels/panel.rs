//! Products of small static shapes, of few terms and of many: the bits of products of the same lengths at run time, on the
//! active path, and nothing read or written outside the operands.
#![allow(unsafe_code, reason = "kernels ask for pointers")]

use crate::common::Rng;
use crate::guarded::Guarded;
use conformable::kernel::{self, MatMut, MatRef, Order};
use conformable::simd::Fixed;

/// Lengths, and whether A and B stand column by column.
struct Lens<const M: usize, const N: usize, const K: usize, const A: bool, const B: bool>;

const fn strides([rows, columns]: [usize; 2], by_columns: bool) -> [isize; 2] {
    if by_columns { [1, rows as isize] } else { [columns as isize, 1] }
}

impl<const M: usize, const N: usize, const K: usize, const A: bool, const B: bool> Fixed
    for Lens<M, N, K, A, B>
{
    const LENGTHS: [usize; 3] = [M, N, K];
    const A: [isize; 2] = strides([M, K], A);
    const B: [isize; 2] = strides([K, N], B);
    const C: [isize; 2] = [N as isize, 1];
}

trait Float: conformable::Scalar {
    fn of(x: f32) -> Self;
    fn bits(self) -> u64;
}
impl Float for f32 {
    fn of(x: f32) -> f32 {
        x
    }
    fn bits(self) -> u64 {
        self.to_bits().into()
    }
}
impl Float for f64 {
    fn of(x: f32) -> f64 {
        f64::from(x) / 3.
    }
    fn bits(self) -> u64 {
        self.to_bits()
    }
}

fn check<T: Float, P: Fixed>(rooms: &mut [Guarded; 3], rng: &mut Rng) {
    let [m, n, k] = P::LENGTHS;
    let a: Vec<T> = (0..m * k).map(|_| T::of(rng.f32())).collect();
    let b: Vec<T> = (0..k * n).map(|_| T::of(rng.f32())).collect();
    let mut expected = vec![T::ZERO; m * n];
    // SAFETY: these are the lengths and strides of the slices.
    unsafe {
        let (a, b) = (MatRef::new(a.as_ptr(), [m, k], P::A), MatRef::new(b.as_ptr(), [k, n], P::B));
        kernel::product(Order::of(m, n, k), MatMut::new(expected.as_mut_ptr(), [m, n], P::C), a, b);
    }
    let [of_a, of_b, of_c] = rooms;
    for at_end in [true, false] {
        let nothing = vec![T::of(f32::NAN); m * n];
        let (a, b, c) = if at_end {
            (of_a.at_end(&a), of_b.at_end(&b), of_c.at_end(&nothing))
        } else {
            (of_a.at_start(&a), of_b.at_start(&b), of_c.at_start(&nothing))
        };
        // SAFETY: as above.
        unsafe { kernel::product_static::<T, P>(c.as_mut_ptr(), a.as_ptr(), b.as_ptr()) };
        let bits = |x: &[T]| x.iter().map(|x| x.bits()).collect::<Vec<_>>();
        assert_eq!(bits(c), bits(&expected), "({m}, {k}) · ({k}, {n}), strides {:?} {:?}", P::A, P::B);
    }
}

#[test]
fn static_products_have_the_bits_of_run_time_and_touch_nothing_else() {
    let rng = &mut Rng::new(7);
    let rooms = &mut [Guarded::new(1 << 14), Guarded::new(1 << 14), Guarded::new(1 << 14)];
    macro_rules! rows { ($($m:literal $n:literal $k:literal;)+) => {$(
        check::<f32, Lens<$m, $n, $k, false, false>>(rooms, rng);
        check::<f32, Lens<$m, $n, $k, true, false>>(rooms, rng);
        check::<f64, Lens<$m, $n, $k, false, false>>(rooms, rng);
    )+};}
    macro_rules! all { ($($m:literal $n:literal $k:literal;)+) => {$(
        check::<f32, Lens<$m, $n, $k, false, true>>(rooms, rng);
        check::<f64, Lens<$m, $n, $k, false, true>>(rooms, rng);
    )+ rows! { $($m $n $k;)+ }};}
    all! {
        4 4 4; 5 5 5; 6 7 8; 8 8 8; 3 8 3; 2 2 9; 2 3 10; 3 2 16; 5 7 9; 7 5 9; 8 8 9; 9 9 9; 6 13 12; 12 6 13; 13 11 17;
        16 16 9; 16 15 16; 15 16 11; 16 16 16; 2 16 64; 16 2 64; 10 12 33;
    }
    rows! { 3 9 65; 4 4 256; 3 5 200; }
}
