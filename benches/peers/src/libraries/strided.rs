//! What libraries of matrix products over pointers and strides share: the operands of a row as they take them.

use crate::entry::Entry;
use crate::row::{Form, Inputs, Number, Row};
use std::rc::Rc;

/// C = A · B with A (M, K), B (K, N): the strides of rows and of columns, in elements.
#[derive(Clone, Copy, Debug)]
pub struct Strides {
    pub a: [isize; 2],
    pub b: [isize; 2],
    pub c: [isize; 2],
}

/// Entries of a product over pointers, `call([m, n, k], strides, a, b, c)`: `row` with the memory that ours
/// has (a query is A = q), and `col` with all matrices column by column, which these libraries prefer.
///
/// # Safety
/// `call` reads A and B and writes C, of the lengths and strides given, and nothing else.
pub unsafe fn entries<T: Number>(
    library: &'static str,
    x: &Inputs<T>,
    call: impl Fn([usize; 3], Strides, *const T, *const T, *mut T) + Copy + 'static,
) -> Vec<Entry> {
    let Row { form, count, m, n, k, .. } = x.row;
    let [row, column] = [|width: usize| [width as isize, 1], |height: usize| [1, height as isize]];
    let by_rows = Strides {
        a: row(k),
        b: if matches!(form, Form::Nn | Form::Batch) { row(n) } else { column(k) },
        c: row(n),
    };
    let by_columns =
        Strides { a: column(m), b: if form == Form::Nn { column(k) } else { row(n) }, c: column(m) };
    let product = move |strides| {
        move |a: &Rc<Vec<T>>, b: &Rc<Vec<T>>, c: &mut Vec<T>| {
            let all = a.chunks_exact(m * k).zip(b.chunks_exact(k * n)).zip(c.chunks_exact_mut(m * n));
            for ((a, b), c) in all {
                call([m, n, k], strides, a.as_ptr(), b.as_ptr(), c.as_mut_ptr());
            }
        }
    };
    let variant = if form == Form::Batch { "loop" } else { "row" };
    let c = vec![T::POISON; count * m * n];
    let mut entries = vec![Entry::into(
        library,
        variant,
        (Rc::clone(&x.a), Rc::clone(&x.b), c.clone()),
        product(by_rows),
        move |c, i, j| c[i * n + j].to_f64(),
    )];
    if matches!(form, Form::Nt | Form::Nn) {
        let entry = Entry::into(
            library,
            "col",
            (Rc::new(x.a_by_columns()), Rc::new(x.b_by_columns()), c),
            product(by_columns),
            move |c, i, j| c[j * m + i].to_f64(),
        );
        // A · B by columns is Bᵀ · Aᵀ by rows: the same work.
        entries.push(if form == Form::Nt { entry.by_columns() } else { entry });
    }
    entries
}
