//! A matrix product as pointers, lengths and strides, in the orientation that suits the kernels.

use crate::kernel::operand::{MatMut, MatRef};
use crate::scalar::Scalar;

/// C(m, n) = A(m, k) · B(k, n); strides in elements, named by the index that they advance.
///
/// Invariant: each operand keeps the promise of the `MatRef` or `MatMut` that it came from, with the lengths
/// given here.
#[derive(Clone, Copy)]
pub struct Problem<T> {
    pub(crate) m: usize,
    pub(crate) n: usize,
    pub(crate) k: usize,
    pub(crate) c: *mut T,
    pub(crate) c_m: isize,
    pub(crate) c_n: isize,
    pub(crate) a: *const T,
    pub(crate) a_m: isize,
    pub(crate) a_k: isize,
    pub(crate) b: *const T,
    pub(crate) b_k: isize,
    pub(crate) b_n: isize,
    /// Whether A and B have changed places.
    pub(crate) is_transposed: bool,
}

/// How many equal products, and how far from one to the next, in elements, C, A and B stand.
#[derive(Clone, Copy, Debug)]
pub struct Batch {
    /// The number of products.
    pub count: usize,
    /// The distances of C, A and B; those of A and B may be zero.
    pub strides: [isize; 3],
}

impl Batch {
    /// One product.
    pub(crate) const ONE: Self = Batch { count: 1, strides: [0; 3] };
}

impl<T> Problem<T> {
    /// The product, transposed where that makes the rows of C contiguous, or one row of its one column:
    /// Cᵀ = Bᵀ · Aᵀ has the same terms.
    ///
    /// The lengths must agree; only those that all operands share are computed.
    #[inline(always)]
    pub(crate) fn new(mut c: MatMut<'_, T>, a: MatRef<'_, T>, b: MatRef<'_, T>) -> Self {
        debug_assert!(c.rows() == a.rows() && c.cols() == b.cols() && a.cols() == b.rows());
        let one = Problem {
            m: c.rows().min(a.rows()),
            n: c.cols().min(b.cols()),
            k: a.cols().min(b.rows()),
            c: c.as_mut_ptr(),
            c_m: c.row_stride(),
            c_n: c.col_stride(),
            a: a.as_ptr(),
            a_m: a.row_stride(),
            a_k: a.col_stride(),
            b: b.as_ptr(),
            b_k: b.row_stride(),
            b_n: b.col_stride(),
            is_transposed: false,
        };
        if one.c_m == 1 && one.m > 1 && (one.c_n != 1 || one.n <= 1) { one.transposed() } else { one }
    }

    /// Cᵀ = Bᵀ · Aᵀ.
    #[inline(always)]
    fn transposed(self) -> Self {
        Problem {
            m: self.n,
            n: self.m,
            c_m: self.c_n,
            c_n: self.c_m,
            a: self.b,
            a_m: self.b_n,
            a_k: self.b_k,
            b: self.a,
            b_k: self.a_k,
            b_n: self.a_m,
            is_transposed: !self.is_transposed,
            ..self
        }
    }

    /// C, A and B, in this orientation.
    ///
    /// # Safety
    /// The invariant holds for as long as they are used, and nobody else uses C.
    #[inline(always)]
    pub(crate) unsafe fn operands<'a>(&self) -> (MatMut<'a, T>, MatRef<'a, T>, MatRef<'a, T>) {
        let Problem { m, n, k, .. } = *self;
        // SAFETY: from the caller.
        unsafe {
            let c = MatMut::new(self.c, [m, n], [self.c_m, self.c_n]);
            (
                c,
                MatRef::new(self.a, [m, k], [self.a_m, self.a_k]),
                MatRef::new(self.b, [k, n], [self.b_k, self.b_n]),
            )
        }
    }

    /// Whether rows of C are contiguous (a row of one column is).
    #[inline(always)]
    pub(crate) fn has_contiguous_rows(&self) -> bool {
        self.c_n == 1 || self.n <= 1
    }

    /// The same product of matrices that stand further on, product number `i` of a batch.
    #[inline(always)]
    pub(crate) fn at(&self, batch: &Batch, i: usize) -> Self {
        let [c, a, b] = batch.strides.map(|stride| stride.wrapping_mul(i as isize));
        let [a, b] = if self.is_transposed { [b, a] } else { [a, b] };
        Problem {
            c: self.c.wrapping_offset(c),
            a: self.a.wrapping_offset(a),
            b: self.b.wrapping_offset(b),
            ..*self
        }
    }

    /// The place of C(i, j).
    #[inline(always)]
    pub(crate) fn c_at(&self, i: usize, j: usize) -> *mut T {
        self.c.wrapping_offset(i as isize * self.c_m + j as isize * self.c_n)
    }

    /// The place of A(i, k).
    #[inline(always)]
    pub(crate) fn a_at(&self, i: usize, k: usize) -> *const T {
        self.a.wrapping_offset(i as isize * self.a_m + k as isize * self.a_k)
    }

    /// The place of B(k, j).
    #[inline(always)]
    pub(crate) fn b_at(&self, k: usize, j: usize) -> *const T {
        self.b.wrapping_offset(k as isize * self.b_k + j as isize * self.b_n)
    }

    /// C = 0: the sums of no elements.
    #[inline(never)]
    pub(crate) fn zero(&self)
    where
        T: Scalar,
    {
        for i in 0..self.m {
            for j in 0..self.n {
                // SAFETY: C(i, j) with `i < m` and `j < n` is writable.
                unsafe { self.c_at(i, j).write(T::ZERO) }
            }
        }
    }
}
