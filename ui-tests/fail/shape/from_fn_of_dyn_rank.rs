// `from_fn` takes its lengths from the type, where `DynRank` has none.
// Says: every length must be in the type here, but the shape `DynRank` leaves some open
use conformable::ArrayD;

fn main() {
    let a = ArrayD::<usize>::from_fn(|_| 1);
    println!("{}", a.len());
}
