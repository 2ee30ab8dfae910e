//! Every operation on static shapes, and on run-time shapes through `Result`: the panic handler calls a function that is
//! nowhere, so this links only if the compiler has left no branch that can panic.
//!
//! `CASE=name cargo build --release` builds one of them alone, to find the one that can; with `LOCATE=1` it links, and a
//! disassembler shows who calls `core::panicking`.

#![no_std]
#![no_main]

mod axes;
mod dynamic;
mod fixed;
mod linalg;
mod parts;
mod transforms;
mod vectors;

use core::panic::PanicInfo;

#[cfg(locate)]
#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}

#[cfg(not(locate))]
#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    unsafe extern "C" {
        fn something_in_this_program_can_panic() -> !;
    }
    // SAFETY: never: it does not link.
    unsafe { something_in_this_program_can_panic() }
}

/// Whether a case is to be built: all, or the one that `CASE` names.
const fn is_wanted(name: &str) -> bool {
    match option_env!("CASE") {
        None => true,
        Some(case) => {
            let (a, b) = (name.as_bytes(), case.as_bytes());
            let mut i = 0;
            while i < a.len() && i < b.len() && a[i] == b[i] {
                i += 1;
            }
            i == a.len() && i == b.len()
        }
    }
}

/// Declares a function that runs all cases, each by its name.
macro_rules! cases {
    ($($name:ident $body:block)+) => {
        $(
            #[inline(never)]
            fn $name() {
                let _ = core::hint::black_box($body);
            }
        )+
        pub(crate) fn all() {
            $(if const { crate::is_wanted(stringify!($name)) } { $name(); })+
        }
    };
}
pub(crate) use cases;

/// A value that the compiler does not know.
macro_rules! any {
    ($x:expr) => {
        core::hint::black_box($x)
    };
}
pub(crate) use any;

fn all() {
    fixed::all();
    linalg::all();
    axes::all();
    dynamic::all();
    parts::all();
    transforms::all();
    vectors::all();
    // An index that only run time knows: with this the program must not link.
    #[cfg(can_panic)]
    let _ = any!(fixed::A[any!([1, 2])]);
}

#[cfg(all(target_arch = "arm", target_os = "none"))]
#[cortex_m_rt::entry]
fn main() -> ! {
    all();
    cortex_m_semihosting::debug::exit(cortex_m_semihosting::debug::EXIT_SUCCESS);
    loop {}
}

#[cfg(not(target_os = "none"))]
mod host {
    use core::ffi::{c_char, c_int};

    // The C start files call `main`; there is no other use for it.
    #[link(name = "c")]
    unsafe extern "C" {}

    // The remainder of floats is a function of `compiler_builtins`, which is compiled with tables for unwinding that name this.
    // Nothing here unwinds.
    #[unsafe(no_mangle)]
    extern "C" fn rust_eh_personality() {}

    #[unsafe(no_mangle)]
    extern "C" fn main(_: c_int, _: *const *const c_char) -> c_int {
        crate::all();
        0
    }
}
