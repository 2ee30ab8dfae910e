// Sums of integers have no rounding errors.
// Says: cannot be compensated
use conformable::array;

fn main() {
    array![1, 2].inner_compensated(&array![1, 2]);
}
