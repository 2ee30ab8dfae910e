//! Products of small matrices of `f32` whose lengths the types know: code for each, from the same text, with the rows of
//! the operands loaded as wholes.
//!
//! ```text
//! resident   all of B in registers, for each row of A a row of C
//! panels     B row by row: two columns of B in registers, for each row of A two elements of C, then the next two
//! rows       B row by row: for each row of A all rows of B, each times one element, to a row of sums
//! columns    B column by column: for each row of A all columns of B, each a sum
//! ```
//!
//! Each element is summed in the order of a dot product. Registers: s0 to s7 hold a row of A; what follows is counted.

use crate::simd::Fixed;
use core::arch::naked_asm;
use core::marker::PhantomData;

/// The way of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// All of B in registers.
    Resident,
    /// Two columns of B in registers.
    Panels,
    /// B row by row.
    Rows,
    /// B column by column.
    Columns,
}

/// Whether with these strides a matrix has its contiguous elements, row by row.
const fn is_dense([rows, columns]: [usize; 2], [row, column]: [isize; 2]) -> bool {
    (rows <= 1 || row == columns as isize) && (columns <= 1 || column == 1)
}

/// Rows and columns of C that are unrolled.
const UNROLLED: usize = 8;
/// The most columns of C in panels, and the most rows: numbers and distances stand within instructions.
const MOST_COLUMNS: usize = 64;
const MOST_ROWS: usize = 32;
/// The instructions up to which all rows of C are.
const MOST: usize = 112;

/// What there is to know of a product before its code is written.
struct Plan<P>(PhantomData<P>);

impl<P: Fixed> Plan<P> {
    const M: usize = P::LENGTHS[0];
    const N: usize = P::LENGTHS[1];
    const K: usize = P::LENGTHS[2];
    const A_IS_ROWS: bool = is_dense([Self::M, Self::K], P::A);
    const A_IS_COLUMNS: bool = is_dense([Self::K, Self::M], [P::A[1], P::A[0]]);
    const B_IS_ROWS: bool = is_dense([Self::K, Self::N], P::B);
    const B_IS_COLUMNS: bool = is_dense([Self::N, Self::K], [P::B[1], P::B[0]]);
    /// Registers beside a sum: for the odd terms, and for those of more than six.
    const BESIDE: usize = (Self::K > 3) as usize + (Self::K > 6) as usize;

    // Resident: A, C, what is beside, B.
    const RESIDENT_B: usize = Self::K + Self::N + Self::BESIDE;
    const RESIDENT: usize = Self::RESIDENT_B + Self::K * Self::N;
    /// The register of B(k, j).
    const fn b(k: usize, j: usize) -> usize {
        Self::RESIDENT_B + if Self::B_IS_COLUMNS { j * Self::K + k } else { k * Self::N + j }
    }

    /// The same of two columns.
    const PANEL_B: usize = Self::K + 2 + Self::BESIDE;
    const PANEL: usize = Self::PANEL_B + Self::K * 2;

    // Rows: A, C, the sums of odd terms, a row of B.
    const ROWS_T: usize = Self::K + Self::N;
    const ROWS_B: usize = Self::K + 2 * Self::N;

    /// About the instructions for a row of A.
    const ROW: usize = 2
        + Self::N * (Self::K + Self::BESIDE)
        + if Self::A_IS_ROWS { 0 } else { Self::K }
        + match Self::FORM {
            Some(Form::Rows) => Self::K,
            Some(Form::Columns) => Self::N,
            _ => 0,
        };
    /// Whether there is a loop over the rows of A, which are not unrolled.
    const LOOPS: bool = Self::M > UNROLLED || Self::M > 1 && Self::M * Self::ROW > MOST;
    const COPIES: usize = if Self::LOOPS { 1 } else { Self::M };

    /// The way, if there is one.
    const FORM: Option<Form> = {
        let (m, n, k) = (Self::M, Self::N, Self::K);
        let fits = n <= UNROLLED && Self::RESIDENT <= 32;
        let is_empty = m == 0 || n == 0 || k == 0;
        let is_dense = is_dense([m, n], P::C) && (Self::A_IS_ROWS || Self::A_IS_COLUMNS);
        if is_empty || !is_dense || k > 8 || m > MOST_ROWS {
            None
        } else if Self::B_IS_COLUMNS {
            if fits && m > 1 && m * n > 4 {
                Some(Form::Resident)
            } else if m == 1 || n <= UNROLLED {
                Some(Form::Columns)
            } else {
                None
            }
        } else if !Self::B_IS_ROWS {
            None
        } else if fits {
            Some(Form::Resident)
        } else if 4 <= k && k <= 6 && n <= UNROLLED {
            Some(Form::Rows)
        } else if m > 1 && n % 2 == 0 && n <= MOST_COLUMNS {
            Some(Form::Panels)
        } else {
            None
        }
    };
}

/// The way of a product, if there is one: for the orientation in which C is row by row.
#[must_use]
pub(crate) const fn form<P: Fixed>() -> Option<Form> {
    Plan::<P>::FORM
}

/// Lines for which a condition holds.
macro_rules! when {
    ($condition:literal: $($line:expr),+) => { concat!(".if ", $condition, "\n", $($line, "\n",)+ ".endif\n") };
}
/// A line of three registers, by the names of operands.
macro_rules! op {
    ($op:literal $d:ident $a:literal $b:ident) => {
        concat!($op, ".f32 s{", stringify!($d), "}, s", $a, ", s{", stringify!($b), "}")
    };
    ($op:literal $d:ident $a:ident $b:ident) => {
        concat!($op, ".f32 s{", stringify!($d), "}, s{", stringify!($a), "}, s{", stringify!($b), "}")
    };
}
/// s0.. = the next row of A: row `\\i` of those that are unrolled.
macro_rules! load_a {
    () => {
        concat!(
            ".if {a_rows}\nvldmia r0!, {{s0-s{a_last}}}\n.else\nvldr s0, [r0, #4*\\i]\n",
            when!("{k} > 1": "vldr s1, [r0, #4*({m}+\\i)]"),
            when!("{k} > 2": "vldr s2, [r0, #4*(2*{m}+\\i)]"),
            when!("{k} > 3": "vldr s3, [r0, #4*(3*{m}+\\i)]"),
            when!("{k} > 4": "vldr s4, [r0, #4*(4*{m}+\\i)]"),
            when!("{k} > 5": "vldr s5, [r0, #4*(5*{m}+\\i)]"),
            when!("{k} > 6": "vldr s6, [r0, #4*(6*{m}+\\i)]"),
            when!("{k} > 7": "vldr s7, [r0, #4*(7*{m}+\\i)]"),
            when!("{loops}": "adds r0, #4"),
            ".endif"
        )
    };
}
/// What is between these is there for each row of A: in a loop, or unrolled.
macro_rules! each_row {
    ($($line:expr),+ $(,)?) => {
        concat!(
            when!("{loops}": "movs r3, #{m}", "2:"),
            ".irp i, 0, 1, 2, 3, 4, 5, 6, 7\n.if {copies} > \\i\n",
            $($line, "\n",)+
            ".endif\n.endr\n",
            when!("{loops}": "subs r3, #1", "bne 2b")
        )
    };
}
/// The sum of the products of A with a column of B in s`d`; `t` and `u` are beside it.
macro_rules! tree {
    ($d:ident $t:ident $u:ident: $b0:ident $b1:ident $b2:ident $b3:ident $b4:ident $b5:ident $b6:ident $b7:ident) => {
        concat!(
            op!("vmul" $d 0 $b0), "\n",
            when!("{k} > 3": op!("vmul" $t 1 $b1)),
            when!("{k} > 4": op!("vmla" $d 4 $b4)),
            when!("{k} > 5": op!("vmla" $t 5 $b5)),
            when!("{k} > 6": op!("vmul" $u 2 $b2), op!("vmla" $u 6 $b6), op!("vadd" $d $d $u)),
            when!("({k} > 2) && ({k} <= 6)": op!("vmla" $d 2 $b2)),
            when!("{k} > 7": op!("vmul" $u 3 $b3), op!("vmla" $u 7 $b7), op!("vadd" $t $t $u)),
            when!("({k} > 3) && ({k} <= 7)": op!("vmla" $t 3 $b3)),
            when!("{k} > 3": op!("vadd" $d $d $t)),
            when!("({k} > 1) && ({k} <= 3)": op!("vmla" $d 1 $b1))
        )
    };
}

/// The product of [`Form::Resident`].
///
/// # Safety
/// That is the form of `P`. With its lengths and strides A and B can be read, and C written, each element in a place of
/// its own.
#[unsafe(naked)]
pub(crate) unsafe extern "C" fn resident<P: Fixed>(a: *const f32, b: *const f32, c: *mut f32) {
    macro_rules! code {
        ($([$j:literal $d:ident $($b:ident $k:literal)+])+) => {
            naked_asm!(
                ".fpu vfpv2",
                when!("{all} > 16": "vpush {{s16-s31}}"),
                "vldmia r1, {{s{first_b}-s{last_b}}}",
                each_row!(
                    load_a!(),
                    $(concat!(".if {n} > ", $j, "\n", tree!($d t u: $($b)+), ".endif"),)+
                    "vstmia r2!, {{s{d0}-s{last_d}}}",
                ),
                when!("{all} > 16": "vpop {{s16-s31}}"),
                "bx lr",
                all = const Plan::<P>::RESIDENT,
                first_b = const Plan::<P>::RESIDENT_B,
                last_b = const Plan::<P>::RESIDENT - 1,
                last_d = const Plan::<P>::K + Plan::<P>::N - 1,
                m = const Plan::<P>::M,
                n = const Plan::<P>::N,
                k = const Plan::<P>::K,
                loops = const Plan::<P>::LOOPS as usize,
                copies = const Plan::<P>::COPIES,
                a_rows = const Plan::<P>::A_IS_ROWS as usize,
                a_last = const Plan::<P>::K - 1,
                t = const Plan::<P>::K + Plan::<P>::N,
                u = const Plan::<P>::K + Plan::<P>::N + 1,
                $($d = const Plan::<P>::K + $j,)+
                $($($b = const Plan::<P>::b($k, $j),)+)+
            )
        };
    }
    code! {
        [0 d0 b00 0 b10 1 b20 2 b30 3 b40 4 b50 5 b60 6 b70 7]
        [1 d1 b01 0 b11 1 b21 2 b31 3 b41 4 b51 5 b61 6 b71 7]
        [2 d2 b02 0 b12 1 b22 2 b32 3 b42 4 b52 5 b62 6 b72 7]
        [3 d3 b03 0 b13 1 b23 2 b33 3 b43 4 b53 5 b63 6 b73 7]
        [4 d4 b04 0 b14 1 b24 2 b34 3 b44 4 b54 5 b64 6 b74 7]
        [5 d5 b05 0 b15 1 b25 2 b35 3 b45 4 b55 5 b65 6 b75 7]
        [6 d6 b06 0 b16 1 b26 2 b36 3 b46 4 b56 5 b66 6 b76 7]
        [7 d7 b07 0 b17 1 b27 2 b37 3 b47 4 b57 5 b67 6 b77 7]
    }
}

/// The product of [`Form::Panels`].
///
/// # Safety
/// That is the form of `P`. With its lengths and strides A and B can be read, and C written, each element in a place of
/// its own.
#[unsafe(naked)]
pub(crate) unsafe extern "C" fn panels<P: Fixed>(a: *const f32, b: *const f32, c: *mut f32) {
    macro_rules! code {
        ($($k:literal $b0:ident $b1:ident)+) => {
            naked_asm!(
                ".fpu vfpv2",
                "push {{r4, lr}}",
                when!("{all} > 16": "vpush {{s16-s31}}"),
                "movs r4, #{n}/2",
                "3:",
                "mov r12, r1",
                $(concat!(".if {k} > ", $k, "\nvldmia r12, {{s{", stringify!($b0), "}-s{", stringify!($b1), "}}}\n",
                    ".if {k} > ", $k, "+1\nadd r12, #4*{n}\n.endif\n.endif"),)+
                "mov r12, r0",
                "mov lr, r2",
                "movs r3, #{m}",
                "2:",
                ".irp i, 0",
                load_a!(),
                ".endr",
                tree!(d0 t u: $($b0)+),
                tree!(d1 t u: $($b1)+),
                "vstmia lr, {{s{d0}-s{d1}}}",
                "add lr, #4*{n}",
                "subs r3, #1",
                "bne 2b",
                "mov r0, r12",
                "adds r1, #8",
                "adds r2, #8",
                "subs r4, #1",
                "bne 3b",
                when!("{all} > 16": "vpop {{s16-s31}}"),
                "pop {{r4, pc}}",
                all = const Plan::<P>::PANEL,
                loops = const 1,
                m = const Plan::<P>::M,
                n = const Plan::<P>::N,
                k = const Plan::<P>::K,
                a_rows = const Plan::<P>::A_IS_ROWS as usize,
                a_last = const Plan::<P>::K - 1,
                t = const Plan::<P>::K + 2,
                u = const Plan::<P>::K + 3,
                d0 = const Plan::<P>::K,
                d1 = const Plan::<P>::K + 1,
                $($b0 = const Plan::<P>::PANEL_B + 2 * $k, $b1 = const Plan::<P>::PANEL_B + 2 * $k + 1,)+
            )
        };
    }
    code! { 0 b00 b01 1 b10 b11 2 b20 b21 3 b30 b31 4 b40 b41 5 b50 b51 6 b60 b61 7 b70 b71 }
}

/// The product of [`Form::Rows`]: of 4 to 6 terms.
///
/// # Safety
/// That is the form of `P`. With its lengths and strides A and B can be read, and C written, each element in a place of
/// its own.
#[unsafe(naked)]
pub(crate) unsafe extern "C" fn rows<P: Fixed>(a: *const f32, b: *const f32, c: *mut f32) {
    macro_rules! code {
        ($($j:literal $d:ident $t:ident $b:ident)+) => {
            naked_asm!(
                ".fpu vfpv2",
                "vpush {{s16-s31}}",
                each_row!(
                    load_a!(),
                    "mov r12, r1",
                    "vldmia r12!, {{s{b0}-s{last_b}}}",
                    $(concat!(".if {n} > ", $j, "\n", op!("vmul" $d 0 $b), "\n.endif"),)+
                    "vldmia r12!, {{s{b0}-s{last_b}}}",
                    $(concat!(".if {n} > ", $j, "\n", op!("vmul" $t 1 $b), "\n.endif"),)+
                    ".if {k} > 4",
                    "add r12, #8*{n}",
                    "vldmia r12!, {{s{b0}-s{last_b}}}",
                    $(concat!(".if {n} > ", $j, "\n", op!("vmla" $d 4 $b), "\n.endif"),)+
                    ".if {k} > 5",
                    "vldmia r12!, {{s{b0}-s{last_b}}}",
                    $(concat!(".if {n} > ", $j, "\n", op!("vmla" $t 5 $b), "\n.endif"),)+
                    ".endif",
                    "sub r12, #4*({k}-2)*{n}",
                    ".endif",
                    "vldmia r12!, {{s{b0}-s{last_b}}}",
                    $(concat!(".if {n} > ", $j, "\n", op!("vmla" $d 2 $b), "\n.endif"),)+
                    "vldmia r12!, {{s{b0}-s{last_b}}}",
                    $(concat!(".if {n} > ", $j, "\n", op!("vmla" $t 3 $b), "\n", op!("vadd" $d $d $t), "\n.endif"),)+
                    "vstmia r2!, {{s{d0}-s{last_d}}}",
                ),
                "vpop {{s16-s31}}",
                "bx lr",
                last_b = const Plan::<P>::ROWS_B + Plan::<P>::N - 1,
                last_d = const Plan::<P>::K + Plan::<P>::N - 1,
                m = const Plan::<P>::M,
                n = const Plan::<P>::N,
                k = const Plan::<P>::K,
                loops = const Plan::<P>::LOOPS as usize,
                copies = const Plan::<P>::COPIES,
                a_rows = const Plan::<P>::A_IS_ROWS as usize,
                a_last = const Plan::<P>::K - 1,
                $($d = const Plan::<P>::K + $j,)+
                $($t = const Plan::<P>::ROWS_T + $j,)+
                $($b = const Plan::<P>::ROWS_B + $j,)+
            )
        };
    }
    code! { 0 d0 t0 b0 1 d1 t1 b1 2 d2 t2 b2 3 d3 t3 b3 4 d4 t4 b4 5 d5 t5 b5 6 d6 t6 b6 7 d7 t7 b7 }
}

/// The product of [`Form::Columns`]: of one row of A times any number of columns, or of several times a few.
///
/// # Safety
/// That is the form of `P`. With its lengths and strides A and B can be read, and C written, each element in a place of
/// its own.
// A column of B becomes its own products. Four sums wait to be stored together, if there is room for them.
#[unsafe(naked)]
pub(crate) unsafe extern "C" fn columns<P: Fixed>(a: *const f32, b: *const f32, c: *mut f32) {
    /// The sum of a column that is in registers, in s`c`.
    macro_rules! sum {
        ($c:ident) => {
            concat!(
                when!("{k} <= 3": op!("vmul" $c 0 b0)),
                when!("{k} == 3": op!("vmla" $c 2 b2)),
                when!("({k} == 2) || ({k} == 3)": op!("vmla" $c 1 b1)),
                ".if {k} > 3\n",
                op!("vmul" b0 0 b0), "\n", op!("vmul" b1 1 b1), "\n",
                when!("{k} > 4": op!("vmla" b0 4 b4)),
                when!("{k} > 5": op!("vmla" b1 5 b5)),
                when!("{k} > 6": op!("vmul" b2 2 b2), op!("vmla" b2 6 b6), op!("vadd" b0 b0 b2)),
                when!("{k} <= 6": op!("vmla" b0 2 b2)),
                when!("{k} > 7": op!("vmul" b3 3 b3), op!("vmla" b3 7 b7), op!("vadd" b1 b1 b3)),
                when!("{k} <= 7": op!("vmla" b1 3 b3)),
                op!("vadd" $c b0 b1), "\n",
                ".endif\n"
            )
        };
    }
    macro_rules! code {
        ($([$j:literal $c:ident $next:literal $fourth:literal])+) => {
            naked_asm!(
                ".fpu vfpv2",
                ".if {n} > 8",
                ".irp i, 0",
                load_a!(),
                ".endr",
                "movw r3, #{n}",
                "3:",
                "vldmia r1!, {{s{b0}-s{last_b}}}",
                sum!(b0),
                "vstmia r2!, {{s{b0}}}",
                "subs r3, #1",
                "bne 3b",
                ".else",
                each_row!(
                    load_a!(),
                    when!("{m} > 1": "mov r12, r1"),
                    $(
                        concat!(".if {n} > ", $j, "\n", when!("{m} > 1": "vldmia r12!, {{s{b0}-s{last_b}}}"),
                            when!("{m} == 1": "vldmia r1!, {{s{b0}-s{last_b}}}")),
                        when!("{k} <= 6": sum!($c)),
                        when!("{k} > 6": sum!(b0), "vstmia r2!, {{s{b0}}}"),
                        concat!(".if ({k} <= 6) && (({n} == ", $next, ") || ", $fourth, ")"),
                        concat!("vstmia r2!, {{s{c0}-s{", stringify!($c), "}}}"),
                        ".endif",
                        ".endif",
                    )+
                ),
                ".endif",
                "bx lr",
                last_b = const 2 * Plan::<P>::K - 1,
                m = const Plan::<P>::M,
                n = const Plan::<P>::N,
                k = const Plan::<P>::K,
                loops = const Plan::<P>::LOOPS as usize,
                copies = const Plan::<P>::COPIES,
                a_rows = const Plan::<P>::A_IS_ROWS as usize,
                a_last = const Plan::<P>::K - 1,
                b0 = const Plan::<P>::K,
                b1 = const Plan::<P>::K + 1,
                b2 = const Plan::<P>::K + 2,
                b3 = const Plan::<P>::K + 3,
                b4 = const Plan::<P>::K + 4,
                b5 = const Plan::<P>::K + 5,
                b6 = const Plan::<P>::K + 6,
                b7 = const Plan::<P>::K + 7,
                c0 = const 2 * Plan::<P>::K,
                c1 = const 2 * Plan::<P>::K + 1,
                c2 = const 2 * Plan::<P>::K + 2,
                c3 = const 2 * Plan::<P>::K + 3,
            )
        };
    }
    code! {
        [0 c0 1 0] [1 c1 2 0] [2 c2 3 0] [3 c3 4 1] [4 c0 5 0] [5 c1 6 0] [6 c2 7 0] [7 c3 8 1]
    }
}
