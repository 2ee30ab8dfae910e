//! What the test programs share: random numbers, and the order of summation stated a second time.
#![allow(
    dead_code,
    unreachable_pub,
    reason = "a module of several programs, each of which uses what it needs"
)]

/// Of the cases of a file that NumPy wrote each is tested, or one in so many by Miri, which takes a thousand times as long.
pub const EVERY: usize = if cfg!(miri) { 200 } else { 1 };

/// Whether a length is one that Miri has the time for; elsewhere, any.
pub fn in_time(n: &usize) -> bool {
    !cfg!(miri) || *n < 20 || (31..=33).contains(n) || (63..=65).contains(n)
}

/// A linear congruential generator with an output permutation: the same numbers on every machine.
/// (M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random
/// Number Generation", 2014, variant XSH-RR 64/32.)
pub struct Rng(u64);

impl Rng {
    pub fn new(seed: u64) -> Self {
        let mut rng = Rng(seed.wrapping_add(0x9e37_79b9_7f4a_7c15));
        rng.next_u32();
        rng
    }
    pub fn next_u32(&mut self) -> u32 {
        let old = self.0;
        self.0 = old.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let shifted = (((old >> 18) ^ old) >> 27) as u32;
        shifted.rotate_right((old >> 59) as u32)
    }
    pub fn next_u64(&mut self) -> u64 {
        u64::from(self.next_u32()) << 32 | u64::from(self.next_u32())
    }
    pub fn below(&mut self, n: usize) -> usize {
        self.next_u32() as usize % n
    }
    /// Between -1 and 1, all 24 bits of the significand in use.
    pub fn f32(&mut self) -> f32 {
        (self.next_u32() >> 7) as f32 / (1 << 24) as f32 - 1.0
    }
    pub fn f64(&mut self) -> f64 {
        let bits = u64::from(self.next_u32()) << 21 ^ u64::from(self.next_u32());
        bits as f64 / (1_u64 << 52) as f64 - 1.0
    }
    /// In 0..1.
    pub fn unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// The two float types, as far as the order of summation goes.
pub trait Float: Copy + core::ops::Add<Output = Self> + core::ops::Mul<Output = Self> {
    /// 128 bytes of elements.
    const LANES: usize;
    const ZERO: Self;
    fn mul_add(self, b: Self, c: Self) -> Self;
}
impl Float for f32 {
    const LANES: usize = 32;
    const ZERO: f32 = 0.0;
    fn mul_add(self, b: f32, c: f32) -> f32 {
        self.mul_add(b, c)
    }
}
impl Float for f64 {
    const LANES: usize = 16;
    const ZERO: f64 = 0.0;
    fn mul_add(self, b: f64, c: f64) -> f64 {
        self.mul_add(b, c)
    }
}

fn add<F: Float>(a: Option<F>, b: Option<F>) -> Option<F> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a + b),
        _ => a.or(b),
    }
}

/// A dot product in the stated order, the other way round from the crate's reference: product by product
/// into the lanes of the block in hand, and a binary counter of finished blocks.
pub fn dot<F: Float>(a: &[F], b: &[F]) -> F {
    let mut finished: Vec<(u32, Vec<Option<F>>)> = Vec::new();
    let mut lanes = vec![None; F::LANES];
    for (i, (x, y)) in a.iter().zip(b).enumerate() {
        if i > 0 && i % (64 * F::LANES) == 0 {
            let mut carry = (0, core::mem::replace(&mut lanes, vec![None; F::LANES]));
            while finished.last().is_some_and(|(level, _)| *level == carry.0) {
                let (level, left) = finished.pop().unwrap();
                carry = (level + 1, left.into_iter().zip(carry.1).map(|(l, r)| add(l, r)).collect());
            }
            finished.push(carry);
        }
        let lane = &mut lanes[i % F::LANES];
        *lane = add(*lane, Some(*x * *y));
    }
    while let Some((_, left)) = finished.pop() {
        lanes = left.into_iter().zip(lanes).map(|(l, r)| add(l, r)).collect();
    }
    let mut width = F::LANES;
    while width > 1 {
        width /= 2;
        for l in 0..width {
            lanes[l] = add(lanes[l], lanes[l + width]);
        }
    }
    lanes[0].unwrap_or(F::ZERO)
}

/// A sum of products in chains of 256, fused or not.
pub fn chain<F: Float>(a: &[F], b: &[F], fused: bool) -> F {
    let mut total = None;
    for start in (0..a.len()).step_by(256) {
        let end = a.len().min(start + 256);
        let mut sum = a[start] * b[start];
        for i in start + 1..end {
            sum = if fused { a[i].mul_add(b[i], sum) } else { sum + a[i] * b[i] };
        }
        total = add(total, Some(sum));
    }
    total.unwrap_or(F::ZERO)
}

/// Whether products of more than 8 terms are fused in this process.
pub fn fused() -> bool {
    if cfg!(feature = "deterministic") {
        return false;
    }
    match std::env::var("CONFORMABLE_ISA").as_deref() {
        Ok("avx2" | "avx512" | "neon") => return true,
        Ok(_) => return false,
        Err(_) => {}
    }
    #[cfg(target_arch = "x86_64")]
    return std::arch::is_x86_feature_detected!("avx2") && std::arch::is_x86_feature_detected!("fma");
    #[cfg(not(target_arch = "x86_64"))]
    return cfg!(target_arch = "aarch64");
}

/// Rows of `a` (m, k) against rows of `b` (n, k), each element in the order that the lengths decide.
pub fn inner<F: Float>([m, n, k]: [usize; 3], a: &[F], b: &[F]) -> Vec<F> {
    let mut out = Vec::new();
    for i in 0..m {
        for j in 0..n {
            let (row, col) = (&a[i * k..][..k], &b[j * k..][..k]);
            let by_lanes = m == 1 || n == 1 || k <= 8;
            out.push(if by_lanes { dot(row, col) } else { chain(row, col, fused()) });
        }
    }
    out
}
