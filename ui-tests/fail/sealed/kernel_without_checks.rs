// Kernels that trust places and lengths are the crate's own.
// Says: function `rows` is private
#![forbid(unsafe_code)]

fn main() {
    let _ = conformable::kernel::product::gemv::rows::<f32>;
}
