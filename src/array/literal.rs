//! `array!`: an array of any rank from a literal.

/// An array from nested literals, of rank 1 to 6; the lengths become its type.
///
/// ```
/// use conformable::{Matrix, array};
/// let m: Matrix<i32, 2, 3> = array![[1, 2, 3], [4, 5, 6]];
/// let cube = array![[[1., 2.]], [[3., 4.]]];
/// assert_eq!(cube.dims(), [2, 1, 2]);
/// ```
///
/// Rows of different lengths do not compile.
// The number of brackets that the first element opens tells the rank, so each rank is one pattern.
#[macro_export]
macro_rules! array {
    ([[[[[$($a:tt)*] $($b:tt)*] $($c:tt)*] $($d:tt)*] $($e:tt)*] $($f:tt)*) => {
        $crate::Array6::new([[[[[[$($a)*] $($b)*] $($c)*] $($d)*] $($e)*] $($f)*])
    };
    ([[[[$($a:tt)*] $($b:tt)*] $($c:tt)*] $($d:tt)*] $($e:tt)*) => {
        $crate::Array5::new([[[[[$($a)*] $($b)*] $($c)*] $($d)*] $($e)*])
    };
    ([[[$($a:tt)*] $($b:tt)*] $($c:tt)*] $($d:tt)*) => {
        $crate::Array4::new([[[[$($a)*] $($b)*] $($c)*] $($d)*])
    };
    ([[$($a:tt)*] $($b:tt)*] $($c:tt)*) => { $crate::Array3::new([[[$($a)*] $($b)*] $($c)*]) };
    ([$($a:tt)*] $($b:tt)*) => { $crate::Matrix::new([[$($a)*] $($b)*]) };
    ($($a:tt)*) => { $crate::Vector::new([$($a)*]) };
}
