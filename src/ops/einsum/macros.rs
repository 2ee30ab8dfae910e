//! `einsum!` and `einsum_path!`, which hand each operand on as one expression.

/// Multiplies arrays and sums over the labels that the output lacks, with subscripts and shapes checked when the
/// program is compiled.
///
/// `einsum!("ij,jk->ik", a, b)`: `out[i, k] = sum over j of a[i, j] * b[j, k]`
///
/// # Shapes
/// The subscripts are a string literal in NumPy's grammar. Each operand has a letter for each of its axes, and `...`
/// stands for the others, if the rank is in the type: leading ones mostly, which pair from the last one on, as those of
/// `matmul`. Axes of one letter have one length; an axis that says so, [`Stretch`](crate::Stretch), takes that of the others. Twice in one
/// operand, a letter stands for its diagonal. Letters that the output lacks are summed. Without `->` the output has the
/// axes under the dots, and then the letters that occur once, in the order of ASCII. Spaces do not count.
///
/// The result has the axes of its letters, in their order; named axes keep their names, and a length in a type wins over
/// a `Dyn`. Without letters it is the scalar itself.
///
/// An operand is any expression for an array, a view, or a reference to one, and is evaluated once. A [`DynRank`] takes
/// part as a tuple of `Dyn` axes, whose number is checked at run time. A number takes part without letters (one of a type
/// of your own as `Array::<_, ()>::new(x)`). An operand has at most 6 letters, and so has the output; for more, and for
/// subscripts known only at run time, there is the function `einsum`.
///
/// As `numpy.einsum`, with these differences: the element type of all operands is the same, and that of the result; an
/// axis of length 1 stretches only if it says so; three and more operands are contracted in pairs in the cheapest order,
/// of up to 8 in the cheapest of all ([`einsum_path!`](crate::einsum_path!) shows it), which is found when the program is
/// compiled if all lengths are in the types. Complex numbers are not conjugated. Integers wrap around; for `bool` it
/// is *or* of *and*s.
///
/// # Errors
/// Only if a length that meets another is `Dyn` (or a rank is): the result is then a `Result`, and a
/// [`ShapeError`](crate::ShapeError) names the label, the operands and their shapes.
///
/// # Panics
/// If `Dyn` axes that meet no others make a result, or three and more operands an intermediate one, of more elements
/// than memory can hold.
///
/// # Accuracy
/// A contraction of two operands is summed as a product of matrices with as many rows, columns and terms: the bits are
/// those of [`inner`](crate::Array::inner) where that is the same product, and so is the bound of the error. The terms
/// are in the order of the summed letters in the first operand, the last one fastest. A sum over one operand, or over
/// letters that one operand alone has, which is made first, is a dot product with ones.
///
/// Three and more operands need the feature `alloc`.
///
/// # Example
/// ```
/// use conformable::{Matrix, array, einsum};
/// let a = array![[1, 2], [3, 4]];
/// let b = array![[5, 6, 7], [8, 9, 0]];
/// let product: Matrix<i32, 2, 3> = einsum!("ij,jk->ik", a, b);
/// assert_eq!(product, array![[21, 24, 7], [47, 54, 21]]);
/// assert_eq!(einsum!("ii", a), 5);
/// assert_eq!(einsum!("ij,jk,i->k", a, b, array![1, 10]), array![491, 564, 217]);
/// ```
///
/// Lengths that differ do not compile:
/// ```compile_fail,E0277
/// use conformable::{array, einsum};
/// let (a, b) = (array![[1, 2]], array![[1, 2, 3]]);
/// einsum!("ij,jk->ik", a, b); // `einsum<'j'>`: axis of length 2 does not match axis of length 1
/// ```
///
/// [`DynRank`]: crate::DynRank
#[macro_export]
macro_rules! einsum {
    ($subscripts:literal $(, $operand:expr)* $(,)?) => {
        $crate::__einsum_expand!($crate $subscripts $(, $operand)*)
    };
    ($($other:tt)*) => { $crate::__einsum_expand!($crate $($other)*) };
}

/// The order in which [`einsum!`](crate::einsum!) contracts its operands: an `EinsumPath`, in a `Result` if a check is
/// left for run time. Nothing is multiplied. As `numpy.einsum_path`.
#[cfg(feature = "alloc")]
#[macro_export]
macro_rules! einsum_path {
    ($subscripts:literal $(, $operand:expr)* $(,)?) => {
        $crate::__einsum_path_expand!($crate $subscripts $(, $operand)*)
    };
    ($($other:tt)*) => { $crate::__einsum_path_expand!($crate $($other)*) };
}

/// Writes what [`einsum!`](crate::einsum!) gives into an existing array: the last argument, `&mut out`.
///
/// # Shapes
/// As `einsum!`; `out` has the axes of the letters of the output.
///
/// # Errors
/// Only if one of the lengths compared is `Dyn`: operands that do not fit each other, an `out` of another shape, or an
/// intermediate result, of three and more operands, that memory cannot hold. `out` is then as it was.
///
/// With one operand or two nothing is allocated, but for labels that one operand alone has beside a `Dyn` axis.
///
/// # Example
/// ```
/// use conformable::{Matrix, array, einsum_into};
/// let a = array![[1, 2], [3, 4]];
/// let mut out = Matrix::<i32, 2, 2>::zeros();
/// einsum_into!("ij,jk->ki", a, a, &mut out);
/// assert_eq!(out, array![[7, 15], [10, 22]]);
/// ```
#[macro_export]
macro_rules! einsum_into {
    ($subscripts:literal $(, $operand:expr)* $(,)?) => {
        $crate::__einsum_into_expand!($crate $subscripts $(, $operand)*)
    };
    ($($other:tt)*) => { $crate::__einsum_into_expand!($crate $($other)*) };
}
