//! `solve_lower` and `solve_upper`: systems of equations whose matrices are triangles.

use super::items::{elements, item};
use super::solve::{SolveCheck, SolveIntoCheck, SolveIntoOutcome, SolveOutcome, solve_shape};
use super::systems::{Of, Sides, Systems, keep_first, load, right_sides, try_into, try_value};
use crate::array::{Array, Ownership, OwnershipMut};
use crate::error::linalg::Singular;
use crate::kernel::factor::substitute::{Lower, Substitution, Upper};
use crate::kernel::factor::{RowsRef, front, triangular};
use crate::ops::Operand;
use crate::scalar::Field;
use crate::shape::op::{self, Operation};
use crate::shape::{Itself, SameShape, Shape, SolveShape, SquareStack};

/// Stamps the operation for one triangle: its names, its kernel, the triangle that is read, and an example.
macro_rules! triangles { ($($name:ident $into:ident $Triangle:ident, $which:literal, $example:literal;)+) => {$(
    /// # Linear algebra
    impl<T, S: Shape, O: Ownership> Array<T, S, O> {
        #[doc = concat!("Solves systems of linear equations whose matrices are ", $which, " triangles: the other half is not read.")]
        ///
        /// # Shapes
        /// As [`solve`](Array::solve): `(S.., M, M), (M) -> (S.., M)` and `(S.., M, M), (T.., M, K) -> (bc(S, T).., M, K)`.
        ///
        /// As `scipy.linalg.solve_triangular`.
        ///
        /// # Errors
        /// [`Singular`] if an element on the diagonal is exactly zero; in a [`Failure`](crate::Failure) if a length is
        /// `Dyn`, or a rank is not in the type.
        ///
        /// # Example
        /// ```
        /// use conformable::{Singular, array};
        #[doc = $example]
        /// # Ok::<(), Singular>(())
        /// ```
        #[doc(alias("solve_triangular", "trsm"))]
        #[inline]
        #[track_caller]
        pub fn $name<X, B: Operand<T>>(&self, rhs: &B) -> SolveOutcome<X, S, B::Shape, T, op::$name, Singular>
        where
            T: Field,
            S: Itself<X> + SolveShape<B::Shape, op::$name>,
            X: SquareStack<op::$name>,
        {
            let shape = solve_shape::<T, S, O, X, B, op::$name>(self, rhs);
            try_value::<SolveCheck<X, S, B::Shape, op::$name>, _, _, _>(right_sides(rhs.array(), shape), |dims, x| {
                substitute::<T, S, O, Of<X, B::Shape>, $Triangle>(self, rhs.array().dims().as_ref().len(), dims, x)
            })
        }

        #[doc = concat!("Writes [`", stringify!($name), "`](Array::", stringify!($name), ") into an existing array. It allocates nothing, but copies of what is not contiguous if an axis is `Dyn`.")]
        ///
        /// # Shapes
        /// As the other form, and `out` has the shape of the solution.
        ///
        /// # Errors
        /// As the other form. If the shapes do not fit, `out` is as it was. If a matrix is singular, its solution is NaN,
        /// and all others are there.
        #[inline]
        pub fn $into<X, B: Operand<T>, S3: Shape, O3: OwnershipMut>(
            &self,
            rhs: &B,
            out: &mut Array<T, S3, O3>,
        ) -> SolveIntoOutcome<X, S, B::Shape, S3, op::$name, op::$into, Singular>
        where
            T: Field,
            S: Itself<X> + SolveShape<B::Shape, op::$name, Output: SameShape<S3, op::$into>>,
            X: SquareStack<op::$name>,
        {
            let shape = solve_shape::<T, S, O, X, B, op::$name>(self, rhs);
            try_into::<SolveIntoCheck<X, S, B::Shape, S3, op::$name, op::$into>, _, _, _, _, _>(
                op::$into::NAME,
                shape,
                out,
                |dims, x| {
                    load(rhs.array(), shape, x);
                    substitute::<T, S, O, Of<X, B::Shape>, $Triangle>(self, rhs.array().dims().as_ref().len(), dims, x)
                },
            )
        }
    }
)+};}
triangles! {
    solve_lower solve_lower_into Lower, "lower",
        "assert_eq!(array![[2., 7.], [1., 4.]].solve_lower(&array![2., 9.])?, array![1., 2.]);";
    solve_upper solve_upper_into Upper, "upper",
        "assert_eq!(array![[2., 1.], [7., 4.]].solve_upper(&array![4., 8.])?, array![1., 2.]);";
}

/// Solves the systems of all items of `x`, which holds the right sides, and then the solutions, or NaN where there is none.
#[inline(always)]
fn substitute<T: Field, S: Shape, O: Ownership, Y: Sides, W: Substitution>(
    a: &Array<T, S, O>,
    axes_of_b: usize,
    dims: &[usize],
    x: &mut [T],
) -> Option<Singular> {
    let (of_a, mut first) = (a.dims(), None);
    let systems = Systems::<Y>::of(of_a.as_ref(), axes_of_b, dims);
    elements(a, |a| {
        systems.each(x, |of, i, mut x| {
            let a = RowsRef::new(item(a, systems.n.wrapping_mul(systems.n), of), systems.n);
            if let Some(column) = triangular::zero_on_diagonal(a) {
                x.elements_mut().fill(T::not_a_number());
                keep_first(&mut first, Some(Singular { item: i, column }));
            } else {
                front::substitute::<_, Y, W>(a, x);
            }
        });
    });
    first
}
