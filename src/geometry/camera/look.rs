//! `look_at` and `look_to`: rigid motions into view space.

use crate::array::Array;
use crate::geometry::numbers::{cross, dot, perpendicular, subtract, unit};
use crate::geometry::{Frame3, Isometry3, Quat, Vec3};
use crate::scalar::Real;
use crate::shape::Const;

/// The functions of one handedness.
macro_rules! view {
    ($rh:literal, $name:literal, $seen:literal, $z:literal) => {
        /// The motion into the view space of a camera at `eye` that looks at `center`, with `up` upwards on the screen.
        ///
        #[doc = concat!("In view space x points right, y up, and ", $z, ".")]
        /// `up` needs neither length 1 nor a right angle to the direction of sight. If it is along that, or has no length, another
        /// is taken; if `center` is `eye`, the camera looks along the z axis.
        ///
        /// # Shapes
        /// `(F), (F), (F)` give a motion from `F`, to a frame that [`named_to`](Isometry3::named_to) names.
        ///
        /// # Example
        /// ```
        /// use conformable::array;
        #[doc = concat!("use conformable::geometry::{camera::", $name, ", Vec3};")]
        #[doc = concat!("let view = ", $name, "::look_at(&array![0., 0., 5.], &Vec3::zeros(), &Vec3::Y);")]
        /// let seen = view.transform_point(&array![1., 2., 0.]);
        #[doc = concat!("assert_eq!(seen, array![", $seen, "]);")]
        /// ```
        #[must_use]
        pub fn look_at<T: Real, F: Frame3>(
            eye: &Array<T, (F,)>,
            center: &Array<T, (F,)>,
            up: &Array<T, (F,)>,
        ) -> Isometry3<T, Const<3>, F> {
            super::look::look::<$rh, T, F>(
                F::elements(eye),
                super::look::towards(eye, center),
                F::elements(up),
            )
        }

        /// [`look_at`], with the direction of sight in place of a point. It needs not have length 1.
        ///
        /// # Shapes
        /// As [`look_at`].
        #[must_use]
        pub fn look_to<T: Real, F: Frame3>(
            eye: &Array<T, (F,)>,
            direction: &Array<T, (F,)>,
            up: &Array<T, (F,)>,
        ) -> Isometry3<T, Const<3>, F> {
            let [eye, direction, up] = [eye, direction, up].map(F::elements);
            super::look::look::<$rh, T, F>(eye, direction, up)
        }
        use crate::array::Array;
        use crate::geometry::{Frame3, Isometry3};
        use crate::scalar::Real;
        use crate::shape::Const;
    };
}
pub(super) use view;

/// The motion into view space: its rows are the axes of that, and the eye becomes the origin.
pub(super) fn look<const RH: bool, T: Real, F: Frame3>(
    eye: [T; 3],
    direction: [T; 3],
    up: [T; 3],
) -> Isometry3<T, Const<3>, F> {
    let (zero, one) = (T::zero(), T::one());
    let ahead = unit(direction).unwrap_or([zero, zero, if RH { -one } else { one }]);
    let back = if RH { ahead.map(|x| -x) } else { ahead };
    let y = perpendicular(up, ahead);
    let x = cross(y, back);
    let rows = [x, y, back];
    let translation = rows.map(|row| -dot(row, eye));
    Isometry3 { rotation: Quat::of_rows(rows), translation: Vec3::new(translation) }
}

/// The rotation that takes the directions of one pair of axes to those of another, the first exactly.
pub(super) fn rotation_between<T: Real, To: Frame3, From: Frame3>(
    from: [[T; 3]; 2],
    to: [[T; 3]; 2],
) -> Quat<T, To, From> {
    let axes = |[first, second]: [[T; 3]; 2]| {
        let first = unit(first).unwrap_or([T::zero(), T::zero(), T::one()]);
        let second = perpendicular(second, first);
        [first, second, cross(first, second)]
    };
    let ([a, b, c], [d, e, f]) = (axes(from), axes(to));
    // The sum over the axes of `to` times `from` transposed.
    let row = |i: usize| {
        let [d, e, f] = [d, e, f].map(|axis| axis[i]);
        [0, 1, 2].map(|j: usize| d * a[j] + e * b[j] + f * c[j])
    };
    Quat::of_rows([row(0), row(1), row(2)])
}

/// What is left to reach `center` from `eye`.
pub(super) fn towards<T: Real, F: Frame3>(eye: &Array<T, (F,)>, center: &Array<T, (F,)>) -> [T; 3] {
    subtract(F::elements(center), F::elements(eye))
}
