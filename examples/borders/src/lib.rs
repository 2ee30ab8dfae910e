//! What the page `docs::borders` of conformable says of other crates, compiled and run: a program of tests for each crate, behind a
//! feature of its name, so that one can be tested without compiling the others.
//!
//! ```sh
//! cargo test                                             # those that compile in a minute or two
//! cargo test --features burn,candle,numpy                # all; see below
//! cargo test --no-default-features --features faer       # one
//! ```
//!
//! `numpy` needs a Python with NumPy, and its library. A program does not know of a virtual environment: `PYTHONPATH` is to name its
//! `site-packages`.
