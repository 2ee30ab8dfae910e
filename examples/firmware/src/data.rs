//! The digits and the weights: arrays with their shapes in the types, in flash.

use conformable::{Matrix, Vector};

include!(concat!(env!("OUT_DIR"), "/data.rs"));
