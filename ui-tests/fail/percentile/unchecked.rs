// The percentage may be none: the result is a `Result`.
use conformable::array;

fn main() {
    let _part: f64 = array![1., 2.].percentile(50.);
}
