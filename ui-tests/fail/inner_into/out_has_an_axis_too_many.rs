// Two vectors leave no axis: `out` must have none.
// Says: `inner_into`: the result has 0 axes, but `out` has 1
use conformable::Vector;

fn main() {
    let a = Vector::<f32, 3>::ones();
    let mut out = Vector::<f32, 1>::zeros();
    a.inner_into(&a, &mut out);
}
