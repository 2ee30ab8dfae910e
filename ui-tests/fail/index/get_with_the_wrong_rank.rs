// `get` takes one number for each axis, too.
// Says: an index needs one number for each axis: 3, not 2
use conformable::Array3;

fn main() {
    let cube = Array3::<u8, 2, 2, 2>::zeros();
    println!("{:?}", cube.get([0, 1]));
}
