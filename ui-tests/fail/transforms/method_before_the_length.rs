// A method of a vector needs its length, for two, three and four elements have fields.
// Says: type annotations needed
use conformable::array;

fn main() {
    let a = conformable::Vector::<f64, _>::ones();
    a.inner(&array![1., 2., 3.]);
}
