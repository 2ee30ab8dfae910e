//! The largest errors of elementary functions, in units of the last place of the exact result, as a table.
//!
//! `ulps [STEP [COUNT [NAME..]]]`: of `f32` every `STEP`-th bit pattern (1: all of them) against the platform's function of `f64`, whose
//! error is below 2^-28 of a unit; of `f64` `COUNT` numbers that are spread over all exponents, the range where the function
//! is not trivial, and the neighbourhoods of 1, of quarters of a turn and of multiples of ½ ln 2, against astro-float with 192
//! bits. Functions of two numbers are tried on as many pairs.

mod double;
mod single;

use std::{env, process, thread};

/// The largest error, and where it is.
#[derive(Clone, Copy, Debug, Default)]
struct Worst {
    error: f64,
    at: [f64; 2],
}

impl Worst {
    /// The larger one.
    fn or(self, other: Worst) -> Worst {
        if other.error > self.error { other } else { self }
    }

    /// With one more error.
    fn with(self, error: f64, at: [f64; 2]) -> Worst {
        self.or(Worst { error, at })
    }

    /// The larger one of parts, each of which has a thread.
    fn of_parts(part: impl Fn(u64) -> Worst + Sync) -> Worst {
        thread::scope(|scope| {
            let threads = [0, 1].map(|i| {
                let part = &part;
                scope.spawn(move || part(i))
            });
            threads
                .map(|thread| thread.join().expect("no part panics"))
                .into_iter()
                .fold(Worst::default(), Worst::or)
        })
    }
}

/// Numbers that look random (Marsaglia, Xorshift RNGs, 2003).
struct Random(u64);

impl Random {
    fn bits(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// From `low` to `high`.
    fn within(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number for a function that is not trivial from `low` to `high`.
    fn number(&mut self, low: f64, high: f64) -> f64 {
        match self.bits() % 8 {
            0 => f64::from_bits(self.bits()),
            1 | 2 => self.within(low.max(-10.), high.min(10.)),
            3 => self.within(-1., 1.) * self.within(-60., 25.).exp2(),
            4 => 1. + self.within(-1., 1.) * self.within(-52., 0.).exp2(),
            5 => {
                (self.bits() % 3_000_000) as f64
                    * if self.bits() % 2 == 0 { 1.570_796_326_794_896_6 } else { 0.346_573_590_279_972_64 }
            }
            _ => self.within(low, high),
        }
    }
}

fn main() {
    let words: Vec<String> = env::args().skip(1).collect();
    let number = |i: usize, otherwise| {
        words.get(i).map_or(otherwise, |word| word.parse::<u64>().unwrap_or_else(|_| process::exit(2)))
    };
    let (step, count) = (number(0, 1), number(1, 1_000_000));
    let is_asked = |name: &str| words.len() < 3 || words.iter().skip(2).any(|word| word == name);
    println!(
        "The largest errors in units of the last place; of f32 at every {step}-th number, of f64 at {count} numbers."
    );
    println!("{:8} {:>7}  {:32} {:>7}  at", "", "f32", "at", "f64");
    let at = |x: [f64; 2], n: usize| x[..n].iter().map(|x| format!("{x:e}")).collect::<Vec<_>>().join(", ");
    for (single, double) in single::FUNCTIONS.iter().zip(double::FUNCTIONS).filter(|(f, _)| is_asked(f.0)) {
        let (a, b) = (single::of_one(single, step), double::of_one(double, count));
        println!("{:8} {:7.4}  {:32} {:7.4}  {}", single.0, a.error, at(a.at, 1), b.error, at(b.at, 1));
    }
    for (single, double) in single::PAIRS.iter().zip(double::PAIRS).filter(|(f, _)| is_asked(f.0)) {
        let (a, b) = (single::of_two(single, count * 10), double::of_two(double, count));
        println!("{:8} {:7.4}  {:32} {:7.4}  {}", single.0, a.error, at(a.at, 2), b.error, at(b.at, 2));
    }
}
