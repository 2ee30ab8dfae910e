//! `kron`: the Kronecker product.

use super::product::{Axes, Lists, ONE, Product, into, outcome};
use super::{IntoOutcome, Operand};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::axes::Axis;
use crate::error::{ShapeError, must};
use crate::scalar::Scalar;
use crate::sealed::Seal;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, KronShape, SameShape, Shape, kron_lens, may_be_kron};
use core::marker::PhantomData;

impl<S: KronShape<S2>, S2: Shape> Product<S, S2> for op::kron {
    type Into = op::kron_into;
    type Output = S::Output;
    const LENGTHS: Option<[usize; 3]> = None;
    #[inline(always)]
    fn shape(a: S, b: S2) -> Result<S::Output, ShapeError> {
        a.kron_shape(b)
    }
    #[inline(always)]
    fn plane(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Option<[Axis; 3]> {
        plane(a, b, out)
    }
    #[inline]
    fn lists(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists {
        lists(a, b, out)
    }
}

/// `kron` with a result of the shape `Out`.
struct Named<Out>(PhantomData<Out>);
impl<Out> Operation for Named<Out> {
    const SEALED: Seal = Seal;
    const NAME: &'static str = "kron_as";
}
impl<S: Shape, S2: Shape, Out: Shape> Product<S, S2> for Named<Out> {
    type Into = op::kron_into;
    type Output = Out;
    const LENGTHS: Option<[usize; 3]> = None;
    #[inline(always)]
    fn shape(a: S, b: S2) -> Result<Out, ShapeError> {
        let (dims_a, dims_b) = (a.dims(), b.dims());
        let (dims_a, dims_b) = (dims_a.as_ref(), dims_b.as_ref());
        let Some((lens, ndim)) = kron_lens(dims_a, dims_b) else {
            return Err(ShapeError::too_large(Self::NAME, dims_a));
        };
        let lens = &lens[..ndim];
        Out::from_dims(lens).ok_or_else(|| ShapeError::wrong_shape_of::<Out>(Self::NAME, lens))
    }
    #[inline(always)]
    fn plane(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Option<[Axis; 3]> {
        plane(a, b, out)
    }
    #[inline]
    fn lists(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists {
        lists(a, b, out)
    }
}

/// One axis of each operand, if neither has more: that of `a` walks over blocks as long as that of `b`.
#[inline(always)]
fn plane(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Option<[Axis; 3]> {
    if a.ndim() > 1 || b.ndim() > 1 {
        return None;
    }
    let ((m, step_a), (n, step_b), (_, c)) = (a.get(0), b.get(0), out.get(0));
    let block = c.wrapping_mul(n as isize);
    Some([Axis { len: m, c: block, a: step_a, b: 0 }, Axis { len: n, c, a: 0, b: step_b }, ONE])
}

fn lists(a: Axes<'_>, b: Axes<'_>, out: Axes<'_>) -> Lists {
    let mut lists = Lists::new();
    for axis in 0..out.ndim() {
        // Counted from the back: the operand of lower rank has length 1 in front.
        let own = |x: Axes<'_>| match (x.ndim() + axis).checked_sub(out.ndim()) {
            Some(axis) => x.get(axis),
            None => (1, 0),
        };
        let ((len_a, step_a), (len_b, step_b), (_, c)) = (own(a), own(b), out.get(axis));
        lists.m.push(Axis { len: len_a, c: c.wrapping_mul(len_b as isize), a: step_a, b: 0 });
        lists.n.push(Axis { len: len_b, c, a: 0, b: step_b });
    }
    lists
}

/// # Products
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// The Kronecker product: every element of `self` times a block that is `rhs`.
    ///
    /// `out[i * P + k, j * Q + l] = a[i, j] * b[k, l]` with `b` of shape `(P, Q)`, and likewise for other ranks
    ///
    /// # Shapes
    /// `(M, N), (P, Q) -> (M * P, N * Q)`. The operand of lower rank gets axes of length 1 in front, so an axis that one
    /// lacks is that of the other. The compiler multiplies lengths up to products of 1024, and powers of two and ten;
    /// [`kron_as`](Array::kron_as) takes the shape of any other result, and of one whose lengths are parameters. A
    /// product with a `Dyn` axis is `Dyn`. Named axes have no product.
    ///
    /// As `numpy.kron`, but that both operands have one element type, which is that of the result. Integers wrap
    /// around; for `bool` it is *and*.
    ///
    /// # Panics
    /// If `Dyn` axes make a result of more elements than memory can hold.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array};
    /// let c: Matrix<i32, 2, 4> = array![[1, 2]].kron(&array![[1, 0], [0, 1]]);
    /// assert_eq!(c, array![[1, 0, 2, 0], [0, 1, 0, 2]]);
    /// ```
    ///
    /// A product of lengths that are not known does not compile:
    /// ```compile_fail,E0277
    /// use conformable::Vector;
    /// fn twice<const N: usize>(x: &Vector<f32, N>) {
    ///     x.kron(&Vector::<f32, 2>::ones()); // `kron`: the product of the lengths N and 2 is not one that ..
    /// }
    /// ```
    #[doc(alias = "kronecker")]
    #[inline]
    #[track_caller]
    pub fn kron<B: Operand<T>>(&self, rhs: &B) -> Outcome<S::Check, S::Output, T>
    where
        T: Scalar,
        S: KronShape<B::Shape>,
    {
        outcome::<op::kron, S::Check, _, _, _, _, _>(self, rhs.array())
    }

    /// The Kronecker product as [`kron`](Array::kron), with a result of the shape `Out`, which the caller names.
    ///
    /// # Shapes
    /// `(M, N), (P, Q) -> (M * P, N * Q)`, which is `Out`. If all lengths are in the types, another `Out` does not
    /// compile (`cargo build` says so, `cargo check` does not).
    ///
    /// # Errors
    /// Only if one of the lengths is `Dyn` (or a rank is): the result is then a `Result`.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, shape};
    /// fn twice<const N: usize, const M: usize>(x: &Vector<f32, N>) -> Vector<f32, M> {
    ///     x.kron_as::<shape![{ M }], _>(&Vector::<f32, 2>::ones())
    /// }
    /// assert_eq!(twice::<3, 6>(&Vector::ones()), Vector::ones());
    /// ```
    #[inline]
    #[track_caller]
    pub fn kron_as<Out: Shape, B: Operand<T>>(
        &self,
        rhs: &B,
    ) -> Outcome<KronAsCheck<S, B::Shape, Out>, Out, T>
    where
        T: Scalar,
    {
        const { must(may_be_kron::<S, B::Shape, Out>(), "`kron_as`: this is not the shape of the product") }
        outcome::<Named<Out>, KronAsCheck<S, B::Shape, Out>, _, _, _, _, _>(self, rhs.array())
    }

    /// Writes [`kron`](Array::kron) into an existing array, and allocates nothing.
    ///
    /// # Shapes
    /// `(M, N), (P, Q), out (M * P, N * Q)`.
    ///
    /// # Errors
    /// Only if one of the lengths compared is `Dyn`: an `out` of another shape, which is then as it was.
    ///
    /// # Example
    /// ```
    /// use conformable::{Vector, array};
    /// let mut out = Vector::zeros();
    /// array![1, 2].kron_into(&array![1, 10], &mut out);
    /// assert_eq!(out, array![1, 10, 2, 20]);
    /// ```
    #[inline]
    pub fn kron_into<B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> IntoOutcome<S::Check, S::Output, S3, op::kron_into>
    where
        T: Scalar,
        S: KronShape<B::Shape>,
        S::Output: SameShape<S3, op::kron_into>,
    {
        into::<op::kron, S::Check, _, _, _, _, _, _, _>(self, rhs.array(), out)
    }
}

/// Whether the types prove what [`Array::kron_as`] checks: if they know all lengths.
pub type KronAsCheck<S, S2, Out> =
    <<<S as Shape>::AllKnown as Check>::And<<S2 as Shape>::AllKnown> as Check>::And<<Out as Shape>::AllKnown>;
