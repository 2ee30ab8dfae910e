//! Recognises handwritten digits in two ways: 597 of them by their nearest neighbour among 1,200 others, and by a small
//! network.
//!
//! `cargo run --release --features npy --example digits [IMAGES.npy LABELS.npy] [--pictures FOLDER]`
//!
//! With `--pictures` it writes which digits were taken for which, and some beside their nearest ones, as PNG files.
//!
//! What is known only at run time is checked where the files enter: that an image has 64 pixels, and that there are more
//! than 1,200. After that it is in the types, and what is computed is a value, without a `Result`.

mod draw;
mod picture;

use conformable::{Array, ArrayView, Matrix, NpyError, Vector, axis, shape};
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// So many digits from the start of the file are the known ones; the others are the queries.
const KNOWN: usize = 1200;
/// A digit has 8 x 8 pixels, row by row.
const PIXELS: usize = 64;
/// The neurons between the layers of the network.
const HIDDEN: usize = 16;
/// What a digit can be.
const CLASSES: usize = 10;

axis!(
    /// The digits: the only length that is not known before run time. It has a name, so that no other axis meets it.
    Digit
);

/// Any number of digits.
type Digits<T> = Array<T, shape![Digit, { PIXELS }]>;
/// Which digit each of them is.
type Labels = Array<u8, shape![Digit]>;

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
    let Paths { images, labels, pictures } = paths()?;
    let (digits, labels) = read(&images, &labels)?;
    let (known, asked) = digits.split_first_chunk::<0, KNOWN>()?;
    let (known_labels, asked_labels) = labels.split_first_chunk::<0, KNOWN>()?;
    writeln!(out, "Handwritten digits of 8 x 8 pixels, recognised in two ways.\n")?;
    writeln!(out, "known     {:?}  {}", known.dims(), draw::type_of(&known))?;
    writeln!(out, "asked     {:?}   {}", asked.dims(), draw::type_of(&asked))?;

    // Both last axes are `Const<64>`, so nothing is left to check and this is the array itself.
    let start = Instant::now();
    let cosines: Array<f32, shape![Digit, { KNOWN }]> = asked.cosine_similarity(&known);
    let time = start.elapsed();
    let nearest: Array<usize, shape![Digit]> = cosines.argmax_axis::<1>();
    let found = nearest.map(|digit| known_labels[[digit]]);
    writeln!(out, "cosines   {:?} {}", cosines.dims(), draw::type_of(&cosines))?;
    writeln!(out, "\nasked.cosine_similarity(&known) took {:.2} ms", time.as_secs_f64() * 1e3)?;
    report(out, "nearest neighbour", &found, &asked_labels)?;

    let network = Network::read()?;
    let scores: Array<f32, shape![Digit, { CLASSES }]> = network.scores(&asked);
    let found_by_network = scores.argmax_axis::<1>().cast::<u8>();
    report(out, "network", &found_by_network, &asked_labels)?;

    // Two that are right and two that are wrong, so that one sees what the computer saw.
    let right: Vec<bool> = found.iter().zip(&asked_labels).map(|(found, is)| found == is).collect();
    let right = &right;
    let of_both = |wanted| (0..right.len()).filter(move |i| right[*i] == wanted);
    for query in of_both(true).take(2).chain(of_both(false).take(2)) {
        let (digit, twin) = (KNOWN + query, nearest[[query]]);
        let (is, says, cosine) = (labels[[digit]], labels[[twin]], cosines[[query, twin]]);
        writeln!(
            out,
            "\ndigit {digit} is a {is}; its nearest, digit {twin}, is a {says}; cosine {cosine:.3}"
        )?;
        let pixels = |i: usize| &digits.as_slice()[i * PIXELS..][..PIXELS];
        out.write_all(draw::side_by_side(pixels(digit), pixels(twin)).as_bytes())?;
    }

    if let Some(folder) = pictures {
        fs::create_dir_all(&folder)?;
        let mut counts = Matrix::<usize, CLASSES, CLASSES>::zeros();
        let mut means = Matrix::<f32, CLASSES, PIXELS>::zeros();
        for ((image, is), says) in asked.rows().zip(&asked_labels).zip(&found) {
            let [is, says] = [is, says].map(|label| usize::from(*label).min(CLASSES - 1));
            counts[[is, says]] += 1;
            means.slice_mut(conformable::s![(is)])?.add_assign(&image);
        }
        let totals = counts.sum_keepdims::<1>().cast::<f32>().maximum(&1.);
        picture::confusion(&folder.join("confusion.png"), &counts, &(means / totals))?;
        let pairs: Vec<_> = (of_both(false).take(24).chain(of_both(true).take(24)))
            .map(|query| {
                let pixels = |i: usize| &digits.as_slice()[i * PIXELS..][..PIXELS];
                ([pixels(KNOWN + query), pixels(nearest[[query]])], right[query])
            })
            .collect();
        picture::neighbours(&folder.join("neighbours.png"), &pairs)?;
        writeln!(out, "\nwrote confusion.png and neighbours.png to {}", folder.display())?;
    }
    Ok(())
}

/// How many of the labels found are right.
fn report(
    out: &mut impl Write,
    by: &str,
    found: &Labels,
    labels: &ArrayView<'_, u8, shape![Digit]>,
) -> Result<(), Box<dyn Error>> {
    let (hits, of) = (found.equal(labels)?.count(), labels.len());
    let percent = 100.0 * hits as f64 / of as f64;
    Ok(writeln!(out, "{by}: {hits} of {of} right ({percent:.1} %)")?)
}

/// Two layers: `h = max(x · w1 + b1, 0)`, then `h · w2 + b2`.
struct Network {
    w1: Matrix<f32, HIDDEN, PIXELS>,
    b1: Vector<f32, HIDDEN>,
    w2: Matrix<f32, CLASSES, HIDDEN>,
    b2: Vector<f32, CLASSES>,
}

impl Network {
    fn read() -> Result<Self, NpyError> {
        Ok(Network {
            w1: Matrix::load_npy(data("mlp_w1.npy"))?,
            b1: Vector::load_npy(data("mlp_b1.npy"))?,
            w2: Matrix::load_npy(data("mlp_w2.npy"))?,
            b2: Vector::load_npy(data("mlp_b2.npy"))?,
        })
    }

    /// The score of each class for each digit. It was trained with pixels from 0 to 1.
    fn scores(
        &self,
        digits: &ArrayView<'_, f32, shape![Digit, { PIXELS }]>,
    ) -> Array<f32, shape![Digit, { CLASSES }]> {
        let pixels = digits / 16.;
        let hidden = (pixels.inner(&self.w1) + self.b1).maximum(&0.);
        hidden.inner(&self.w2) + self.b2
    }
}

/// A file that comes with the example.
fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join("data").join(name)
}

/// What the arguments name.
struct Paths {
    images: PathBuf,
    labels: PathBuf,
    pictures: Option<PathBuf>,
}

/// The files of digits: those named by the arguments, or the ones that come with the example.
fn paths() -> Result<Paths, Box<dyn Error>> {
    const USAGE: &str =
        "give the paths of images and labels, or none: digits [IMAGES.npy LABELS.npy] [--pictures FOLDER]";
    let (mut files, mut pictures) = (vec![], None);
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--pictures" {
            pictures = Some(arguments.next().ok_or(USAGE)?.into());
        } else {
            files.push(PathBuf::from(argument));
        }
    }
    match <[PathBuf; 2]>::try_from(files) {
        Ok([images, labels]) => Ok(Paths { images, labels, pictures }),
        Err(files) if files.is_empty() => {
            Ok(Paths { images: data("digits_images.npy"), labels: data("digits_labels.npy"), pictures })
        }
        Err(_) => Err(USAGE.into()),
    }
}

/// The digits and what they are. Here run-time data becomes typed, and nowhere else.
fn read(images: &Path, labels: &Path) -> Result<(Digits<f32>, Labels), String> {
    let at = |path: &Path, reason: String| format!("{}: {reason}", path.display());
    // Pixels are `f32`, or `u8`.
    let digits = match Digits::<u8>::load_npy(images) {
        Ok(digits) => Ok(digits.cast()),
        Err(NpyError::ElementType(_)) => Digits::<f32>::load_npy(images),
        Err(e) => Err(e),
    };
    let digits = digits.map_err(|e| at(images, e.to_string()))?;
    let classes = Labels::load_npy(labels).map_err(|e| at(labels, e.to_string()))?;
    let [rows, _] = digits.dims();
    if rows <= KNOWN {
        return Err(at(images, format!("{rows} digits, and more than {KNOWN} are needed")));
    }
    if classes.len() != rows {
        let len = classes.len();
        return Err(at(labels, format!("{len} labels for the {rows} digits of {}", images.display())));
    }
    // Only a digit with some ink has an angle to others.
    let lengths = digits.norm_axis::<1>();
    match lengths.iter().position(|length| !length.is_normal()) {
        Some(i) => Err(at(images, format!("digit {i} has the length {}", lengths[[i]]))),
        None => Ok((digits, classes)),
    }
}
