//! Memory between two pages that cannot be touched: a read outside it ends the test by a signal.
#![allow(unsafe_code, reason = "pages without rights")]

pub(crate) struct Guarded {
    base: *mut u8,
    page: usize,
    pages: usize,
}

impl Guarded {
    /// Room for `bytes`.
    pub(crate) fn new(bytes: usize) -> Self {
        // SAFETY: a new private mapping, of which the first and the last page lose all rights.
        unsafe {
            let page = libc::sysconf(libc::_SC_PAGESIZE) as usize;
            let pages = bytes.div_ceil(page).max(1);
            let all = (pages + 2) * page;
            let rights = libc::PROT_READ | libc::PROT_WRITE;
            let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
            let base = libc::mmap(core::ptr::null_mut(), all, rights, flags, -1, 0);
            assert!(base != libc::MAP_FAILED);
            let base = base.cast::<u8>();
            assert!(libc::mprotect(base.cast(), page, libc::PROT_NONE) == 0);
            assert!(libc::mprotect(base.add(all - page).cast(), page, libc::PROT_NONE) == 0);
            Guarded { base, page, pages }
        }
    }
    /// Copies elements to where the memory ends.
    pub(crate) fn at_end<T: Copy>(&mut self, x: &[T]) -> &mut [T] {
        let at = (self.pages + 1) * self.page - size_of_val(x);
        self.put(at, x)
    }
    /// Copies elements to where the memory begins.
    pub(crate) fn at_start<T: Copy>(&mut self, x: &[T]) -> &mut [T] {
        self.put(self.page, x)
    }
    fn put<T: Copy>(&mut self, at: usize, x: &[T]) -> &mut [T] {
        assert!(size_of_val(x) <= self.pages * self.page);
        // SAFETY: `at` is such that the elements are in the pages with rights, aligned because pages and
        // their ends are; they are initialised before the slice is made.
        unsafe {
            let p = self.base.add(at).cast::<T>();
            p.copy_from_nonoverlapping(x.as_ptr(), x.len());
            core::slice::from_raw_parts_mut(p, x.len())
        }
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        // SAFETY: the mapping that `new` made, of which no slice outlives `self`.
        unsafe { libc::munmap(self.base.cast(), (self.pages + 2) * self.page) };
    }
}
