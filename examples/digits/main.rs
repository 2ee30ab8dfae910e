//! Recognises handwritten digits: the nearest neighbour by cosine of 597 digits among 1,200 known ones.
//!
//! `cargo run --release --example digits [IMAGES.npy LABELS.npy]`
//!
//! What run time alone can know is checked where the files enter: that an image has 64 pixels. From there
//! on it is in the types, and the one product that does the work returns its result without a `Result`.

mod draw;
mod npy;

use conformable::{Array, ArrayView, Const, Dyn, shape};
use std::error::Error;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// So many digits from the start of the file are the known ones; the others are the queries.
const KNOWN: usize = 1200;
/// A digit has 8 x 8 pixels, row by row.
const PIXELS: usize = 64;

/// Any number of digits: the only length that has to wait for run time.
type Digits<T> = Array<T, shape![dyn, { PIXELS }]>;

fn main() -> ExitCode {
    match run(&mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        // Only writing to stdout fails with a bare `io::Error`; a reader that has seen enough is no failure.
        Err(e) if e.downcast_ref().is_some_and(|e: &io::Error| e.kind() == io::ErrorKind::BrokenPipe) => {
            ExitCode::SUCCESS
        }
        Err(e) => {
            eprintln!("error: {e}");
            ExitCode::FAILURE
        }
    }
}

fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let (images, labels) = paths()?;
    let (digits, labels) = read(&images, &labels)?;
    writeln!(out, "Nearest neighbour by cosine among handwritten digits of 8 x 8 pixels.\n")?;
    writeln!(out, "digits    {:?}  {}", digits.dims(), draw::type_of(&digits))?;

    let unit = unit_rows(&digits).map_err(|e| format!("{}: {e}", images.display()))?;
    let (known, asked) = unit.as_slice().split_at(KNOWN * PIXELS);
    let database = ArrayView::from_slice((Dyn(KNOWN), Const::<PIXELS>), known)?;
    let queries = ArrayView::from_slice((Dyn(digits.dims()[0] - KNOWN), Const::<PIXELS>), asked)?;
    writeln!(out, "database  {:?}  {}", database.dims(), draw::type_of(&database))?;
    writeln!(out, "queries   {:?}   {}", queries.dims(), draw::type_of(&queries))?;

    // Both last axes are `Const<64>`, so nothing is left to check and this is the array itself.
    let start = Instant::now();
    let cosines: Array<f32, (Dyn, Dyn)> = queries.inner(&database);
    let time = start.elapsed();
    writeln!(out, "cosines   {:?} {}", cosines.dims(), draw::type_of(&cosines))?;

    let nearest: Vec<(usize, f32)> = cosines.rows().map(largest).collect();
    let right = |(query, (known, _)): &(usize, &(usize, f32))| labels[KNOWN + query] == labels[*known];
    let hits = nearest.iter().enumerate().filter(right).count();
    writeln!(out, "\nqueries.inner(&database) took {:.2} ms", time.as_secs_f64() * 1e3)?;
    let percent = 100.0 * hits as f64 / nearest.len() as f64;
    writeln!(out, "{hits} of {} right ({percent:.1} %)", nearest.len())?;

    // Two that are right and two that are wrong, so that one sees what the computer saw.
    let of_both = |wanted| nearest.iter().enumerate().filter(move |q| right(q) == wanted).take(2);
    for (query, (known, cosine)) in of_both(true).chain(of_both(false)) {
        let (asked, found) = (KNOWN + query, *known);
        let (is, says) = (labels[asked], labels[found]);
        writeln!(
            out,
            "\ndigit {asked} is a {is}; its nearest, digit {found}, is a {says}; cosine {cosine:.3}"
        )?;
        let digit = |i: usize| &digits.as_slice()[i * PIXELS..][..PIXELS];
        out.write_all(draw::side_by_side(digit(asked), digit(found)).as_bytes())?;
    }
    Ok(())
}

/// The files: those named by the arguments, or the ones that come with the example.
fn paths() -> Result<(PathBuf, PathBuf), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    match (arguments.next(), arguments.next(), arguments.next()) {
        (None, ..) => {
            let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join("data");
            Ok((data.join("digits_images.npy"), data.join("digits_labels.npy")))
        }
        (Some(images), Some(labels), None) => Ok((images, labels)),
        _ => Err("give the paths of images and labels, or none: digits [IMAGES.npy LABELS.npy]".into()),
    }
}

/// The digits and what they are. Here run-time data becomes typed, and nowhere else.
fn read(images: &Path, labels: &Path) -> Result<(Digits<f32>, Vec<u8>), Box<dyn Error>> {
    let at = |path: &Path, e: &dyn Error| format!("{}: {e}", path.display());
    let digits = npy::read_pixels(images)?.typed::<shape![dyn, { PIXELS }]>().map_err(|e| at(images, &e))?;
    let classes = npy::read::<u8>(labels)?.typed::<shape![dyn]>().map_err(|e| at(labels, &e))?;
    let [rows, _] = digits.dims();
    if rows <= KNOWN {
        return Err(format!("{}: {rows} digits, and more than {KNOWN} are needed", images.display()).into());
    }
    if classes.len() != rows {
        let (path, len) = (labels.display(), classes.len());
        return Err(format!("{path}: {len} labels for the {rows} digits of {}", images.display()).into());
    }
    Ok((digits, classes.into_vec()))
}

/// Every row divided by its length, so that an inner product of two is the cosine of their angle.
fn unit_rows(digits: &Digits<f32>) -> Result<Digits<f32>, String> {
    let mut unit = digits.clone();
    let rows = unit.as_mut_slice().chunks_exact_mut(PIXELS);
    for (i, (row, pixels)) in rows.zip(digits.rows()).enumerate() {
        if let Some(x) = pixels.iter().find(|x| !x.is_finite()) {
            return Err(format!("digit {i} has a pixel that is {x}"));
        }
        let norm = pixels.inner(&pixels).sqrt();
        if !norm.is_normal() {
            return Err(format!("digit {i} has the length {norm}, so its angle to others is not defined"));
        }
        row.iter_mut().for_each(|x| *x /= norm);
    }
    Ok(unit)
}

/// The position of the largest element, the first of several, and the element.
fn largest(row: ArrayView<'_, f32, (Dyn,)>) -> (usize, f32) {
    row.iter().copied().enumerate().fold(
        (0, f32::NEG_INFINITY),
        |best, (i, x)| {
            if x > best.1 { (i, x) } else { best }
        },
    )
}
