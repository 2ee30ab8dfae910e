//! Numbers that look random and are the same everywhere, made of bits; and a digest of the bits of others.

#[cfg(feature = "alloc")]
extern crate alloc;

use conformable::Scalar;

/// FNV-1a over the bits of results (G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm", IETF draft,
/// 64-bit variant).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Digest(pub(super) u64);

impl Digest {
    pub(super) const fn new() -> Self {
        Digest(0xcbf2_9ce4_8422_2325)
    }
    pub(super) fn add<T: Number>(&mut self, x: T) {
        self.word(x.to_u64());
    }
    pub(super) fn word(&mut self, bits: u64) {
        for byte in bits.to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

/// An element of which numbers are drawn, and the bits go into a digest.
pub(super) trait Number: Scalar + PartialEq + 'static {
    fn draw(numbers: &mut Numbers) -> Self;
    /// All bits of the value; of every NaN the same, since its payload is not promised.
    fn to_u64(self) -> u64;
}

/// Where numbers come from (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014, figure 14).
pub(super) struct Numbers {
    state: u64,
    kind: Kind,
}

/// Which floats are drawn.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// From 2^-90 to 2^40 of either sign; zeros of either sign; subnormals.
    Wide,
    /// From 2^-4 to 2^4 of either sign, so that all terms of a sum matter; zeros.
    Near,
    /// Infinities and NaN as well.
    Any,
}

impl Numbers {
    pub(super) const fn new(seed: u64) -> Self {
        Numbers { state: seed, kind: Kind::Wide }
    }
    /// From here on, floats of this kind.
    pub(super) fn of(&mut self, kind: Kind) -> &mut Self {
        self.kind = kind;
        self
    }
    pub(super) fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// `n` numbers.
    #[cfg(feature = "alloc")]
    pub(super) fn many<T: Number>(&mut self, n: usize) -> alloc::vec::Vec<T> {
        (0..n).map(|_| T::draw(self)).collect()
    }
    pub(super) fn fill<T: Number>(&mut self, room: &mut [T]) {
        for x in room {
            *x = T::draw(self);
        }
    }
    /// The exponent of a float, or what else it is, chosen by the `choice`.
    fn exponent(&self, choice: u32) -> Exponent {
        let (low, count) = match self.kind {
            Kind::Near => (-4, 8),
            Kind::Wide | Kind::Any => (-90, 130),
        };
        match (choice >> 24, self.kind) {
            (0..4, _) => Exponent::Zero,
            (4..8, Kind::Wide | Kind::Any) => Exponent::Subnormal,
            (8..16, Kind::Any) => Exponent::Infinite,
            (16, Kind::Any) => Exponent::Nan,
            _ => Exponent::Of(low + (choice % count) as i32),
        }
    }
}

/// The exponent of a float, or what has none.
enum Exponent {
    Zero,
    Subnormal,
    Infinite,
    Nan,
    Of(i32),
}

macro_rules! floats {
    ($($T:ident $U:ident $fraction:literal $bias:literal;)+) => {$(
        impl Number for $T {
            fn draw(numbers: &mut Numbers) -> $T {
                let choice = numbers.bits();
                let sign = (choice as $U & 1) << ($U::BITS - 1);
                let fraction = (numbers.bits() >> (64 - $fraction)) as $U;
                let magnitude = match numbers.exponent((choice >> 32) as u32) {
                    Exponent::Zero => 0,
                    Exponent::Subnormal => fraction,
                    Exponent::Infinite => $T::INFINITY.to_bits(),
                    Exponent::Nan => $T::NAN.to_bits(),
                    Exponent::Of(exponent) => ((exponent + $bias) as $U) << $fraction | fraction,
                };
                $T::from_bits(sign | magnitude)
            }
            fn to_u64(self) -> u64 {
                if self.is_nan() { u64::MAX } else { u64::from(self.to_bits()) }
            }
        }
    )+};
}
floats! {
    f32 u32 23 127;
    f64 u64 52 1023;
}

macro_rules! integers {
    ($($T:ident)+) => {$(
        impl Number for $T {
            /// Any value; the least and the greatest often.
            fn draw(numbers: &mut Numbers) -> $T {
                let bits = numbers.bits();
                match bits >> 60 {
                    0 => $T::MIN,
                    1 => $T::MAX,
                    _ => bits as $T,
                }
            }
            fn to_u64(self) -> u64 {
                self as u64
            }
        }
    )+};
}
integers! { i8 i16 i32 i64 u8 usize }
