//! What operations return: aliases for a value, or a `Result` of it if a check is left for run time.
//!
//! Each reads `<check as Check>::Wrap<value>`. If the types prove that all lengths fit, that is the value; else it is
//! `Result<value, ShapeError>`. [`Check`](crate::Check) says more, and [`Outcome`](crate::Outcome) is the usual one.

pub use crate::array::{
    ChunksCheck, ConcatAsCheck, ConcatIntoOutcome, Meshgrid, MeshgridIj, PartsCheck, PushRowOutcome,
    RemoveAxisCheck, RepeatAsCheck, ReshapeViewCheck, SliceAsCheck, SliceMutOutcome, SliceOutcome,
    SlidingAsCheck, StackIntoOutcome,
};
#[cfg(any(feature = "std", feature = "libm"))]
pub use crate::linalg::{
    EighIntoOutcome, FromSingularValues, LstsqIntoOutcome, LstsqOutcome, QAs, QrLstsqOutcome, RAs, Slogdet,
    SlogdetIntoOutcome, SolveIntoOutcome, SolveOutcome, Solved, SvdAsOutcome, SvdIntoOutcome,
    SvdLstsqOutcome, SvdvalsAsOutcome, TryIntoOutcome, TrySolved, TurnedOutcome,
};
#[cfg(any(feature = "std", feature = "libm"))]
pub use crate::ops::{AlongOutcome, MulAddOutcome, NormalizeIntoOutcome, PairIntoOutcome};
pub use crate::ops::{
    AssignOutcome, CovOutcome, ElementwiseIntoOutcome, IntoOutcome, KronAsCheck, MapIntoOutcome,
    RowsIntoOutcome, SelectOutcome, TopK,
};
