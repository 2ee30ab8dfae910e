//! `solve`: systems of linear equations.

use super::items::{count, expect_out, expect_reachable, item, item_mut, through};
use super::systems::{Of, Sides, Systems, keep_first, load, right_sides, tried, try_into, try_value};
use crate::array::{Array, Outcome, Ownership, OwnershipMut};
use crate::error::ShapeError;
use crate::error::linalg::Singular;
use crate::kernel::factor::{Known, Rows, RowsRef, front, substitute};
use crate::ops::Operand;
use crate::scalar::Field;
use crate::shape::op::{self, Operation};
use crate::shape::{Check, Itself, SameShape, Shape, SolveShape, SquareStack};

/// Whether it is checked at run time that matrices are square and fit their right sides.
pub(super) type SolveCheck<X, S, B, Op> =
    <<X as SquareStack<Op>>::Check as Check>::And<<S as SolveShape<B, Op>>::Check>;
/// The same, and that an array of the shape `Out` can have the solutions.
pub(super) type SolveIntoCheck<X, S, B, Out, Op, Into> = <SolveCheck<X, S, B, Op> as Check>::And<
    <<S as SolveShape<B, Op>>::Output as SameShape<Out, Into>>::Check,
>;

/// What an operation returns that solves systems of equations, of an error `E`: `X` is the shape `S` of the matrices, `B`
/// that of the right sides.
pub type SolveOutcome<X, S, B, T, Op, E> =
    <SolveCheck<X, S, B, Op> as Check>::Try<<<S as SolveShape<B, Op>>::Output as Shape>::Value<T>, E>;

/// The same of an `_into` form, which writes to an array of the shape `Out`.
pub type SolveIntoOutcome<X, S, B, Out, Op, Into, E> =
    <SolveIntoCheck<X, S, B, Out, Op, Into> as Check>::Try<(), E>;

/// What an object returns that solves systems of equations of the shape `B` with matrices of the shape `S`, and cannot fail
/// by them.
pub type Solved<S, B, T, Op> = Outcome<<S as SolveShape<B, Op>>::Check, <S as SolveShape<B, Op>>::Output, T>;

/// The same of an object that can fail with `E`.
pub type TrySolved<S, B, T, Op, E> =
    <<S as SolveShape<B, Op>>::Check as Check>::Try<<<S as SolveShape<B, Op>>::Output as Shape>::Value<T>, E>;

/// What an `_into` form returns that can fail with `E`: `C` is checked of the operands, whose result has the shape `S`, and
/// `out` has the shape `Out`.
pub type TryIntoOutcome<C, S, Out, Op, E> =
    <<C as Check>::And<<S as SameShape<Out, Op>>::Check> as Check>::Try<(), E>;

/// # Linear algebra
impl<T, S: Shape, O: Ownership> Array<T, S, O> {
    /// Solves systems of linear equations: `x` with `a · x = b`.
    ///
    /// # Shapes
    /// - `(S.., M, M), (M) -> (S.., M)`: one vector for all matrices.
    /// - `(S.., M, M), (T.., M, K) -> (bc(S, T).., M, K)`: matrices whose columns are right sides; leading axes pair as in
    ///   [`matmul`](Array::matmul).
    ///
    /// As `numpy.linalg.solve` of NumPy 2, which reads the right side as a vector only if its rank is 1. Integers are to be
    /// cast first.
    ///
    /// # Errors
    /// - [`Singular`] if a pivot is exactly zero. Of a stack it names the first matrix that is singular.
    /// - If a length is `Dyn` or a rank is not in the type, the error is a [`Failure`](crate::Failure), which can also be a
    ///   [`ShapeError`](crate::ShapeError).
    ///
    /// NaN and infinity in the operands are no error: they go into the solution.
    ///
    /// # Accuracy
    /// Gaussian elimination with partial pivoting: `|b - a x|` is a few units of the last place of `|a| |x|`. The bits are
    /// the same on every CPU and for every kind of shape, and those of a matrix within a stack are those of the matrix
    /// alone. N. J. Higham, *Accuracy and Stability of Numerical Algorithms*, 2nd ed. (2002), 9.3.
    ///
    /// # Example
    /// ```
    /// use conformable::{Singular, array};
    /// let a = array![[3., 1.], [1., 2.]];
    /// assert_eq!(a.solve(&array![9., 8.])?, array![2., 3.]);
    /// assert!(array![[1., 2.], [2., 4.]].solve(&array![1., 1.]).is_err());
    /// # Ok::<(), Singular>(())
    /// ```
    ///
    /// A matrix that is not square does not compile, nor does a right side of another length:
    /// ```compile_fail,E0277
    /// use conformable::array;
    /// array![[1., 2., 3.], [4., 5., 6.]].solve(&array![1., 2.]); // a matrix of 2 rows and 3 columns is not square
    /// ```
    #[doc(alias("gesv", "linsolve", "lu_solve"))]
    #[inline]
    #[track_caller]
    pub fn solve<X, B: Operand<T>>(&self, rhs: &B) -> SolveOutcome<X, S, B::Shape, T, op::solve, Singular>
    where
        T: Field,
        S: Itself<X> + SolveShape<B::Shape, op::solve>,
        X: SquareStack<op::solve>,
    {
        let shape = solve_shape::<T, S, O, X, B, op::solve>(self, rhs);
        let x = right_sides(rhs.array(), shape);
        try_value::<SolveCheck<X, S, B::Shape, op::solve>, _, _, _>(x, |dims, x| {
            let (of_a, mut copy) = (self.dims(), self.to_owned());
            let systems =
                Systems::<Of<X, B::Shape>>::of(of_a.as_ref(), rhs.array().dims().as_ref().len(), dims);
            eliminate(copy.as_mut_slice(), systems, x)
        })
    }

    /// Writes [`solve`](Array::solve) into an existing array, and allocates nothing but a copy of `self` if that has a
    /// `Dyn` axis.
    ///
    /// # Shapes
    /// As [`solve`](Array::solve), and `out` has the shape of the solution.
    ///
    /// # Errors
    /// As [`solve`](Array::solve). If the shapes do not fit, `out` is as it was. If a matrix is singular, its solution is
    /// NaN, and all others are there.
    ///
    /// # Example
    /// ```
    /// use conformable::{Singular, Vector, array};
    /// let mut x = Vector::zeros();
    /// array![[3., 1.], [1., 2.]].solve_into(&array![9., 8.], &mut x)?;
    /// assert_eq!(x, array![2., 3.]);
    /// # Ok::<(), Singular>(())
    /// ```
    #[inline]
    pub fn solve_into<X, B: Operand<T>, S3: Shape, O3: OwnershipMut>(
        &self,
        rhs: &B,
        out: &mut Array<T, S3, O3>,
    ) -> SolveIntoOutcome<X, S, B::Shape, S3, op::solve, op::solve_into, Singular>
    where
        T: Field,
        S: Itself<X> + SolveShape<B::Shape, op::solve, Output: SameShape<S3, op::solve_into>>,
        X: SquareStack<op::solve>,
    {
        let shape = solve_shape::<T, S, O, X, B, op::solve>(self, rhs);
        try_into::<SolveIntoCheck<X, S, B::Shape, S3, op::solve, op::solve_into>, _, _, _, _, _>(
            op::solve_into::NAME,
            shape,
            out,
            |dims, x| {
                load(rhs.array(), shape, x);
                let (of_a, mut copy) = (self.dims(), self.to_owned());
                let systems =
                    Systems::<Of<X, B::Shape>>::of(of_a.as_ref(), rhs.array().dims().as_ref().len(), dims);
                eliminate(copy.as_mut_slice(), systems, x)
            },
        )
    }

    /// Solves systems of linear equations where the operands stand, with no other memory: `rhs` becomes the solution, and
    /// `self` is destroyed.
    ///
    /// # Shapes
    /// As [`solve`](Array::solve), but `rhs` has the shape of the solution.
    ///
    /// # Errors
    /// As [`solve_into`](Array::solve_into). If the shapes do not fit, both operands are as they were. An operand with a
    /// `Dyn` axis whose elements are not contiguous is copied; without the feature `alloc` it is an error.
    ///
    /// # Example
    /// ```
    /// use conformable::{Singular, array};
    /// let (mut a, mut x) = (array![[3., 1.], [1., 2.]], array![9., 8.]);
    /// a.solve_inplace(&mut x)?;
    /// assert_eq!(x, array![2., 3.]);
    /// # Ok::<(), Singular>(())
    /// ```
    #[inline]
    #[track_caller]
    pub fn solve_inplace<X, S2: Shape, O2: OwnershipMut>(
        &mut self,
        rhs: &mut Array<T, S2, O2>,
    ) -> SolveIntoOutcome<X, S, S2, S2, op::solve, op::solve_inplace, Singular>
    where
        T: Field,
        O: OwnershipMut,
        S: Itself<X> + SolveShape<S2, op::solve, Output: SameShape<S2, op::solve_inplace>>,
        X: SquareStack<op::solve>,
    {
        let (name, axes) = (op::solve_inplace::NAME, rhs.dims().as_ref().len());
        let shape = self.shape().itself().split_square().and_then(|_| self.shape().solve_shape(rhs.shape()));
        let fits = shape.and_then(|shape| expect_out(name, rhs, shape));
        let fits = fits.and_then(|()| expect_reachable(name, self));
        tried::<SolveIntoCheck<X, S, S2, S2, op::solve, op::solve_inplace>, _>(fits, || {
            through(self, |of_a, matrices| {
                through(rhs, |dims, x| eliminate(matrices, Systems::<Of<X, S2>>::of(of_a, axes, dims), x))
            })
        })
    }
}

/// The shape of the solution of systems of equations, or why there is none.
#[inline(always)]
pub(super) fn solve_shape<T, S, O: Ownership, X, B: Operand<T>, Op>(
    a: &Array<T, S, O>,
    rhs: &B,
) -> Result<S::Output, ShapeError>
where
    S: Itself<X> + SolveShape<B::Shape, Op>,
    X: SquareStack<Op>,
{
    a.shape().itself().split_square()?;
    a.shape().solve_shape(rhs.array().shape())
}

/// Solves the systems of all items of `x`, which holds the right sides, and then the solutions, or NaN where there is none.
/// The matrices are destroyed.
#[inline(always)]
fn eliminate<T: Field, Y: Sides>(
    matrices: &mut [T],
    systems: Systems<'_, Y>,
    x: &mut [T],
) -> Option<Singular> {
    let Systems { own, stack, n, .. } = systems;
    let mut first = None;
    if const { Y::IS_ONE } {
        return solve_item::<T, Y>(Rows::new(matrices, n), Rows::new(x, systems.k), 0);
    }
    if own == stack {
        for item in 0..count(stack) {
            let x = Rows::new(item_mut(x, n.wrapping_mul(systems.k), item), systems.k);
            keep_first(
                &mut first,
                solve_item::<T, Y>(Rows::new(item_mut(matrices, n * n, item), n), x, item),
            );
        }
    } else if n == 4 {
        // Of 4 rows the closed form is as fast, and its bits are those of one system alone.
        let mut work = [T::ZERO; 16];
        systems.each(x, |of, i, x| {
            work.iter_mut().zip(item(matrices, 16, of)).for_each(|(to, from)| *to = *from);
            keep_first(&mut first, solve_item::<T, Y>(Rows::new(&mut work, 4), x, i));
        });
    } else {
        for number in 0..count(own) {
            let matrix = item_mut(matrices, n * n, number);
            let singular = eliminate_one(matrix, systems, number, x);
            if let Some(error) = singular
                && first.is_none_or(|first: Singular| error.item < first.item)
            {
                first = singular;
            }
        }
    }
    first
}

/// Solves one system, of which this is the number.
#[inline(always)]
fn solve_item<T: Field, Y: Known>(a: Rows<'_, T>, mut x: Rows<'_, T>, item: usize) -> Option<Singular> {
    let column = front::solve::<_, Y>(a, x.reborrow())?;
    x.elements_mut().fill(T::not_a_number());
    Some(Singular { item, column })
}

/// The same of all systems with one of the matrices, which is factorised once.
#[inline(always)]
fn eliminate_one<T: Field, Y: Sides>(
    matrix: &mut [T],
    systems: Systems<'_, Y>,
    number: usize,
    x: &mut [T],
) -> Option<Singular> {
    let n = systems.n;
    let without_pivot = front::factorise::<_, Y>(Rows::new(matrix, n), &mut |i, p| {
        systems.each(x, |of, _, mut x| {
            if of == number {
                x.swap_rows(i, p);
            }
        });
    });
    let mut first = None;
    systems.each(x, |of, item, mut x| {
        if of == number {
            match without_pivot {
                None => front::substitute::<_, Y, substitute::Factors>(RowsRef::new(matrix, n), x),
                Some(column) => {
                    x.elements_mut().fill(T::not_a_number());
                    keep_first(&mut first, Some(Singular { item, column }));
                }
            }
        }
    });
    first
}
