//! The number of axes as a type, for the tables of rules: `Rank<N>` and `AnyRank`.

/// The number of axes of a tuple.
#[derive(Clone, Copy, Debug)]
pub enum Rank<const N: usize> {}

/// The number of axes of a `DynRank`, which only run time knows.
#[derive(Clone, Copy, Debug)]
pub enum AnyRank {}
