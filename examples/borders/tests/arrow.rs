//! A column of lists of one length, in place.
#![cfg(feature = "arrow")]

use arrow_array::cast::AsArray;
use arrow_array::types::Float32Type;
use arrow_array::{Array as _, FixedSizeListArray, Float32Array};
use arrow_schema::{DataType, Field};
use conformable::{Array, ArrayView, Const, Dyn, array};
use std::sync::Arc;

#[test]
fn a_column_of_lists_is_a_matrix_in_place() {
    let numbers = Float32Array::from((0..12).map(|x| x as f32).collect::<Vec<_>>());
    let field = Arc::new(Field::new_list_field(DataType::Float32, false));
    let column = FixedSizeListArray::new(field.clone(), 3, Arc::new(numbers), None);
    // The values of a part are cut with it.
    for (column, first) in [(column.clone(), 0.), (column.slice(1, 2), 3.)] {
        // Of a column with nulls this is what stands in their place.
        assert_eq!(column.null_count(), 0);
        let values = column.values().as_primitive::<Float32Type>().values();
        let rows = ArrayView::from_slice((Dyn(column.len()), Const::<3>), values).unwrap();
        assert_eq!(rows[[0, 0]], first);
        assert_eq!(rows.as_slice().unwrap().as_ptr(), values.as_ptr());
    }

    let rows: Array<f32, (Dyn, Const<3>)> = array![[1., 2., 3.], [4., 5., 6.]].into();
    let first = rows.as_slice().as_ptr();
    let values = Float32Array::from(rows.into_vec());
    assert_eq!(values.values().as_ptr(), first);
    let column = FixedSizeListArray::try_new(field, 3, Arc::new(values), None).unwrap();
    assert_eq!(column.value(1).as_primitive::<Float32Type>().values(), &[4., 5., 6.]);
}
