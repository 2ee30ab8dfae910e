//! `NormOrd`: which norm.

/// Which norm of the elements `x` of an array, as the argument `ord` of `numpy.linalg.vector_norm`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NormOrd {
    /// `sum |x|`, `ord=1`.
    L1,
    /// `sqrt(sum |x|²)`, `ord=2`.
    L2,
    /// The largest `|x|`, `ord=inf`.
    Inf,
    /// The smallest `|x|`, `ord=-inf`.
    NegInf,
    /// The number of elements that are not zero, `ord=0`. A NaN is not zero.
    L0,
    /// `(sum |x|^p)^(1/p)`, any other `ord`; 0, 1, 2 and the infinities are the norms above.
    P(
        /// The power, converted to the type of the elements.
        f64,
    ),
}
