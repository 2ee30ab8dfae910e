// What is not zero is told of numbers and `bool`.
use conformable::array;

fn main() {
    array!['a', 'b'].argwhere();
}
