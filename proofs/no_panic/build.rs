//! The memory map of QEMU's `mps2-an386`, for the Cortex-M.

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=CASE");
    println!("cargo:rerun-if-env-changed=CAN_PANIC");
    println!("cargo:rustc-check-cfg=cfg(can_panic)");
    if env::var_os("CAN_PANIC").is_some() {
        println!("cargo:rustc-cfg=can_panic");
    }
    println!("cargo:rerun-if-env-changed=LOCATE");
    println!("cargo:rustc-check-cfg=cfg(locate)");
    if env::var_os("LOCATE").is_some() {
        println!("cargo:rustc-cfg=locate");
    }
    let target = env::var("TARGET").expect("cargo sets it");
    if target.starts_with("thumb") {
        let out = env::var("OUT_DIR").expect("cargo sets it");
        let map =
            "MEMORY {\nFLASH : ORIGIN = 0x00000000, LENGTH = 4M\nRAM : ORIGIN = 0x20000000, LENGTH = 4M\n}\n";
        fs::write(Path::new(&out).join("memory.x"), map).expect("the build folder can be written");
        println!("cargo:rustc-link-search={out}");
        println!("cargo:rustc-link-arg=-Tlink.x");
        println!("cargo:rustc-link-arg=--nmagic");
    }
}
