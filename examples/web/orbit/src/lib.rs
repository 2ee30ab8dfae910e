//! What the page calls for the frames of the renderer `examples/orbit`.

use wasm_bindgen::Clamped;
use wasm_bindgen::prelude::wasm_bindgen;

/// A picture, and what is needed to draw it.
#[wasm_bindgen]
pub struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 3]>,
    depth: Vec<f32>,
}

#[wasm_bindgen]
impl Picture {
    /// A black picture of so many pixels, each at least one.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(width: u16, height: u16) -> Self {
        let [width, height] = [width, height].map(|n| usize::from(n.max(1)));
        Picture { width, height, pixels: vec![[0; 3]; width * height], depth: vec![0.; width * height * 4] }
    }

    /// Draws the scene after a part of a turn of the camera, 0 to 1.
    pub fn render(&mut self, turn: f32) {
        orbit::render(turn, self.width, self.height, &mut self.pixels, &mut self.depth);
    }

    /// The pixels as a canvas takes them: red, green, blue and opaque, row by row.
    #[must_use]
    pub fn rgba(&self) -> Clamped<Vec<u8>> {
        Clamped(self.pixels.iter().flat_map(|[r, g, b]| [*r, *g, *b, 255]).collect())
    }

    /// The digest of the pixels.
    #[must_use]
    pub fn digest(&self) -> u64 {
        orbit::digest(orbit::FNV, &self.pixels)
    }
}

/// The digest that a small frame has on every machine.
#[wasm_bindgen]
#[must_use]
pub fn committed() -> u64 {
    orbit::DIGEST
}

/// The digest of that frame as it comes out here.
#[wasm_bindgen]
#[must_use]
pub fn computed() -> u64 {
    orbit::first_light()
}

#[cfg(test)]
mod tests {
    use super::{Picture, committed, computed};

    #[test]
    fn the_frame_of_the_page_has_the_committed_digest() {
        assert_eq!(computed(), committed());
        let mut picture = Picture::new(160, 120);
        picture.render(0.1);
        assert_eq!(picture.digest(), committed());
        assert_eq!(picture.rgba().len(), 4 * 160 * 120);
    }
}
