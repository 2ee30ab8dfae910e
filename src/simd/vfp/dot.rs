//! Dot products of `f32` on ARM processors with a floating-point unit and no vectors (Cortex-M4F and its kin): loads of
//! eight registers at a time, which the compiler does not make, and half of the lanes in registers.
//!
//! The order is that of every dot product: lane `i mod 32`, then the lanes by halves. `vmla` rounds the product.

use core::arch::naked_asm;

/// The terms that [`dot`] has room for: 64 rows of 32 lanes.
pub(crate) const MOST: usize = 2048;

/// Loads eight elements of each operand, upwards or downwards, and adds their products to eight lanes (or, with `vmul`,
/// starts them).
macro_rules! eight {
    ($load:literal, $op:literal, $lanes:tt) => {
        concat!($load, " r0!, {{s16-s23}}\n", $load, " r1!, {{s24-s31}}\n", eight!(@ $op, $lanes))
    };
    (@ $op:literal, [$($lane:literal $a:literal $b:literal)+]) => {
        concat!($($op, ".f32 s", $lane, ", s", $a, ", s", $b, "\n"),+)
    };
}
macro_rules! low {
    ($load:literal, $op:literal) => {
        eight!($load, $op, [0 16 24 1 17 25 2 18 26 3 19 27 4 20 28 5 21 29 6 22 30 7 23 31])
    };
}
macro_rules! high {
    ($load:literal, $op:literal) => {
        eight!($load, $op, [8 16 24 9 17 25 10 18 26 11 19 27 12 20 28 13 21 29 14 22 30 15 23 31])
    };
}
/// `s0 += s[n], s1 += s[n + 1], ..`
macro_rules! fold {
    ($($a:literal $b:literal)+) => {
        concat!($("vadd.f32 s", $a, ", s", $a, ", s", $b, "\n"),+)
    };
}

/// What [`dot`] and [`dots`] share: r0 and r1 are the operands, r2 is `n`, and 64 bytes from r3 and 64 from r12 are memory for
/// lanes. The sum comes in s0; r0 to r2, r4, r5 and all of s1 to s31 are lost.
///
/// # Safety
/// To be called by those two.
// The assembler is told of the unit, for it does not know the target's where it optimises the whole program.
//
// Lanes 0 to 15 and lanes 16 to 31 take turns in s0 to s15; the others wait in [r3] and in [r12]. A row is read upwards,
// lanes 0 first, and the next one downwards, lanes 16 first: so they change places once in a row.
#[unsafe(naked)]
unsafe extern "C" fn core() {
    naked_asm!(
        ".fpu vfpv2",
        "lsrs r4, r2, #5",
        "and r2, r2, #31",
        low!("vldmia", "vmul"),
        high!("vldmia", "vmul"),
        "vstmia r3, {{s0-s15}}",
        low!("vldmia", "vmul"),
        high!("vldmia", "vmul"),
        // Lanes 16 to 31 are here, those before wait.
        "2:",
        "subs r4, #1",
        "beq 4f",
        "adds r0, #128",
        "adds r1, #128",
        high!("vldmdb", "vmla"),
        low!("vldmdb", "vmla"),
        "vstmia r12, {{s0-s15}}",
        "vldmia r3, {{s0-s15}}",
        high!("vldmdb", "vmla"),
        low!("vldmdb", "vmla"),
        "adds r0, #128",
        "adds r1, #128",
        // Lanes 0 to 15 are here, those after them wait.
        "subs r4, #1",
        "beq 5f",
        low!("vldmia", "vmla"),
        high!("vldmia", "vmla"),
        "vstmia r3, {{s0-s15}}",
        "vldmia r12, {{s0-s15}}",
        low!("vldmia", "vmla"),
        high!("vldmia", "vmla"),
        "b 2b",
        "4:",
        "vldmia r3, {{s16-s31}}",
        "vstmia r12, {{s0-s15}}",
        "cbnz r2, 6f",
        "b 8f",
        "5:",
        "vldmia r12, {{s16-s31}}",
        "cbz r2, 8f",
        "vstmia r3, {{s0-s15}}",
        // The last row is not whole: its lanes one after another, in memory.
        "6:",
        "mov r5, r3",
        "7:",
        "vldmia r0!, {{s0}}",
        "vldmia r1!, {{s1}}",
        "vldr s2, [r5]",
        "vmla.f32 s2, s0, s1",
        "vstmia r5!, {{s2}}",
        "subs r2, #1",
        "bne 7b",
        "vldmia r3, {{s0-s15}}",
        "vldmia r12, {{s16-s31}}",
        "8:",
        fold!(0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23 8 24 9 25 10 26 11 27 12 28 13 29 14 30 15 31),
        fold!(0 8 1 9 2 10 3 11 4 12 5 13 6 14 7 15 0 4 1 5 2 6 3 7 0 2 1 3 0 1),
        "bx lr",
    )
}

/// The sum of `n` products, where `32 <= n <= MOST`.
///
/// # Safety
/// `n` elements from `a` and `n` from `b` are readable.
#[unsafe(naked)]
pub(crate) unsafe extern "C" fn dot(a: *const f32, b: *const f32, n: usize) -> f32 {
    naked_asm!(
        ".fpu vfpv2",
        "push {{r4, r5, r6, lr}}",
        "vpush {{s16-s31}}",
        "sub sp, #128",
        "mov r3, sp",
        "add r12, sp, #64",
        "bl {core}",
        "add sp, #128",
        "vpop {{s16-s31}}",
        "pop {{r4, r5, r6, pc}}",
        core = sym core,
    )
}

/// `y[i] = dot(a + i * stride, x, n)` for `i < m`, with a stride in bytes, where `32 <= n <= MOST` and `m >= 1`.
///
/// # Safety
/// `n` elements are readable from `x` and from each of the rows, and `m` writable from `y`.
#[unsafe(naked)]
pub(crate) unsafe extern "C" fn dots(
    a: *const f32,
    x: *const f32,
    n: usize,
    m: usize,
    stride: isize,
    y: *mut f32,
) {
    naked_asm!(
        ".fpu vfpv2",
        "push {{r4-r11, lr}}",
        "vpush {{s16-s31}}",
        "sub sp, #132",
        "mov r6, r0",
        "mov r7, r1",
        "mov r8, r2",
        "mov r9, r3",
        // Behind 132 bytes, 16 registers, and 9.
        "ldr r10, [sp, #232]",
        "ldr r11, [sp, #236]",
        "mov r3, sp",
        "add r12, sp, #64",
        "9:",
        "mov r0, r6",
        "mov r1, r7",
        "mov r2, r8",
        "bl {core}",
        "vstmia r11!, {{s0}}",
        "add r6, r10",
        "subs r9, #1",
        "bne 9b",
        "add sp, #132",
        "vpop {{s16-s31}}",
        "pop {{r4-r11, pc}}",
        core = sym core,
    )
}

/// The sum of 16 products.
///
/// # Safety
/// 16 elements from `a` and 16 from `b` are readable.
#[unsafe(naked)]
pub(crate) unsafe extern "C" fn dot16(a: *const f32, b: *const f32) -> f32 {
    // Lanes 8 to 15 are added to where the fold would bring them: four at a time, so that no register is to be saved.
    naked_asm!(
        ".fpu vfpv2",
        "vldmia r0!, {{s0-s7}}",
        "vldmia r1!, {{s8-s15}}",
        eight!(@ "vmul", [0 0 8 1 1 9 2 2 10 3 3 11 4 4 12 5 5 13 6 6 14 7 7 15]),
        "vldmia r0!, {{s8-s11}}",
        "vldmia r1!, {{s12-s15}}",
        eight!(@ "vmla", [0 8 12 1 9 13 2 10 14 3 11 15]),
        "vldmia r0, {{s8-s11}}",
        "vldmia r1, {{s12-s15}}",
        eight!(@ "vmla", [4 8 12 5 9 13 6 10 14 7 11 15]),
        fold!(0 4 1 5 2 6 3 7 0 2 1 3 0 1),
        "bx lr",
    )
}

/// `y[i]` is the dot product of `x` and row `i` of `a`, each of 16 elements, for `i < m`; `m >= 1`. The rows start `stride`
/// bytes apart.
///
/// # Safety
/// The rows and `x` are readable, and `m` elements from `y` writable.
#[unsafe(naked)]
pub(crate) unsafe extern "C" fn rows16(a: *const f32, x: *const f32, y: *mut f32, m: usize, stride: isize) {
    naked_asm!(
        ".fpu vfpv2",
        "vpush {{s16-s31}}",
        "vldmia r1, {{s16-s31}}",
        "ldr r1, [sp, #64]",
        "2:",
        "vldmia r0, {{s0-s15}}",
        eight!(@ "vmul", [0 0 16 1 1 17 2 2 18 3 3 19 4 4 20 5 5 21 6 6 22 7 7 23]),
        eight!(@ "vmla", [0 8 24 1 9 25 2 10 26 3 11 27 4 12 28 5 13 29 6 14 30 7 15 31]),
        fold!(0 4 1 5 2 6 3 7 0 2 1 3 0 1),
        "vstmia r2!, {{s0}}",
        "add r0, r1",
        "subs r3, #1",
        "bne 2b",
        "vpop {{s16-s31}}",
        "bx lr",
    )
}
