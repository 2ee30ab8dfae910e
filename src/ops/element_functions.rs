//! The table of functions of one element: `element_functions!` makes methods of them.

/// Stamps functions of each element: what it is, the method, the bound on elements, the type of results, the function
/// of one element, its NumPy name, and an example.
macro_rules! element_functions {
    ($($(#[$doc:meta])* $name:ident(T: $bound:ident) -> $U:ty = $f:expr; $numpy:literal: $from:tt => $to:tt;)+) => {
        /// # Element by element
        impl<T, S: Shape, O: Ownership> Array<T, S, O> {$(
            $(#[$doc])*
            ///
            /// # Shapes
            /// `(A..) -> (A..)`, any rank; rank 0 stays an array of rank 0.
            ///
            #[doc = concat!("As `numpy.", $numpy, "`.")]
            ///
            /// # Example
            /// ```
            #[doc = concat!("let a = conformable::array!", stringify!($from), ";")]
            #[doc = concat!("assert_eq!(a.", stringify!($name), "(), conformable::array!", stringify!($to), ");")]
            /// ```
            #[inline]
            #[must_use]
            pub fn $name(&self) -> Array<$U, S>
            where
                T: $bound,
            {
                self.map($f)
            }
        )+}
    };
}
pub(super) use element_functions;
