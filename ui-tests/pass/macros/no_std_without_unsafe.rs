// The macros need neither `std` nor unsafe code where they are used.
#![no_std]
#![forbid(unsafe_code)]
extern crate std;

use conformable::{Array, axis, shape};
use core::ops::{Add, Mul};

axis!(pub Joint: 2 * 2);

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mod7(u8);
impl Add for Mod7 {
    type Output = Self;
    fn add(self, rhs: Self) -> Self {
        Mod7((self.0 + rhs.0) % 7)
    }
}
impl Mul for Mod7 {
    type Output = Self;
    fn mul(self, rhs: Self) -> Self {
        Mod7(self.0 * rhs.0 % 7)
    }
}
conformable::scalar!(Mod7, zero: Mod7(0), one: Mod7(1));

fn main() {
    let a = Array::<Mod7, shape![Joint]>::ones();
    assert_eq!(a.inner(&a), Mod7(4));
    assert_eq!(conformable::array![[Mod7(3), Mod7(4)]].inner(&Mod7(2)).dims(), [1, 2]);
}
