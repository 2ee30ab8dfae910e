// Kernels that trust places and lengths are the crate's own.
// Says: function `sum_along` is private
#![forbid(unsafe_code)]

fn main() {
    let _ = conformable::kernel::reduce::matrix::sum_along::<f32>;
}
