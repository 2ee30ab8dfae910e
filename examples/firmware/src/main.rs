//! What the crate is for, on processors without an operating system: a network that reads digits, the same with `i8`
//! weights, a Kalman filter. Every weight is a `static` array with its shape in the type, in flash; nothing allocates.
//!
//! Each part prints what it found and a digest of the bits of all its results, and the exit code says whether these are
//! the lines of `expected.txt`, on every processor. On the host it is an ordinary program: `cargo run --release`.
//!
//! `scripts/targets.sh cortex-m4 cortex-m0 riscv32` runs it under QEMU.

#![cfg_attr(target_os = "none", no_std, no_main)]

mod data;
mod digest;
mod flight;
mod kalman;
mod network;
mod platform;

use core::fmt::{self, Write};
use platform::Console;

/// What every processor prints.
const EXPECTED: &str = include_str!("../expected.txt");

/// Prints, and remembers whether all that was printed so far was expected.
struct Compared {
    console: Console,
    /// What is to come.
    left: &'static str,
    is_same: bool,
}

impl Write for Compared {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        match self.left.strip_prefix(text) {
            Some(left) => self.left = left,
            None => self.is_same = false,
        }
        self.console.write_str(text)
    }
}

/// All parts; whether they gave what is expected.
fn run(console: Console) -> Result<bool, fmt::Error> {
    let mut out = Compared { console, left: EXPECTED, is_same: true };
    let (right, digest) = network::of_floats();
    writeln!(out, "network of f32: {right} of {} right, digest {digest:016x}", data::LABELS.len())?;
    let (right, digest) = network::of_bytes();
    writeln!(out, "network of i8: {right} of {} right, digest {digest:016x}", data::LABELS.len())?;
    let Ok((steps, digest)) = flight::flight() else { return Ok(false) };
    writeln!(out, "Kalman filter: {steps} steps, digest {digest:016x}")?;
    let is_expected = out.is_same && out.left.is_empty();
    Ok(golden(&mut out)? && is_expected)
}

/// The digest of all small products, which must be that of every target.
#[cfg(feature = "golden")]
fn golden(out: &mut Compared) -> Result<bool, fmt::Error> {
    use conformable_golden::{SMALL, SMALL_CHAINS, are_forms_same, small, small_chains};
    if !are_forms_same() {
        writeln!(out, "products of static shapes have other bits than those of views")?;
        return Ok(false);
    }
    let (sums, chains) = (small(), small_chains());
    writeln!(out, "golden: {sums:016x}, {chains:016x}")?;
    Ok((sums, chains) == (SMALL, SMALL_CHAINS))
}

#[cfg(not(feature = "golden"))]
#[expect(clippy::unnecessary_wraps, reason = "as the other one")]
fn golden(_: &mut Compared) -> Result<bool, fmt::Error> {
    Ok(true)
}

#[cfg(not(target_os = "none"))]
fn main() -> std::process::ExitCode {
    if run(Console) == Ok(true) { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_host_prints_what_every_processor_prints() {
        assert_eq!(super::run(super::Console), Ok(true));
    }
}
