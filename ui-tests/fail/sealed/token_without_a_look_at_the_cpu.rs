// A token says that the CPU has the instructions: only the crate makes one without a look at it.
// Says: associated function `new_unchecked` is private
fn main() {
    let _ = unsafe { conformable::simd::scalar::Token::new_unchecked() };
}
