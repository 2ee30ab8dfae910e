//! A flight that the Kalman filter follows.

use crate::digest::Digest;
use crate::kalman::{DT, Filter, M, MODELS};
use conformable::{Matrix, NotPositiveDefinite, Vector};

/// Filters a flight of 200 steps; their number, and the digest of every state and covariance on the way.
///
/// # Errors
/// A covariance is none any more.
pub(crate) fn flight() -> Result<(usize, u64), NotPositiveDefinite> {
    const STEPS: usize = 200;
    let mut filter = Filter { state: Vector::zeros(), covariance: Matrix::eye() };
    let mut digest = Digest::new();
    let mut noise = 1_u32;
    for step in 0..STEPS {
        let model = &MODELS[step % 2];
        let t = step as f32 * DT;
        // A climbing turn, and noise of less than half a metre from a linear congruential generator.
        let place = Vector::new([8. * t, 30. - (t - 6.) * (t - 6.), 0.5 * t]);
        let mut measurement: Vector<f32, M> = model.measured.inner(&Vector::new([
            place.as_nested()[0],
            place.as_nested()[1],
            place.as_nested()[2],
            0.,
            0.,
            0.,
        ]));
        for z in &mut measurement {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *z += (noise >> 16) as f32 / 65536. - 0.5;
        }
        filter.predict(model);
        filter.update(model, &measurement)?;
        for number in filter.state.iter().chain(&filter.covariance) {
            digest.add(number.to_bits());
        }
    }
    Ok((STEPS, digest.value()))
}
