//! Shapes of any lengths, up to the largest: what is not refused has the elements that its lengths say.

#![no_main]

use arbitrary::Arbitrary;
use conformable::prelude::*;
use conformable::shape::Infer;
use conformable::{ArrayView, UpTo};
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input {
    elements: Vec<u8>,
    lens: [Length; 4],
    order: [u8; 4],
    times: Length,
}

/// A length that is small or large.
#[derive(Arbitrary, Clone, Copy, Debug)]
enum Length {
    Small(u8),
    Power(u8, i8),
    Any(usize),
}

impl Length {
    fn get(self) -> usize {
        match self {
            Length::Small(len) => usize::from(len),
            Length::Power(n, more) => 1_usize.wrapping_shl(n.into()).wrapping_add_signed(more.into()),
            Length::Any(len) => len,
        }
    }
}

/// The product of lengths, in numbers that do not overflow for four of them.
fn size(lens: &[usize]) -> Option<usize> {
    let product = lens.iter().try_fold(1_u128, |n, len| n.checked_mul(*len as u128));
    product.and_then(|n| usize::try_from(n).ok())
}

fuzz_target!(|input: Input| {
    let [a, b, c, d] = input.lens.map(Length::get);
    let times = input.times.get();
    let len = input.elements.len();

    let view = ArrayView::from_slice((Dyn(a), Dyn(b)), &input.elements);
    assert!(view.is_err() || size(&[a, b]) == Some(len));
    let owned = Array::from_vec((Dyn(a), Const::<3>, Dyn(b)), input.elements.clone());
    assert!(owned.is_err() || size(&[a, 3, b]) == Some(len));
    let dynamic =
        DynRank::new(&[a, b, c, d]).and_then(|shape| ArrayD::from_vec(shape, input.elements.clone()));
    assert!(dynamic.is_err() || size(&[a, b, c, d]) == Some(len));
    if let Ok(dynamic) = &dynamic {
        assert!(
            dynamic.transpose(&input.order.map(usize::from)).is_ok_and(|turned| turned.len() == len) || {
                let mut order = input.order;
                order.sort_unstable();
                order != [0, 1, 2, 3]
            }
        );
        assert_eq!(dynamic.clone().typed::<shape![dyn, dyn, dyn, 2]>().is_ok(), d == 2);
    }
    let _ = Array::<u8, (UpTo<7>, Dyn)>::from_vec(
        (UpTo::new(a.min(7)).expect("at most 7"), Dyn(b)),
        input.elements.clone(),
    );

    let row = Array::from(input.elements.clone());
    if let Ok(cut) = row.clone().reshape_to((Dyn(a), Infer, Const::<2>)) {
        assert_eq!(cut.len(), len);
    }
    if let Ok(cut) = row.reshape_view_to((Dyn(a), Dyn(b))) {
        assert_eq!((cut.len(), size(&[a, b])), (len, Some(len)));
    }
    // A stretched view can be as large as memory could be, and costs nothing.
    if let Ok(wide) = row.broadcast_to((Dyn(a), Dyn(b))) {
        assert!(b == len || len == 1);
        assert!(wide.len() <= isize::MAX as usize);
        assert!(wide.row(0).is_some() == (a > 0));
    }
    if times < 1 << 10 {
        let repeated = row.repeat_by::<0>(times);
        assert!(repeated.is_ok_and(|repeated| repeated.len() == len * times));
    } else if len > 0 && times > isize::MAX as usize {
        assert!(row.repeat_by::<0>(times).is_err());
    }
    assert_eq!(row.row_window(a, b), a.checked_add(b).is_some_and(|end| end <= len));
});

trait Window {
    fn row_window(&self, first: usize, len: usize) -> bool;
}
impl Window for Array<u8, (Dyn,)> {
    /// Whether a part of so many positions from a first one is there.
    fn row_window(&self, first: usize, len: usize) -> bool {
        self.slice(conformable::s![first..first.wrapping_add(len)]).is_ok_and(|part| part.len() == len)
    }
}
