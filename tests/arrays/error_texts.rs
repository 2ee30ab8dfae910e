//! What errors at run time say: NumPy's texts where NumPy refuses the same shapes. Each was printed by NumPy 2.4.
#![cfg(feature = "alloc")]

use conformable::{
    Array, ArrayD, Dyn, DynRank, UpTo, Vector, array, concat, concat_into, multi_dot, multi_dot_into, stack,
    stack_into,
};

fn ones(dims: &[usize]) -> ArrayD<f64> {
    Array::from_shape_elem(DynRank::new(dims).unwrap(), 1.0).unwrap()
}

/// The text of an error.
macro_rules! text {
    ($result:expr) => {
        $result.err().unwrap().to_string()
    };
}

#[test]
fn broadcast_to_says_why_as_numpy_does() {
    let refused = |from: &[usize], to: &[usize]| text!(ones(from).broadcast_to(DynRank::new(to).unwrap()));
    let remapped = |shapes: &str| {
        format!(
            "operands could not be broadcast together with remapped shapes [original->remapped]: {shapes}"
        )
    };
    assert_eq!(refused(&[3], &[3, 2]), remapped("(3,)  and requested shape (3,2)"));
    assert_eq!(refused(&[3], &[2]), remapped("(3,)  and requested shape (2,)"));
    assert_eq!(refused(&[2, 3], &[5, 2, 4]), remapped("(2,3)  and requested shape (5,2,4)"));
    assert_eq!(refused(&[0], &[2]), remapped("(0,)  and requested shape (2,)"));
    let more = "input operand has more dimensions than allowed by the axis remapping";
    assert_eq!(refused(&[2, 3], &[3]), more);
    assert_eq!(refused(&[2, 3, 4], &[2, 3]), more);
    let scalar = "cannot broadcast a non-scalar to a scalar array";
    assert_eq!(refused(&[2], &[]), scalar);
    assert_eq!(refused(&[1, 3], &[]), scalar);

    // In the mixed forms, too.
    let a = Array::from(vec![1, 2, 3]);
    assert_eq!(text!(a.broadcast_to((Dyn(3), Dyn(2)))), remapped("(3,)  and requested shape (3,2)"));
    assert_eq!(text!(array![1, 2, 3].broadcast_to((Dyn(2),))), remapped("(3,)  and requested shape (2,)"));
    assert_eq!(text!(array![1, 2].into_dyn().view().broadcast_to(())), scalar);
    // What is written keeps its own text.
    let mut out = ones(&[3]);
    let grown = text!(out.zip_map_inplace(&ones(&[2, 3]), |x, y| x + y));
    assert_eq!(
        grown,
        "non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)"
    );
}

#[test]
fn multi_dot_says_that_arrays_within_are_matrices() {
    let chain = |a: &[usize], b: &[usize], c: &[usize]| text!(multi_dot((&ones(a), &ones(b), &ones(c))));
    let given = |ndim: usize| format!("{ndim}-dimensional array given. Array must be two-dimensional");
    assert_eq!(chain(&[2, 3], &[3], &[3, 2]), given(1));
    assert_eq!(chain(&[2, 3], &[3, 2, 2], &[3, 2]), given(3));
    assert_eq!(chain(&[], &[3, 2], &[3, 2]), given(0));
    assert_eq!(chain(&[2, 2, 2], &[3, 2], &[3, 2]), given(3));
    assert_eq!(chain(&[2, 2], &[2, 2], &[2, 2, 2]), given(3));
    assert_eq!(
        text!(multi_dot_into((&ones(&[2, 3]), &ones(&[3]), &ones(&[3, 2])), &mut ones(&[2, 2]))),
        given(1)
    );
}

#[test]
fn an_axis_that_does_not_exist_is_named_as_the_argument_that_it_was() {
    let mut a = ones(&[2, 3]);
    let out_of_bounds = |name: &str| format!("{name}: axis 5 is out of bounds for array of dimension 2");
    assert_eq!(text!(a.swap_axes::<0, 5>()), out_of_bounds("axis2"));
    assert_eq!(text!(a.swap_axes::<5, 0>()), out_of_bounds("axis1"));
    assert_eq!(text!(a.swap_axes::<5, 6>()), out_of_bounds("axis1"));
    assert_eq!(text!(a.swap_axes_mut::<0, 5>()), out_of_bounds("axis2"));
    assert_eq!(text!(a.move_axis::<0, 5>()), out_of_bounds("destination"));
    assert_eq!(text!(a.move_axis::<5, 0>()), out_of_bounds("source"));
    assert_eq!(text!(a.move_axis::<5, 6>()), out_of_bounds("source"));
    assert_eq!(text!(a.move_axis_mut::<0, 5>()), out_of_bounds("destination"));
    let refused = a.swap_axes::<0, 5>().err().unwrap();
    assert!(refused.shapes().1.is_empty(), "the argument is no shape: {:?}", refused.shapes());
    // Of one axis nothing is to be told apart.
    assert_eq!(text!(a.flip::<5>()), "axis 5 is out of bounds for array of dimension 2");
}

#[test]
fn a_new_axis_is_counted_where_it_is_to_be() {
    let two = |axis_len: usize, ndim: usize| {
        format!("axis {axis_len} is out of bounds for array of dimension {ndim}")
    };
    let (a, b) = (ones(&[2]), ones(&[2]));
    assert_eq!(text!(stack::<5, _>([&a, &b])), two(5, 2));
    assert_eq!(text!(stack::<1, _>([&ones(&[]), &ones(&[])])), two(1, 1));
    assert_eq!(text!(stack_into::<5, _, _, _>([&a, &b], &mut ones(&[2, 2]))), two(5, 2));
    assert_eq!(text!(stack::<5, _>([&a, &ones(&[3])])), "all input arrays must have the same shape");
    assert_eq!(text!(a.insert_axis::<5>()), two(5, 2));
}

#[test]
fn numbers_are_not_concatenated() {
    let refused = "zero-dimensional arrays cannot be concatenated";
    let (number, vector, matrix) = (ones(&[]), ones(&[2]), ones(&[2, 3]));
    assert_eq!(text!(concat::<0, _>([&number, &number])), refused);
    assert_eq!(text!(concat::<3, _>([&number, &matrix])), refused);
    assert_eq!(text!(concat::<0, _>((&number, &vector))), refused);
    assert_eq!(text!(concat_into::<0, _, _, _>([&number, &number], &mut ones(&[2]))), refused);
    assert_eq!(
        text!(concat::<0, _>([&vector, &number])),
        "all the input arrays must have same number of dimensions, but the array at index 0 has 1 dimension(s) and the \
         array at index 1 has 0 dimension(s)"
    );
    assert_eq!(text!(concat::<3, _>([&matrix, &number])), "axis 3 is out of bounds for array of dimension 2");
}

#[test]
fn a_length_that_a_type_bounds_says_the_bound() {
    let slice: &[i32] = &[1, 2, 3];
    let refused = Array::<i32, (UpTo<2>,)>::try_from(slice).unwrap_err();
    assert_eq!(refused.to_string(), "try_from: shape (3,) where (at most 2,) is needed");
    assert_eq!(refused.shapes().1, [2]);
    let a = ones(&[3, 4]);
    assert_eq!(text!(a.typed::<(UpTo<2>, Dyn)>()), "typed: shape (3,4) where (at most 2,_) is needed");
}

#[test]
fn the_largest_length_is_a_number() {
    let most = usize::MAX;
    let refused = text!(Array::from_shape_elem((Dyn(most),), 0_u8));
    assert_eq!(
        refused,
        format!("from_shape_elem: an array of shape ({most},) has more elements than memory can hold")
    );
    let refused = text!(Array::from_vec((Dyn(most),), vec![0_u8; 3]));
    assert!(refused.contains(&format!("({most},)")), "{refused}");
    let refused = text!(ones(&[3]).broadcast_to((Dyn(most),)));
    assert!(refused.ends_with(&format!("and requested shape ({most},)")), "{refused}");
}

/// Methods of the user's own, under names that hidden methods have as well.
trait Geometry {
    fn length(&self) -> f64;
    fn cross(self, rhs: &Self) -> Self;
}
impl Geometry for Vector<f64, 3> {
    fn length(&self) -> f64 {
        self.inner(self).sqrt()
    }
    fn cross(self, rhs: &Self) -> Self {
        let turned =
            |i: usize| self[[(i + 1) % 3]] * rhs[[(i + 2) % 3]] - self[[(i + 2) % 3]] * rhs[[(i + 1) % 3]];
        Vector::from_fn(|[i]| turned(i))
    }
}

#[test]
fn methods_of_the_users_come_before_those_that_name_another() {
    let (x, y) = (array![1., 0., 0.], array![0., 2., 0.]);
    assert_eq!(x.cross(&y), array![0., 0., 2.]);
    #[allow(clippy::needless_borrow, reason = "by reference is what is tested")]
    let length = (&y).length();
    assert_eq!(length, 2.);
    assert_eq!(y.length(), 2.);
}
