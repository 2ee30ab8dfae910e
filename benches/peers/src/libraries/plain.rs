//! A plain loop, as anyone would write it: what the compiler makes of integers without a library.

use crate::entry::Entry;
use crate::row::{Form, Inputs};
use std::rc::Rc;

const LIBRARY: &str = "plain loop";

pub fn i32(x: &Inputs<i32>) -> Vec<Entry> {
    let (a, b) = (Rc::clone(&x.a), Rc::clone(&x.b));
    let dot = |a: &Rc<Vec<i32>>, b: &Rc<Vec<i32>>| {
        a.iter().zip(b.iter()).fold(0_i32, |sum, (a, b)| sum.wrapping_add(a.wrapping_mul(*b)))
    };
    match x.row.form {
        Form::Dot => vec![Entry::value(LIBRARY, "", (a, b), dot, |c, _, _| f64::from(*c))],
        _ => Vec::new(),
    }
}

pub fn i8(x: &Inputs<i8>) -> Vec<Entry> {
    fn dot(a: &[i8], b: &[i8]) -> i32 {
        a.iter().zip(b).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum()
    }
    let (a, b, k) = (Rc::clone(&x.a), Rc::clone(&x.b), x.row.k);
    match x.row.form {
        Form::Dot => vec![Entry::value(LIBRARY, "", (a, b), |a, b| dot(a, b), |c, _, _| f64::from(*c))],
        Form::Query => vec![Entry::into(
            LIBRARY,
            "",
            (a, b, vec![0; x.row.n]),
            move |a, b, c| {
                for (row, c) in b.chunks_exact(k).zip(c) {
                    *c = dot(a, row);
                }
            },
            |c, _, j| f64::from(c[j]),
        )],
        _ => Vec::new(),
    }
}
