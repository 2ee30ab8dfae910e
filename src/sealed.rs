//! What keeps the traits of rules to this crate.

/// A constant of this type is part of every trait that is a rule: nobody else can name it, and so implement the trait.
///
/// The orphan rule alone does not: `impl Rule<Mine> for Theirs` is legal where `Mine` is local, and what unsafe code reads
/// from a rule would be whatever that impl says.
#[derive(Clone, Copy, Debug)]
pub struct Seal;
