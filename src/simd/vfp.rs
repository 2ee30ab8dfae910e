//! Dot products of `f32` on ARM processors with a floating-point unit and no vectors (Cortex-M4F and its kin): loads of
//! eight registers at a time, which the compiler does not make, and half of the lanes in registers.
//!
//! The order is that of every dot product: lane `i mod 32`, then the lanes by halves. `vmla` rounds the product.

use core::arch::naked_asm;

/// The terms that [`dot`] has room for: 64 rows of 32 lanes.
pub const MOST: usize = 2048;

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
pub unsafe extern "C" fn dot(a: *const f32, b: *const f32, n: usize) -> f32 {
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
pub unsafe extern "C" fn dots(a: *const f32, x: *const f32, n: usize, m: usize, stride: isize, y: *mut f32) {
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
pub unsafe extern "C" fn dot16(a: *const f32, b: *const f32) -> f32 {
    naked_asm!(
        ".fpu vfpv2",
        "vpush {{s16-s31}}",
        low!("vldmia", "vmul"),
        // Lanes 8 to 15 go to where the fold would bring them.
        eight!("vldmia", "vmla", [0 16 24 1 17 25 2 18 26 3 19 27 4 20 28 5 21 29 6 22 30 7 23 31]),
        fold!(0 4 1 5 2 6 3 7 0 2 1 3 0 1),
        "vpop {{s16-s31}}",
        "bx lr",
    )
}

/// The tree of products of so many terms in s`d`, by way of s`t`: s`a` times s`b` each.
macro_rules! tree {
    ($d:literal $t:literal; $a0:literal $b0:literal $a1:literal $b1:literal $a2:literal $b2:literal) => {
        concat!(op!("vmul", $d $a0 $b0), op!("vmla", $d $a2 $b2), op!("vmla", $d $a1 $b1))
    };
    ($d:literal $t:literal; $a0:literal $b0:literal $a1:literal $b1:literal $a2:literal $b2:literal $a3:literal $b3:literal) => {
        concat!(
            op!("vmul", $d $a0 $b0), op!("vmul", $t $a1 $b1), op!("vmla", $d $a2 $b2), op!("vmla", $t $a3 $b3),
            op!("vadd", $d $d $t)
        )
    };
    ($d:literal $t:literal; $a0:literal $b0:literal $a1:literal $b1:literal $a2:literal $b2:literal $a3:literal $b3:literal
        $a4:literal $b4:literal $a5:literal $b5:literal) => {
        concat!(
            op!("vmul", $d $a0 $b0), op!("vmul", $t $a1 $b1), op!("vmla", $d $a4 $b4), op!("vmla", $t $a5 $b5),
            op!("vmla", $d $a2 $b2), op!("vmla", $t $a3 $b3), op!("vadd", $d $d $t)
        )
    };
}
macro_rules! op {
    ($op:literal, $d:literal $a:literal $b:literal) => {
        concat!($op, ".f32 s", $d, ", s", $a, ", s", $b, "\n")
    };
}

/// Dot products of rows that stand one after another with one vector: `y[i] = dot(a + i * K, x, K)` for `i < m`.
macro_rules! rows_of {
    ($($name:ident, $K:literal: $x:literal, $a:literal, [$($tree:tt)+];)+) => {$(
        #[doc = concat!("`y[i]` is the dot product of `x` and row `i` of `a`, each of ", $K, " elements, for `i < m`; `m >= 1`.")]
        ///
        /// # Safety
        /// The rows stand one after another; they and `x` are readable, and `m` elements from `y` writable.
        #[unsafe(naked)]
        pub unsafe extern "C" fn $name(a: *const f32, x: *const f32, y: *mut f32, m: usize) {
            naked_asm!(
                ".fpu vfpv2",
                concat!("vldmia r1, {{", $x, "}}"),
                "2:",
                concat!("vldmia r0!, {{", $a, "}}"),
                tree!(12 13; $($tree)+),
                "vstmia r2!, {{s12}}",
                "subs r3, #1",
                "bne 2b",
                "bx lr",
            )
        }
    )+};
}
rows_of! {
    rows4, 4: "s0-s3", "s4-s7", [4 0 5 1 6 2 7 3];
    rows6, 6: "s0-s5", "s6-s11", [6 0 7 1 8 2 9 3 10 4 11 5];
}

/// `y[i]` is the dot product of `x` and row `i` of `a`, each of 16 elements, for `i < m`; `m >= 1`. The rows start `stride`
/// bytes apart.
///
/// # Safety
/// The rows and `x` are readable, and `m` elements from `y` writable.
#[unsafe(naked)]
pub unsafe extern "C" fn rows16(a: *const f32, x: *const f32, y: *mut f32, m: usize, stride: isize) {
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

/// Products of small matrices whose elements stand one after another: C (m, N) = A (m, N) · B (N, N), with B row by row or
/// column by column.
macro_rules! products {
    ($($name:ident, $N:literal, $how:literal: $push:literal, $b:literal, $a:literal, $c:literal, $pop:literal,
        [$([$($tree:tt)+])+];)+) => {$(
        #[doc = concat!("C (m, ", $N, ") = A (m, ", $N, ") · B (", $N, ", ", $N, "), all elements one after another, those of B ", $how, "; `m >= 1`.")]
        ///
        /// # Safety
        /// A and B are readable, and C writable.
        #[unsafe(naked)]
        pub unsafe extern "C" fn $name(a: *const f32, b: *const f32, c: *mut f32, m: usize) {
            naked_asm!(
                ".fpu vfpv2",
                $push,
                concat!("vldmia r1, {{", $b, "}}"),
                "2:",
                concat!("vldmia r0!, {{", $a, "}}"),
                $(tree!($($tree)+),)+
                concat!("vstmia r2!, {{", $c, "}}"),
                "subs r3, #1",
                "bne 2b",
                $pop,
                "bx lr",
            )
        }
    )+};
}
products! {
    product3, 3, "row by row": "", "s6-s14", "s0-s2", "s3-s5", "",
        [[3 3; 0 6 1 9 2 12] [4 4; 0 7 1 10 2 13] [5 5; 0 8 1 11 2 14]];
    product3_columns, 3, "column by column": "", "s6-s14", "s0-s2", "s3-s5", "",
        [[3 3; 0 6 1 7 2 8] [4 4; 0 9 1 10 2 11] [5 5; 0 12 1 13 2 14]];
    product4, 4, "row by row": "vpush {{s16-s31}}", "s16-s31", "s0-s3", "s4-s7", "vpop {{s16-s31}}",
        [[4 8; 0 16 1 20 2 24 3 28] [5 9; 0 17 1 21 2 25 3 29]
         [6 10; 0 18 1 22 2 26 3 30] [7 11; 0 19 1 23 2 27 3 31]];
    product4_columns, 4, "column by column": "vpush {{s16-s31}}", "s16-s31", "s0-s3", "s4-s7", "vpop {{s16-s31}}",
        [[4 8; 0 16 1 17 2 18 3 19] [5 9; 0 20 1 21 2 22 3 23]
         [6 10; 0 24 1 25 2 26 3 27] [7 11; 0 28 1 29 2 30 3 31]];
}
