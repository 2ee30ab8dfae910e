//! A table of the instructions that a call takes, and of the bytes of stack, for each library: printed by the firmware
//! itself. Instructions are counted by the clock of QEMU, where each takes 2^10 ns: the same number at each run.

#![no_std]
#![no_main]

#[path = "../../../examples/firmware/src/kalman.rs"]
mod kalman;
mod libraries;
mod measure;
mod rows;

use core::fmt::Write;
use cortex_m_rt::entry;
use cortex_m_semihosting::debug::{EXIT_FAILURE, EXIT_SUCCESS, exit};
use cortex_m_semihosting::hio;

#[entry]
fn main() -> ! {
    let done = hio::hstdout().is_ok_and(|mut out| rows::print(&mut out).is_ok());
    exit(if done { EXIT_SUCCESS } else { EXIT_FAILURE });
    loop {}
}

#[panic_handler]
fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
    if let Ok(mut out) = hio::hstderr() {
        let _ = writeln!(out, "{info}");
    }
    exit(EXIT_FAILURE);
    loop {}
}
