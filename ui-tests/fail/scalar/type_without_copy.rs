// A `Scalar` is `Copy`.
use conformable::Scalar;

struct Big(Vec<u64>);

conformable::scalar!(Big, zero: Big(Vec::new()), one: Big(Vec::new()));

fn main() {}
