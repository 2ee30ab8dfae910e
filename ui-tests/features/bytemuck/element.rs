// Elements must be plain data themselves: not every byte is a `bool`.
use conformable::array;

fn main() {
    bytemuck::bytes_of(&array![true, false]);
}
