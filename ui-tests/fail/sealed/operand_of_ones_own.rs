// What multiplies an array is an array or a number.
// Says: expected an array of `f32` or a `f32`, found `Pair`
struct Pair(f32, f32);

fn main() {
    let pair = Pair(1.0, 2.0);
    conformable::array![1.0_f32, 2.0].inner(&pair);
}
