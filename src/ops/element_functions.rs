//! The table of functions of one element: `element_functions!` makes methods of them.

/// Stamps functions of each element: what it is, the method and its form `_into`, the bound on elements, the type of results, the function
/// of one element, its NumPy name, and an example. Before them, the methods that do it.
macro_rules! element_functions {
    ($map:ident $map_into:ident: $($(#[$doc:meta])* $name:ident $into:ident $(<$M:ident>)? (T: $bound:path) -> $U:ty = $f:expr; $numpy:literal: $from:tt => $to:tt;)+) => {
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
            pub fn $name $(<$M>)? (&self) -> Array<$U, S>
            where
                T: $bound,
            {
                self.$map($f)
            }

            #[doc = concat!("Writes [`", stringify!($name), "`](Array::", stringify!($name), ") into an existing array of the same shape.")]
            ///
            /// # Errors
            /// As [`map_into`](Array::map_into).
            #[inline]
            pub fn $into<$($M,)? S2: Shape, O2: OwnershipMut>(&self, out: &mut Array<$U, S2, O2>) -> MapIntoOutcome<S, S2>
            where
                T: $bound,
                S: SameShape<S2, op::map_into>,
            {
                self.$map_into(out, $f)
            }
        )+}
    };
}
pub(super) use element_functions;
