//! What the example draws: which digits were taken for which, and some with their nearest ones, as PNG files.

use crate::{CLASSES, PIXELS};
use conformable::Matrix;
use std::fs::File;
use std::io::{self, BufWriter};
use std::path::Path;

/// Pixels in a line of a digit, and on the screen for each of them.
const WIDTH: usize = 8;
const SCALE: usize = 5;
/// A digit with a margin.
const CELL: usize = WIDTH * SCALE + 8;

type Colour = [u8; 3];
const PAPER: Colour = [250, 250, 247];
const INK: Colour = [28, 32, 48];
const RIGHT: Colour = [46, 110, 180];
const WRONG: Colour = [204, 62, 48];

/// A picture of cells, each for one digit.
struct Picture {
    columns: usize,
    rows: usize,
    colours: Vec<Colour>,
}

impl Picture {
    fn new(columns: usize, rows: usize) -> Self {
        Picture { columns, rows, colours: vec![PAPER; columns * rows * CELL * CELL] }
    }

    /// Fills a rectangle in a cell.
    fn fill(&mut self, [column, row]: [usize; 2], [x, y]: [usize; 2], size: usize, colour: Colour) {
        let width = self.columns * CELL;
        for line in 0..size {
            let first = (row * CELL + y + line) * width + column * CELL + x;
            self.colours[first..][..size].fill(colour);
        }
    }

    /// Draws a digit, whose pixels are from 0 to 16.
    fn digit(&mut self, cell: [usize; 2], pixels: &[f32], ink: Colour) {
        let margin = (CELL - WIDTH * SCALE) / 2;
        for (i, x) in pixels.iter().take(PIXELS).enumerate() {
            let at = [i % WIDTH, i / WIDTH].map(|n| margin + n * SCALE);
            self.fill(cell, at, SCALE, between(PAPER, ink, x / 16.));
        }
    }

    fn save(&self, path: &Path) -> io::Result<()> {
        let size = [self.columns, self.rows].map(|n| (n * CELL) as u32);
        let mut encoder = png::Encoder::new(BufWriter::new(File::create(path)?), size[0], size[1]);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.write_header()?.write_image_data(self.colours.as_flattened())?;
        Ok(())
    }
}

/// A colour at a part from 0 to 1 of the way from one to another.
fn between(from: Colour, to: Colour, part: f32) -> Colour {
    let part = part.clamp(0., 1.);
    std::array::from_fn(|i| (f32::from(from[i]) * (1. - part) + f32::from(to[i]) * part).round() as u8)
}

/// A row for each digit that it is, and a column for each that was found. A darker square is more of them; those off the diagonal are
/// red. In the margins stands the mean of each digit.
pub(crate) fn confusion(
    path: &Path,
    counts: &Matrix<usize, CLASSES, CLASSES>,
    means: &Matrix<f32, CLASSES, PIXELS>,
) -> io::Result<()> {
    let mut picture = Picture::new(CLASSES + 1, CLASSES + 1);
    for i in 0..CLASSES {
        let mean = &means.as_nested()[i];
        picture.digit([0, i + 1], mean, INK);
        picture.digit([i + 1, 0], mean, INK);
        let of = counts.as_nested()[i].iter().sum::<usize>().max(1);
        for j in 0..CLASSES {
            let count = counts[[i, j]];
            // The roots, so that one among sixty shows.
            let part = (count as f32 / of as f32).sqrt();
            let colour = between(PAPER, if i == j { RIGHT } else { WRONG }, part);
            picture.fill([j + 1, i + 1], [1, 1], CELL - 2, colour);
        }
    }
    picture.save(path)
}

/// Pairs of a digit and its nearest one, four pairs in a line; those that are not the same digit are red.
pub(crate) fn neighbours(path: &Path, pairs: &[([&[f32]; 2], bool)]) -> io::Result<()> {
    let mut picture = Picture::new(11, pairs.len().div_ceil(4).max(1));
    for (i, (digits, is_right)) in pairs.iter().enumerate() {
        for (side, pixels) in digits.iter().enumerate() {
            picture.digit([i % 4 * 3 + side, i / 4], pixels, if *is_right { INK } else { WRONG });
        }
    }
    picture.save(path)
}
