// An axis whose length is asked for is there.
// Says: `len_of`: axis 2 is out of bounds for array of dimension 2
use conformable::array;

fn main() {
    array![[1, 2], [3, 4]].len_of::<2>();
}
