//! Counts the instructions of a call, and measures its stack.

use core::arch::asm;
use core::hint::black_box;
use cortex_m::peripheral::SYST;
use cortex_m::peripheral::syst::SystClkSource;

/// What a call costs.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) instructions: u32,
    pub(crate) stack: usize,
    /// Where its code begins.
    pub(crate) code: usize,
}

/// Starts the clock.
pub(crate) fn start() {
    let Some(peripherals) = cortex_m::Peripherals::take() else { return };
    let mut clock = peripherals.SYST;
    clock.set_clock_source(SystClkSource::Core);
    clock.set_reload(0x00ff_ffff);
    clock.clear_current();
    clock.enable_counter();
}

/// The instructions between two readings of the clock, which ticks every 40 ns; an instruction takes 1024 ns.
#[inline(always)]
fn instructions(f: impl FnOnce()) -> u32 {
    let from = SYST::get_current();
    f();
    let to = SYST::get_current();
    let ticks = from.wrapping_sub(to) & 0x00ff_ffff;
    ((u64::from(ticks) * 10 + 128) / 256) as u32
}

const DEEPEST: usize = 16 << 10;
const PAINT: u32 = 0xcccc_cccc;

/// The bytes of stack below the caller's that a call uses.
#[inline(never)]
fn stack(f: impl FnOnce()) -> usize {
    let top: usize;
    // SAFETY: reads a register.
    unsafe { asm!("mov {}, sp", out(reg) top, options(nomem, nostack)) };
    let bottom = top - DEEPEST;
    for place in (bottom..top).step_by(4) {
        // SAFETY: memory below the stack is nobody's, and there are no interrupts.
        unsafe { (place as *mut u32).write_volatile(PAINT) };
    }
    f();
    // SAFETY: as above.
    let touched =
        (bottom..top).step_by(4).find(|place| unsafe { (*place as *const u32).read_volatile() } != PAINT);
    touched.map_or(0, |place| top - place)
}

/// The cost of a function of two references, without that of calling one which does nothing.
pub(crate) fn of_two<A, B, R>(f: fn(&A, &B) -> R, a: &A, b: &B) -> Cost {
    // Not generic in its result: that of the empty function is in a register, or nowhere.
    #[inline(never)]
    fn nothing<A, B>(_: &A, _: &B) {}
    let call = |f: fn(&A, &B) -> R| {
        let f = black_box(f);
        instructions(|| drop(black_box(f(black_box(a), black_box(b)))))
    };
    let empty = {
        let f = black_box(nothing::<A, B> as fn(&A, &B));
        instructions(|| f(black_box(a), black_box(b)))
    };
    let instructions = call(f) - empty;
    Cost { instructions, stack: stack(|| drop(black_box(f(a, b)))), code: f as usize }
}

/// The same with a result in the caller's memory.
pub(crate) fn of_three<A, B, C>(f: fn(&A, &B, &mut C), a: &A, b: &B, c: &mut C) -> Cost {
    #[inline(never)]
    fn nothing<A, B, C>(_: &A, _: &B, _: &mut C) {}
    let mut call = |f: fn(&A, &B, &mut C)| {
        let f = black_box(f);
        instructions(|| f(black_box(a), black_box(b), black_box(c)))
    };
    let instructions = call(f) - call(nothing::<A, B, C>);
    Cost { instructions, stack: stack(|| f(a, b, c)), code: f as usize }
}
