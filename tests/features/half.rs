//! `f16` and `bf16`: every conversion rounds once, each operation on elements rounds to the type, and sums are made in
//! `f32` and rounded once, whatever path computes them.

#![cfg(all(feature = "half-2", feature = "alloc", feature = "macros"))]

use crate::common;

use common::Rng;
use conformable::prelude::*;
use conformable::scalar::Cast;
use conformable::{Scalar, einsum, einsum_into, shape};
use half::{bf16, f16};

fn f16s<const N: usize>(x: [f64; N]) -> Array<f16, (Const<N>,)> {
    Vector::new(x).cast()
}

/// What the tests ask of both types.
trait Half:
    Scalar
    + Cast<f32>
    + Cast<f64>
    + PartialEq
    + core::fmt::Debug
    + conformable::scalar::Ordered
    + Average<Mean = f32>
{
    const INFINITY: u16;
    fn of(bits: u16) -> Self;
    fn bits(self) -> u16;
}
use conformable::scalar::Average;
impl Half for f16 {
    const INFINITY: u16 = 0x7C00;
    fn of(bits: u16) -> Self {
        f16::from_bits(bits)
    }
    fn bits(self) -> u16 {
        self.to_bits()
    }
}
impl Half for bf16 {
    const INFINITY: u16 = 0x7F80;
    fn of(bits: u16) -> Self {
        bf16::from_bits(bits)
    }
    fn bits(self) -> u16 {
        self.to_bits()
    }
}

/// The value of bits that are no NaN, with the number above the largest one, at which overflow begins, for infinity.
fn value<H: Half>(bits: u16) -> f64 {
    let size = bits & 0x7FFF;
    let value: f64 = if size == H::INFINITY {
        let [last, before]: [f64; 2] = [1, 2].map(|down| H::of(size - down).cast());
        last + (last - before)
    } else {
        H::of(size).cast()
    };
    if bits >> 15 == 1 { -value } else { value }
}

/// Every number, and what lies half-way to the next one and beside that, in `f64` and, where it is one, in `f32`.
fn all_numbers_and_ties<H: Half>()
where
    f64: Cast<H>,
    f32: Cast<H>,
{
    for sign in [0, 0x8000] {
        for size in 0..H::INFINITY {
            let bits = sign | size;
            let (x, next) = (value::<H>(bits), value::<H>(bits + 1));
            let to = |x: f64| {
                let rounded: H = x.cast();
                if f64::from(x as f32) == x {
                    assert_eq!(Cast::<H>::cast(x as f32).bits(), rounded.bits(), "{x:e} of f32");
                }
                rounded.bits()
            };
            assert_eq!(to(x), bits, "{x:e}");
            // Exact: a bit more than the type has.
            let tie = x + (next - x) / 2.;
            assert_eq!(to(tie), bits + (bits & 1), "{tie:e}");
            let (inner, outer) =
                if sign == 0 { (tie.next_down(), tie.next_up()) } else { (tie.next_up(), tie.next_down()) };
            assert_eq!([to(inner), to(outer)], [bits, bits + 1], "beside {tie:e}");
            let tie = tie as f32;
            let (inner, outer) =
                if sign == 0 { (tie.next_down(), tie.next_up()) } else { (tie.next_up(), tie.next_down()) };
            assert_eq!([to(inner.into()), to(outer.into())], [bits, bits + 1], "beside {tie:e} of f32");
        }
        let (infinity, sign) = (if sign == 0 { f64::INFINITY } else { f64::NEG_INFINITY }, sign);
        assert_eq!(Cast::<H>::cast(infinity).bits(), sign | H::INFINITY);
    }
    assert_eq!(Cast::<H>::cast(f64::MAX).bits(), H::INFINITY);
    assert_eq!(Cast::<H>::cast(-f64::from_bits(1)).bits(), 0x8000);
    for nan in [f64::NAN, f64::from_bits(0x7FF0_0000_0000_0001)] {
        assert!(Cast::<f32>::cast(Cast::<H>::cast(nan)).is_nan());
    }
}

#[test]
fn casts_of_floats_round_every_number_and_every_tie_once() {
    all_numbers_and_ties::<f16>();
    all_numbers_and_ties::<bf16>();
}

/// The nearest to an integer, by a search through all numbers that compares distances as integers.
fn nearest_to_integer<H: Half>(n: u128) -> u16 {
    let (mut low, mut high) = (0, H::INFINITY);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        // An integer is below a number if it is below the next integer from there.
        if value::<H>(middle).ceil() as u128 > n { high = middle } else { low = middle }
    }
    let below = n - value::<H>(low) as u128;
    if below == 0 {
        return low;
    }
    // 2^128, where `bf16` overflows, is one more than the largest.
    let above = match value::<H>(high) {
        end if end == 2_f64.powi(128) => u128::MAX - n + 1,
        end if end as u128 <= n => return high,
        x => x as u128 - n,
    };
    match below.cmp(&above) {
        core::cmp::Ordering::Less => low,
        core::cmp::Ordering::Greater => high,
        core::cmp::Ordering::Equal => low + (low & 1),
    }
}

fn integers<H: Half>()
where
    u128: Cast<H>,
    i128: Cast<H>,
    u64: Cast<H>,
    i64: Cast<H>,
    usize: Cast<H>,
    isize: Cast<H>,
    u32: Cast<H>,
    i32: Cast<H>,
    u16: Cast<H>,
    i16: Cast<H>,
    u8: Cast<H>,
    i8: Cast<H>,
    bool: Cast<H>,
{
    let check = |n: u128| {
        let bits = nearest_to_integer::<H>(n);
        assert_eq!(Cast::<H>::cast(n).bits(), bits, "{n}");
        macro_rules! as_type { ($($T:ident)+) => {$(
            if let Ok(n) = $T::try_from(n) {
                assert_eq!(Cast::<H>::cast(n).bits(), bits, "{n} of {}", stringify!($T));
            }
            if let Some(n) = i128::try_from(n).ok().and_then(|n| $T::try_from(-n).ok()).filter(|n| *n != 0) {
                assert_eq!(Cast::<H>::cast(n).bits(), bits | 0x8000, "{n} of {}", stringify!($T));
            }
        )+}; }
        as_type! { u8 i8 u16 i16 u32 i32 u64 i64 usize isize i128 }
    };
    for n in 0..=70_000 {
        check(n);
    }
    // A few bits at the places that decide, at every size.
    for top in 0..128 {
        for odd in 0..2_u128 {
            for digits in [7, 10] {
                let Some(last) = u32::checked_sub(top, digits) else { continue };
                let base = 1 << top | odd << last;
                for tie in [0, (1 << last) >> 1] {
                    for beside in [0, 1] {
                        let n = base + tie;
                        [n.wrapping_add(beside), n.wrapping_sub(beside)].into_iter().for_each(check);
                    }
                }
            }
        }
    }
    check(u128::MAX);
    assert_eq!(Cast::<H>::cast(i128::MIN).bits(), 0x8000 | nearest_to_integer::<H>(1 << 127));
    assert_eq!([true.cast(), false.cast()], [H::ONE, H::ZERO]);
}

#[test]
fn casts_of_integers_of_all_lengths_round_once() {
    integers::<f16>();
    integers::<bf16>();
}

/// NumPy 2.4 (`astype(float16)`), ml_dtypes (`astype(bfloat16)`) but for integers, which it rounds twice, and exact
/// arithmetic for these.
#[test]
fn casts_where_two_roundings_gave_another_number() {
    let a = f16s([
        65519.999999,
        2047.4999999850988,
        1. + 2_f64.powi(-11) + 2_f64.powi(-22),
        2_f64.powi(-25) * (1. + 2_f64.powi(-30)),
    ]);
    assert_eq!(a.cast::<f64>().as_slice(), [65504., 2047., 1.0009765625, 5.960464477539063e-8]);
    let x: Vector<bf16, 1> = array![1. + 2_f32.powi(-8) + 2_f32.powi(-23)].cast();
    assert_eq!(x[[0]].to_f32(), 1.0078125);
    assert_eq!(array![16_842_753_i32].cast::<bf16>()[[0]].to_f32(), 16_908_288.);
    assert_eq!(
        array![(1_u64 << 60) + (1 << 52) + 1].cast::<bf16>()[[0]].to_f64(),
        2_f64.powi(60) + 2_f64.powi(53)
    );
}

#[test]
fn halves_cast_to_all_types_and_to_each_other() {
    let a = f16s([-1.5, 0., 300.]);
    assert_eq!(a.cast::<i128>().as_slice(), [-1, 0, 300]);
    assert_eq!(a.cast::<u8>().as_slice(), [0, 0, 255]);
    assert_eq!(a.cast::<bool>().as_slice(), [true, false, true]);
    assert_eq!(array![true, false].cast::<f16>(), f16s([1., 0.]));
    // 1 + 2^-8 is a tie of bf16, and 1e38 more than f16 has.
    assert_eq!(f16s([1. + 2_f64.powi(-8)]).cast::<bf16>()[[0]], bf16::ONE);
    assert_eq!(array![bf16::from_f32(1e38)].cast::<f16>()[[0]], f16::INFINITY);
}

#[test]
fn sums_are_made_in_f32_and_rounded_once() {
    let (a, b) = (f16s([300., 300.]), f16s([300., -300.]));
    assert_eq!(a.inner(&b), f16::ZERO);
    assert_eq!(a.dot(&b), f16::ZERO);
    assert_eq!(a.vdot(&b), f16::ZERO);
    assert_eq!(a.vecdot(&b), f16::ZERO);
    assert_eq!(einsum!("i,i->", &a, &b), f16::ZERO);
    let column = array![[60000.], [60000.], [-60000.]].cast::<f16>();
    assert_eq!(column.sum_axis::<0>(), f16s([60000.]));
    assert_eq!(column.sum().to_f32(), 60000.);
    assert_eq!(
        f16s([1000., 1000., 0.001]).prod().to_f32(),
        f16::from_f32(1e6 * f16::from_f32(0.001).to_f32()).to_f32()
    );
    // NumPy: np.sum(np.ones(4096, np.float16)) is 4096.
    let ones = Array::from_shape_elem((Dyn(4096),), f16::ONE).unwrap();
    assert_eq!([ones.inner(&ones).unwrap(), ones.sum(), ones.norm_squared()].map(f16::to_f32), [4096.; 3]);
    let squares = f16s([300., 300.]).norm_squared();
    assert_eq!(squares, f16::INFINITY);
}

/// NumPy: `np.cumsum` of `float16` rounds after each element, as its `add.accumulate` does; so here.
#[test]
fn running_sums_round_after_each_element_as_in_numpy() {
    let sums = f16s([2048., 1., 1.]).cumsum();
    assert_eq!(sums, f16s([2048., 2048., 2048.]));
    assert_eq!(
        f16s([60000., 60000., -60000.]).cumsum().cast::<f32>().as_slice(),
        [60000., f32::INFINITY, f32::INFINITY]
    );
}

/// Every operand of a product with intermediate results takes part in `f32`.
#[test]
fn einsum_rounds_only_the_result() {
    let (a, b, c) = (f16s([300., 1.]), f16s([300., 1.]), f16s([0.001, 1.]));
    let exact = 90000. * f16::from_f32(0.001).to_f32() + 1.;
    assert_eq!(einsum!("i,i,i->", &a, &b, &c).to_f32(), f16::from_f32(exact).to_f32());
    let views = [a.view().into_dyn(), b.view().into_dyn(), c.view().into_dyn()];
    let sum = einsum("i,i,i->", &views).unwrap();
    assert_eq!(sum.as_slice()[0].to_f32(), f16::from_f32(exact).to_f32());
    // What an operand alone has is no sum by itself.
    let (many, small) = (f16s([60000., 60000.]), f16s([0.001]));
    let exact = 120000. * f16::from_f32(0.001).to_f32();
    assert_eq!(einsum!("i,j->", &many, &small).to_f32(), f16::from_f32(exact).to_f32());
    let views = [many.view().into_dyn(), small.view().into_dyn()];
    assert_eq!(einsum("i,j->", &views).unwrap().as_slice()[0].to_f32(), f16::from_f32(exact).to_f32());
    // A diagonal, a transposed result and an operand that stretches.
    let m = array![[300., 2.], [3., 300.]].cast::<f16>();
    let row = f16s([300., 1.]);
    let out = einsum!("ii,j,k->kj", &m, &row, &f16s([0.001, 1.]));
    let wide = einsum!("ii,j,k->kj", m.cast::<f32>(), row.cast::<f32>(), f16s([0.001, 1.]).cast::<f32>());
    assert_eq!(out, wide.cast::<f16>());
    let mut into = Matrix::zeros();
    einsum_into!("ii,j,k->kj", &m, &row, &f16s([0.001, 1.]), &mut into);
    assert_eq!(into, out);
}

/// Products of f16 are exact in f32, and so are those of bf16 of these sizes, so that nothing depends on whether a
/// processor fuses.
fn products_are_those_of_f32<H: Half>(k_len: usize)
where
    f32: Cast<H>,
{
    let mut rng = Rng::new(k_len as u64);
    let mut random = |dims: &[usize]| {
        let shape = DynRank::new(dims).unwrap();
        let len = dims.iter().product();
        Array::from_vec(shape, (0..len).map(|_| Cast::<H>::cast(rng.f32() * 8.)).collect::<Vec<H>>()).unwrap()
    };
    let wide = |a: &ArrayD<H>| a.cast::<f32>();
    let (a, b) = (random(&[3, k_len]), random(&[5, k_len]));
    let c = a.inner(&b).unwrap();
    assert_eq!(c, wide(&a).inner(&wide(&b)).unwrap().cast::<H>(), "inner, {k_len}");
    let mut into = random(&[3, 5]);
    a.inner_into(&b, &mut into).unwrap();
    assert_eq!(into, c);
    // The same numbers at other strides.
    let turned = b.t().to_owned();
    assert_eq!(a.matmul(&turned).unwrap(), c, "matmul, {k_len}");
    assert_eq!(a.matmul(&b.t()).unwrap(), c, "matmul of a view, {k_len}");
    assert_eq!(a.t().to_owned().t().inner(&turned.t()).unwrap(), c, "inner of views, {k_len}");
    assert_eq!(einsum("ik,jk->ij", &[a.view(), b.view()]).unwrap(), c, "einsum, {k_len}");
    let x = b.typed::<shape![5, dyn]>().unwrap().row(1).unwrap().to_owned().into_dyn();
    let y = a.inner(&x).unwrap();
    assert_eq!(y, wide(&a).inner(&wide(&x)).unwrap().cast::<H>(), "inner of a vector, {k_len}");
    assert_eq!(a.matvec(&x).unwrap(), y, "matvec, {k_len}");
    assert_eq!(x.vecmat(&a.t()).unwrap(), y, "vecmat, {k_len}");
    assert_eq!(a.vecdot(&x).unwrap(), y, "vecdot, {k_len}");
    for axis in [0, 1] {
        let (own, wide) = match axis {
            0 => (a.sum_axis::<0>().unwrap(), wide(&a).sum_axis::<0>().unwrap()),
            _ => (a.sum_axis::<1>().unwrap(), wide(&a).sum_axis::<1>().unwrap()),
        };
        assert_eq!(own, wide.cast::<H>(), "sum_axis {axis}, {k_len}");
    }
    assert_eq!(a.t().sum_axis::<1>().unwrap(), a.sum_axis::<0>().unwrap());
    assert_eq!(a.sum(), wide(&a).sum().cast());
    assert_eq!(a.t().sum(), wide(&a).t().sum().cast());
    assert_eq!(a.prod_axis::<0>().unwrap(), wide(&a).prod_axis::<0>().unwrap().cast::<H>());
    assert_eq!(a.prod(), wide(&a).prod().cast());
    assert_eq!(a.norm_squared(), wide(&a).norm_squared().cast());
    if k_len > 0 {
        assert_eq!(a.mean(), wide(&a).mean());
        assert_eq!((a.median(), a.percentile(30.)), (wide(&a).median(), wide(&a).percentile(30.)));
        assert_eq!(a.var(), wide(&a).var());
    }
    // Two summed axes that are not one in memory, and a batch.
    let (d, e) = (random(&[2, k_len, 3]), random(&[3, k_len, 4]));
    let t = einsum("aik,kib->ab", &[d.view(), e.view()]).unwrap();
    let t32 = einsum("aik,kib->ab", &[wide(&d).view(), wide(&e).view()]).unwrap();
    assert_eq!(t, t32.cast::<H>(), "einsum of two axes, {k_len}");
    let batch = einsum("aik,kib->akb", &[d.view(), e.view()]).unwrap();
    let batch32 = einsum("aik,kib->akb", &[wide(&d).view(), wide(&e).view()]).unwrap();
    assert_eq!(batch, batch32.cast::<H>(), "einsum of a batch, {k_len}");
    assert_eq!(d.trace().unwrap(), wide(&d).trace().unwrap().cast::<H>());
}

#[test]
fn products_and_sums_are_those_of_f32_rounded_on_every_path() {
    for k_len in [0, 1, 2, 3, 7, 8, 9, 31, 32, 33, 63, 64, 65, 255, 256, 257, 600, 2049] {
        products_are_those_of_f32::<f16>(k_len);
        products_are_those_of_f32::<bf16>(k_len);
    }
    // Longer than the copies of `gather` hold.
    products_are_those_of_f32::<f16>(12_000);
}

#[test]
fn static_arrays_give_the_bits_of_those_of_run_time() {
    fn check<const M: usize, const N: usize, const K: usize>() {
        let mut rng = Rng::new((M * 100 + N * 10 + K) as u64);
        let a = Matrix::<f16, M, K>::from_fn(|_| (rng.f32() * 8.).cast());
        let b = Matrix::<f16, N, K>::from_fn(|_| (rng.f32() * 8.).cast());
        let expected = a.view().into_dyn().inner(&b.view().into_dyn()).unwrap();
        assert_eq!(a.inner(&b).view().into_dyn().to_owned(), expected);
        assert_eq!(a.matmul(&b.t()).view().into_dyn().to_owned(), expected);
        assert_eq!(einsum!("ik,jk->ij", &a, &b).view().into_dyn().to_owned(), expected);
        let sums = a.view().into_dyn().sum_axis::<0>().unwrap();
        assert_eq!(a.sum_axis::<0>().view().into_dyn().to_owned(), sums);
        let sums = a.view().into_dyn().sum_axis::<1>().unwrap();
        assert_eq!(a.sum_axis::<1>().view().into_dyn().to_owned(), sums);
    }
    check::<1, 1, 5>();
    check::<2, 3, 4>();
    check::<4, 4, 8>();
    check::<3, 3, 9>();
    check::<1, 7, 40>();
    check::<5, 6, 70>();
}

#[test]
fn small_whole_numbers_are_exact() {
    for k_len in [0, 1, 7, 8, 9, 31, 63, 64, 65] {
        let a = Array::from_shape_fn((Dyn(3), Dyn(k_len)), |[i, k]| bf16::from_f32(((i + k) % 3) as f32));
        let a = a.unwrap();
        let c = a.inner(&a).unwrap();
        for [i, j] in [[0, 0], [1, 2], [2, 1]] {
            let exact: usize = (0..k_len).map(|k| ((i + k) % 3) * ((j + k) % 3)).sum();
            assert_eq!(c[[i, j]], bf16::from_f32(exact as f32));
        }
    }
}

#[test]
fn one_and_zero_are_neutral() {
    assert_eq!(f16::ONE.times(f16::from_f32(3.0)), f16::from_f32(3.0));
    assert_eq!(bf16::ZERO.plus(bf16::from_f32(-2.0)), bf16::from_f32(-2.0));
}
