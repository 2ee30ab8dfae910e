//! Labels: the letters, and the axes that an ellipsis stands for, as small numbers.

/// The number of a label: `A` to `Z` are 0 to 25, `a` to `z` 26 to 51, so that their order is that of ASCII;
/// 52 to 59 are the axes under an ellipsis, of which the last one is always 59.
pub type Label = u8;

/// The number of labels.
pub const LABELS: usize = DOTS as usize + MAX_NDIM;

/// The first label of an axis under an ellipsis.
pub const DOTS: Label = 52;

/// The most axes that an array has.
pub(crate) const MAX_NDIM: usize = 8;

/// The label of a letter.
#[must_use]
pub const fn of_letter(letter: char) -> Option<Label> {
    match letter {
        'A'..='Z' => Some(letter as u8 - b'A'),
        'a'..='z' => Some(letter as u8 - b'a' + 26),
        _ => None,
    }
}

/// The letter of a label; a dot for an axis under an ellipsis.
#[must_use]
pub const fn letter(label: Label) -> char {
    match label {
        0..26 => (b'A' + label) as char,
        26..DOTS => (b'a' + (label - 26)) as char,
        _ => '.',
    }
}

/// Whether it is an axis under an ellipsis.
#[must_use]
pub const fn is_dots(label: Label) -> bool {
    label >= DOTS
}

/// A set of labels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Labels(
    /// Bit `l` for label `l`.
    pub u64,
);

impl Labels {
    /// No labels.
    pub const NONE: Self = Labels(0);

    /// The labels of a list.
    #[must_use]
    pub const fn of(list: &[Label]) -> Self {
        let mut all = Self::NONE;
        let mut i = 0;
        while i < list.len() {
            all = all.with(list[i]);
            i += 1;
        }
        all
    }
    /// These and one more.
    #[must_use]
    pub const fn with(self, label: Label) -> Self {
        Labels(self.0 | 1 << (label & 63))
    }
    /// Whether it is among them.
    #[must_use]
    pub const fn has(self, label: Label) -> bool {
        self.0 >> (label & 63) & 1 != 0
    }
    /// The labels of either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Labels(self.0 | other.0)
    }
    /// The labels of both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Labels(self.0 & other.0)
    }
    /// These without those.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Labels(self.0 & !other.0)
    }
    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// How many there are.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }
    /// The first label in the order of their numbers, and the others.
    #[must_use]
    pub const fn split_first(self) -> Option<(Label, Self)> {
        if self.is_empty() {
            return None;
        }
        Some((self.0.trailing_zeros() as Label, Labels(self.0 & (self.0 - 1))))
    }
}

impl Iterator for Labels {
    type Item = Label;
    fn next(&mut self) -> Option<Label> {
        let (first, rest) = self.split_first()?;
        *self = rest;
        Some(first)
    }
}
