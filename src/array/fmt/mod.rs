//! `Debug`, `Display` and the other traits of `format!`, for arrays of any rank and ownership.
//!
//! An array is printed in two rounds: one over its elements finds the width of a column, one writes them. No
//! round keeps a text, so that nothing here needs an allocator. The idea:
//!
//! ```text
//! shown = every position, or where there are many elements the first and last 3 along each axis
//! cells = the elements as decimal numbers in NumPy's common form (`float`), or as their own texts (`text`)
//! brackets.write: for each shown position, brackets and line breaks around the cell, which fills its column
//! ```
//!
//! All of it sees an array as its lengths and a function that writes the text of the element at a position;
//! only that function is compiled for each type of element.

mod brackets;
mod decimal;
mod flags;
mod float;
#[cfg(feature = "half-2")]
mod half;
mod print;
mod text;
