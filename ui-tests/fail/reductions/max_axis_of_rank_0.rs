// An array of rank 0 has no axis.
// Says: `max_axis`: axis 0 is out of bounds for array of dimension 0
fn main() {
    conformable::Array::<f64, ()>::new(1.).max_axis::<0>();
}
