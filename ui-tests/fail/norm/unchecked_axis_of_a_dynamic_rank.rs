// Whether an array of a dynamic rank has the axis is known at run time only: the norms are in a `Result`.
fn norms(a: &conformable::ArrayD<f32>) -> conformable::ArrayD<f32> {
    a.norm_axis::<1>()
}

fn main() {}
