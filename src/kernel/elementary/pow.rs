//! Powers of any base.
//!
//! ```text
//! x = 2^k m,   s = (m - 1)/(m + 1),   ln m = 2 s + s³ (2/3 + s² P(s²)),   x^y = 2^(y (k + ln m / ln 2))
//! ```
//!
//! All but `P` in pairs, whose error is 2^-11 of what the last bit of the result needs of the largest exponent. (Muller,
//! Elementary Functions, 11.5.)

use super::exp;
use super::float::{Bits, Float, Pair, fast_two_sum, polynomial, quotient, two_product};
use super::ln;

/// `log2(x)` of a positive number.
#[inline(always)]
fn log2<T: Float>(x: T) -> Pair<T> {
    let (k, m, _) = ln::parts(x);
    let f = m - T::ONE;
    let (s, s_low) = quotient((f, T::ZERO), fast_two_sum(T::of(2), f));
    let (z, z_low) = two_product(s, s);
    let z_low = z_low + (s + s) * s_low;
    let (c, c_low) = fast_two_sum(T::TWO_THIRDS.0, z * polynomial(z, T::POW));
    let c_low = c_low + T::TWO_THIRDS.1;
    let (cube, cube_low) = two_product(z, s);
    let cube_low = cube_low + (z * s_low + z_low * s);
    let (tail, tail_low) = two_product(cube, c);
    let tail_low = tail_low + (cube * c_low + cube_low * c);
    let (h, l) = fast_two_sum(s + s, tail);
    let l = l + (s_low + s_low + tail_low);
    let (g, g_low) = two_product(h, T::INVERSE_LN_2);
    let g_low = g_low + (h * T::INVERSE_LN_2_LOW + l * T::INVERSE_LN_2);
    let (h, l) = fast_two_sum(k, g);
    fast_two_sum(h, l + g_low)
}

/// Whether a number is whole, and whether it is odd.
#[inline(always)]
fn parity<T: Float>(y: T) -> (bool, bool) {
    let (a, one) = (y.size(), T::power_of_two(T::Bits::of(T::FRACTION as u8)));
    let sum = a + one;
    let is_large = a >= one;
    let bits = if is_large { a.bits() } else { sum.bits() };
    let is_odd = (bits & T::Bits::of(1) == T::Bits::of(1)) & (a < one + one);
    (is_large | (sum - one == a), is_odd)
}

/// `x` to the power of `y`.
#[inline(always)]
pub(crate) fn powf<T: Float>(x: T, y: T) -> T {
    let a = x.size();
    let (l, l_low) = log2(a);
    let l = l.or(a == T::ZERO, -T::INFINITY).or(a == T::INFINITY, T::INFINITY);
    let within = y.within(-T::LARGEST_POWER, T::LARGEST_POWER);
    let (p, rest) = two_product(within, l);
    let rest = rest + within * l_low;
    let bounded = p.within(T::EXP2_RANGE.0, T::EXP2_RANGE.1);
    let power = exp::exp2_of(bounded, T::ZERO.or(bounded == p, rest));
    let (is_whole, is_odd) = parity(y);
    let sign = if is_odd & is_whole { x.sign() } else { T::Bits::of(0) };
    let z = power.flip(sign);
    let z = z.or((x < T::ZERO) & (a < T::INFINITY) & !is_whole, T::NAN);
    T::NAN.or(x.is_number() & y.is_number(), z).or((y == T::ZERO) | (x == T::ONE), T::ONE)
}
