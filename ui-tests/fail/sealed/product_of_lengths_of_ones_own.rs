// The length of an axis that is repeated is a product.
// Says: conflicting implementations of trait
#![forbid(unsafe_code)]
use conformable::{Const, axis, shape};

axis!(Short: 2);
impl shape::Times<Short, Const<3>, shape::Name<Short>, shape::Length<3>, shape::op::repeat> for shape::AxisRules {
    type Output = Const<1>;
}

fn main() {}
