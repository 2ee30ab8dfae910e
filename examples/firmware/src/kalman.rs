//! A Kalman filter with six states, position and velocity in space, of which two positions are measured at a time.

#![expect(clippy::op_ref, reason = "arrays are `Copy`, but nothing is gained by copying them")]

use conformable::{Matrix, NotPositiveDefinite, Vector};

/// States.
pub(crate) const N: usize = 6;
/// Numbers measured at a time.
pub(crate) const M: usize = 2;

/// How the state goes on by itself, and how it is measured.
pub(crate) struct Model {
    /// The next state of each state.
    pub(crate) transition: Matrix<f32, N, N>,
    /// The covariance of what the transition does not know.
    pub(crate) process: Matrix<f32, N, N>,
    /// What is measured of a state.
    pub(crate) measured: Matrix<f32, M, N>,
    /// The covariance of the measurement.
    pub(crate) noise: Matrix<f32, M, M>,
}

/// What is known of the state.
pub(crate) struct Filter {
    pub(crate) state: Vector<f32, N>,
    pub(crate) covariance: Matrix<f32, N, N>,
}

impl Filter {
    /// `x = F x`, `P = F P F^T + Q`
    pub(crate) fn predict(&mut self, model: &Model) {
        let f = &model.transition;
        self.state = f.inner(&self.state);
        f.matmul(&self.covariance).inner_into(f, &mut self.covariance);
        self.covariance += &model.process;
    }

    /// `S = H P H^T + R`, `K = P H^T S^-1`, `x += K (z - H x)`, `P -= K H P`
    ///
    /// # Errors
    /// S is not positive definite: P has ceased to be a covariance. The filter is then as it was.
    pub(crate) fn update(
        &mut self,
        model: &Model,
        measurement: &Vector<f32, M>,
    ) -> Result<(), NotPositiveDefinite> {
        let h = &model.measured;
        let hp = h.matmul(&self.covariance);
        let s = h.inner(&hp) + &model.noise;
        // P and S are symmetric, so the transpose of K is S^-1 H P.
        let gain = s.cholesky()?.solve(&hp);
        let innovation = measurement - h.inner(&self.state);
        self.state += gain.t().inner(&innovation);
        self.covariance -= gain.t().matmul(&hp);
        Ok(())
    }
}

/// Steps of 1/16 s.
pub(crate) const DT: f32 = 1. / 16.;

/// East and north are measured, or height and north.
pub(crate) static MODELS: [Model; 2] = [
    model([[1., 0., 0., 0., 0., 0.], [0., 1., 0., 0., 0., 0.]]),
    model([[0., 0., 1., 0., 0., 0.], [0., 1., 0., 0., 0., 0.]]),
];

const fn model(measured: [[f32; N]; M]) -> Model {
    let mut transition = [[0.; N]; N];
    let mut process = [[0.; N]; N];
    let mut i = 0;
    while i < N {
        transition[i][i] = 1.;
        process[i][i] = if i < N / 2 { 1. / 1024. } else { 1. / 64. };
        if i < N / 2 {
            transition[i][i + N / 2] = DT;
        }
        i += 1;
    }
    Model {
        transition: Matrix::new(transition),
        process: Matrix::new(process),
        measured: Matrix::new(measured),
        noise: Matrix::new([[0.25, 0.], [0., 0.25]]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The filter in `f64`, with plain loops.
    fn plain(steps: &[(usize, [f64; M])]) -> [f64; N] {
        let (mut x, mut p) = ([0.; N], [[0.; N]; N]);
        for (i, row) in p.iter_mut().enumerate() {
            row[i] = 1.;
        }
        for (which, z) in steps {
            let model = &MODELS[*which];
            let f = model.transition.as_nested().map(|row| row.map(f64::from));
            let h = model.measured.as_nested().map(|row| row.map(f64::from));
            let q = model.process.as_nested().map(|row| row.map(f64::from));
            x = std::array::from_fn(|i| (0..N).map(|k| f[i][k] * x[k]).sum());
            p = std::array::from_fn(|i| {
                std::array::from_fn(|j| {
                    let terms = (0..N).flat_map(|k| (0..N).map(move |l| (k, l)));
                    q[i][j] + terms.map(|(k, l)| f[i][k] * p[k][l] * f[j][l]).sum::<f64>()
                })
            });
            // One measurement after the other, which are independent.
            for m in 0..M {
                let ph: [f64; N] = std::array::from_fn(|i| (0..N).map(|k| p[i][k] * h[m][k]).sum());
                let s: f64 = 0.25 + (0..N).map(|k| h[m][k] * ph[k]).sum::<f64>();
                let innovation: f64 = z[m] - (0..N).map(|k| h[m][k] * x[k]).sum::<f64>();
                for i in 0..N {
                    x[i] += ph[i] / s * innovation;
                }
                p = std::array::from_fn(|i| std::array::from_fn(|j| p[i][j] - ph[i] * ph[j] / s));
            }
        }
        x
    }

    #[test]
    fn refuses_what_is_no_covariance() {
        let mut filter = Filter { state: Vector::zeros(), covariance: -Matrix::eye() };
        assert!(filter.update(&MODELS[0], &Vector::zeros()).is_err());
        assert_eq!(filter.state, Vector::zeros());
    }

    #[test]
    fn is_a_kalman_filter() {
        let mut filter = Filter { state: Vector::zeros(), covariance: Matrix::eye() };
        let steps: Vec<(usize, [f64; M])> =
            (0..40).map(|i| (i % 2, [f64::from(i as u32) / 4., 3. - f64::from(i as u32) / 8.])).collect();
        for (which, z) in &steps {
            filter.predict(&MODELS[*which]);
            filter.update(&MODELS[*which], &Vector::new(z.map(|z| z as f32))).expect("a covariance");
        }
        for (x, exact) in filter.state.iter().zip(plain(&steps)) {
            assert!((f64::from(*x) - exact).abs() < 1e-4, "{x} is not {exact}");
        }
    }
}
