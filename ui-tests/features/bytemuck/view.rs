// A view is no plain data, but its slice is.
use conformable::array;

fn main() {
    bytemuck::bytes_of(&array![1_u8, 2].view());
}
