//! `Debug` and `Display`.

use super::{Array, Ownership};
use crate::shape::Shape;
use core::fmt;

impl<T: fmt::Debug, S: Shape, O: Ownership> fmt::Debug for Array<T, S, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
