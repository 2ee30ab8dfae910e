//! Nested brackets: what stands between the elements, which elements are shown, and where lines end.

use super::flags::repeat;
use crate::shape::DimsD;
use core::fmt::{self, Write};

/// So many positions are shown at each end of an axis of a shortened array.
const EDGE: usize = 3;
/// An array with more elements is shortened.
const MANY: usize = 1000;
/// Stands for the positions that are not shown.
const DOTS: &str = "...";

/// How brackets look.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// Whether commas part elements and rows.
    commas: bool,
    /// Whether elements of an array of one axis are as wide as the widest.
    align_one_axis: bool,
    /// The characters of a line.
    line: Option<usize>,
}

impl Style {
    /// As NumPy's `str`.
    pub(super) const NUMPY: Self = Style { commas: false, align_one_axis: true, line: Some(75) };
    /// As nested arrays in Rust.
    pub(super) const LITERAL: Self = Style { commas: true, align_one_axis: false, line: None };
}

/// The elements between the brackets.
pub(super) trait Cells {
    /// The characters of each element.
    fn width(&self) -> usize;
    /// Writes an element; returns how many spaces fill its column after it, not written yet.
    fn write(&self, at: &[usize], out: &mut dyn Write) -> Result<usize, fmt::Error>;
}

/// The brackets of an array with these lengths.
pub(super) struct Brackets<'a> {
    dims: &'a [usize],
    style: Style,
    shortened: bool,
}

impl<'a> Brackets<'a> {
    pub(super) fn new(dims: &'a [usize], style: Style, unabridged: bool) -> Self {
        // Rows count even if they are empty: they are written, too.
        let many = dims.iter().fold(1_usize, |n, d| n.saturating_mul(*d.max(&1))) > MANY;
        Brackets { dims, style, shortened: many && !unabridged }
    }

    pub(super) fn ndim(&self) -> usize {
        self.dims.len()
    }

    /// Whether the columns are aligned.
    pub(super) fn aligned(&self) -> bool {
        self.ndim() > 1 || self.style.align_one_axis
    }

    /// Whether the shape can be read from the brackets.
    pub(super) fn tell_shape(&self) -> bool {
        !self.shortened && (self.ndim() < 2 || !self.dims.contains(&0))
    }

    /// The positions along an axis of this length; `None` where some are left out.
    fn shown(&self, len: usize) -> impl Iterator<Item = Option<usize>> + use<> {
        let cut = self.shortened && len > 2 * EDGE;
        let (head, tail) = if cut { (EDGE, len - EDGE) } else { (len, len) };
        (0..head).map(Some).chain(cut.then_some(None)).chain((tail..len).map(Some))
    }

    /// Calls `f` with each position that is shown.
    pub(super) fn each(&self, f: &mut dyn FnMut(&[usize]) -> fmt::Result) -> fmt::Result {
        if self.dims.contains(&0) {
            // Not one by one, of which there may be more than there is time for.
            return Ok(());
        }
        let mut at = DimsD::truncated(self.dims);
        self.each_from(0, &mut at, f)
    }

    fn each_from(
        &self,
        axis: usize,
        at: &mut DimsD,
        f: &mut dyn FnMut(&[usize]) -> fmt::Result,
    ) -> fmt::Result {
        let Some(len) = self.dims.get(axis) else { return f(at.as_ref()) };
        for i in self.shown(*len).flatten() {
            set(at, axis, i);
            self.each_from(axis + 1, at, f)?;
        }
        Ok(())
    }

    /// Writes the array.
    pub(super) fn write(&self, cells: &dyn Cells, out: &mut dyn Write) -> fmt::Result {
        // NumPy's `str` does not tell the shapes of empty arrays.
        if !self.style.commas && self.dims.contains(&0) {
            return out.write_str("[]");
        }
        let mut at = DimsD::truncated(self.dims);
        self.write_from(0, &mut at, cells, out)
    }

    fn write_from(&self, axis: usize, at: &mut DimsD, cells: &dyn Cells, out: &mut dyn Write) -> fmt::Result {
        let Some(len) = self.dims.get(axis) else {
            let owed = cells.write(at.as_ref(), out)?;
            return repeat(' ', owed, out);
        };
        let inner = self.ndim() - axis - 1;
        if inner == 0 {
            return self.write_row(axis, *len, at, cells, out);
        }
        out.write_char('[')?;
        for (n, i) in self.shown(*len).enumerate() {
            if n > 0 {
                out.write_str(self.comma())?;
                repeat('\n', inner, out)?;
                repeat(' ', axis + 1, out)?;
            }
            match i {
                Some(i) => {
                    set(at, axis, i);
                    self.write_from(axis + 1, at, cells, out)?;
                }
                None => out.write_str(DOTS)?,
            }
        }
        out.write_char(']')
    }

    fn write_row(
        &self,
        axis: usize,
        len: usize,
        at: &mut DimsD,
        cells: &dyn Cells,
        out: &mut dyn Write,
    ) -> fmt::Result {
        // Elements start behind the opening brackets of all axes, and leave room for as many closing ones.
        let indent = self.ndim();
        let end = self.style.line.map_or(usize::MAX, |line| line.saturating_sub(indent));
        // Spaces are owed until something follows them on their line.
        let (mut column, mut owed) = (indent, 0);
        out.write_char('[')?;
        for (n, i) in self.shown(len).enumerate() {
            if n > 0 {
                if self.style.commas {
                    // Behind the spaces of its column, as in a table.
                    repeat(' ', core::mem::take(&mut owed), out)?;
                    out.write_str(self.comma())?;
                }
                owed += 1;
                column += 1;
            }
            let width = if i.is_some() { cells.width() } else { DOTS.len() };
            if column + width > end && column > indent {
                out.write_char('\n')?;
                (column, owed) = (indent, indent);
            }
            repeat(' ', core::mem::take(&mut owed), out)?;
            match i {
                Some(i) => {
                    set(at, axis, i);
                    owed = cells.write(at.as_ref(), out)?;
                }
                None => out.write_str(DOTS)?,
            }
            column += width;
        }
        repeat(' ', owed, out)?;
        out.write_char(']')
    }

    fn comma(&self) -> &'static str {
        if self.style.commas { "," } else { "" }
    }
}

/// Moves a position along an axis.
fn set(at: &mut DimsD, axis: usize, i: usize) {
    if let Some(place) = at.as_mut().get_mut(axis) {
        *place = i;
    }
}
