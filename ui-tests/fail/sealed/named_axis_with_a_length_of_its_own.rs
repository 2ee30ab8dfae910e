// Nobody else can say how long an axis of `axis!` is.
#![forbid(unsafe_code)]
conformable::axis!(Batch);
impl conformable::Dim for Batch {}

fn main() {}
