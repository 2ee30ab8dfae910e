// An index may not be there: the result is a `Result`.
use conformable::{Vector, array};

fn main() {
    let _taken: Vector<i32, 2> = array![1, 2, 3].take::<0, _, _>(&array![0, 1]);
}
