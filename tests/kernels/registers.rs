//! Vector registers full of NaN: a kernel that reads one before it has written it, or a lane that nobody wrote,
//! gives another result than the reference.

#![allow(unsafe_code, reason = "instructions that write registers")]

/// Fills all bits of all vector registers that the CPU has, and of its mask registers: every lane of them is a NaN,
/// or -1.
#[inline(always)]
pub(crate) fn fill_with_nans() {
    #[cfg(all(target_arch = "x86_64", not(miri)))]
    x86::fill();
    #[cfg(target_arch = "aarch64")]
    aarch64::fill();
}

/// One instruction for each register: what stands before the register in it, and after it, and how often it is named.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
macro_rules! fill {
    ($before:literal $behind:literal $times:tt; $($register:tt)+) => {
        // SAFETY: writes registers only, all of which are declared; the CPU has the instruction, says the caller.
        unsafe {
            core::arch::asm!(
                $(fill!(@ $before $behind $times $register),)+
                $(out($register) _,)+
                options(nomem, nostack, preserves_flags),
            );
        }
    };
    (@ $before:literal $behind:literal 1 $register:tt) => { concat!($before, $register, $behind) };
    (@ $before:literal $behind:literal 2 $register:tt) => {
        concat!($before, $register, ", ", $register, $behind)
    };
    (@ $before:literal $behind:literal 3 $register:tt) => {
        concat!($before, $register, ", ", $register, ", ", $register, $behind)
    };
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    #[inline(always)]
    pub(crate) fn fill() {
        if std::is_x86_feature_detected!("avx512f") {
            fill! { "vpternlogd " ", 255" 3;
                "zmm0" "zmm1" "zmm2" "zmm3" "zmm4" "zmm5" "zmm6" "zmm7"
                "zmm8" "zmm9" "zmm10" "zmm11" "zmm12" "zmm13" "zmm14" "zmm15"
                "zmm16" "zmm17" "zmm18" "zmm19" "zmm20" "zmm21" "zmm22" "zmm23"
                "zmm24" "zmm25" "zmm26" "zmm27" "zmm28" "zmm29" "zmm30" "zmm31"
            }
            fill! { "kxnorw " "" 3; "k1" "k2" "k3" "k4" "k5" "k6" "k7" }
        } else if std::is_x86_feature_detected!("avx") {
            fill! { "vcmpps " ", 15" 3;
                "ymm0" "ymm1" "ymm2" "ymm3" "ymm4" "ymm5" "ymm6" "ymm7"
                "ymm8" "ymm9" "ymm10" "ymm11" "ymm12" "ymm13" "ymm14" "ymm15"
            }
        } else {
            fill! { "pcmpeqd " "" 2;
                "xmm0" "xmm1" "xmm2" "xmm3" "xmm4" "xmm5" "xmm6" "xmm7"
                "xmm8" "xmm9" "xmm10" "xmm11" "xmm12" "xmm13" "xmm14" "xmm15"
            }
        }
    }
}

#[cfg(target_arch = "aarch64")]
mod aarch64 {
    #[inline(always)]
    pub(crate) fn fill() {
        fill! { "movi " ".16b, #255" 1;
            "v0" "v1" "v2" "v3" "v4" "v5" "v6" "v7" "v8" "v9" "v10" "v11" "v12" "v13" "v14" "v15"
            "v16" "v17" "v18" "v19" "v20" "v21" "v22" "v23" "v24" "v25" "v26" "v27" "v28" "v29" "v30" "v31"
        }
    }
}

#[cfg(target_arch = "x86_64")]
#[test]
fn registers_are_full_of_nans() {
    fill_with_nans();
    let lanes: f64;
    // SAFETY: reads a register; that nobody wrote it in between is what is asked.
    unsafe {
        core::arch::asm!("movaps {}, xmm13", out(xmm_reg) lanes, options(nomem, nostack, preserves_flags))
    };
    assert!(lanes.is_nan() && lanes.to_bits() == u64::MAX, "{lanes}");
}
