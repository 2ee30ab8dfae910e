//! Sums, differences and products of the elements of two arrays of `f32`, loaded and stored eight at a time.

use core::arch::naked_asm;

/// A number of elements, as a type.
pub(crate) trait Count {
    /// The number.
    const COUNT: usize;
}

/// The fewest elements for which the call is shorter than what it spares, and the most.
pub(crate) const FEWEST: usize = 32;
/// See [`FEWEST`].
pub(crate) const MOST: usize = 1 << 16;

macro_rules! elementwise {
    ($($name:ident $op:literal: $doc:literal;)+) => {$(
        #[doc = $doc]
        ///
        /// # Safety
        /// `N::COUNT` elements, at least 8, are readable from `a` and from `b`, and writable from `c`, which may be `a`
        /// or `b`.
        #[unsafe(naked)]
        pub(crate) unsafe extern "C" fn $name<N: Count>(a: *const f32, b: *const f32, c: *mut f32) {
            naked_asm!(
                ".fpu vfpv2",
                "mov r3, #{eights}",
                "2:",
                "vldmia r0!, {{s0-s7}}",
                "vldmia r1!, {{s8-s15}}",
                elementwise!(@ $op, "8": "0" "8", "1" "9", "2" "10", "3" "11", "4" "12", "5" "13", "6" "14", "7" "15"),
                "vstmia r2!, {{s0-s7}}",
                "subs r3, #1",
                "bne 2b",
                ".if {rest}",
                "vldmia r0, {{s0-s{last}}}",
                "vldmia r1, {{s8-s{last_b}}}",
                elementwise!(@ $op, "{rest}": "0" "8", "1" "9", "2" "10", "3" "11", "4" "12", "5" "13", "6" "14"),
                "vstmia r2, {{s0-s{last}}}",
                ".endif",
                "bx lr",
                eights = const N::COUNT / 8,
                rest = const N::COUNT % 8,
                last = const (N::COUNT + 7) % 8,
                last_b = const (N::COUNT + 7) % 8 + 8,
            )
        }
    )+};
    (@ $op:literal, $n:literal: $($a:literal $b:literal),+) => {
        concat!($(".if ", $n, " > ", $a, "\n", $op, ".f32 s", $a, ", s", $a, ", s", $b, "\n.endif\n"),+)
    };
}
elementwise! {
    add "vadd": "`c = a + b`";
    subtract "vsub": "`c = a - b`";
    multiply "vmul": "`c = a * b`";
}
