//! One library's way to compute a row, as a loop that can be timed.
//!
//! The loop is compiled around the library's function, which can be inlined there; only the loop is called
//! through a pointer. Operands pass through `black_box` before each call and the result after it, so that
//! nothing is computed at compile time, once for all, or not at all.

use crate::memory::Line;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// One library's way to compute a row.
pub struct Entry {
    pub library: &'static str,
    /// Which of several ways; may be empty.
    pub variant: &'static str,
    /// Whether the operands stand in memory as ours do, so that the work is the same; else they stand by
    /// columns, which spares a product with rows of B its transposition.
    pub same_memory: bool,
    work: Box<dyn Work>,
}

impl Entry {
    /// A function that returns its result: `call(a, b)`, of which `read(result, i, j)` is an element.
    pub fn value<A: 'static, B: 'static, R: 'static>(
        library: &'static str,
        variant: &'static str,
        (a, b): (A, B),
        call: impl Fn(&A, &B) -> R + 'static,
        read: impl Fn(&R, usize, usize) -> f64 + 'static,
    ) -> Self {
        let work = Value { operands: (Line(a), Line(b)), result: None, call, read };
        Entry { library, variant, same_memory: true, work: Box::new(work) }
    }

    /// A function that writes its result: `call(a, b, c)`, with `c` used again and again.
    pub fn into<A: 'static, B: 'static, C: 'static>(
        library: &'static str,
        variant: &'static str,
        (a, b, c): (A, B, C),
        call: impl Fn(&A, &B, &mut C) + 'static,
        read: impl Fn(&C, usize, usize) -> f64 + 'static,
    ) -> Self {
        let work = Into { operands: (Line(a), Line(b)), result: Line(c), call, read };
        Entry { library, variant, same_memory: true, work: Box::new(work) }
    }

    /// The same, of operands that stand by columns.
    #[must_use]
    pub fn by_columns(self) -> Self {
        Entry { same_memory: false, ..self }
    }

    /// Library and variant.
    #[must_use]
    pub fn name(&self) -> String {
        if self.variant.is_empty() {
            self.library.into()
        } else {
            format!("{} {}", self.library, self.variant)
        }
    }

    /// How long `times` calls take.
    pub fn time(&mut self, times: u64) -> Duration {
        let start = Instant::now();
        self.work.run(times);
        start.elapsed()
    }

    /// Element (i, j) of the result of one call.
    pub fn compute(&mut self) -> impl Fn(usize, usize) -> f64 {
        self.work.compute();
        |i, j| self.work.element(i, j)
    }
}

trait Work {
    fn run(&mut self, times: u64);
    fn compute(&mut self);
    fn element(&self, i: usize, j: usize) -> f64;
}

struct Value<A, B, R, F, G> {
    operands: (Line<A>, Line<B>),
    result: Option<R>,
    call: F,
    read: G,
}

impl<A, B, R, F: Fn(&A, &B) -> R, G: Fn(&R, usize, usize) -> f64> Work for Value<A, B, R, F, G> {
    fn run(&mut self, times: u64) {
        for _ in 0..times {
            let (a, b) = black_box(&self.operands);
            let result = (self.call)(&a.0, &b.0);
            black_box(&result);
        }
    }
    fn compute(&mut self) {
        self.result = Some((self.call)(&self.operands.0.0, &self.operands.1.0));
    }
    fn element(&self, i: usize, j: usize) -> f64 {
        self.result.as_ref().map_or(f64::NAN, |result| (self.read)(result, i, j))
    }
}

struct Into<A, B, C, F, G> {
    operands: (Line<A>, Line<B>),
    result: Line<C>,
    call: F,
    read: G,
}

impl<A, B, C, F: Fn(&A, &B, &mut C), G: Fn(&C, usize, usize) -> f64> Work for Into<A, B, C, F, G> {
    fn run(&mut self, times: u64) {
        for _ in 0..times {
            let (a, b) = black_box(&self.operands);
            let c = black_box(&mut self.result.0);
            (self.call)(&a.0, &b.0, c);
            black_box(&self.result);
        }
    }
    fn compute(&mut self) {
        (self.call)(&self.operands.0.0, &self.operands.1.0, &mut self.result.0);
    }
    fn element(&self, i: usize, j: usize) -> f64 {
        (self.read)(&self.result.0, i, j)
    }
}
