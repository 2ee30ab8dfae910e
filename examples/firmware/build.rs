//! Writes the memory map of the target, and the data as Rust source: the digits, the network, and the network in `i8`.

use std::fmt::{Debug, Write};
use std::path::Path;
use std::{env, fs};

/// So many digits are the known ones; those after them, of other writers, are classified.
const KNOWN: usize = 1200;
const PIXELS: usize = 64;
const HIDDEN: usize = 16;
const CLASSES: usize = 10;

fn main() {
    let out = env::var("OUT_DIR").expect("cargo sets it");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=../data");
    println!("cargo:rustc-link-search={out}");
    let target = env::var("TARGET").expect("cargo sets it");
    // The Cortex-M4 is QEMU's `mps2-an386`, the Cortex-M0 its `microbit`, the RISC-V its `virt`.
    let (map, scripts): (_, &[_]) = match target.split('-').next() {
        Some("thumbv7em") => (cortex("4M", "4M"), &["-Tlink.x", "--nmagic"]),
        Some("thumbv6m") => (cortex("2M", "32K"), &["-Tlink.x", "--nmagic"]),
        Some("riscv32imac") => {
            let regions = ["TEXT", "RODATA", "DATA", "BSS", "HEAP", "STACK"];
            let regions = regions.map(|region| format!("REGION_ALIAS(\"REGION_{region}\", RAM);\n"));
            let map = format!("MEMORY {{ RAM : ORIGIN = 0x80000000, LENGTH = 16M }}\n{}", regions.concat());
            (map, &["-Tmemory.x", "-Tlink.x"])
        }
        _ => (String::new(), &[]),
    };
    fs::write(Path::new(&out).join("memory.x"), map).expect("the build folder can be written");
    for argument in scripts {
        println!("cargo:rustc-link-arg={argument}");
    }
    fs::write(Path::new(&out).join("data.rs"), data()).expect("the build folder can be written");
}

fn cortex(flash: &str, ram: &str) -> String {
    format!(
        "MEMORY {{\nFLASH : ORIGIN = 0x00000000, LENGTH = {flash}\nRAM : ORIGIN = 0x20000000, LENGTH = {ram}\n}}\n"
    )
}

/// The elements of a `.npy` file as bytes: what follows its header.
fn elements(name: &str) -> Vec<u8> {
    let path = Path::new("../data").join(name);
    let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    assert!(bytes.starts_with(b"\x93NUMPY\x01"), "{name}: not a .npy file of version 1");
    let header = usize::from(u16::from_le_bytes([bytes[8], bytes[9]]));
    bytes[10 + header..].to_vec()
}

fn floats(name: &str, len: usize) -> Vec<f32> {
    let bytes = elements(name);
    assert_eq!(bytes.len(), 4 * len, "{name}: another number of elements");
    bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
}

fn data() -> String {
    let (images, labels) = (elements("digits_images.npy"), elements("digits_labels.npy"));
    assert_eq!(images.len(), PIXELS * labels.len());
    let (known, asked) = images.split_at(KNOWN * PIXELS);
    let w1 = floats("mlp_w1.npy", HIDDEN * PIXELS);
    let b1 = floats("mlp_b1.npy", HIDDEN);
    let w2 = floats("mlp_w2.npy", CLASSES * HIDDEN);
    let b2 = floats("mlp_b2.npy", CLASSES);

    let mut text = String::new();
    matrix(&mut text, "DIGITS", "i8", asked, PIXELS);
    vector(&mut text, "LABELS", "u8", &labels[KNOWN..]);
    matrix(&mut text, "W1", "f32", &w1, PIXELS);
    vector(&mut text, "B1", "f32", &b1);
    matrix(&mut text, "W2", "f32", &w2, HIDDEN);
    vector(&mut text, "B2", "f32", &b2);

    // The network in `i8`: a weight is `scale * i8`, a pixel is 1/16 of a whole number already, and what the hidden layer
    // gives is `hidden * i8`, where the largest of the known digits is 127.
    let (scale1, q1) = quantised(&w1);
    let (scale2, q2) = quantised(&w2);
    // What one in a sum of the first layer is.
    let unit = scale1 / 16.0;
    let c1: Vec<i32> = b1.iter().map(|b| (f64::from(*b) / unit).round() as i32).collect();
    let largest = known.chunks_exact(PIXELS).flat_map(|digit| {
        let sum =
            move |row: &[i8]| row.iter().zip(digit).map(|(w, x)| i32::from(*w) * i32::from(*x)).sum::<i32>();
        q1.chunks_exact(PIXELS).zip(&c1).map(move |(row, c)| sum(row) + c)
    });
    let largest = largest.max().expect("there are digits");
    let hidden = f64::from(largest) * unit / 127.0;
    let c2: Vec<i32> = b2.iter().map(|b| (f64::from(*b) / (scale2 * hidden)).round() as i32).collect();
    matrix(&mut text, "Q1", "i8", &q1, PIXELS);
    vector(&mut text, "C1", "i32", &c1);
    matrix(&mut text, "Q2", "i8", &q2, HIDDEN);
    vector(&mut text, "C2", "i32", &c2);
    writeln!(text, "/// What a sum of the first layer is multiplied by, in 1/65536.").unwrap();
    writeln!(text, "pub const FACTOR: i32 = {};", (unit / hidden * 65536.0).round() as i32).unwrap();
    text
}

/// A scale, and numbers of at most 127 that it multiplies.
fn quantised(weights: &[f32]) -> (f64, Vec<i8>) {
    let scale = f64::from(weights.iter().fold(0.0, |m: f32, w| m.max(w.abs()))) / 127.0;
    (scale, weights.iter().map(|w| (f64::from(*w) / scale).round() as i8).collect())
}

fn matrix<T: Debug>(text: &mut String, name: &str, of: &str, elements: &[T], cols: usize) {
    let rows: Vec<&[T]> = elements.chunks_exact(cols).collect();
    writeln!(text, "pub static {name}: Matrix<{of}, {}, {cols}> = Matrix::new({rows:?});", rows.len())
        .unwrap();
}

fn vector<T: Debug>(text: &mut String, name: &str, of: &str, elements: &[T]) {
    writeln!(text, "pub static {name}: Vector<{of}, {}> = Vector::new({elements:?});", elements.len())
        .unwrap();
}
