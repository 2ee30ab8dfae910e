// The indices are a vector, whose axis the result has.
use conformable::array;

fn main() {
    let _taken = array![1, 2, 3].take::<0, _, _>(&array![[0, 1], [1, 2]]);
}
