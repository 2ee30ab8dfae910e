//! Errors of lengths that are wrong only once code is generated, and texts of them that the compiler puts together.
//!
//! Who calls is who is shown (`track_caller`): `panic!` and `assert!` stand in the library, lines of which the compiler would
//! show instead, where it has them.

/// Does not compile unless `ok`.
#[track_caller]
pub(crate) const fn must(ok: bool, text: &str) {
    if !ok {
        panic!("{}", text)
    }
}

/// A short text, put together by the compiler.
pub(crate) struct ConstText {
    /// ASCII; only the first `len` count.
    bytes: [u8; 128],
    len: usize,
}

impl ConstText {
    pub(crate) const fn new() -> Self {
        ConstText { bytes: [b' '; 128], len: 0 }
    }
    pub(crate) const fn and(mut self, text: &str) -> Self {
        let mut i = 0;
        while i < text.len() && self.len < self.bytes.len() {
            self.bytes[self.len] = text.as_bytes()[i];
            self.len += 1;
            i += 1;
        }
        self
    }
    pub(crate) const fn and_number(self, n: usize) -> Self {
        let with_first = if n < 10 { self } else { self.and_number(n / 10) };
        let digit = [b'0' + (n % 10) as u8];
        match core::str::from_utf8(&digit) {
            Ok(digit) => with_first.and(digit),
            Err(_) => with_first,
        }
    }
    /// Does not compile.
    #[track_caller]
    pub(crate) const fn refuse(self) -> ! {
        panic!("{}", self.as_str())
    }
    const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}
