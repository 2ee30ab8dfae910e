// What an array only borrows cannot be changed by `+=`.
// Says: the elements of an immutable view cannot be changed
use conformable::Vector;

fn main() {
    let a = Vector::<f32, 3>::ones();
    let mut view = a.view();
    view += &a;
}
