//! Random arrays, rotations and points, by rand 0.10.
//!
//! An array is filled in row-major order, one draw for each element. So a seed gives one array, whatever holds its elements, and on
//! every machine if the generator and the distribution do.

use crate::array::{Array, OwnershipMut, Room};
use crate::error::ShapeError;
#[cfg(any(feature = "std", feature = "libm"))]
use crate::geometry::{Quat, Rot2, UnitSphere};
use crate::geometry::{UnitBall, UnitCircle, UnitDisc, Vec2, Vec3};
#[cfg(any(feature = "std", feature = "libm"))]
use crate::scalar::Real;
use crate::shape::{Shape, StaticShape};
use num_traits::Num;
use num_traits::float::FloatCore;
use rand::Rng;
use rand::distr::{Distribution, StandardUniform};

/// # Construction
impl<T, S: Shape> Array<T, S> {
    /// The array of a shape whose elements are drawn from a distribution, in row-major order.
    ///
    /// Where all lengths are in the type, `rng.random()` and `Default::default()` as the shape do, too. Needs the feature `rand-010`.
    ///
    /// # Errors
    /// More elements than memory can hold.
    ///
    /// # Example
    /// ```
    /// use conformable::{Array, Const, Dyn, Matrix};
    /// use rand::distr::Uniform;
    /// use rand::{RngExt, SeedableRng, rngs::SmallRng};
    ///
    /// let mut rng = SmallRng::seed_from_u64(7);
    /// let die = Uniform::new_inclusive(1, 6)?;
    /// let throws = Array::random((Dyn(100), Const::<2>), die, &mut rng)?;
    /// assert!(throws.iter().all(|throw| (1..=6).contains(throw)));
    /// let m: Matrix<f32, 2, 3> = rng.random(); // from 0 to 1
    /// assert!(m.max() < 1.);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn random<R: Rng + ?Sized>(
        shape: S,
        distribution: impl Distribution<T>,
        rng: &mut R,
    ) -> Result<Self, ShapeError> {
        Room::<T, S>::new("random", shape)?;
        Ok(Self::fill_with(shape, |_| distribution.sample(rng)))
    }
}

/// # Elements
impl<T, S: Shape, O: OwnershipMut> Array<T, S, O> {
    /// Draws every element anew from a distribution, in row-major order. Needs the feature `rand-010`.
    ///
    /// # Example
    /// ```
    /// use conformable::{Matrix, array, s};
    /// use rand::distr::StandardUniform;
    /// use rand::{SeedableRng, rngs::SmallRng};
    ///
    /// let mut m = Matrix::<f64, 3, 3>::zeros();
    /// m.slice_mut(s![.., 1]).fill_random(StandardUniform, &mut SmallRng::seed_from_u64(7));
    /// assert_eq!(m.sum_axis::<0>().map(|x| x > 0.), array![false, true, false]);
    /// ```
    #[inline]
    pub fn fill_random<R: Rng + ?Sized>(&mut self, distribution: impl Distribution<T>, rng: &mut R) {
        self.iter_mut().for_each(|x| *x = distribution.sample(rng));
    }
}

/// Arrays whose lengths are in the type: each element, in row-major order.
impl<T, S: StaticShape> Distribution<Array<T, S>> for StandardUniform
where
    StandardUniform: Distribution<T>,
{
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> Array<T, S> {
        Array::from_fn(|_| self.sample(rng))
    }
}

/// Numbers from -1 to 1 whose squares sum to less than 1 and more than 0, and that sum.
fn in_unit_ball<T: Num + PartialOrd + Copy, R: Rng + ?Sized, const N: usize>(rng: &mut R) -> ([T; N], T)
where
    StandardUniform: Distribution<T>,
{
    loop {
        let x: [T; N] = core::array::from_fn(|_| {
            let x: T = StandardUniform.sample(rng);
            x + x - T::one()
        });
        let sum = x.iter().fold(T::zero(), |sum, x| sum + *x * *x);
        if sum < T::one() && sum > T::zero() {
            return (x, sum);
        }
    }
}

/// A point in the unit circle, its angle doubled and its length 1.
fn on_unit_circle<T: Num + PartialOrd + Copy, R: Rng + ?Sized>(rng: &mut R) -> [T; 2]
where
    StandardUniform: Distribution<T>,
{
    let ([x, y], sum) = in_unit_ball(rng);
    [(x * x - y * y) / sum, (x * y + x * y) / sum]
}

impl<T: FloatCore> Distribution<Vec2<T>> for UnitCircle
where
    StandardUniform: Distribution<T>,
{
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> Vec2<T> {
        Vec2::new(on_unit_circle(rng))
    }
}

impl<T: FloatCore> Distribution<Vec2<T>> for UnitDisc
where
    StandardUniform: Distribution<T>,
{
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> Vec2<T> {
        Vec2::new(in_unit_ball(rng).0)
    }
}

#[cfg(any(feature = "std", feature = "libm"))]
impl<T: Real> Distribution<Vec3<T>> for UnitSphere
where
    StandardUniform: Distribution<T>,
{
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> Vec3<T> {
        let ([x, y], sum): ([T; 2], T) = in_unit_ball(rng);
        let root = (T::one() - sum).sqrt();
        let twice = root + root;
        Vec3::new([x * twice, y * twice, T::one() - (sum + sum)])
    }
}

impl<T: FloatCore> Distribution<Vec3<T>> for UnitBall
where
    StandardUniform: Distribution<T>,
{
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> Vec3<T> {
        Vec3::new(in_unit_ball(rng).0)
    }
}

/// Uniform among all rotations: two points in the unit circle (Marsaglia, Choosing a point from the surface of a sphere, 1972).
#[cfg(any(feature = "std", feature = "libm"))]
impl<T: Real> Distribution<Quat<T>> for StandardUniform
where
    StandardUniform: Distribution<T>,
{
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> Quat<T> {
        let ([x, y], first): ([T; 2], T) = in_unit_ball(rng);
        let ([z, w], second): ([T; 2], T) = in_unit_ball(rng);
        let scale = ((T::one() - first) / second).sqrt();
        Quat::from_xyzw(x, y, z * scale, w * scale)
    }
}

/// Uniform among all rotations: a point on the [`UnitCircle`].
#[cfg(any(feature = "std", feature = "libm"))]
impl<T: Real> Distribution<Rot2<T>> for StandardUniform
where
    StandardUniform: Distribution<T>,
{
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> Rot2<T> {
        let [cos, sin] = on_unit_circle(rng);
        Rot2::from_cos_sin(cos, sin)
    }
}
