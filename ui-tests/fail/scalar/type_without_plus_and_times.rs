// `scalar!` takes `plus` and `times` from the operators of the type.
#[derive(Clone, Copy)]
struct Colour(u8);

conformable::scalar!(Colour, zero: Colour(0), one: Colour(1));

fn main() {}
