//! Where a program starts, writes to and ends: on each kind of processor.

#[cfg(all(target_arch = "arm", target_os = "none"))]
mod cortex {
    use core::fmt::{self, Write};
    use cortex_m_rt::entry;
    use cortex_m_semihosting::debug::{EXIT_FAILURE, EXIT_SUCCESS, exit};
    use cortex_m_semihosting::hio;

    pub(crate) struct Console(hio::HostStream);

    impl Write for Console {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0.write_str(text)
        }
    }

    #[entry]
    fn main() -> ! {
        let is_right = hio::hstdout().is_ok_and(|stream| crate::run(Console(stream)) == Ok(true));
        if let Ok(stream) = hio::hstderr() {
            // Nobody is left to tell if it fails.
            let _ = writeln!(Console(stream), "stack {} bytes", stack());
        }
        exit(if is_right { EXIT_SUCCESS } else { EXIT_FAILURE });
        loop {}
    }

    /// The deepest that the stack has been: all below it still has its paint.
    fn stack() -> usize {
        unsafe extern "C" {
            static _stack_start: u32;
            static _stack_end: u32;
        }
        let (top, bottom) = (&raw const _stack_start, &raw const _stack_end);
        let mut place = bottom;
        // SAFETY: from `_stack_end` to `_stack_start` is memory, which nobody else writes now.
        while place < top && unsafe { place.read_volatile() } == cortex_m_rt::STACK_PAINT_VALUE {
            place = place.wrapping_add(1);
        }
        top as usize - place as usize
    }

    #[panic_handler]
    fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
        if let Ok(stream) = hio::hstderr() {
            // As above.
            let _ = writeln!(Console(stream), "{info}");
        }
        exit(EXIT_FAILURE);
        loop {}
    }
}
#[cfg(all(target_arch = "arm", target_os = "none"))]
pub(crate) use cortex::Console;

#[cfg(all(target_arch = "riscv32", target_os = "none"))]
mod riscv32 {
    use core::fmt::{self, Write};
    use riscv_rt::entry;
    use semihosting::{eprintln, print, process};

    // Linked for its critical section.
    use riscv as _;

    pub(crate) struct Console;

    impl Write for Console {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            print!("{text}");
            Ok(())
        }
    }

    #[entry]
    fn main() -> ! {
        process::exit(i32::from(crate::run(Console) != Ok(true)))
    }

    #[panic_handler]
    fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
        eprintln!("{info}");
        process::exit(1)
    }
}
#[cfg(all(target_arch = "riscv32", target_os = "none"))]
pub(crate) use riscv32::Console;

#[cfg(not(target_os = "none"))]
mod host {
    use std::fmt;

    pub(crate) struct Console;

    impl fmt::Write for Console {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            print!("{text}");
            Ok(())
        }
    }
}
#[cfg(not(target_os = "none"))]
pub(crate) use host::Console;
