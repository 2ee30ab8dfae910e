//! `DimsD`: a short list of lengths or positions whose number only run time knows, and its packed form
//! for errors.

use core::fmt;
use core::ops::Deref;

/// The most axes an array can have ([`DynRank`](crate::DynRank); tuples go to 6).
pub const MAX_NDIM: usize = 8;

/// Up to 8 lengths (or positions) along the axes of an array whose rank only run time knows.
///
/// It is a slice for all purposes: `dims[0]`, `dims.len()`, `dims == [2, 3]`.
#[derive(Clone, Copy)]
pub struct DimsD {
    /// Only the first `ndim` count; the rest are 0.
    dims: [usize; MAX_NDIM],
    /// At most `MAX_NDIM`.
    ndim: usize,
}

impl DimsD {
    /// The lengths of a slice; `None` if there are more than 8.
    #[inline]
    #[must_use]
    pub const fn new(dims: &[usize]) -> Option<Self> {
        if dims.len() > MAX_NDIM {
            return None;
        }
        let mut own = [0; MAX_NDIM];
        let mut i = 0;
        while i < dims.len() {
            own[i] = dims[i];
            i += 1;
        }
        Some(DimsD { dims: own, ndim: dims.len() })
    }

    /// The lengths of a slice, of which only the first 8 count.
    #[inline]
    pub(crate) fn truncated(dims: &[usize]) -> Self {
        let mut own = [0; MAX_NDIM];
        let mut ndim = 0;
        for (own, d) in own.iter_mut().zip(dims) {
            *own = *d;
            ndim += 1;
        }
        DimsD { dims: own, ndim }
    }

    /// One list and then another; `None` if that makes more than 8.
    #[inline]
    pub(crate) fn join(left: &[usize], right: &[usize]) -> Option<Self> {
        let ndim = left.len() + right.len();
        let mut dims = [0; MAX_NDIM];
        let (own_left, own_right) = dims.get_mut(..ndim)?.split_at_mut(left.len());
        own_left.copy_from_slice(left);
        own_right.copy_from_slice(right);
        Some(DimsD { dims, ndim })
    }

    /// The list from back to front.
    #[inline]
    pub(crate) fn reversed(mut self) -> Self {
        self.as_mut().reverse();
        self
    }
}

impl AsRef<[usize]> for DimsD {
    #[inline]
    fn as_ref(&self) -> &[usize] {
        self.dims.get(..self.ndim).unwrap_or(&self.dims)
    }
}
impl AsMut<[usize]> for DimsD {
    #[inline]
    fn as_mut(&mut self) -> &mut [usize] {
        self.dims.split_at_mut(self.ndim.min(MAX_NDIM)).0
    }
}
impl Deref for DimsD {
    type Target = [usize];
    #[inline]
    fn deref(&self) -> &[usize] {
        self.as_ref()
    }
}
impl fmt::Debug for DimsD {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_ref().fmt(f)
    }
}
impl PartialEq for DimsD {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.as_ref() == other.as_ref()
    }
}
impl Eq for DimsD {}
impl core::hash::Hash for DimsD {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.as_ref().hash(state);
    }
}
impl PartialEq<[usize]> for DimsD {
    #[inline]
    fn eq(&self, other: &[usize]) -> bool {
        self.as_ref() == other
    }
}
impl PartialEq<&[usize]> for DimsD {
    #[inline]
    fn eq(&self, other: &&[usize]) -> bool {
        self.as_ref() == *other
    }
}
impl<const N: usize> PartialEq<[usize; N]> for DimsD {
    #[inline]
    fn eq(&self, other: &[usize; N]) -> bool {
        self.as_ref() == other
    }
}

/// Lengths in 16 bytes, so that an error which holds two shapes stays small.
///
/// Each length takes 7 bits for its number of bits and then those bits (a length left open, `UNKNOWN`,
/// takes its 7 bits alone). The lengths of a shape whose
/// elements can be counted have at most 62 + 8 bits together, and 8 * 7 + 70 = 126: every such shape fits.
/// Of one that does not (a shape that was refused as too large) the first lengths are kept.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct PackedDims {
    bits: u128,
    ndim: u8,
}

impl PackedDims {
    pub(crate) const EMPTY: Self = PackedDims { bits: 0, ndim: 0 };
    /// Stands for a length that may be any.
    pub(crate) const UNKNOWN: usize = usize::MAX;
    const UNKNOWN_WIDTH: u128 = 0x7f;

    pub(crate) fn new(dims: &[usize]) -> Self {
        let mut packed = Self::EMPTY;
        let mut used = 0;
        for d in dims.iter().take(MAX_NDIM) {
            let width = if *d == Self::UNKNOWN { 0 } else { usize::BITS - d.leading_zeros() };
            if used + 7 + width > u128::BITS {
                break;
            }
            let field = match *d {
                Self::UNKNOWN => Self::UNKNOWN_WIDTH,
                d => u128::from(width) | (d as u128) << 7,
            };
            packed.bits |= field << used;
            used += 7 + width;
            packed.ndim += 1;
        }
        packed
    }

    pub(crate) fn unpack(self) -> DimsD {
        let mut bits = self.bits;
        let mut dims = DimsD { dims: [0; MAX_NDIM], ndim: usize::from(self.ndim) };
        for d in dims.as_mut() {
            let width = bits & 0x7f;
            bits >>= 7;
            if width == Self::UNKNOWN_WIDTH {
                *d = Self::UNKNOWN;
                continue;
            }
            *d = (bits & ((1 << width) - 1)) as usize;
            bits >>= width;
        }
        dims
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_dims_hold_every_shape_that_can_be_counted() {
        let shapes: [&[usize]; 9] = [
            &[],
            &[0],
            &[isize::MAX as usize],
            &[2, 2, 2, 2, 2, 2, 2, isize::MAX as usize >> 7],
            &[1, 1, 1, 1, 1, 1, 1, 1],
            &[0, isize::MAX as usize, 0, 1, 1, 1, 1, 1],
            &[usize::MAX - 1, 3],
            &[usize::MAX; 8],
            &[597, 1200],
        ];
        for shape in shapes {
            assert_eq!(PackedDims::new(shape).unpack(), shape);
        }
        assert_eq!(
            PackedDims::new(&[usize::MAX - 1; 8]).unpack(),
            [usize::MAX - 1],
            "what does not fit is left out"
        );
    }
}
