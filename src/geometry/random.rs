//! The distributions of points on and in the unit circle and the unit sphere, by name; `interop` draws from them.

/// The uniform distribution of points on the unit circle, as [`Vec2`](super::Vec2).
///
/// By two numbers that are drawn again until their point is in the circle (von Neumann 1951). Nothing but sums, products and
/// quotients: a seed gives the same bits on every machine.
///
/// ```
/// use conformable::geometry::{UnitCircle, Vec2};
/// use rand::{RngExt, SeedableRng, rngs::SmallRng};
///
/// let mut rng = SmallRng::seed_from_u64(7);
/// let direction: Vec2<f64> = rng.sample(UnitCircle);
/// assert!((direction.norm() - 1.).abs() < 1e-15);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitCircle;

/// The uniform distribution of points in the unit circle, as [`Vec2`](super::Vec2).
///
/// By numbers that are drawn again until their point is in it: 1.27 pairs on average.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitDisc;

/// The uniform distribution of points on the unit sphere, as [`Vec3`](super::Vec3).
///
/// By a point in the unit circle (Marsaglia, Choosing a point from the surface of a sphere, 1972). Nothing but sums, products and
/// a square root: a seed gives the same bits on every machine. Needs `std` or `libm`, as rotations do.
///
/// ```
/// use conformable::geometry::{Quat, UnitSphere, Vec3};
/// use rand::{RngExt, SeedableRng, rngs::SmallRng};
///
/// let mut rng = SmallRng::seed_from_u64(7);
/// let direction: Vec3<f64> = rng.sample(UnitSphere);
/// assert!((direction.norm() - 1.).abs() < 1e-15);
/// let rotation: Quat<f64> = rng.random();
/// assert!(rotation.is_normalized());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitSphere;

/// The uniform distribution of points in the unit sphere, as [`Vec3`](super::Vec3).
///
/// By numbers that are drawn again until their point is in it: 1.91 triples on average.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitBall;
