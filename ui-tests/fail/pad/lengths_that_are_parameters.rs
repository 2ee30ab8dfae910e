// Lengths that are parameters are not added.
// Says: `pad`: the compiler cannot compute the sum of the lengths N and 1
use conformable::Vector;

fn padded<const N: usize>(x: &Vector<f32, N>) -> f32 {
    x.pad::<0, 1, 1>(0.).sum()
}

fn main() {}
