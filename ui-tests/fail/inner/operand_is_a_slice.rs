// The operand of `inner` is an array of this crate: a slice enters through `ArrayView::from_slice`.
// Says: expected an array of `{float}` or a `{float}`
use conformable::array;

fn main() {
    array![1.0, 2.0].inner(&[3.0, 4.0]);
}
