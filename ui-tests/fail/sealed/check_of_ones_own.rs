// A check is `Proven` or `AtRunTime`; there is no third.
struct Perhaps;
impl conformable::Check for Perhaps {
    type And<C: conformable::Check> = C;
    type Wrap<X> = X;
    fn wrap<X>(result: Result<X, conformable::ShapeError>) -> X {
        result.unwrap()
    }
}

fn main() {}
