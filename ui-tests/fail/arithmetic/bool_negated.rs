// `bool` has no sign: `!` negates it.
// Says: cannot apply unary operator `-`
use conformable::array;

fn main() {
    let _ = -array![true, false];
}
