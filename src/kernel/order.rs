//! The order of summation, as numbers: the constants and thresholds that decide the bits of a result.
//! They are part of the API; to change one is a breaking release.

/// Rows of lanes after which a dot product sets its lanes aside.
pub(crate) const BLOCK_ROWS: usize = 64;

/// Terms after which a chain starts anew in products of more than [`SMALL_K`] terms (the `KC` of the
/// blocked product, which therefore cannot be tuned).
pub(crate) const CHAIN: usize = 256;

/// Up to so many terms each element of a matrix product is a dot.
pub(crate) const SMALL_K: usize = 8;

/// The number of lanes of a dot product of elements of `size` bytes: 128 bytes' worth, a power of two.
#[inline(always)]
pub(crate) const fn lanes(size: usize) -> usize {
    if size == 0 {
        return 128;
    }
    let n = 128 / size;
    if n < 2 { 1 } else { 1 << n.ilog2() }
}

/// How each element of a product is summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As a dot product: lanes, blocks of `BLOCK_ROWS`, a pairwise tree, and the lanes by halves.
    Dot,
    /// As chains of `CHAIN` terms, added in order, fused where the instruction set fuses.
    Chain,
}

impl Order {
    /// The order for C(m,n) = A(m,k) · B(k,n), from the lengths of the whole operation alone: a kernel
    /// that works on a part of it is told the order of the whole.
    #[inline(always)]
    pub const fn of(m: usize, n: usize, k: usize) -> Self {
        if m <= 1 || n <= 1 || k <= SMALL_K { Order::Dot } else { Order::Chain }
    }
}
