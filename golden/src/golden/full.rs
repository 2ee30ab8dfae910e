//! The full digest.

/// A full digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full {
    /// Of all results whose bits are the same everywhere.
    pub everywhere: u64,
    /// Of all results.
    pub all: u64,
}

/// The full digest.
#[must_use]
pub fn full() -> Full {
    Full { everywhere: 0, all: 0 }
}
