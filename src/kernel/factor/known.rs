//! What a type knows of a number of rows, so that code is made for that number alone.

use core::marker::PhantomData;

/// A number of rows that the type may know.
pub(crate) trait Known {
    /// The number, where it is known.
    const ROWS: Option<usize>;
    /// The number of right sides, where it is known.
    const RIGHT_SIDES: Option<usize> = None;
}

/// Numbers that are known at run time.
pub(super) struct AtRunTime;

impl Known for AtRunTime {
    const ROWS: Option<usize> = None;
}

/// The rows that are left when as many panels of `W` rows as leave any are taken away.
pub(super) struct Last<K, const W: usize>(PhantomData<K>);

impl<K: Known, const W: usize> Known for Last<K, W> {
    const ROWS: Option<usize> = match K::ROWS {
        Some(rows) if rows > W => Some((rows - 1) % W + 1),
        rows => rows,
    };
}

/// Whether the number can be `n`.
pub(super) const fn can_be<K: Known>(n: usize) -> bool {
    is_none_or_is(K::ROWS, n)
}

/// Whether there can be `n` right sides.
pub(super) const fn can_have_right_sides<K: Known>(n: usize) -> bool {
    is_none_or_is(K::RIGHT_SIDES, n)
}

const fn is_none_or_is(number: Option<usize>, n: usize) -> bool {
    match number {
        Some(number) => number == n,
        None => true,
    }
}

/// Whether the number is known, and at most `most`.
pub(super) const fn is_at_most<K: Known>(most: usize) -> bool {
    match K::ROWS {
        Some(rows) => rows <= most,
        None => false,
    }
}

/// Whether the number is known, and more than `least`.
pub(super) const fn is_more_than<K: Known>(least: usize) -> bool {
    match K::ROWS {
        Some(rows) => rows > least,
        None => false,
    }
}
