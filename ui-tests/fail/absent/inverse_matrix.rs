// An inverse has another name here.
// Says: `inverse` is called `inv` here
use conformable::array;

fn main() {
    let m = array![[1., 2.], [3., 5.]];
    let _ = m.inverse();
}
