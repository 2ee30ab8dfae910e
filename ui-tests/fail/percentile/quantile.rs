// NumPy's `quantile` takes a part of 1.
// Says: `quantile` is called `percentile` here
use conformable::array;

fn main() {
    let _part: f64 = array![1., 2.].quantile(0.5);
}
