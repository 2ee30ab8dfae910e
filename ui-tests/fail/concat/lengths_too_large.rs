// The compiler adds lengths up to 1024; `concat_as` takes the shape of the result.
// Says: `concat`: the compiler cannot compute the sum of the lengths 1000 and 1000
use conformable::{Vector, concat};

fn main() {
    let x = Vector::<f32, 1000>::ones();
    concat::<0, _>((&x, &x));
}
