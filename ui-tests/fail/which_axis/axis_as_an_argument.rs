// An axis is a parameter of the type, as in `mean_axis::<0>()`.
use conformable::array;

fn main() {
    array![[1., 2.], [3., 4.]].mean::<f64>(0);
}
