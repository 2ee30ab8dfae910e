// `from_fn` takes its lengths from the type, where `DynRank` has none.
// Says: the type must know every length here
use conformable::ArrayD;

fn main() {
    let a = ArrayD::<usize>::from_fn(|_| 1);
    println!("{}", a.len());
}
