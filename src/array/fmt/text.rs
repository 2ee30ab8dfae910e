//! Elements printed as their own texts.

use super::brackets::{Brackets, Cells};
use super::flags::Texts;
use super::flags::{Column, Count, Flags};
use core::fmt::{self, Write};

struct TextCells<'a> {
    texts: Texts<'a>,
    flags: Flags,
    column: Column,
}

impl TextCells<'_> {
    fn len(&self, at: &[usize]) -> Result<usize, fmt::Error> {
        let mut count = Count::default();
        (self.texts)(at, self.flags, &mut count)?;
        Ok(count.0)
    }
}

impl Cells for TextCells<'_> {
    fn width(&self) -> usize {
        self.column.width
    }
    fn write(&self, at: &[usize], out: &mut dyn Write) -> Result<usize, fmt::Error> {
        let text = |out: &mut dyn Write| (self.texts)(at, self.flags, out).map(|()| 0);
        match self.column.width {
            0 => text(out),
            _ => self.column.write(self.len(at)?, out, text),
        }
    }
}

/// Writes the texts of the elements, each as wide as the widest where columns are aligned.
pub(super) fn write(
    brackets: &Brackets<'_>,
    column: Column,
    flags: Flags,
    texts: Texts<'_>,
    out: &mut dyn Write,
) -> fmt::Result {
    let mut cells = TextCells { texts, flags, column };
    if brackets.aligned() {
        let mut widest = column.width;
        brackets.each(&mut |at| {
            widest = widest.max(cells.len(at)?);
            Ok(())
        })?;
        cells.column.width = widest;
    }
    brackets.write(&cells, out)
}
