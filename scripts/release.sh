#!/usr/bin/env bash
# What must hold before a release, beside `.ci/run`: `scripts/release.sh [STEP..]`, all but `mutants` without. Half an hour on two cores.
#   package   what is published, and that it builds by itself
#   docs      the pages by the flags of docs.rs
#   features  every feature alone and in pairs (cargo-hack)
#   msrv      the oldest compiler that is promised (rustup)
#   semver    beside the last tag (cargo-semver-checks)
#   links     the pages' links, on the web, too
#   mutants   faults put into `shape/` and `ops/` that no test finds; hours (cargo-mutants)
# A tool that is not there is skipped, and named; `cargo install` has each.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The value of a list of strings in the section of docs.rs.
docs_features() {
    sed -n '/^\[package.metadata.docs.rs\]/,/^$/s/^features = \[\(.*\)\]$/\1/p' Cargo.toml | tr -d '" '
}

has() {
    cargo "$1" --version >/dev/null 2>&1 || { echo "skipped: cargo $1 is not installed" && return 1; }
}

package() {
    cargo package --workspace --exclude conformable-benches --exclude conformable-golden --allow-dirty
    # What users get and need not: nothing of these.
    if cargo package -p conformable --list --allow-dirty | grep -E '^(tests|ui-tests|proofs|benches|scripts|golden|fuzz)/'; then
        echo 'the files above are in the package' >&2
        return 1
    fi
}

docs() {
    RUSTDOCFLAGS='--cfg docsrs -D warnings' cargo doc --locked --no-deps --features "$(docs_features)" \
        --target x86_64-unknown-linux-gnu
}

features() {
    has hack || return 0
    cargo hack check --locked -p conformable --feature-powerset --depth 2
    # Those that work without `std`, for a processor that has none.
    if rustup target add thumbv7em-none-eabihf 2>/dev/null; then
        cargo hack check --locked -p conformable --each-feature --no-default-features --target thumbv7em-none-eabihf \
            --exclude-features default,std,rayon,npy,arbitrary-1,proptest-1,safetensors-08
    fi
}

msrv() {
    local oldest
    oldest=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
    rustup toolchain install "$oldest" --profile minimal 2>/dev/null || { echo "skipped: no toolchain $oldest" && return 0; }
    cargo "+$oldest" check --locked --features "$(docs_features)"
}

semver() {
    local tag
    has semver-checks || return 0
    tag=$(git describe --tags --abbrev=0 2>/dev/null) || { echo 'skipped: nothing was released yet' && return 0; }
    cargo semver-checks -p conformable --baseline-rev "$tag"
}

links() {
    scripts/links.py --web
}

mutants() {
    has mutants || return 0
    cargo mutants -p conformable --file 'src/shape/**' --file 'src/ops/**' --test-tool cargo -- --locked --tests
}

steps=("$@")
[ ${#steps[@]} -gt 0 ] || steps=(package docs features msrv semver links)
for step in "${steps[@]}"; do
    printf '\n== %s (after %d s)\n' "$step" "$SECONDS"
    "$step"
done
