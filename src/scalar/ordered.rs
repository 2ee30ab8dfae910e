//! `Ordered`: elements of which one can be the largest.

use core::marker::PhantomData;

/// An element that can be compared: what `min`, `argmax`, `sort` and their kin need.
///
/// Implemented here for the floats, the integers, `bool` and `char`; a type of your own has to say what comes before what.
///
/// ```
/// use conformable::{Vector, scalar::Ordered};
/// #[derive(Clone, Copy, Debug, PartialEq)]
/// struct Grade(char); // 'A' is the best
/// impl Ordered for Grade {
///     fn before(self, rhs: Self) -> bool {
///         self.0 > rhs.0
///     }
/// }
/// assert_eq!(Vector::new([Grade('C'), Grade('A'), Grade('B')]).argmax(), 1);
/// ```
#[diagnostic::on_unimplemented(
    message = "elements of type `{Self}` have no order",
    label = "none of these is the smallest or the largest",
    note = "floats, integers, `bool` and `char` have an order; `scalar::Ordered` gives one to a type of your own"
)]
pub trait Ordered: Copy {
    /// Whether this is less than `rhs`: a strict order, but for what is [`unordered`](Ordered::unordered).
    fn before(self, rhs: Self) -> bool;
    /// Whether this is neither before nor behind anything: a NaN. It wins over every other element, in `min` and in
    /// `max`, and is sorted to the end.
    #[inline(always)]
    fn unordered(self) -> bool {
        false
    }
    /// Which primitive type this is, if it is one; only this crate can make an `OrderKind` that says so.
    #[doc(hidden)]
    const ORDER: OrderKind<Self> = OrderKind::OTHER;
}

/// The primitive types whose order kernels know, by what they are in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of the types")]
pub enum OrderRepr {
    F32,
    F64,
    I8,
    U8,
    I16,
    U16,
    I32,
    U32,
    I64,
    U64,
    Other,
}

/// Which primitive a `T` is.
///
/// Invariant: one other than `OTHER` is made here alone, and only for a `T` with the memory and the order of its
/// `OrderRepr`.
pub struct OrderKind<T>(OrderRepr, PhantomData<fn() -> T>);

impl<T> OrderKind<T> {
    /// The kind of every type that kernels do not know.
    pub const OTHER: Self = OrderKind(OrderRepr::Other, PhantomData);

    /// The primitive, to match on.
    #[inline(always)]
    pub const fn repr(self) -> OrderRepr {
        self.0
    }
}

impl<T> Clone for OrderKind<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for OrderKind<T> {}

macro_rules! ordered { ($($T:ty, $repr:expr, |$x:ident| $unordered:expr;)+) => {$(
    #[diagnostic::do_not_recommend]
    impl Ordered for $T {
        const ORDER: OrderKind<$T> = OrderKind($repr, PhantomData);
        #[inline(always)]
        fn before(self, rhs: $T) -> bool {
            self < rhs
        }
        #[inline(always)]
        fn unordered(self) -> bool {
            let $x = self;
            $unordered
        }
    }
)+};}

const SIGNED: OrderRepr = match usize::BITS {
    32 => OrderRepr::I32,
    64 => OrderRepr::I64,
    _ => OrderRepr::Other,
};
const UNSIGNED: OrderRepr = match usize::BITS {
    32 => OrderRepr::U32,
    64 => OrderRepr::U64,
    _ => OrderRepr::Other,
};

ordered! {
    f32, OrderRepr::F32, |x| x.is_nan();
    f64, OrderRepr::F64, |x| x.is_nan();
    i8, OrderRepr::I8, |_x| false;
    u8, OrderRepr::U8, |_x| false;
    i16, OrderRepr::I16, |_x| false;
    u16, OrderRepr::U16, |_x| false;
    i32, OrderRepr::I32, |_x| false;
    u32, OrderRepr::U32, |_x| false;
    i64, OrderRepr::I64, |_x| false;
    u64, OrderRepr::U64, |_x| false;
    isize, SIGNED, |_x| false;
    usize, UNSIGNED, |_x| false;
    i128, OrderRepr::Other, |_x| false;
    u128, OrderRepr::Other, |_x| false;
    bool, OrderRepr::Other, |_x| false;
    char, OrderRepr::Other, |_x| false;
}
