// Lengths that are parameters have no product; `kron_as` takes the shape of the result.
// Says: `kron`: the compiler cannot compute the product of the lengths N and 2
use conformable::Vector;

fn twice<const N: usize>(x: &Vector<f32, N>) {
    x.kron(&Vector::<f32, 2>::ones());
}

fn main() {
    twice(&Vector::new([1.]));
}
