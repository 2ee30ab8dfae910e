//! A torus over a floor, drawn on the processor, with a camera that orbits: the same pixels on every machine.
//!
//! `cargo run --release -- OUT [FRAMES] [WIDTH] [HEIGHT]` writes the frames as PNG files to the folder OUT, and prints the digest
//! of all pixels: FNV-1a of 64 bits over their bytes.

use std::error::Error;
use std::fs::{File, create_dir_all};
use std::io::BufWriter;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("orbit: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|text| text.into_string().map_err(|text| format!("not Unicode: {}", text.display())))
        .collect::<Result<_, _>>()?;
    let (out, numbers) = match arguments.split_first() {
        Some((out, numbers)) if numbers.len() <= 3 => (Path::new(out), numbers),
        _ => return Err("expected OUT [FRAMES] [WIDTH] [HEIGHT]".into()),
    };
    let mut values = [60_usize, 640, 480];
    for ((value, text), name) in values.iter_mut().zip(numbers).zip(["FRAMES", "WIDTH", "HEIGHT"]) {
        *value = match text.parse() {
            Ok(number @ 1..=8192) => number,
            _ => return Err(format!("{name} is `{text}`, expected a whole number from 1 to 8192").into()),
        };
    }
    let [frames, width, height] = values;
    create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    let mut pixels = vec![[0; 3]; width * height];
    let mut depth = vec![0.0; width * height * 4];
    let mut digest = orbit::FNV;
    for frame in 0..frames {
        orbit::render(frame as f32 / frames as f32, width, height, &mut pixels, &mut depth);
        digest = orbit::digest(digest, &pixels);
        let path = out.join(format!("{frame:04}.png"));
        let file = File::create(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut encoder = png::Encoder::new(BufWriter::new(file), width as u32, height as u32);
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(pixels.as_flattened())?;
        writer.finish()?;
    }
    println!("{digest:#018x}");
    Ok(())
}
