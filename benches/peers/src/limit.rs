//! What the machine allows: multiply-adds a second, and bytes a second from each level of memory, measured by
//! loops that do nothing else, on the widest vectors that the CPU has.

use crate::row::{Element, Row};
use std::hint::black_box;
use std::time::Instant;

/// The machine's peak on one core.
pub struct Limit {
    /// Multiplications and additions of `f32` a nanosecond; half as many of `f64`.
    pub flops: f64,
    /// For each level, the bytes of a working set that it holds, and the bytes a nanosecond that are read.
    pub levels: [(usize, f64); 4],
}

impl Limit {
    /// Measures the machine, in about half a second.
    #[must_use]
    pub fn measure() -> Self {
        let flops = best(|| {
            let times = 4096;
            let start = Instant::now();
            let flops = multiply_add(black_box(times));
            flops / start.elapsed().as_nanos().max(1) as f64
        });
        // Half of the usual 32 KiB, 1 MiB, 16 MiB, and more than any cache of one core.
        let levels = [16 << 10, 512 << 10, 8 << 20, 256 << 20].map(|bytes: usize| {
            let memory = vec![1.0_f32; bytes / 4];
            let times = ((32 << 20) / bytes).max(1);
            let rate = best(|| {
                let start = Instant::now();
                for _ in 0..times {
                    read(black_box(&memory));
                }
                (times * bytes) as f64 / start.elapsed().as_nanos().max(1) as f64
            });
            (bytes * 2, rate)
        });
        Limit { flops, levels }
    }

    /// The nanoseconds that a row needs at least: for its arithmetic, or to read and write each operand once.
    #[must_use]
    pub fn of(&self, row: &Row) -> f64 {
        let arithmetic = match row.element {
            Element::F32 => row.flops() / self.flops,
            Element::F64 => row.flops() / self.flops * 2.0,
            // How many products of integers a CPU makes at once depends on the instruction chosen.
            Element::I32 | Element::I8 => 0.0,
        };
        let level = self.levels.iter().find(|(bytes, _)| row.bytes() <= *bytes as f64);
        let rate = level.unwrap_or(&self.levels[3]).1;
        arithmetic.max(row.bytes() / rate)
    }
}

fn best(mut measure: impl FnMut() -> f64) -> f64 {
    (0..20).map(|_| measure()).fold(0.0, f64::max)
}

/// Independent multiply-adds; the number of operations.
fn multiply_add(times: usize) -> f64 {
    #[cfg(target_arch = "x86_64")]
    {
        if is_x86_feature_detected!("avx512f") {
            // SAFETY: detected.
            return unsafe { x86::multiply_add_512(times) };
        }
        if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
            // SAFETY: detected.
            return unsafe { x86::multiply_add_256(times) };
        }
    }
    let mut sums = [1.0_f32; 48];
    let (a, b) = black_box((0.9, 0.1));
    for _ in 0..times {
        for sum in &mut sums {
            *sum = *sum * a + b;
        }
    }
    black_box(&sums);
    (2 * times * sums.len()) as f64
}

/// Reads all of it.
fn read(memory: &[f32]) {
    #[cfg(target_arch = "x86_64")]
    {
        if is_x86_feature_detected!("avx512f") {
            // SAFETY: detected.
            return unsafe { x86::read_512(memory) };
        }
        if is_x86_feature_detected!("avx2") {
            // SAFETY: detected.
            return unsafe { x86::read_256(memory) };
        }
    }
    let mut sums = [0.0_f32; 32];
    for line in memory.as_chunks::<32>().0 {
        for (sum, x) in sums.iter_mut().zip(line) {
            *sum += x;
        }
    }
    black_box(&sums);
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    //! The same loops on vectors of AVX2 and of AVX-512, whatever the build's target is.

    use std::arch::x86_64::{
        _mm256_add_ps, _mm256_fmadd_ps, _mm256_loadu_ps, _mm256_set1_ps, _mm256_setzero_ps, _mm512_add_ps,
        _mm512_fmadd_ps, _mm512_loadu_ps, _mm512_set1_ps, _mm512_setzero_ps,
    };
    use std::hint::black_box;

    /// Independent chains: more than the latency times the width of any such CPU.
    const CHAINS: usize = 12;

    macro_rules! loops {
        ($multiply_add:ident, $read:ident, $features:literal, $lanes:literal, $set:ident, $zero:ident, $fma:ident, $load:ident, $add:ident) => {
            #[target_feature(enable = $features)]
            pub fn $multiply_add(times: usize) -> f64 {
                let mut sums = [$set(1.0); CHAINS];
                let (a, b) = black_box(($set(0.9), $set(0.1)));
                for _ in 0..times {
                    for sum in &mut sums {
                        *sum = $fma(*sum, a, b);
                    }
                }
                black_box(&sums);
                (2 * times * $lanes * CHAINS) as f64
            }

            #[target_feature(enable = $features)]
            pub fn $read(memory: &[f32]) {
                let mut sums = [$zero(); 8];
                for lines in memory.as_chunks::<{ 8 * $lanes }>().0 {
                    for (i, sum) in sums.iter_mut().enumerate() {
                        // SAFETY: `i * LANES + LANES <= 8 * LANES`, the length of `lines`.
                        *sum = $add(*sum, unsafe { $load(lines.as_ptr().add(i * $lanes)) });
                    }
                }
                black_box(&sums);
            }
        };
    }
    loops!(
        multiply_add_256,
        read_256,
        "avx2,fma",
        8,
        _mm256_set1_ps,
        _mm256_setzero_ps,
        _mm256_fmadd_ps,
        _mm256_loadu_ps,
        _mm256_add_ps
    );
    loops!(
        multiply_add_512,
        read_512,
        "avx512f",
        16,
        _mm512_set1_ps,
        _mm512_setzero_ps,
        _mm512_fmadd_ps,
        _mm512_loadu_ps,
        _mm512_add_ps
    );
}
