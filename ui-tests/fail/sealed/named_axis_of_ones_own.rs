// An axis with a name is made by `axis!`: memory is read by what the trait says.
// Says: requires an `unsafe impl` declaration
#![forbid(unsafe_code)]
use conformable::{Dyn, shape::NamedAxis};

#[derive(Clone, Copy, PartialEq, Debug)]
struct Evil;
impl NamedAxis for Evil {
    type Unnamed = Dyn;
    fn unnamed(self) -> Dyn { Dyn(1000) }
    fn named(_: Dyn) -> Self { Evil }
}

fn main() {}
