"""Copies lines, with the places of functions (`@4f1`, `@4f1 @89d`) replaced by bytes of code: those of the functions there
and of all that they call, directly or indirectly, each counted once.

    flash.py program < lines

The calls are those of the disassembly, so none through pointers. `arm-none-eabi-objdump` and `-nm` are asked.
"""

import re
import subprocess
import sys


def lines(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def sizes(program):
    """The bytes of each function, by its place."""
    found = {}
    for line in lines("arm-none-eabi-nm", "--print-size", program):
        place, size, kind, *_ = line.split() if line.count(" ") >= 3 else ("", "", "")
        if kind in ("t", "T", "w", "W"):
            place = int(place, 16) & ~1
            found[place] = max(found.get(place, 0), int(size, 16))
    return found


def calls(program, functions):
    """The functions that each one branches to, by their places."""
    found = {place: set() for place in functions}
    inside = None
    for line in lines("arm-none-eabi-objdump", "--disassemble", "--no-show-raw-insn", program):
        start = re.match(r"([0-9a-f]+) <", line)
        if start:
            inside = int(start[1], 16) if int(start[1], 16) in functions else inside
            continue
        # Branches, with a link or without, and those that compare first.
        branch = re.match(r"\s+[0-9a-f]+:\s+c?b\S*\s+(?:\w+, )?([0-9a-f]+) <", line)
        if branch and inside is not None and int(branch[1], 16) in functions:
            found[inside].add(int(branch[1], 16))
    return found


def main():
    program = sys.argv[1]
    functions = sizes(program)
    called = calls(program, functions)

    def total(match):
        todo = [int(place, 16) & ~1 for place in re.findall(r"@([0-9a-f]+)", match[0])]
        seen = set()
        while todo:
            place = todo.pop()
            if place not in seen:
                seen.add(place)
                todo.extend(called[place])
        return str(sum(functions[place] for place in seen))

    for line in sys.stdin:
        print(re.sub(r"@[0-9a-f]+(?: @[0-9a-f]+)*", total, line), end="", flush=True)


main()
