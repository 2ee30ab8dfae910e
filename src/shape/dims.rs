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

/// What a type knows of the length of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownLen {
    /// The length.
    Is(usize),
    /// The largest that it can be.
    AtMost(usize),
    /// Nothing.
    Any,
}

/// What a type knows of the lengths of its axes.
#[derive(Clone, Copy, Debug)]
pub struct KnownDims {
    /// Only the first `ndim` count.
    lens: [KnownLen; MAX_NDIM],
    /// At most `MAX_NDIM`.
    ndim: usize,
}

impl KnownDims {
    /// Of axes that know so much each, of which only the first 8 count.
    #[inline]
    pub(crate) fn of(axes: &[KnownLen]) -> Self {
        let mut known = KnownDims { lens: [KnownLen::Any; MAX_NDIM], ndim: 0 };
        for (own, len) in known.lens.iter_mut().zip(axes) {
            *own = *len;
            known.ndim += 1;
        }
        known
    }
    #[inline]
    pub(crate) fn as_slice(&self) -> &[KnownLen] {
        self.lens.get(..self.ndim).unwrap_or(&self.lens)
    }
    /// The lengths, and 0 for those that are not known.
    #[inline]
    pub(crate) fn or_zero(&self) -> DimsD {
        let mut dims = DimsD { dims: [0; MAX_NDIM], ndim: self.ndim };
        for (d, len) in dims.as_mut().iter_mut().zip(self.as_slice()) {
            if let KnownLen::Is(len) = len {
                *d = *len;
            }
        }
        dims
    }
}

/// Lengths in 16 bytes, so that an error which holds two shapes stays small.
///
/// Each length takes 7 bits for its number of bits and then those bits; of one that is not known the 7 bits say so, or
/// that the bits are those of the largest. The lengths of a shape whose
/// elements can be counted have at most 62 + 8 bits together, and 8 * 7 + 70 = 126: every such shape fits.
/// Of one that does not (a shape that was refused as too large) the first lengths are kept.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct PackedDims {
    bits: u128,
    ndim: u8,
}

impl PackedDims {
    pub(crate) const EMPTY: Self = PackedDims { bits: 0, ndim: 0 };
    /// Of a length that may be any.
    const ANY: u32 = 0x7f;
    /// Of the largest length, which has so many bits less this.
    const AT_MOST: u32 = 0x41;

    pub(crate) fn new(dims: &[usize]) -> Self {
        Self::packed(dims.iter().map(|d| KnownLen::Is(*d)))
    }
    pub(crate) fn of_known(known: &KnownDims) -> Self {
        Self::packed(known.as_slice().iter().copied())
    }
    fn packed(lens: impl Iterator<Item = KnownLen>) -> Self {
        let mut packed = Self::EMPTY;
        let mut used = 0;
        for len in lens.take(MAX_NDIM) {
            let width = |d: usize| usize::BITS - d.leading_zeros();
            let (mark, width, d) = match len {
                KnownLen::Is(d) => (width(d), width(d), d),
                KnownLen::AtMost(d) if Self::AT_MOST + width(d) < Self::ANY => {
                    (Self::AT_MOST + width(d), width(d), d)
                }
                KnownLen::AtMost(_) | KnownLen::Any => (Self::ANY, 0, 0),
            };
            if used + 7 + width > u128::BITS {
                break;
            }
            packed.bits |= (u128::from(mark) | (d as u128) << 7) << used;
            used += 7 + width;
            packed.ndim += 1;
        }
        packed
    }

    /// The lengths as they were given.
    pub(crate) fn known(self) -> KnownDims {
        let mut bits = self.bits;
        let mut known = KnownDims { lens: [KnownLen::Any; MAX_NDIM], ndim: usize::from(self.ndim) };
        for len in known.lens.iter_mut().take(usize::from(self.ndim)) {
            let mark = (bits & 0x7f) as u32;
            bits >>= 7;
            let is_most = (Self::AT_MOST..Self::ANY).contains(&mark);
            let width = if mark == Self::ANY { 0 } else { mark - if is_most { Self::AT_MOST } else { 0 } };
            let d = (bits & ((1 << width) - 1)) as usize;
            bits >>= width;
            *len = match mark {
                Self::ANY => KnownLen::Any,
                _ if is_most => KnownLen::AtMost(d),
                _ => KnownLen::Is(d),
            };
        }
        known
    }

    /// The same as numbers: the largest there is for a length that may be any.
    pub(crate) fn unpack(self) -> DimsD {
        let known = self.known();
        let mut dims = known.or_zero();
        for (d, len) in dims.as_mut().iter_mut().zip(known.as_slice()) {
            *d = match len {
                KnownLen::Is(len) | KnownLen::AtMost(len) => *len,
                KnownLen::Any => usize::MAX,
            };
        }
        dims
    }
}

/// The number of elements of `T` in an array with these lengths, if memory can hold as many.
///
/// Zero lengths do not count: `[0, usize::MAX]` is refused, as NumPy refuses it, so that every product of
/// some of the lengths of an array fits as well.
#[inline]
pub(crate) fn checked_len<T>(dims: &[usize]) -> Option<usize> {
    let mut extent = 1_usize;
    let mut len = 1_usize;
    for d in dims {
        extent = extent.checked_mul(*d.max(&1))?;
        len = len.wrapping_mul(*d);
    }
    let bytes = extent.checked_mul(size_of::<T>().max(1))?;
    (bytes <= isize::MAX as usize).then_some(len)
}

/// Whether two lists of lengths are equal. One by one: of `==` the compiler makes a call, or a wide read of
/// what was written narrowly just before, even where all lengths are constants.
#[inline(always)]
pub(crate) fn is_same(a: &[usize], b: &[usize]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(true, |is_same, (x, y)| is_same & (x == y))
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
            &[usize::MAX],
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
        let known = [KnownLen::Any, KnownLen::AtMost(2), KnownLen::Is(usize::MAX), KnownLen::AtMost(0)];
        assert_eq!(PackedDims::of_known(&KnownDims::of(&known)).known().as_slice(), known);
    }
}
