//! The examples, run as programs: `numpy_user` prints what its twin prints with NumPy, and `digits` knows its data from
//! files that are not what it needs.

#![cfg(all(feature = "std", feature = "macros"))]
#![cfg_attr(not(feature = "npy"), allow(dead_code, unused_imports, reason = "what only `digits` needs"))]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs, iter};

/// Runs an example with these arguments.
fn run(name: &str, arguments: &[&Path]) -> Output {
    // Test programs stand in `deps/`, examples in `examples/` beside it; cargo builds both for `cargo test`.
    let test = env::current_exe().expect("a test has a path");
    let target = test.parent().and_then(Path::parent).expect("a test stands in `deps/`");
    let example = target.join("examples").join(format!("{name}{}", env::consts::EXE_SUFFIX));
    assert!(example.exists(), "build it first: `cargo build --example {name}` (plain `cargo test` does)");
    Command::new(example).args(arguments).output().expect("the example starts")
}

fn digits(arguments: &[&Path]) -> Output {
    run("digits", arguments)
}

#[test]
fn a_program_prints_what_its_twin_prints_with_numpy() {
    let output = run("numpy_user", &[]);
    let theirs = include_str!("../examples/numpy_user/output.txt");
    assert_eq!(String::from_utf8_lossy(&output.stdout), theirs.replace("\r\n", "\n"));
}

/// A file of the example's data.
fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join("data").join(name)
}

/// A file with these bytes; each test gives its files names of their own.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("the target folder can be written");
    path
}

/// A `.npy` file, version 1.0: magic, length of the header, header, elements.
fn npy(descr: &str, fortran: &str, shape: &str, elements: &[u8]) -> Vec<u8> {
    let header = format!("{{'descr': '{descr}', 'fortran_order': {fortran}, 'shape': {shape}, }}\n");
    let length = u16::try_from(header.len()).expect("a short header").to_le_bytes();
    [b"\x93NUMPY\x01\x00", &length[..], header.as_bytes(), elements].concat()
}

/// So many digits with ink in every pixel.
fn ink(digits: usize) -> Vec<u8> {
    vec![1; digits * 64]
}

/// The same as `f32`, of which one is `odd`.
fn ink_f32(digits: usize, odd: f32) -> Vec<u8> {
    let pixels = iter::repeat_n(1.0_f32, digits * 64 - 1).chain([odd]);
    pixels.flat_map(f32::to_le_bytes).collect()
}

/// The example says what is wrong in one line that ends with `reason`, and fails without a panic.
#[track_caller]
fn assert_refused(images: &Path, labels: &Path, blamed: &Path, reason: &str) {
    let output = digits(&[images, labels]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    let start = format!("error: {}: ", blamed.display());
    assert!(said.starts_with(&start) && said.trim_end().ends_with(reason), "{said}");
}

/// An images file with these bytes is refused, though the labels are good.
#[track_caller]
fn assert_images_refused(name: &str, bytes: &[u8], reason: &str) {
    let images = file(name, bytes);
    assert_refused(&images, &data("digits_labels.npy"), &images, reason);
}

#[cfg(feature = "npy")]
#[test]
fn the_neighbours_get_574_of_597_right_and_the_network_554() {
    let output = digits(&[]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("nearest neighbour: 574 of 597 right"), "{said}");
    assert!(said.contains("network: 554 of 597 right"), "{said}");
    assert!(said.contains("Array<f32, (Digit, Const<1200>)>\n"), "{said}");
    let named = digits(&[&data("digits_images.npy"), &data("digits_labels.npy")]);
    assert!(String::from_utf8_lossy(&named.stdout).contains("574 of 597 right"));
}

#[cfg(feature = "npy")]
#[test]
fn float_pixels_are_read_and_so_is_fortran_order() {
    let images = file("float.npy", &npy("<f4", "False", "(1201, 64)", &ink_f32(1201, 1.0)));
    let labels = file("float_labels.npy", &npy("|u1", "False", "(1201,)", &[7; 1201]));
    let output = digits(&[&images, &labels]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 of 1 right (100.0 %)"));
    let images = file("fortran.npy", &npy("|u1", "True", "(1201, 64)", &ink(1201)));
    let output = digits(&[&images, &labels]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 of 1 right (100.0 %)"));
}

#[cfg(feature = "npy")]
#[test]
fn files_that_are_not_of_digits_are_refused() {
    let labels = data("digits_labels.npy");
    let missing = Path::new(env!("CARGO_TARGET_TMPDIR")).join("missing.npy");
    let output = digits(&[&missing, &labels]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1);

    assert_images_refused("empty.npy", b"", "not a .npy file: it ends within the header");
    let text = b"0 0 5 13 9 1 0 0\n0 0 13 15 10 15 5 0\n";
    assert_images_refused("text.npy", text, "not a .npy file: the first bytes are others");
    let good = fs::read(data("digits_images.npy")).expect("the data is there");
    assert_images_refused("short.npy", &good[..good.len() - 1], "115007 elements where the shape has 115008");
    assert_images_refused("long.npy", &[&good[..], b"\0\0"].concat(), "more elements than the shape has");
    let reason = "1200 digits, and more than 1200 are needed";
    assert_images_refused("few.npy", &npy("|u1", "False", "(1200, 64)", &ink(1200)), reason);
    let reason = "shape (1797,63) where (_,64) is needed";
    assert_images_refused("narrow.npy", &npy("|u1", "False", "(1797, 63)", &[1; 1797 * 63]), reason);
    let reason = "elements of type '<i8' cannot be used here";
    assert_images_refused("long_ints.npy", &npy("<i8", "False", "(1797, 64)", &ink(8 * 1797)), reason);
}

#[cfg(feature = "npy")]
#[test]
fn pixels_without_a_direction_are_refused() {
    for (name, odd, length) in [("nan.npy", f32::NAN, "NaN"), ("infinite.npy", f32::INFINITY, "inf")] {
        let reason = format!("digit 1796 has the length {length}");
        assert_images_refused(name, &npy("<f4", "False", "(1797, 64)", &ink_f32(1797, odd)), &reason);
    }
    let mut blank = ink(1797);
    blank[64..128].fill(0);
    assert_images_refused(
        "blank.npy",
        &npy("|u1", "False", "(1797, 64)", &blank),
        "digit 1 has the length 0",
    );
}

#[cfg(feature = "npy")]
#[test]
fn labels_of_another_length_are_refused() {
    let images = data("digits_images.npy");
    let labels = file("labels.npy", &npy("|u1", "False", "(1796,)", &[7; 1796]));
    let reason = format!("1796 labels for the 1797 digits of {}", images.display());
    assert_refused(&images, &labels, &labels, &reason);
    let reason = "shape (1797,64) where (_,) is needed";
    assert_refused(&images, &images, &images, reason);
}

#[cfg(feature = "npy")]
#[test]
fn one_argument_is_refused() {
    let output = digits(&[&data("digits_images.npy")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&output.stderr).starts_with("error: give the paths of images and labels")
    );
}
