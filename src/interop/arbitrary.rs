//! `Arbitrary` of arbitrary 1: arrays made from the bytes of a fuzzer.

use crate::array::Array;
use crate::array::storage::{self, Inline, Storage};
use crate::shape::{KnownLen, MAX_NDIM, Shape, checked_len, shape_of_type};
use arbitrary::{Arbitrary, Error, MaxRecursionReached, Result, Unstructured, size_hint};

/// Elements in row-major order, each by its own `Arbitrary`.
///
/// # Shapes
/// A static shape takes nothing of the input for its lengths. Other lengths are drawn first, such that the rest of the input has
/// bytes for all elements; of an axis [`UpTo<N>`](crate::UpTo) also at most `N`. So an array never takes more memory than a
/// `Vec` would, however many `Dyn` axes it has. A [`DynRank`](crate::DynRank) draws its rank, from 0 to 8, too.
///
/// Needs the feature `arbitrary-1`.
///
/// # Example
/// ```
/// use arbitrary::{Arbitrary, Unstructured};
/// use conformable::{Array, Matrix, array, shape};
///
/// let mut input = Unstructured::new(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
/// let m = Matrix::<u8, 2, 2>::arbitrary(&mut input)?;
/// assert_eq!(m, array![[1, 2], [3, 4]]);
/// let rows = Array::<u8, shape![dyn, 2]>::arbitrary(&mut input)?;
/// assert!(rows.len() <= 6);
/// # Ok::<(), arbitrary::Error>(())
/// ```
impl<'a, T: Arbitrary<'a>, S: Shape> Arbitrary<'a> for Array<T, S> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let shape = match shape_of_type::<S>() {
            Some(shape) => shape,
            None => drawn::<T, S>(u)?,
        };
        if const { S::STATIC_LEN.is_some() } {
            let mut room = storage::empty::<T, Inline<T, S::Storage<T>>>();
            fill(&mut room, shape.size(), u)?;
            return match room.whole() {
                Some(storage) => Ok(Array::from_parts(shape, storage)),
                None => unreachable!("storage of a static shape has room for its elements"),
            };
        }
        let mut storage = storage::empty::<T, S::Storage<T>>();
        fill(&mut storage, shape.size(), u)?;
        Ok(Array::from_parts(shape, storage))
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        Self::try_size_hint(depth).unwrap_or_default()
    }

    fn try_size_hint(depth: usize) -> core::result::Result<(usize, Option<usize>), MaxRecursionReached> {
        let Some(len) = S::STATIC_LEN else {
            return Ok((0, None));
        };
        size_hint::try_recursion_guard(depth, |depth| {
            let (least, most) = T::try_size_hint(depth)?;
            Ok((least.saturating_mul(len), most.and_then(|most| most.checked_mul(len))))
        })
    }
}

/// A shape for as many elements as the input is said to have bytes for.
fn drawn<'a, T: Arbitrary<'a>, S: Shape>(u: &mut Unstructured<'a>) -> Result<S> {
    let known = S::known_dims();
    let mut known: [KnownLen; MAX_NDIM] =
        core::array::from_fn(|axis| known.as_slice().get(axis).copied().unwrap_or(KnownLen::Any));
    let ndim = match S::STATIC_NDIM {
        Some(ndim) => ndim,
        None => u.int_in_range(0..=MAX_NDIM)?,
    };
    let known = known.get_mut(..ndim).unwrap_or(&mut []);
    // How many more elements each position of the axes so far may have. What is known counts first.
    let mut room = u.arbitrary_len::<T>()?;
    for len in known.iter() {
        if let KnownLen::Is(len) = len {
            room /= (*len).max(1);
        }
    }
    let last = known.iter().rposition(|len| !matches!(len, KnownLen::Is(_)));
    let mut dims = [0; MAX_NDIM];
    for (axis, (d, known)) in dims.iter_mut().zip(known.iter()).enumerate() {
        let most = match known {
            KnownLen::Is(len) => {
                *d = *len;
                continue;
            }
            KnownLen::AtMost(most) => room.min(*most),
            KnownLen::Any => room,
        };
        // The last takes what is left, as a `Vec` does.
        *d = if Some(axis) == last { most } else { u.int_in_range(0..=most)? };
        room /= (*d).max(1);
    }
    let dims = dims.get(..ndim).unwrap_or(&[]);
    // Too many of them, only if the type has a length that no memory has.
    checked_len::<T>(dims).and_then(|_| S::from_dims(dims)).ok_or(Error::IncorrectFormat)
}

/// Puts so many elements after those that are there.
fn fill<'a, T: Arbitrary<'a>, B: Storage<T>>(
    storage: &mut B,
    len: usize,
    u: &mut Unstructured<'a>,
) -> Result<()> {
    for _ in 0..len {
        if storage::push(storage, T::arbitrary(u)?).is_err() {
            unreachable!("storage has room for the elements of its shape");
        }
    }
    Ok(())
}
