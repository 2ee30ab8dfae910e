//! The element type in a header: NumPy's spellings of it, and the bytes of `bool`.

use alloc::format;
use alloc::string::String;
use core::ffi::c_long;
use std::io::{self, Read};

/// The sizes of NumPy's `long`, and of its `intp`, which is its `int`, too.
const LONG: usize = size_of::<c_long>();
const INTP: usize = size_of::<isize>();

/// The types of one letter: the kind, and the bytes of an element.
const LETTERS: [(&str, char, usize); 20] = [
    ("?", 'b', 1),
    ("b", 'i', 1),
    ("B", 'u', 1),
    ("h", 'i', 2),
    ("H", 'u', 2),
    ("i", 'i', 4),
    ("I", 'u', 4),
    ("l", 'i', LONG),
    ("L", 'u', LONG),
    ("q", 'i', 8),
    ("Q", 'u', 8),
    ("p", 'i', INTP),
    ("n", 'i', INTP),
    ("P", 'u', INTP),
    ("N", 'u', INTP),
    ("e", 'f', 2),
    ("f", 'f', 4),
    ("d", 'f', 8),
    ("F", 'c', 8),
    ("D", 'c', 16),
];

/// The types with names, which have no byte order.
const NAMES: [(&str, char, usize); 37] = [
    ("bool", 'b', 1),
    ("bool_", 'b', 1),
    ("int8", 'i', 1),
    ("byte", 'i', 1),
    ("uint8", 'u', 1),
    ("ubyte", 'u', 1),
    ("int16", 'i', 2),
    ("short", 'i', 2),
    ("uint16", 'u', 2),
    ("ushort", 'u', 2),
    ("int32", 'i', 4),
    ("intc", 'i', 4),
    ("uint32", 'u', 4),
    ("uintc", 'u', 4),
    ("int64", 'i', 8),
    ("longlong", 'i', 8),
    ("uint64", 'u', 8),
    ("ulonglong", 'u', 8),
    ("long", 'i', LONG),
    ("ulong", 'u', LONG),
    ("int", 'i', INTP),
    ("int_", 'i', INTP),
    ("intp", 'i', INTP),
    ("uint", 'u', INTP),
    ("uintp", 'u', INTP),
    ("float16", 'f', 2),
    ("half", 'f', 2),
    ("float32", 'f', 4),
    ("single", 'f', 4),
    ("float64", 'f', 8),
    ("double", 'f', 8),
    ("float", 'f', 8),
    ("complex64", 'c', 8),
    ("csingle", 'c', 8),
    ("complex128", 'c', 16),
    ("cdouble", 'c', 16),
    ("complex", 'c', 16),
];

/// The spelling that `numpy.save` writes, of a number or `bool` in any that `numpy.dtype` reads: `=f8`, `|f8`, `d` and
/// `float64` are `<f8` where the processor is little-endian. `None` for other types.
pub(super) fn canonical(descr: &str) -> Option<String> {
    let native = if cfg!(target_endian = "big") { '>' } else { '<' };
    let named = |list: &[(&str, char, usize)], name: &str| {
        list.iter().find(|(own, ..)| *own == name).map(|(_, kind, bytes)| (*kind, *bytes))
    };
    let (order, (kind, bytes)) = match named(&NAMES, descr) {
        Some(found) => (native, found),
        None => {
            let (order, code) = match descr.chars().next()? {
                order @ ('<' | '>') => (order, descr.get(1..)?),
                '=' | '|' => (native, descr.get(1..)?),
                _ => (native, descr),
            };
            (order, named(&LETTERS, code).or_else(|| sized(code))?)
        }
    };
    Some(format!("{}{kind}{bytes}", if bytes == 1 { '|' } else { order }))
}

/// A kind and a number of bytes: `f8`.
fn sized(code: &str) -> Option<(char, usize)> {
    let kind = code.chars().next()?;
    let bytes = code.get(1..)?.parse().ok()?;
    match (kind, bytes) {
        ('b', 1) | ('i' | 'u', 1 | 2 | 4 | 8) | ('f', 2 | 4 | 8) | ('c', 8 | 16) => Some((kind, bytes)),
        _ => None,
    }
}

/// The bytes of `bool`s, of which NumPy reads every one but 0 as true.
pub(super) struct Truth<R>(pub(super) R);

impl<R: Read> Read for Truth<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let len = self.0.read(bytes)?;
        bytes.iter_mut().take(len).for_each(|byte| *byte = (*byte).min(1));
        Ok(len)
    }
}
