//! What the example prints: digits as text, and types as one writes them.

/// From no ink to full ink.
const INK: &[u8; 6] = b" .:+#@";
/// Pixels in a line of a digit.
const WIDTH: usize = 8;

/// Two digits beside each other, each pixel two characters wide.
pub(crate) fn side_by_side(left: &[f32], right: &[f32]) -> String {
    let lines = left.chunks(WIDTH).zip(right.chunks(WIDTH));
    let (left, right) = (shades(left), shades(right));
    lines.map(|(l, r)| format!("    |{}|    |{}|\n", line(l, &left), line(r, &right))).collect()
}

/// The smallest and the largest pixel of a digit.
fn shades(digit: &[f32]) -> [f32; 2] {
    digit.iter().fold([f32::INFINITY, f32::NEG_INFINITY], |[low, high], x| [low.min(*x), high.max(*x)])
}

fn line(pixels: &[f32], [low, high]: &[f32; 2]) -> String {
    let last = INK.len() - 1;
    let shade = |x: &f32| (x - low) / (high - low) * last as f32;
    // The cast sends NaN, of a digit that is the same all over, to 0.
    let ink = |x: &f32| char::from(INK[(shade(x).round() as usize).min(last)]);
    pixels.iter().flat_map(|x| [ink(x); 2]).collect()
}

/// The type of a value without the modules that its names come from.
pub(crate) fn type_of<T>(_: &T) -> String {
    let full = std::any::type_name::<T>();
    let mut short = String::new();
    for part in full.split_inclusive(|c: char| !c.is_alphanumeric() && c != '_' && c != ':') {
        short.push_str(part.rsplit("::").next().unwrap_or(part));
    }
    // The parameters that have defaults, which nobody writes.
    short.replace(", Owned, Held>", ">").replace(", Lent>", ">")
}
