//! `Unfinished`: why an iteration has no result.

/// An iteration that has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unfinished {
    /// Whether all elements are finite numbers. If one is not, nothing was begun; else the limit of steps was reached.
    pub(crate) is_finite: bool,
}
