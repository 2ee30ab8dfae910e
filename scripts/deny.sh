#!/usr/bin/env bash
# Checks the dependencies in Cargo.lock by cargo-deny and deny.toml: advisories, licences, sources, and crates that are not to
# be used. Without cargo-deny it says so and does nothing; where the database of advisories cannot be had, it checks the others.
#
#   cargo install --locked cargo-deny
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! cargo deny --version >/dev/null 2>&1; then
    echo 'skipped: cargo-deny (cargo install --locked cargo-deny)' >&2
    exit 0
fi
cargo deny --log-level error check licenses sources bans
if cargo deny --log-level error fetch db 2>/dev/null; then
    cargo deny --log-level error check advisories
else
    echo 'skipped: advisories, whose database cannot be had from here' >&2
fi
