#!/usr/bin/env python3
"""Runs a static x86-64 Linux program on the CPU of Bochs, which has AVX-512: bochs.py program [argument...]

One thread, no files, no signals: what the tests of a library need. Memory is one piece, mapped to itself; a system call
goes through a stub that executes WBINVD, of which the CPU tells this program, and nothing is ever protected or unmapped.
"""
import ctypes
import mmap
import os
import struct
import sys
import time

import bochscpu
import bochscpu.cpu
import bochscpu.memory

MIB = 1 << 20
PAGE = 4096
# Where things are: tables and the stub, the program (moved there if it can be), what `brk` and `mmap` give, the stack.
STUB, TABLES, PROGRAM, MAPPED, STACK, END = PAGE, MIB, 16 * MIB, 640 * MIB, 1016 * MIB, 1024 * MIB

memory = mmap.mmap(-1, END)
place = ctypes.addressof(ctypes.c_char.from_buffer(memory))


def write(at, data):
    memory[at:at + len(data)] = data


def load(path):
    """Copies the segments of an ELF file. Returns the entry, the program headers and their number, and the end."""
    with open(path, 'rb') as file:
        elf = file.read()
    kind, = struct.unpack_from('<H', elf, 16)
    entry, headers = struct.unpack_from('<QQ', elf, 24)
    count, = struct.unpack_from('<H', elf, 56)
    base = PROGRAM if kind == 3 else 0
    end = headers_at = 0
    for i in range(count):
        segment, _, offset, at, _, in_file, in_memory, _ = struct.unpack_from('<IIQQQQQQ', elf, headers + 56 * i)
        if segment == 1:
            write(base + at, elf[offset:offset + in_file])
            end = max(end, base + at + in_memory)
            if offset <= headers < offset + in_file:
                headers_at = base + at + headers - offset
    return base + entry, headers_at, count, -(-end // PAGE) * PAGE


def map_to_itself():
    """Tables with one entry for each 2 MiB."""
    directory = TABLES + 2 * PAGE
    write(TABLES, struct.pack('<Q', TABLES + PAGE | 3))
    write(TABLES + PAGE, struct.pack('<Q', directory | 3))
    for i in range(END >> 21):
        write(directory + 8 * i, struct.pack('<Q', i << 21 | 0x83))
    # cmp eax, 158 (arch_prctl); jne other; wrfsbase rsi; xor eax, eax; jmp rcx; other: wbinvd; jmp rcx
    write(STUB, bytes.fromhex('3d9e0000007509f3480faed631c0ffe10f09ffe1'))


def first_stack(entry, headers, count, arguments):
    """What Linux puts on the stack of a new program. Returns the stack pointer."""
    top = END - PAGE

    def push(data):
        nonlocal top
        top -= len(data)
        write(top, data)
        return top

    variables = [f'{name}={os.environ[name]}' for name in ('CONFORMABLE_ISA', 'GOLDEN_PATH') if name in os.environ]
    strings = [[push(text.encode() + b'\0') for text in texts] for texts in (arguments, variables)]
    random = push(os.urandom(16))
    auxiliary = {3: headers, 4: 56, 5: count, 6: PAGE, 9: entry, 17: 100, 23: 0, 25: random, 0: 0}
    words = [len(arguments), *strings[0], 0, *strings[1], 0]
    words += [word for pair in auxiliary.items() for word in pair]
    top = (top - 8 * len(words)) & ~63
    write(top, struct.pack(f'<{len(words)}Q', *words))
    return top


class Linux:
    """The system calls that programs of the standard library make."""

    def __init__(self, session, end):
        self.session, self.end, self.least, self.mapped, self.code = session, end, end, MAPPED, 1

    def map(self, length):
        at, self.mapped = self.mapped, self.mapped + -(-length // PAGE) * PAGE
        return at if self.mapped <= STACK else -12

    def exit(self, code):
        self.code = code & 255
        self.session.stop()
        return 0

    def call(self, number, a, b, c, d):
        match number:
            case 1:  # write
                return os.write(a, memory[b:b + c]) if a in (1, 2) else -9
            case 20:  # writev
                parts = [struct.unpack_from('<QQ', memory, b + 16 * i) for i in range(c)]
                return sum(os.write(a, memory[at:at + length]) for at, length in parts)
            case 12:  # brk
                if self.least <= a < MAPPED:
                    self.end = a
                return self.end
            case 9:  # mmap: at a fixed place it is there; nothing that is no memory
                if d & 0x10:
                    write(a, bytes(b))
                    return a
                return self.map(b) if d & 0x20 else -19
            case 25:  # mremap
                at = self.map(c)
                if at > 0:
                    write(at, memory[a:a + min(b, c)])
                return at
            case 302:  # prlimit64
                if d:
                    write(d, struct.pack('<QQ', 8 * MIB, 8 * MIB))
                return 0
            case 204:  # sched_getaffinity: one CPU
                write(c, b'\1' + bytes(7))
                return 8
            case 228:  # clock_gettime
                write(b, struct.pack('<QQ', *divmod(time.time_ns(), 10**9)))
                return 0
            case 318:  # getrandom
                write(a, os.urandom(b))
                return b
            case 218 | 186 | 39:  # set_tid_address, gettid, getpid
                return 1000
            # poll, mprotect, munmap, sigaction, sigprocmask, sched_yield, madvise, sigaltstack, futex, robust list, rseq
            case 7 | 10 | 11 | 13 | 14 | 24 | 28 | 131 | 202 | 273 | 334:
                return 0
            case 56 | 435:  # clone: no more threads
                return -11
            case 2 | 89 | 257 | 262 | 267 | 332:  # open, readlink, stat: no such file
                return -2
            case 16:  # ioctl: no terminal
                return -25
            case 60 | 231:  # exit
                return self.exit(a)
            case 62 | 200 | 234:  # kill
                print('the program aborts', file=sys.stderr)
                return self.exit(134)
            case _:
                return -38


def segment(selector, attributes):
    s = bochscpu.Segment()
    s.present, s.selector, s.base, s.limit, s.attr = True, selector, 0, 0xffffffff, attributes
    return s


def table(base):
    t = bochscpu.GlobalSegment()
    t.base, t.limit = base, PAGE - 1
    return t


def state(entry, stack):
    """A CPU in 64-bit mode, with every extension switched on. At the highest privilege: WBINVD asks for it."""
    s = bochscpu.State()
    s.cs = segment(8, 0xa09b)
    s.ds = s.es = s.ss = s.fs = s.gs = segment(16, 0xc093)
    s.ldtr, s.tr = segment(0, 0x82), segment(24, 0x8b)
    s.gdtr, s.idtr = table(2 * PAGE), table(3 * PAGE)
    # Paging, SSE, FSGSBASE, XSAVE; long mode and SYSCALL; x87, SSE, AVX and AVX-512.
    s.cr0, s.cr3, s.cr4, s.efer, s.xcr0 = 0x80050033, TABLES, 0x50620 | 0x10000, 0xd01, 0xe7
    s.mxcsr, s.mxcsr_mask, s.fpcw, s.fptw, s.rflags = 0x1f80, 0xffff, 0x37f, 0xffff, 2
    s.star, s.lstar, s.sfmask = 8 << 32, STUB, 0
    s.apic_base, s.pat = 0xfee00900, 0x0007040600070406
    s.rip, s.rsp = entry, stack
    return s


def main():
    entry, headers, count, end = load(sys.argv[1])
    map_to_itself()
    session = bochscpu.Session()
    for page in range(0, END, PAGE):
        bochscpu.memory.page_insert(page, place + page)
    session.cpu.state = state(entry, first_stack(entry, headers, count, sys.argv[1:]))
    linux = Linux(session, end)

    def missing(at):
        print(f'no memory at {at:#x}, from {session.cpu.rip:#x}', file=sys.stderr)
        sys.stderr.flush()
        os._exit(139)

    def call(*_):
        cpu = session.cpu
        cpu.rax = linux.call(cpu.rax, cpu.rdi, cpu.rsi, cpu.rdx, cpu.r10) & (1 << 64) - 1

    def exception(_session, _cpu, vector, error):
        print(f'exception {vector} ({error:#x}) at {session.cpu.rip:#x}', file=sys.stderr)
        linux.exit(128 + vector)

    session.missing_page_handler = missing
    hook = bochscpu.Hook()
    hook.cache_cntrl, hook.exception = call, exception
    session.run([hook])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(linux.code)


main()
