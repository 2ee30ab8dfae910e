// There are no four largest of three. Only `cargo build` says so.
fn main() {
    conformable::array![1, 2, 3].topk::<4, 0>();
}
