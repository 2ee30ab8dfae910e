//! Pages without code.

#[doc = include_str!("borders.md")]
pub mod borders {}

#[doc = include_str!("eigen.md")]
pub mod eigen {}

#[doc = include_str!("embedded.md")]
pub mod embedded {}

#[doc = include_str!("geometry.md")]
pub mod geometry {}

#[doc = include_str!("glam.md")]
pub mod glam {}

#[doc = include_str!("guide.md")]
pub mod guide {
    #[doc = include_str!("guide/first_array.md")]
    pub mod first_array {}

    #[doc = include_str!("guide/shapes.md")]
    pub mod shapes {}

    #[doc = include_str!("guide/names.md")]
    pub mod names {}

    #[doc = include_str!("guide/products.md")]
    pub mod products {}

    #[doc = include_str!("guide/broadcasting.md")]
    pub mod broadcasting {}

    #[doc = include_str!("guide/slices.md")]
    pub mod slices {}

    #[doc = include_str!("guide/linear_algebra.md")]
    pub mod linear_algebra {}

    #[doc = include_str!("guide/geometry.md")]
    pub mod geometry {}

    #[doc = include_str!("guide/embedded.md")]
    pub mod embedded {}

    #[doc = include_str!("guide/accuracy.md")]
    pub mod accuracy {}
}

#[doc = include_str!("linear_algebra.md")]
pub mod linear_algebra {}

#[doc = include_str!("nalgebra.md")]
pub mod nalgebra {}

#[doc = include_str!("ndarray.md")]
pub mod ndarray {}

#[doc = include_str!("numpy.md")]
pub mod numpy {}

/// A program of the kind that one writes with NumPy, beside the same program with NumPy.
///
/// Columns are standardised, their covariance and its first component found, a softmax layer trained, and clusters by
/// k-means. Both print the same text, which a test compares. What is longer in Rust are the types in signatures, which
/// say what the comments of the other would. What is missing are the shapes that do not fit: `scores.max(axis=1)`
/// without `keepdims=True`, or the weights the other way round, do not compile.
///
/// The first of these needs the name: samples are an axis made by `axis!(Sample)`, whose length is known at run time and
/// which meets only itself. With a plain `Dyn` in its place, `scores - scores.max_axis::<1>()` compiles, because a `Dyn`
/// may have any length: it panics for most numbers of samples, and where there happen to be as many samples as classes,
/// it subtracts the wrong numbers, as NumPy does.
///
/// | NumPy | here | |
/// |---|---|---|
/// | `x.mean(axis=0)` | `x.mean_axis::<0>()` | a vector of 4, by its type |
/// | `(x - mean) / std` | the same | the axis of 4 is proven to fit, so it is no `Result` |
/// | `scores - scores.max(axis=1, keepdims=True)` | `scores - scores.max_keepdims::<1>()` | the remaining axis says that it stretches; without `keepdims`, "axis `Const<3>` cannot meet axis `Sample`" |
/// | `labels[:, None] == np.arange(3)` | `labels.insert_axis::<1>().equal(&Vector::arange(0, 1))` | |
/// | `error.T @ x` | `error.t().matmul(x)?` | the sum is over samples, whose number is known at run time, on both sides |
/// | `np.inner(x, weights) + bias` | `x.inner(&weights) + bias` | |
/// | `x[:8, 0]` | `x.slice(s![..8, 0])?` | whether there are 8 samples is known at run time |
///
/// <div style="display: grid; grid-template-columns: repeat(auto-fit, minmax(30em, 1fr)); gap: 1em">
/// <div>
///
/// ```rust,ignore
#[doc = include_str!("../../examples/numpy_user/main.rs")]
/// ```
///
/// </div>
/// <div>
///
/// ```python
#[doc = include_str!("../../examples/numpy_user/twin.py")]
/// ```
///
/// </div>
/// </div>
///
/// Both print:
///
/// ```text
#[doc = include_str!("../../examples/numpy_user/output.txt")]
/// ```
pub mod program {}
