//! Products of constants: `inner_const` and `matmul_const`, for static arrays of the primitive types.
//!
//! Traits are not `const`, so these are functions for each primitive type; the order of summation is written out as
//! `kernel::generic` has it.

use crate::array::{Matrix, Vector};
use crate::kernel::order::{BLOCK_ROWS, CHAIN, Order, lanes};
use crate::kernel::product::fused;
use crate::simd::{Baseline, Isa};

/// The terms `a[a_first + i * a_step] * b[b_first + i * b_step]` for `i < n`.
struct Terms<'x, T> {
    a: &'x [T],
    a_first: usize,
    b: &'x [T],
    b_first: usize,
    b_step: usize,
    n: usize,
}

/// The sum of terms, for a type with its zero, its sum and its product.
macro_rules! sums { ($($T:ident: $zero:expr, |$x:ident, $y:ident, $s:ident| $plus:expr, $times:expr, $fused:expr;)+) => {$(
    impl Terms<'_, $T> {
        const fn plus($x: $T, $y: $T) -> $T { $plus }
        const fn both(left: Option<$T>, right: Option<$T>) -> Option<$T> {
            match (left, right) {
                (Some(l), Some(r)) => Some(Self::plus(l, r)),
                (one, None) | (None, one) => one,
            }
        }
        /// Every `step`-th term from `first` on, added in order.
        const fn chain(&self, first: usize, end: usize, step: usize) -> Option<$T> {
            let (mut sum, mut i): (Option<$T>, usize) = (None, first);
            while i < end {
                let ($x, $y) = (self.a[self.a_first + i], self.b[self.b_first + i * self.b_step]);
                sum = Self::both(sum, Some($times));
                i += step;
            }
            sum
        }
        /// The same of neighbours, each multiplied and added with one rounding.
        const fn fused_chain(&self, first: usize, end: usize) -> Option<$T> {
            let (mut sum, mut i): (Option<$T>, usize) = (None, first);
            while i < end {
                let ($x, $y) = (self.a[self.a_first + i], self.b[self.b_first + i * self.b_step]);
                sum = Some(match sum {
                    Some($s) => $fused,
                    None => $times,
                });
                i += 1;
            }
            sum
        }
        /// Blocks `first .. first + count` of a lane as a pairwise tree.
        const fn tree(&self, lane: usize, first: usize, count: usize) -> Option<$T> {
            let lanes = lanes(size_of::<$T>());
            if count <= 1 {
                let (start, end) = (first * BLOCK_ROWS * lanes, (first + 1) * BLOCK_ROWS * lanes);
                return self.chain(start + lane, if end < self.n { end } else { self.n }, lanes);
            }
            let half = 1 << (count - 1).ilog2();
            Self::both(self.tree(lane, first, half), self.tree(lane, first + half, count - half))
        }
        /// Lanes `lane`, `lane + width`, `lane + 2 width`, ... folded by halves.
        const fn fold(&self, lane: usize, width: usize) -> Option<$T> {
            let lanes = lanes(size_of::<$T>());
            if lane >= self.n {
                None
            } else if width == lanes {
                self.tree(lane, 0, (self.n - lane).div_ceil(lanes).div_ceil(BLOCK_ROWS))
            } else {
                Self::both(self.fold(lane, 2 * width), self.fold(lane + width, 2 * width))
            }
        }
        const fn sum(&self, order: Order) -> $T {
            let sum = match order {
                Order::Dot => self.fold(0, 1),
                Order::Chain => {
                    let (mut sum, mut first) = (None, 0);
                    while first < self.n {
                        let end = if first + CHAIN < self.n { first + CHAIN } else { self.n };
                        let chain = if <Baseline as Isa>::FUSED {
                            self.fused_chain(first, end)
                        } else {
                            self.chain(first, end, 1)
                        };
                        sum = Self::both(sum, chain);
                        first = end;
                    }
                    sum
                }
            };
            match sum { Some(sum) => sum, None => $zero }
        }
    }
)+};}

/// The methods, for types that have sums; the attribute hides all but one type in the docs, or gives the heading.
macro_rules! twins { (#[$shown:meta] $($T:ident: $zero:expr;)+) => {$(
    #[$shown]
    impl<const K: usize> Vector<$T, K> {
        /// [`inner`](crate::Array::inner) of two vectors, in a `const`.
        ///
        /// The bits are those of `inner`.
        ///
        /// ```
        /// use conformable::Vector;
        /// const A: Vector<i32, 3> = Vector::new([1, 2, 3]);
        /// const SUM: i32 = A.inner_const(&A);
        /// assert_eq!(SUM, 14);
        /// ```
        #[must_use]
        pub const fn inner_const(&self, rhs: &Self) -> $T {
            let (a, b) = (self.as_nested(), rhs.as_nested());
            Terms::<$T> { a, a_first: 0, b, b_first: 0, b_step: 1, n: K }.sum(Order::Dot)
        }
    }
    #[$shown]
    impl<const M: usize, const K: usize> Matrix<$T, M, K> {
        /// [`inner`](crate::Array::inner) of two matrices, in a `const`.
        ///
        /// # Accuracy
        /// The bits are those of `inner`, but for floats of matrices with `K > 8`: the compiler knows only whether the
        /// target promises that the CPU fuses multiplication and addition (as aarch64 does, and x86-64 built for such
        /// CPUs), while `inner` asks the CPU. With the feature `deterministic` they are the same always.
        ///
        /// # Example
        /// ```
        /// use conformable::Matrix;
        /// const A: Matrix<f32, 2, 2> = Matrix::new([[1., 2.], [3., 4.]]);
        /// const B: Matrix<f32, 2, 2> = A.inner_const(&A);
        /// assert_eq!(B, Matrix::new([[5., 11.], [11., 25.]]));
        /// ```
        #[must_use]
        pub const fn inner_const<const N: usize>(&self, rhs: &Matrix<$T, N, K>) -> Matrix<$T, M, N> {
            let (a, b) = (self.as_nested().as_flattened(), rhs.as_nested().as_flattened());
            let (mut c, mut i) = ([[$zero; N]; M], 0);
            while i < M {
                let mut j = 0;
                while j < N {
                    let terms = Terms::<$T> { a, a_first: i * K, b, b_first: j * K, b_step: 1, n: K };
                    c[i][j] = terms.sum(Order::of(M, N, K));
                    j += 1;
                }
                i += 1;
            }
            Matrix::<$T, M, N>::new(c)
        }
        /// The product of two matrices, in a `const`.
        ///
        /// # Accuracy
        /// As [`inner_const`](Self::inner_const), with rows against columns.
        ///
        /// # Example
        /// ```
        /// use conformable::Matrix;
        /// const A: Matrix<i32, 2, 2> = Matrix::new([[1, 2], [3, 4]]);
        /// const B: Matrix<i32, 2, 1> = A.matmul_const(&Matrix::<i32, 2, 1>::new([[5], [6]]));
        /// assert_eq!(B, Matrix::new([[17], [39]]));
        /// ```
        #[must_use]
        pub const fn matmul_const<const N: usize>(&self, rhs: &Matrix<$T, K, N>) -> Matrix<$T, M, N> {
            let (a, b) = (self.as_nested().as_flattened(), rhs.as_nested().as_flattened());
            let (mut c, mut i) = ([[$zero; N]; M], 0);
            while i < M {
                let mut j = 0;
                while j < N {
                    let terms = Terms::<$T> { a, a_first: i * K, b, b_first: j, b_step: N, n: K };
                    c[i][j] = terms.sum(Order::of(M, N, K));
                    j += 1;
                }
                i += 1;
            }
            Matrix::<$T, M, N>::new(c)
        }
    }
)+};}

/// Shows the methods of the first type in the docs, and hides those of the others.
macro_rules! one_in_docs { ($First:ident: $zero:expr; $($rest:tt)+) => {
    twins! { #[doc = "# Products\n\nThese methods are the same for integers, `f64` and `bool`."] $First: $zero; }
    twins! { #[doc(hidden)] $($rest)+ }
};}

/// Both.
macro_rules! constants { ($($T:ident: $zero:expr, |$x:ident, $y:ident, $s:ident| $plus:expr, $times:expr, $fused:expr;)+) => {
    sums! { $($T: $zero, |$x, $y, $s| $plus, $times, $fused;)+ }
    one_in_docs! { $($T: $zero;)+ }
};}

constants! {
    f32: 0.0, |x, y, s| x + y, x * y, fused::mul_add_f32(x, y, s);
    f64: 0.0, |x, y, s| x + y, x * y, fused::mul_add_f64(x, y, s);
    i8: 0, |x, y, s| x.wrapping_add(y), x.wrapping_mul(y), s.wrapping_add(x.wrapping_mul(y));
    u8: 0, |x, y, s| x.wrapping_add(y), x.wrapping_mul(y), s.wrapping_add(x.wrapping_mul(y));
    i16: 0, |x, y, s| x.wrapping_add(y), x.wrapping_mul(y), s.wrapping_add(x.wrapping_mul(y));
    u16: 0, |x, y, s| x.wrapping_add(y), x.wrapping_mul(y), s.wrapping_add(x.wrapping_mul(y));
    i32: 0, |x, y, s| x.wrapping_add(y), x.wrapping_mul(y), s.wrapping_add(x.wrapping_mul(y));
    u32: 0, |x, y, s| x.wrapping_add(y), x.wrapping_mul(y), s.wrapping_add(x.wrapping_mul(y));
    i64: 0, |x, y, s| x.wrapping_add(y), x.wrapping_mul(y), s.wrapping_add(x.wrapping_mul(y));
    u64: 0, |x, y, s| x.wrapping_add(y), x.wrapping_mul(y), s.wrapping_add(x.wrapping_mul(y));
    i128: 0, |x, y, s| x.wrapping_add(y), x.wrapping_mul(y), s.wrapping_add(x.wrapping_mul(y));
    u128: 0, |x, y, s| x.wrapping_add(y), x.wrapping_mul(y), s.wrapping_add(x.wrapping_mul(y));
    isize: 0, |x, y, s| x.wrapping_add(y), x.wrapping_mul(y), s.wrapping_add(x.wrapping_mul(y));
    usize: 0, |x, y, s| x.wrapping_add(y), x.wrapping_mul(y), s.wrapping_add(x.wrapping_mul(y));
    bool: false, |x, y, s| x | y, x & y, s | (x & y);
}
