#!/usr/bin/env python3
"""Looks up the links of all pages: files and headings of the repository; with `--web` addresses, too. Prints those that lead nowhere.
Links between items of the docs are checked by rustdoc."""

import re
import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|<(https?://[^>\s]+)>|(?:href|src)=\"([^\"]+)\"")


def pages():
    """The Markdown and HTML files that are in the repository."""
    listed = subprocess.run(["git", "ls-files", "*.md", "*.html"], cwd=ROOT, check=True, capture_output=True, text=True)
    return [ROOT / name for name in listed.stdout.split()]


def without_code(text):
    """Without fenced blocks and code within a line, where brackets are no links."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))


def headings(path):
    """The anchors of a page, as GitHub makes them."""
    lines = re.findall(r"^#+ +(.+)$", path.read_text(), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", line.lower()).strip().replace(" ", "-") for line in lines}


def answers(address):
    """Whether an address answers."""
    request = urllib.request.Request(address, headers={"User-Agent": "link check"})
    try:
        with urllib.request.urlopen(request, timeout=20) as reply:
            return reply.status < 400
    except OSError as error:
        return getattr(error, "code", 404) in (403, 405, 429)


def main():
    wrong, addresses = [], {}
    for page in pages():
        is_docs = ROOT / "src" in page.parents
        for groups in LINK.findall(without_code(page.read_text()) if page.suffix == ".md" else page.read_text()):
            link = next(filter(None, groups))
            name = page.relative_to(ROOT)
            if link.startswith("http"):
                addresses.setdefault(link, name)
            # In the docs a path is an item, which rustdoc looks up; a page links to itself, and has data in it.
            elif not (is_docs or "::" in link or link.startswith(("data:", "?", "mailto:"))):
                target, _, anchor = link.partition("#")
                file = page.parent / target if target else page
                if not file.exists():
                    wrong.append(f"{name}: {link}: no such file")
                elif anchor and file.suffix == ".md" and anchor not in headings(file):
                    wrong.append(f"{name}: {link}: no such heading")
    if "--web" in sys.argv[1:]:
        print(f"asking {len(addresses)} addresses", file=sys.stderr)
        with ThreadPoolExecutor(8) as pool:
            for (address, name), is_there in zip(addresses.items(), pool.map(answers, addresses)):
                if not is_there:
                    wrong.append(f"{name}: {address}: no answer")
    print("\n".join(wrong) or "all links lead somewhere")
    sys.exit(bool(wrong))


main()
