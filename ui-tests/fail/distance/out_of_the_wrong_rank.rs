// Distances along one axis of two matrices are a vector.
// Says: `distance_axis_into`: the result has 1 axes, but `out` has 2
use conformable::{Matrix, array};

fn main() {
    let (a, mut out) = (array![[1., 2.], [3., 4.]], Matrix::<f64, 2, 1>::zeros());
    a.distance_axis_into::<1, _, _, _>(&a, &mut out);
}
