//! Operations on elements and along axes, but for those that features change, which are in `features`.

mod along_axes;
mod arithmetic;
#[path = "../common/mod.rs"]
mod common;
mod cosine_similarity;
mod counting;
mod cov;
mod diff;
mod distance;
mod map;
mod mean;
mod median;
mod reductions;
mod short_rows;
mod sorting;
mod strided;
