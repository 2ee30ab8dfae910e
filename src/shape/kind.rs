//! Kinds of axes, by which the tables of rules about axes are ordered, and who carries the rules.

/// The kind of the axis `Const<N>`, for the table of rules.
#[derive(Debug)]
pub enum Length<const N: usize> {}
/// The kind of a named axis, for the table of rules.
#[derive(Debug)]
pub struct Name<A>(core::marker::PhantomData<A>);
/// The kind of the axis `Dyn`, for the table of rules.
#[derive(Debug)]
pub enum AnyLength {}

/// The kind of the axis `Stretch`, for the table of rules.
#[derive(Debug)]
pub enum Stretches {}

/// Carries the rules about axes, whose lengths and names are parameters of the traits, so that they print
/// as a user knows them.
#[derive(Clone, Copy, Debug)]
pub enum AxisRules {}
