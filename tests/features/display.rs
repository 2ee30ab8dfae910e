//! How arrays print: `Display` as NumPy's `str`, by values that NumPy made (`numpy/display.py`), and by hand
//! what NumPy does not have.

#![cfg(feature = "alloc")]

use conformable::{Array, Array3, ArrayD, ArrayView, Const, Dyn, DynRank, Matrix, Vector, array};
use core::fmt::{self, Debug, Display, Write};
use core::str::FromStr;

/// One case of `numpy/display.txt`.
struct Case<'a> {
    name: &'a str,
    dims: Vec<usize>,
    flags: &'a str,
    elements: &'a str,
    text: &'a str,
}

impl Case<'_> {
    /// What this crate prints.
    fn print<T: FromStr<Err: Debug> + Display>(&self) -> String {
        let elements = self.elements.split_whitespace().map(|x| x.parse::<T>().unwrap()).collect();
        let a = ArrayD::from_vec(DynRank::new(&self.dims).unwrap(), elements).unwrap();
        match self.flags {
            "" => a.to_string(),
            "t" => a.t().to_string(),
            "+" => format!("{a:+}"),
            "#" => format!("{a:#}"),
            other => panic!("an unknown flag {other}"),
        }
    }
}

/// A `bool` that NumPy's words are read as.
struct Truth(bool);
impl FromStr for Truth {
    type Err = core::str::ParseBoolError;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        word.to_lowercase().parse().map(Truth)
    }
}
impl Display for Truth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.0, f)
    }
}

#[test]
fn display_is_what_numpy_prints() {
    let (mut cases, mut wrong) = (0, Vec::new());
    for block in include_str!("../numpy/display.txt").split_terminator("\n====\n") {
        let mut lines = block.splitn(6, '\n');
        let mut line = || lines.next().unwrap();
        let (name, dtype, dims, flags, elements, text) = (line(), line(), line(), line(), line(), line());
        let dims = dims.split_whitespace().map(|d| d.parse().unwrap()).collect();
        let case = Case { name, dims, flags, elements, text };
        let printed = match dtype {
            #[cfg(feature = "half-2")]
            "f16" => case.print::<half::f16>(),
            #[cfg(not(feature = "half-2"))]
            "f16" => continue,
            "f32" => case.print::<f32>(),
            "f64" => case.print::<f64>(),
            "i32" => case.print::<i32>(),
            "i64" => case.print::<i64>(),
            "u8" => case.print::<u8>(),
            // Rust's words for them, which are as long as NumPy's.
            "bool" => case.print::<Truth>().replace("true", "True").replace("false", "False"),
            other => panic!("an unknown type {other}"),
        };
        cases += 1;
        if printed != case.text {
            wrong.push(format!("{} ({dtype}):\n{printed}\nNumPy:\n{}", case.name, case.text));
        }
    }
    assert!(cases > 100, "{cases} cases were read");
    assert!(wrong.is_empty(), "{} of {cases} differ:\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn every_ownership_and_shape_prints_the_same() {
    let mut m = Matrix::new([[1., -2.5], [10., 0.]]);
    let text = "[[ 1.  -2.5]\n [10.   0. ]]";
    assert_eq!(m.to_string(), text);
    assert_eq!(m.view().to_string(), text);
    assert_eq!(m.view_mut().to_string(), text);
    assert_eq!(m.t().t().to_string(), text);
    assert_eq!(m.into_dyn().to_string(), text);
    let mixed = Array::from_vec((Dyn(2), Const::<2>), vec![1., -2.5, 10., 0.]).unwrap();
    assert_eq!(mixed.to_string(), text);
    assert_eq!(mixed.t().to_string(), "[[ 1.  10. ]\n [-2.5  0. ]]");
    assert_eq!(Array::<_, ()>::new(2.5).to_string(), "2.5");
}

#[test]
fn eight_axes_print() {
    let a = ArrayD::from_vec(DynRank::new(&[1, 1, 1, 1, 1, 1, 2, 1]).unwrap(), vec![1, 20]).unwrap();
    assert_eq!(a.to_string(), "[[[[[[[[ 1]\n       [20]]]]]]]]");
}

#[cfg(feature = "num-complex-04")]
#[test]
fn complex_numbers_print_as_themselves_in_columns() {
    use num_complex::Complex;
    let a = array![
        [Complex::new(1., 2.), Complex::new(-0.5, 0.)],
        [Complex::new(10., -1.), Complex::new(0., 1.)]
    ];
    assert_eq!(a.to_string(), "[[   1+2i -0.5+0i]\n [  10-1i    0+1i]]");
}

#[test]
fn texts_are_aligned_to_the_right() {
    assert_eq!(array![true, false].to_string(), "[ true false]");
    assert_eq!(array![true, true].to_string(), "[true true]");
    assert_eq!(array![["a", "bcd"], ["äö", ""]].to_string(), "[[  a bcd]\n [ äö    ]]");
    assert_eq!(format!("{:<}", array!["a", "bcd"]), "[a   bcd]");
}

#[test]
fn texts_that_look_like_floats_are_not_changed() {
    /// Prints a number, but knows no precision.
    struct Price(f64);
    impl Display for Price {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{}", self.0)
        }
    }
    assert_eq!(array![Price(2.5), Price(10.25), Price(3.)].to_string(), "[  2.5 10.25     3]");
    assert_eq!(array![Price(2.5), Price(1.25)].to_string(), "[ 2.5 1.25]");
    // A precision cuts these off.
    assert_eq!(array!["1.5", "10.25", "NaN"].to_string(), "[  1.5 10.25   NaN]");
    assert_eq!(array!["NaN", "inf"].to_string(), "[NaN inf]");
    assert_eq!(array!["1.5.5", "1e5", "--1", "1.-", "."].to_string(), "[1.5.5   1e5   --1   1.-     .]");
    // One element that is no number makes all of them texts.
    struct Maybe(Option<f64>);
    impl Display for Maybe {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self.0 {
                Some(x) => Display::fmt(&x, f),
                None => f.write_str("none"),
            }
        }
    }
    assert_eq!(array![Maybe(Some(2.)), Maybe(None)].to_string(), "[   2 none]");
    assert_eq!(array![Maybe(Some(2.)), Maybe(Some(0.5))].to_string(), "[2.  0.5]");
}

#[test]
fn two_bytes_have_three_digits() {
    struct Eighths(i16);
    impl Display for Eighths {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            Display::fmt(&(f32::from(self.0) / 8.), f)
        }
    }
    // np.array([999, 10], np.float16) and np.array([1000, 10], np.float16)
    assert_eq!(array![Eighths(8 * 999), Eighths(80)].to_string(), "[999.  10.]");
    assert_eq!(array![Eighths(8 * 1000), Eighths(80)].to_string(), "[1.e+03 1.e+01]");
}

/// The texts name the numbers they are of, and no shorter decimal does.
#[cfg(feature = "half-2")]
#[test]
fn halves_have_the_shortest_digits_of_their_own_type() {
    use half::{bf16, f16};
    assert_eq!(array![f16::from_f32(0.1), f16::from_f32(-2.5)].to_string(), "[ 0.1 -2.5]");
    assert_eq!(array![bf16::from_f32(0.1)].to_string(), "[0.1]");
    let tenth = array![f16::from_f32(0.1)];
    assert_eq!(
        [format!("{tenth:?}"), format!("{tenth:e}"), format!("{tenth:05}")],
        ["[0.1]", "[1e-1]", "[000.1]"]
    );
    assert_eq!(format!("{tenth:.6} {tenth:.3?}"), "[0.099976] [0.100]");
    assert_eq!(format!("{:?}", array![f16::from_f32(1.), f16::NAN, f16::NEG_INFINITY]), "[1.0, NaN, -inf]");
    let name = |x: bf16| format!("{:e}", array![x]).trim_matches(['[', ']']).to_owned();
    for bits in (0..0x7F80).chain(0x8000..0xFF80) {
        let x = bf16::from_bits(bits);
        let text = name(x);
        // Of `f64`, and rounded once: to the nearer of the numbers beside it.
        let read = |text: &str| array![text.parse::<f64>().unwrap()].cast::<bf16>()[[0]];
        assert_eq!(read(&text).to_bits(), bits, "{text}");
        let digits = text.bytes().take_while(|b| *b != b'e').filter(u8::is_ascii_digit).count();
        if digits > 1 {
            let (significand, exponent) = {
                let text = format!("{:.*e}", digits - 2, x.to_f64());
                let (significand, exponent) = text.split_once('e').unwrap();
                (significand.replace('.', "").parse::<i64>().unwrap(), exponent.parse::<i32>().unwrap())
            };
            for beside in [-1, 0, 1] {
                let shorter = format!("{}e{}", significand + beside, exponent - (digits as i32 - 2));
                assert_ne!(read(&shorter).to_bits(), bits, "{shorter} is shorter than {text}");
            }
        }
    }
}

#[test]
fn a_precision_goes_to_every_element() {
    assert_eq!(format!("{:.2}", array![1., -2.345, 10.]), "[ 1.00 -2.35 10.00]");
    assert_eq!(format!("{:.0}", array![0.6, 10.2]), "[ 1 10]");
    assert_eq!(format!("{:+.1}", array![1., -2.]), "[+1.0 -2.0]");
    assert_eq!(format!("{:.3}", array![f64::NAN, f64::NEG_INFINITY, 1.]), "[  NaN  -inf 1.000]");
    assert_eq!(format!("{:.3}", array![1, 20]), "[ 1 20]", "integers know no precision");
    assert_eq!(format!("{:.1}", array!["ab", "c"]), "[a c]");
    assert_eq!(format!("{:.1}", Array::<_, ()>::new(2.)), "2.0");
}

#[test]
fn a_width_is_the_least_of_a_column() {
    assert_eq!(format!("{:5}", array![1, -2]), "[    1    -2]");
    assert_eq!(format!("{:1}", array![1, -2]), "[ 1 -2]");
    assert_eq!(format!("{:<4}", array![1, -2]), "[1    -2  ]");
    assert_eq!(format!("{:.>4}", array![1, -2]), "[...1 ..-2]");
    assert_eq!(format!("{:*^5}", array![1, 2]), "[**1** **2**]");
    assert_eq!(format!("{:6}", array![1., 2.5]), "[   1.     2.5]");
    assert_eq!(format!("{:-<6}", array![1., 2.5]), "[1. --- 2.5---]");
    assert_eq!(format!("{:7.2}", array![1., 2.5]), "[   1.00    2.50]");
    assert_eq!(format!("{:05}", array![1, -2]), "[00001 -0002]");
    assert_eq!(format!("{:06.2}", array![1., -2.5]), "[001.00 -02.50]");
    assert_eq!(format!("{:5}", Array::<_, ()>::new(2.)), "  2.0");
}

#[test]
fn exponents_and_other_bases() {
    assert_eq!(format!("{:e}", array![1., 250.]), "[  1e0 2.5e2]");
    assert_eq!(format!("{:.2e}", array![1., -250.]), "[ 1.00e0 -2.50e2]");
    assert_eq!(format!("{:.1E}", Matrix::new([[1., 2.], [3., 4e12]])), "[[ 1.0E0  2.0E0]\n [ 3.0E0 4.0E12]]");
    assert_eq!(format!("{:e}", array![1500, 2]), "[1.5e3   2e0]");
    assert_eq!(format!("{:x}", array![10, 255]), "[ a ff]");
    assert_eq!(format!("{:#04X}", array![10, 255]), "[0x0A 0xFF]");
    assert_eq!(format!("{:#b}", array![2, 3]), "[0b10 0b11]");
    assert_eq!(format!("{:o}", array![8]), "[10]");
}

#[test]
fn rust_texts_wrap_and_are_shortened_as_numpy_ones() {
    let a = Vector::<i32, 20>::from_fn(|[i]| i as i32 + 100);
    assert_eq!(format!("{:.1}", a), a.to_string());
    assert_eq!(a.to_string().lines().map(str::len).collect::<Vec<_>>(), [72, 9]);
    let big = Matrix::<i32, 500, 3>::from_fn(|[i, _]| i as i32);
    assert_eq!(format!("{big:x}").lines().count(), 7);
    assert_eq!(format!("{big:#}").lines().count(), 500);
}

#[test]
fn debug_is_a_literal_that_array_reads() {
    let m = array![[1.0, 2.5], [-3.0, 10.0]];
    assert_eq!(format!("{m:?}"), "[[ 1.0,  2.5],\n [-3.0, 10.0]]");
    /// Asserts that an array prints the tokens that it was made of.
    macro_rules! prints_itself {
        ($($tokens:tt)*) => {
            let words = |text: &str| text.split_whitespace().collect::<String>();
            let printed = format!("{:?}", array![$($tokens)*]);
            assert_eq!(words(&printed), words(stringify!([$($tokens)*])));
        };
    }
    prints_itself!([1.0, 2.5], [-3.0, 10.0]);
    prints_itself!(1e-7, 1.5e300);
    prints_itself!([[[true], [false]]], [[[true], [true]]]);
    prints_itself!(["a b", ""], ["\"", "\n"]);
    assert_eq!(format!("{:?}", array![[[1], [2]], [[3], [4]]]), "[[[1],\n  [2]],\n\n [[3],\n  [4]]]");
    assert_eq!(format!("{:?}", array!["a", "b\n"]), r#"["a", "b\n"]"#);
    assert_eq!(format!("{:?}", array![[Some(1), None]]), "[[Some(1),    None]]");
    assert_eq!(format!("{:?}", Array::<_, ()>::new(1.)), "1.0");
}

#[test]
fn debug_of_one_axis_is_that_of_a_slice() {
    let a = array![1.0, -20.25, 3e20];
    assert_eq!(format!("{a:?}"), format!("{:?}", a.as_slice()));
    assert_eq!(format!("{a:8.1?}"), format!("{:8.1?}", a.as_slice()));
    assert_eq!(format!("{a:+?}"), format!("{:+?}", a.as_slice()));
    assert_eq!(format!("{:?}", Vector::<f32, 0>::zeros()), "[]");
}

#[test]
fn debug_forwards_precision_and_has_one_line_per_row() {
    let m = Matrix::<f64, 3, 30>::from_fn(|[i, j]| (i * 30 + j) as f64);
    assert_eq!(format!("{m:.3?}").lines().count(), 3);
    assert_eq!(format!("{:.1?}", array![[1.25, 10.], [2., 3.]]), "[[ 1.2, 10.0],\n [ 2.0,  3.0]]");
    assert_eq!(format!("{:#?}", array![[1, 2], [3, 4]]), "[[1, 2],\n [3, 4]]");
}

#[test]
fn debug_tells_the_shape_where_the_brackets_do_not() {
    assert_eq!(format!("{:?}", Matrix::<f32, 0, 3>::zeros()), "[] /* shape (0, 3) */");
    assert_eq!(format!("{:?}", Matrix::<f32, 2, 0>::zeros()), "[[],\n []] /* shape (2, 0) */");
    let long = Vector::<u16, 1001>::from_fn(|[i]| i as u16);
    assert_eq!(format!("{long:?}"), "[0, 1, 2, ..., 998, 999, 1000] /* shape (1001,) */");
    let big = Matrix::<i8, 1001, 2>::zeros();
    let text = "[[0, 0],\n [0, 0],\n [0, 0],\n ...,\n [0, 0],\n [0, 0],\n [0, 0]] /* shape (1001, 2) */";
    assert_eq!(format!("{big:?}"), text);
    let empty_rows = ArrayView::from_slice((Dyn(usize::MAX >> 1), Const::<0>), &[0_u8; 0]).unwrap();
    assert!(format!("{empty_rows:?}").starts_with("[[],\n [],\n [],\n ...,\n []"));
    assert_eq!(empty_rows.to_string(), "[]");
}

#[test]
#[cfg_attr(not(panic = "unwind"), ignore = "catches a panic")]
fn a_failed_assertion_can_be_read() {
    let failed = std::panic::catch_unwind(|| assert_eq!(array![[1, 2], [3, 4]], array![[1, 2], [3, 5]]));
    let text = failed.unwrap_err().downcast::<String>().unwrap();
    assert!(text.ends_with("left: [[1, 2],\n [3, 4]]\n right: [[1, 2],\n [3, 5]]"), "{text}");
}

#[test]
fn iterators_show_what_is_left() {
    let mut a = Matrix::new([[1, 2], [3, 4]]);
    let mut iter = a.iter();
    iter.next();
    iter.next_back();
    assert_eq!(format!("{iter:?}"), "[2, 3]");
    let mut rows = a.rows();
    rows.next();
    assert_eq!(format!("{rows:?}"), "[[3, 4]]");
    assert_eq!(format!("{:?}", a.t().rows()), "[[1, 3], [2, 4]]");
    let mut iter = a.iter_mut();
    let first = iter.next();
    assert_eq!(format!("{iter:?}"), "[2, 3, 4]");
    *first.unwrap() = 7;
    let mut iter = array![String::from("a"), String::from("b"), String::from("c")].into_iter();
    let (first, last) = (iter.next(), iter.next_back());
    assert_eq!(format!("{iter:?}"), r#"["b"]"#);
    assert_eq!((first.as_deref(), last.as_deref()), (Some("a"), Some("c")));
}

#[test]
fn errors_of_elements_and_writers_are_passed_on() {
    struct Fails;
    impl Display for Fails {
        fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
            Err(fmt::Error)
        }
    }
    assert!(write!(String::new(), "{}", array![Fails]).is_err());

    /// Takes so many characters.
    struct Full(usize);
    impl Write for Full {
        fn write_str(&mut self, s: &str) -> fmt::Result {
            self.0 = self.0.checked_sub(s.len()).ok_or(fmt::Error)?;
            Ok(())
        }
    }
    let cube = Array3::<f64, 2, 2, 2>::from_fn(|[i, j, k]| (i + j + k) as f64);
    let len = cube.to_string().len();
    assert!((0..len).all(|room| write!(Full(room), "{cube}").is_err()));
    assert!(write!(Full(len), "{cube}").is_ok());
}

#[test]
fn debug_of_a_shape_shows_its_lengths() {
    let a = Array::from_shape_elem((Dyn(2), Const::<3>), 0_u8).unwrap();
    assert_eq!(format!("{:?}", a.shape()), "(Dyn(2), Const<3>)");
    assert_eq!(format!("{:?}", Vector::<u8, 4>::zeros().shape()), "(Const<4>,)");
    assert_eq!(format!("{:?}", a.view().into_dyn().shape()), "DynRank([2, 3])");
    assert_eq!(format!("{:?}", a.insert_axis::<0>().shape()), "(Stretch, Dyn(2), Const<3>)");
    assert_eq!(format!("{:?}", ArrayView::from_slice((), &[1]).unwrap().shape()), "()");
}
