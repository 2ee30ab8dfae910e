// Only numbers can be added up.
// Says: `char` is not a number that arrays can multiply and add
fn main() {
    conformable::array!['a', 'b'].sum();
}
