//! The shape rule of `flatten`: all axes as one.

use super::outer::Flat;
use super::rank::{ClassOf, ShapeRules};
use super::{Dim, Shape, op};

/// Shapes read row by row as one axis, as long as all together. Sealed, as [`Shape`] is.
pub trait FlattenShape: Shape {
    /// The axis.
    type Axis: Dim;
}
impl<S: Shape> FlattenShape for S
where
    ShapeRules: Flat<S, ClassOf<S>, op::flatten>,
{
    type Axis = <ShapeRules as Flat<S, ClassOf<S>, op::flatten>>::Axis;
}
