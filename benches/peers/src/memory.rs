//! Memory whose blocks begin at a cache line.
//!
//! An allocator gives 16 bytes of alignment, and a large block 16 bytes behind a page: which library then
//! loads across lines, at half the speed with wide vectors, is luck. Here nobody does.

use std::alloc::{GlobalAlloc, Layout, System};

/// The system's allocator, with the alignment of a cache line for all that is not smaller than one.
pub struct Lines;

const LINE: usize = 64;

fn aligned(layout: Layout) -> Layout {
    if layout.size() < LINE { layout } else { layout.align_to(LINE).unwrap_or(layout) }
}

// SAFETY: every block comes from `System`, and goes back to it, with the layout that `aligned` makes of the
// layout that the caller gives in both; that has the caller's size and at least the caller's alignment.
unsafe impl GlobalAlloc for Lines {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the size is that of the caller, who promises that it is not zero.
        unsafe { System.alloc(aligned(layout)) }
    }
    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        // SAFETY: the block came from `alloc` with the same layout.
        unsafe { System.dealloc(ptr, aligned(layout)) }
    }
}

#[global_allocator]
static ALLOCATOR: Lines = Lines;

/// A value at the beginning of a cache line.
#[derive(Clone, Copy)]
#[repr(align(64))]
pub struct Line<T>(pub T);
