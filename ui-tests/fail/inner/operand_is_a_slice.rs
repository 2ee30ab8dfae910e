// The operand of `inner` is an array of this crate: a slice enters through `ArrayView::from_slice`.
// Says: an array of `{float}` or a `{float}` is needed here
use conformable::array;

fn main() {
    array![1.0, 2.0].inner(&[3.0, 4.0]);
}
