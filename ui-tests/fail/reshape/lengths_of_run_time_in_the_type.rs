// A type cannot say a length that run time knows; `reshape_to` takes it.
// Says: `reshape`: not all lengths are in the type `(Dyn, conformable::Const<3>)`
use conformable::{array, shape};

fn main() {
    array![1, 2, 3].reshape::<shape![dyn, 3]>();
}
