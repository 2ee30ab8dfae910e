//! What the page calls for the digest of the bits of many results.

use wasm_bindgen::prelude::wasm_bindgen;

/// The digest that the results have on every processor.
#[wasm_bindgen]
#[must_use]
pub fn committed() -> u64 {
    conformable_golden::ALL
}

/// The digest of the results as they come out here.
#[wasm_bindgen]
#[must_use]
pub fn computed() -> u64 {
    conformable_golden::full().all
}

/// The instruction set that they are computed with: `simd128` or `scalar`.
#[wasm_bindgen]
#[must_use]
pub fn instruction_set() -> String {
    conformable_golden::path().to_string()
}
