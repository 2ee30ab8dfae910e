//! nano-gemm: a plan for each size, made once. It is made for small products whose left operand and result
//! stand column by column; others it takes, too.

use super::strided;
use crate::entry::Entry;
use crate::row::{Form, Inputs, Number, Row};
use nano_gemm::Plan;

/// Beyond this size it is not what its users would take.
const LARGEST: usize = 64;

/// An element that it has.
pub trait Real: Number + num_traits::Float {
    /// A plan for a left operand and a result by columns, or of any strides.
    fn plan(by_columns: bool, m: usize, n: usize, k: usize) -> Plan<Self>;
}
impl Real for f32 {
    fn plan(by_columns: bool, m: usize, n: usize, k: usize) -> Plan<f32> {
        if by_columns { Plan::new_colmajor_lhs_and_dst_f32(m, n, k) } else { Plan::new_f32(m, n, k) }
    }
}
impl Real for f64 {
    fn plan(by_columns: bool, m: usize, n: usize, k: usize) -> Plan<f64> {
        if by_columns { Plan::new_colmajor_lhs_and_dst_f64(m, n, k) } else { Plan::new_f64(m, n, k) }
    }
}

pub fn real<T: Real>(x: &Inputs<T>) -> Vec<Entry> {
    let Row { form, m, n, k, .. } = x.row;
    if matches!(form, Form::Dot | Form::Query | Form::MatVec) || m.max(n).max(k) > LARGEST {
        return Vec::new();
    }
    let (zero, one) = (T::zero(), T::one());
    let plans = [true, false].map(|by_columns| [(m, n), (n, m)].map(|(m, n)| T::plan(by_columns, m, n, k)));
    // Two plans, each of which lives as long as the program.
    let plans: &'static [[Plan<T>; 2]; 2] = Box::leak(Box::new(plans));
    // SAFETY: the operands are what `strided` says, and the plan is for their lengths and, if it is one for
    // columns, for their strides.
    unsafe {
        strided::entries("nano-gemm", x, move |[m, n, k], s, a, b, c| {
            if s.c[0] == 1 {
                let plan = &plans[usize::from(s.a[0] != 1)][0];
                plan.execute_unchecked(
                    m, n, k, c, s.c[0], s.c[1], a, s.a[0], s.a[1], b, s.b[0], s.b[1], zero, one, false, false,
                );
            } else {
                // Cᵀ = Bᵀ · Aᵀ, whose result stands column by column.
                let plan = &plans[usize::from(s.b[1] != 1)][1];
                plan.execute_unchecked(
                    n, m, k, c, s.c[1], s.c[0], b, s.b[1], s.b[0], a, s.a[1], s.a[0], zero, one, false, false,
                );
            }
        })
    }
}
