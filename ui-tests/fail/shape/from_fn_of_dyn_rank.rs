// `from_fn` takes its lengths from the type, where `DynRank` has none.
// Says: TODO
use conformable::ArrayD;

fn main() {
    let a = ArrayD::<usize>::from_fn(|_| 1);
    println!("{}", a.len());
}
