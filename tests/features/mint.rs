//! The feature `mint-05`: each pair both ways, by value and in one memory.
#![cfg(feature = "mint-05")]

use ::mint::IntoMint;
use conformable::prelude::*;
use conformable::{ArrayView, Matrix, Vector, shape};
use std::ptr;

/// A line is a type of mint, its nested elements, and ours.
macro_rules! same_memory { ($($name:ident: $Theirs:ident $nested:expr => $Ours:ty;)+) => {$(
    #[test]
    fn $name() {
        let mut ours = <$Ours>::new($nested);
        let mut theirs = ::mint::$Theirs::from($nested);
        assert_eq!(::mint::$Theirs::from(ours), theirs);
        assert_eq!(<$Ours>::from(theirs), ours);

        let view: &$Ours = (&theirs).into();
        assert_eq!(view, &ours);
        assert!(ptr::addr_eq(view, &theirs));
        let view: &::mint::$Theirs<i32> = (&ours).into();
        assert_eq!(view, &theirs);
        assert!(ptr::addr_eq(view, &ours));

        let last = |array: &$Ours| array.iter().copied().last().unwrap();
        let changed: &mut $Ours = (&mut theirs).into();
        *changed *= 2;
        assert_eq!(last(&theirs.into()), 2 * last(&ours));
        let changed: &mut ::mint::$Theirs<i32> = (&mut ours).into();
        *changed = theirs;
        assert_eq!(ours, theirs.into());
    }
)+};}
same_memory! {
    vector_2: Vector2 [1, 2] => Vector<i32, 2>;
    vector_3: Vector3 [1, 2, 3] => Vector<i32, 3>;
    vector_4: Vector4 [1, 2, 3, 4] => Vector<i32, 4>;
    point_2: Point2 [1, 2] => Vector<i32, 2>;
    point_3: Point3 [1, 2, 3] => Vector<i32, 3>;
    rows_2: RowMatrix2 [[1, 2], [3, 4]] => Matrix<i32, 2, 2>;
    rows_2_3: RowMatrix2x3 [[1, 2, 3], [4, 5, 6]] => Matrix<i32, 2, 3>;
    rows_2_4: RowMatrix2x4 [[1, 2, 3, 4], [5, 6, 7, 8]] => Matrix<i32, 2, 4>;
    rows_3_2: RowMatrix3x2 [[1, 2], [3, 4], [5, 6]] => Matrix<i32, 3, 2>;
    rows_3: RowMatrix3 [[1, 2, 3], [4, 5, 6], [7, 8, 9]] => Matrix<i32, 3, 3>;
    rows_3_4: RowMatrix3x4 [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]] => Matrix<i32, 3, 4>;
    rows_4_2: RowMatrix4x2 [[1, 2], [3, 4], [5, 6], [7, 8]] => Matrix<i32, 4, 2>;
    rows_4_3: RowMatrix4x3 [[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]] => Matrix<i32, 4, 3>;
    rows_4: RowMatrix4 [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]] => Matrix<i32, 4, 4>;
}

/// A line is a column matrix of mint, and the row matrix that mint makes of it.
macro_rules! columns { ($($name:ident: $Columns:ident $Rows:ident $R:literal $C:literal;)+) => {$(
    #[test]
    fn $name() {
        let ours = Matrix::<i32, $R, $C>::from_fn(|[i, j]| (10 * i + j) as i32);
        let rows = ::mint::$Rows::from(ours);
        // mint transposes by itself, so this is its word for it.
        let theirs = ::mint::$Columns::from(rows);
        assert_eq!(::mint::$Columns::from(ours), theirs);
        assert_eq!(Matrix::from(theirs), ours);
        let view: ArrayView<'_, i32, shape![$R, $C]> = (&theirs).into();
        assert_eq!(view, ours);
        assert!(ptr::addr_eq(&view[[0, 0]], &theirs));
        assert!(ptr::eq(&view[[1, 0]], &theirs.x.y));
    }
)+};}
columns! {
    columns_2: ColumnMatrix2 RowMatrix2 2 2;
    columns_2_3: ColumnMatrix2x3 RowMatrix2x3 2 3;
    columns_2_4: ColumnMatrix2x4 RowMatrix2x4 2 4;
    columns_3_2: ColumnMatrix3x2 RowMatrix3x2 3 2;
    columns_3: ColumnMatrix3 RowMatrix3 3 3;
    columns_3_4: ColumnMatrix3x4 RowMatrix3x4 3 4;
    columns_4_2: ColumnMatrix4x2 RowMatrix4x2 4 2;
    columns_4_3: ColumnMatrix4x3 RowMatrix4x3 4 3;
    columns_4: ColumnMatrix4 RowMatrix4 4 4;
}

#[test]
fn elements_that_are_no_numbers_convert() {
    let words = array!["a".to_string(), "b".to_string()];
    let theirs: ::mint::Vector2<String> = words.into();
    assert_eq!(theirs.y, "b");
    let nothing = array![(), ()];
    let one: &::mint::Vector2<()> = (&nothing).into();
    assert_eq!(*one, ::mint::Vector2 { x: (), y: () });
}

#[test]
fn other_crates_take_ours_for_mints() {
    fn sum(v: impl IntoMint<MintType = ::mint::Vector3<i32>>) -> i32 {
        let v = v.into();
        v.x + v.y + v.z
    }
    fn corner(m: impl IntoMint<MintType = ::mint::RowMatrix3x4<i32>>) -> i32 {
        m.into().z.w
    }
    assert_eq!(sum(array![1, 2, 3]), 6);
    assert_eq!(corner(array![[0; 4], [0; 4], [1, 2, 3, 4]]), 4);
}

#[cfg(any(feature = "std", feature = "libm"))]
#[test]
fn rotations_are_those_of_mint() {
    use ::mint::{EulerAngles, ExtraXYZ, ExtraZXZ, ExtraZYX, IntraXYZ, IntraZXZ, IntraZYX, Quaternion};
    use conformable::geometry::{EulerRot, Quat};
    let q = Quat::from_euler(EulerRot::XYZ, 0.1, 0.2, 0.3_f64);
    let theirs = Quaternion::from(q);
    assert_eq!((theirs.v.x, theirs.v.y, theirs.v.z, theirs.s), (q.x, q.y, q.z, q.w));
    assert_eq!(Quat::from(theirs), q);

    let near = |a: Quat<f64>| assert!(a.angle_between(&q) < 1e-15, "{a:?}");
    let angles = EulerAngles::<_, IntraXYZ>::from(q);
    near(angles.into());
    near(EulerAngles::<_, IntraZXZ>::from(q).into());
    near(EulerAngles::<_, IntraZYX>::from(q).into());
    near(EulerAngles::<_, ExtraXYZ>::from(q).into());
    near(EulerAngles::<_, ExtraZXZ>::from(q).into());
    near(EulerAngles::<_, ExtraZYX>::from(q).into());
    // mint says that the last turn of the one order is the first of the other.
    near(EulerAngles::<_, ExtraZYX>::from(angles).into());
    let [a, b, c]: [f64; 3] = angles.into();
    assert!((a - 0.1).abs() < 1e-15 && (b - 0.2).abs() < 1e-15 && (c - 0.3).abs() < 1e-15);
}
