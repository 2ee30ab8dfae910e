//! The constants of the functions, made by `scripts/elementary.py`: polynomials by Remez's exchange, lowest coefficient first,
//! and numbers in parts, of which all but the last are so short that some products with them are exact.

use super::float::Pair;

/// Declares the constants, and gives those of `f32` and `f64`.
macro_rules! constants { ($($(#[$doc:meta])+ $name:ident: $ty:ty = $single:expr, $double:expr;)+) => {
    /// Those of each type.
    pub(crate) trait Constants: Sized + 'static {
        $($(#[$doc])+ const $name: $ty;)+
    }
    impl Constants for f32 {
        $(const $name: $ty = $single;)+
    }
    impl Constants for f64 {
        $(const $name: $ty = $double;)+
    }
};}

constants! {
    /// The bits of an exponent.
    EXPONENT: usize = 8, 11;
    /// `BIAS` as a number.
    WHOLE_BIAS: Self = 127., 1023.;
    /// Half the distance from 1 to the next number.
    LAST_BIT: Self = f32::EPSILON / 2., f64::EPSILON / 2.;
    /// A power of 2 that makes subnormal numbers normal, and its exponent.
    ROOM: Pair<Self> = (16_777_216., 24.), (18_014_398_509_481_984., 54.);
    /// Large, with room for products: 2^60.
    HUGE: Self = 1_152_921_504_606_846_976., 1_152_921_504_606_846_976.;
    /// ln 2, whose products of the first part with exponents are exact.
    LN_2: Pair<Self> = (0.693_145_75, 1.428_606_8e-6), (0.693_147_180_559_890_3, 5.497_923_018_708_371e-14);
    /// ln 2, the first part in half of the bits.
    LN_2_UPPER: Pair<Self> = (0.693_115_23, 3.194_618_3e-5), (0.693_147_167_563_438_4, 1.299_650_689_388_988_9e-8);
    /// 1 / ln 2
    INVERSE_LN_2: Self = core::f32::consts::LOG2_E, core::f64::consts::LOG2_E;
    /// 1 / ln 2, the first part in half of the bits.
    INVERSE_LN_2_UPPER: Pair<Self> = (1.442_382_8, 0.000_312_228_4), (1.442_695_021_629_333_5, 1.925_962_991_126_617_5e-8);
    /// 1 / ln 10, the first part in half of the bits.
    INVERSE_LN_10_UPPER: Pair<Self> = (0.434_204_1, 9.038_034e-5), (0.434_294_477_105_140_7, 4.798_111_141_615_973e-9);
    /// log10(2), whose products of the first part with exponents are exact.
    LOG10_2: Pair<Self> = (0.301_025_4, 4.605_039e-6), (0.301_029_995_663_952_83, 2.836_339_455_104_496_4e-14);
    /// √½, rounded.
    ROOT_HALF: Self = core::f32::consts::FRAC_1_SQRT_2, core::f64::consts::FRAC_1_SQRT_2;
    /// Where `e^x` is 0, and where it is infinite.
    EXP_RANGE: Pair<Self> = (-104., 89.), (-746., 710.);
    /// Where `2^x` is 0, and where it is infinite.
    EXP2_RANGE: Pair<Self> = (-151., 129.), (-1076., 1025.);
    /// From where on `e^-x - 1` is -1.
    EXP_M1_LEAST: Self = 20., 40.;
    /// `e^r = 1 + r + r²/2 + r³ P(r)` for `|r|` up to ½ ln 2.
    EXP: &'static [Self] = &[0.16666667, 0.041666456, 0.008333273, 0.0013935656, 0.00019914481], &[
        0.16666666666666685, 0.041666666666666706, 0.008333333333316506, 0.0013888888888863248, 0.0001984126989771376,
        2.4801587369242635e-05, 2.7557233526962854e-06, 2.755723494486443e-07, 2.5112501971297446e-08,
        2.092687978989528e-09,
    ];
    /// `2^r = 1 + r ln 2 + r² P(r)` for `|r|` up to ½.
    EXP2: &'static [Self] = &[0.2402265, 0.055503618, 0.0096180905, 0.0013390381, 0.00015451781], &[
        0.24022650695910072, 0.055504108664821604, 0.009618129107628104, 0.0013333558146411638,
        0.00015403530393900364, 1.5252733836996983e-05, 1.321548646838166e-06, 1.0178058907896833e-07,
        7.054999056340248e-09, 4.455538951442135e-10, 2.561576293688091e-11,
    ];
    /// `2 atanh(s) = 2 s + s³ P(s²)` for `|s|` up to 3 - 2√2.
    LN: &'static [Self] = &[0.66666776, 0.3997757, 0.29871312], &[
        0.6666666666666735, 0.39999999999409286, 0.2857142874371301, 0.22222198425284723, 0.18183572591323643,
        0.1531382485818601, 0.1479834732160257,
    ];
    /// A quarter of a turn in parts.
    HALF_PI_PARTS: [Self; 4] = [1.570_678_7, 0.000_117_614_865, 9.920_313e-10, 6.223_372e-14],
        [1.570_796_326_734_125_6, 6.077_100_506_303_966e-11, 2.022_266_248_711_166_5e-21, 8.478_427_660_368_9e-32];
    /// π/2 in two parts.
    HALF_PI: Pair<Self> = (core::f32::consts::FRAC_PI_2, -4.371_139e-8), (core::f64::consts::FRAC_PI_2, 6.123_233_995_736_766e-17);
    /// 2/π
    INVERSE_HALF_PI: Self = core::f32::consts::FRAC_2_PI, core::f64::consts::FRAC_2_PI;
    /// Angles from here on have more quarters of a turn than `HALF_PI_PARTS` are exact for.
    LARGE_ANGLE: Self = 1_600., 1_600_000.;
    /// `sin r = r + r³ P(r²)` for `|r|` up to π/4.
    SIN: &'static [Self] = &[-0.16666655, 0.008332191, -0.00019518606], &[
        -0.16666666666666666, 0.008333333333333038, -0.0001984126984095589, 2.7557319069620707e-06,
        -2.5052069610282997e-08, 1.6054127797726915e-10, -7.379731241084781e-13,
    ];
    /// `cos r = 1 - r²/2 + r⁴ P(r²)` for `|r|` up to π/4.
    COS: &'static [Self] = &[0.041666646, -0.0013887301, 2.4430667e-05], &[
        0.0416666666666666, -0.0013888888888874465, 2.4801587289662043e-05, -2.755731439734212e-07,
        2.0875728671697195e-09, -1.1359897813721008e-11,
    ];
    /// `asin s = s + s³ P(s²)` for `s` up to ½.
    ASIN: &'static [Self] = &[0.16666754, 0.07495249, 0.045476682, 0.024147913, 0.042220324], &[
        0.16666666666666763, 0.0749999999997009, 0.04464285717529356, 0.030381942674954743, 0.022372215914152692,
        0.017351595366534123, 0.013981019981828663, 0.011397282316153898, 0.010789376017849342, 0.0036719948332886647,
        0.021791074862250577, -0.021117282065775934, 0.032702491133311765,
    ];
    /// tan π/8
    TAN_EIGHTH_PI: Self = 0.414_213_57, 0.414_213_562_373_095_03;
    /// `atan t = t + t³ P(t²)` for `|t|` up to tan π/8.
    ATAN: &'static [Self] = &[-0.33333316, 0.19998533, -0.1424451, 0.10600164, -0.060926978], &[
        -0.33333333333333326, 0.1999999999999769, -0.14285714285390602, 0.11111111088339291, -0.0909090815035636,
        0.07692282890544068, -0.06666228707120936, 0.05877040915669526, -0.05218527624789519, 0.045040512562872635,
        -0.03348615735665903, 0.015207054439603017,
    ];
    /// `sinh x = x + x³ P(x²)` up to 1.
    SINH: &'static [Self] = &[0.16666667, 0.008333311, 0.00019842632, 2.7839628e-06], &[
        0.16666666666666666, 0.00833333333333357, 0.00019841269841066567, 2.7557319307067085e-06,
        2.5052090222437185e-08, 1.6061226749720865e-10, 7.511073558807849e-13, 6.26074928212954e-15,
    ];
    /// `∛m ≈ P(m)` from √½ to √2.
    CBRT: &'static [Self] = &[0.49251348, 0.7397056, -0.29036656, 0.05821672], &[
        0.39836082191942207, 1.1970304327139336, -1.1869438870337774, 0.9709887576090659, -0.5147859604958971,
        0.15572768108129736, -0.020377969337161028,
    ];
    /// ∛½ and ∛2, rounded.
    CBRT_2: Pair<Self> = (0.7937005, 1.2599211), (0.7937005259840998, 1.2599210498948732);
    /// 1/3, rounded.
    THIRD: Self = 1. / 3., 1. / 3.;
    /// 1/6, rounded.
    SIXTH: Self = 1. / 6., 1. / 6.;
    /// 2/3 in two parts.
    TWO_THIRDS: Pair<Self> = (2. / 3., -1.9868216e-8), (2. / 3., 3.700743415417188e-17);
    /// `2 atanh(s) = 2 s + s³ (2/3 + s² P(s²))` for `|s|` up to 3 - 2√2.
    POW: &'static [Self] = &[0.40000153, 0.2854709, 0.2341963], &[
        0.3999999999999998, 0.28571428571443863, 0.22222222217780882, 0.18181818845370165, 0.1538455832043683,
        0.13336269060435801, 0.11675681181660069, 0.1198264221102,
    ];
    /// What 1 / ln 2 rounds off.
    INVERSE_LN_2_LOW: Self = 1.925963e-8, 2.0355273740931033e-17;
    /// Exponents from here on make 0 or infinity of every number but 1.
    LARGEST_POWER: Self = 1_099_511_627_776., 1_208_925_819_614_629_174_706_176.;
    /// Below this two terms of a series of odd powers are enough.
    SERIES: Self = 1. / 128., 1. / 16_384.;
    /// Numbers between these have squares, and what these round off, in range: 2^-40 and 2^60, 2^-500 and 2^500.
    SQUARES: Pair<Self> = (f32::from_bits(87 << 23), f32::from_bits(187 << 23)),
        (f64::from_bits(523 << 52), f64::from_bits(1523 << 52));
    /// Powers of 2 that bring those below and those above between them, and the inverses of these: 2^100 and 2^-70, 2^600 and
    /// 2^-600.
    SCALES: (Self, Self, Self, Self) = (
        f32::from_bits(227 << 23), f32::from_bits(57 << 23), f32::from_bits(27 << 23), f32::from_bits(197 << 23),
    ), (
        f64::from_bits(1623 << 52), f64::from_bits(423 << 52), f64::from_bits(423 << 52), f64::from_bits(1623 << 52),
    );
}
