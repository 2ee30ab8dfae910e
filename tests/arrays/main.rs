//! Arrays themselves: shapes, views, parts of arrays, where they come from and what their errors say.

mod array;
#[path = "../common/mod.rs"]
mod common;
mod conversions;
mod error_texts;
mod hostile;
mod lifetimes;
mod parts;
mod repeat;
mod shapes;
mod slice;
mod take;
mod up_to;
mod views;
