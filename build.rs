//! Says by the name of the target what no `cfg` of the stable compiler says: `rustc --print cfg` is the same for
//! `thumbv7em-none-eabi` and `thumbv7m-none-eabi`, and `target_feature = "dsp"` is not stable.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-check-cfg=cfg(conformable_dsp)");
    // Cortex-M4 and M7: two products of 16 bits in one instruction.
    let target = std::env::var("TARGET").unwrap_or_default();
    if target.starts_with("thumbv7em-") {
        println!("cargo:rustc-cfg=conformable_dsp");
    }
}
