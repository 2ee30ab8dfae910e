//! Matrices and vectors on the heap.

use crate::array::{Array, ArrayView, ArrayViewMut};
use crate::shape::{Const, Dyn, Shape};
use nalgebra::{DVector, Matrix, VecStorage};
