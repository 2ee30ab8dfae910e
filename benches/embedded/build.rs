//! The memory map, and CMSIS-DSP's C functions, if `CMSIS_DSP` names its folder.

use std::path::Path;
use std::{env, fs};

const SOURCES: [&str; 9] = [
    "BasicMathFunctions/arm_dot_prod_f32.c",
    "BasicMathFunctions/arm_dot_prod_q7.c",
    "BasicMathFunctions/arm_add_f32.c",
    "BasicMathFunctions/arm_sub_f32.c",
    "MatrixFunctions/arm_mat_add_f32.c",
    "MatrixFunctions/arm_mat_sub_f32.c",
    "MatrixFunctions/arm_mat_mult_f32.c",
    "MatrixFunctions/arm_mat_trans_f32.c",
    "MatrixFunctions/arm_mat_vec_mult_f32.c",
];

fn main() {
    let out = env::var("OUT_DIR").expect("cargo sets it");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=c");
    println!("cargo:rerun-if-env-changed=CMSIS_DSP");
    println!("cargo:rustc-check-cfg=cfg(cmsis)");
    println!("cargo:rustc-link-search={out}");
    // QEMU's `mps2-an386`.
    let map =
        "MEMORY {\nFLASH : ORIGIN = 0x00000000, LENGTH = 4M\nRAM : ORIGIN = 0x20000000, LENGTH = 4M\n}\n";
    fs::write(Path::new(&out).join("memory.x"), map).expect("the build folder can be written");
    println!("cargo:rustc-link-arg=-Tlink.x");
    println!("cargo:rustc-link-arg=--nmagic");
    let Some(cmsis) = env::var_os("CMSIS_DSP") else { return };
    let cmsis = Path::new(&cmsis);
    println!("cargo:rustc-cfg=cmsis");
    cc::Build::new()
        .compiler("arm-none-eabi-gcc")
        .archiver("arm-none-eabi-ar")
        .opt_level(3)
        .flag("-mcpu=cortex-m4")
        .flag("-mfpu=fpv4-sp-d16")
        .flag("-mfloat-abi=hard")
        .flag("-ffunction-sections")
        // As its documentation has it for speed on a Cortex-M4.
        .define("ARM_MATH_LOOPUNROLL", None)
        .define("__ARM_FEATURE_DSP", "1")
        .define("__FPU_PRESENT", "1")
        .include("c")
        .include(cmsis.join("Include"))
        .include(cmsis.join("PrivateInclude"))
        .files(SOURCES.map(|file| cmsis.join("Source").join(file)))
        .warnings(false)
        .compile("cmsis_dsp");
}
