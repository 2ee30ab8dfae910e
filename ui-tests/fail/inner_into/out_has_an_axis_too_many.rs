// Two vectors leave no axis: `out` must have none.
// Says: TODO
use conformable::Vector;

fn main() {
    let a = Vector::<f32, 3>::ones();
    let mut out = Vector::<f32, 1>::zeros();
    a.inner_into(&a, &mut out);
}
