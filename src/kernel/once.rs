//! What is compiled once, in this crate, for the primitive types: the one table of what stands behind each of them.

/// Declares a trait of kernels and its impls, for all types with vectors (`vectors`) or for the floats among them (`floats`).
/// A line is a method and the generic function that it runs; that of an unsafe one begins with `[unsafe]`, and the function asks
/// for what the method promises.
macro_rules! compiled_once {
    (vectors $($rest:tt)+) => {
        $crate::kernel::once::compiled_once! { @all [f32 f64 i8 i16 i32 i64] $($rest)+ }
    };
    (floats $($rest:tt)+) => {
        $crate::kernel::once::compiled_once! { @all [f32 f64] $($rest)+ }
    };
    (@all [$($T:ident)+] $(#[$doc:meta])+ $vis:vis trait $Name:ident [$($bounds:tt)+] $lines:tt) => {
        $crate::kernel::once::compiled_once! { @trait [$(#[$doc])+ $vis trait $Name: $($bounds)+] $lines }
        $($crate::kernel::once::compiled_once! { @impl $T $Name $lines })+
    };
    (@trait [$($head:tt)+] {
        $($(#[$doc:meta])+ $([$unsafe:tt])? fn $name:ident($($arg:ident: $ty:ty),+) $(-> $out:ty)? = $run:expr;)+
    }) => {
        $($head)+ {
            $($(#[$doc])+ $($unsafe)? fn $name($($arg: $ty),+) $(-> $out)?;)+
        }
    };
    (@impl $T:ident $Name:ident {
        $($(#[$doc:meta])+ $([$unsafe:tt])? fn $name:ident($($arg:ident: $ty:ty),+) $(-> $out:ty)? = $run:expr;)+
    }) => {
        impl $Name for $T {
            $($($unsafe)? fn $name($($arg: $ty),+) $(-> $out)? {
                $crate::kernel::once::compiled_once!(@run [$($unsafe)?] $run, $($arg)+)
            })+
        }
    };
    // SAFETY: what the function asks for is what the caller of the method promises.
    (@run [unsafe] $run:expr, $($arg:ident)+) => { unsafe { $run($($arg),+) } };
    (@run [] $run:expr, $($arg:ident)+) => { $run($($arg),+) };
}
pub(crate) use compiled_once;
