//! What the page calls: drawings, and the search among known digits.
//!
//! The work is done in the modules, which know nothing of browsers; here are the names that JavaScript has for it.

pub mod digits;
pub mod drawing;

use conformable::Vector;
use digits::{Known, Near, PIXELS};
use drawing::Point;
use wasm_bindgen::prelude::wasm_bindgen;

/// The lines of a pen.
#[wasm_bindgen]
#[derive(Default)]
pub struct Drawing(Vec<Vec<Point>>);

#[wasm_bindgen]
impl Drawing {
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts the pen down.
    pub fn start(&mut self, x: f32, y: f32) {
        self.0.push(vec![[x, y]]);
    }

    /// Moves the pen, if it is down.
    pub fn line_to(&mut self, x: f32, y: f32) {
        if let Some(stroke) = self.0.last_mut() {
            stroke.push([x, y]);
        }
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The drawing as the known digits are: 64 numbers from 0 to 16; nothing if nothing is drawn.
    #[must_use]
    pub fn pixels(&self) -> Option<Vec<f32>> {
        drawing::pixels(&self.0).map(|pixels| pixels.as_slice().to_vec())
    }
}

/// The pixels of a digit of the files, of which the first `known_digits` are known and others are not.
#[wasm_bindgen]
#[must_use]
pub fn image(digit: usize) -> Option<Vec<f32>> {
    digits::image(digit).map(|pixels| pixels.iter().map(|x| f32::from(*x)).collect())
}

/// What a digit of the files is.
#[wasm_bindgen]
#[must_use]
pub fn label(digit: usize) -> Option<u8> {
    digits::label(digit)
}

/// How many digits of the files are known: the first ones.
#[wasm_bindgen]
#[must_use]
pub fn known_digits() -> usize {
    digits::KNOWN
}

/// How many digits of the files, the last ones, are by other writers.
#[wasm_bindgen]
#[must_use]
pub fn other_digits() -> usize {
    digits::OTHERS
}

/// The known digits, to be searched.
#[wasm_bindgen]
pub struct Database(Known);

#[wasm_bindgen]
impl Database {
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "for JavaScript, which has no defaults")]
    #[must_use]
    pub fn new() -> Self {
        Database(Known::new())
    }

    /// Compares 64 pixels with every known digit; of another number of pixels nothing is found.
    #[must_use]
    pub fn search(&self, pixels: &[f32]) -> Found {
        let pixels = <[f32; PIXELS]>::try_from(pixels).map(|pixels| Vector::from_fn(|[i]| pixels[i]));
        Found(pixels.map_or(Vec::new(), |pixels| self.0.by_nearness(&pixels)))
    }

    /// How many digits of other writers are what their nearest known digit is.
    #[must_use]
    pub fn right_of_others(&self) -> usize {
        self.0.right_of_others()
    }
}

/// What a search found, the nearest first.
#[wasm_bindgen]
pub struct Found(Vec<Near>);

#[wasm_bindgen]
impl Found {
    /// What most of the five nearest are.
    #[must_use]
    pub fn answer(&self) -> Option<u8> {
        digits::answer(&self.0)
    }

    /// The nearest, at most `count` of them.
    #[must_use]
    pub fn nearest(&self, count: usize) -> Vec<Neighbour> {
        self.0.iter().take(count).copied().map(Neighbour::from).collect()
    }

    /// The largest cosine among the known digits that are a `label`, or 0.
    #[must_use]
    pub fn cosine_of(&self, label: u8) -> f32 {
        self.0.iter().find(|near| near.label == label).map_or(0., |near| near.cosine)
    }
}

/// A known digit that is near to one that was asked for.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub struct Neighbour {
    /// Its number in the files.
    pub digit: usize,
    /// What it is.
    pub label: u8,
    /// The cosine of the angle between both.
    pub cosine: f32,
}

impl From<Near> for Neighbour {
    fn from(near: Near) -> Self {
        Neighbour { digit: near.digit, label: near.label, cosine: near.cosine }
    }
}
