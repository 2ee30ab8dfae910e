// What the types prove costs no `Result`.
use conformable::{array, s};

fn main() {
    array![1, 2, 3].slice(s![..2]).unwrap();
}
