//! From the lines of a pen to what the known digits are made of: 8 x 8 counts of ink.
//!
//! The known digits were scanned, brought to a height of 32 pixels, and their strokes made as thick as gives all of
//! them about the same ink; then the dark pixels in each block of 4 x 4 were counted. So is a drawing:
//!
//! ```text
//! fit      the lines into the box, as high as it is
//! thicken  until the ink is that of the known digits
//! count    16 pixels in each block
//! ```

use conformable::{Matrix, Vector, shape};

/// A point of a drawing: x to the right, y down, in any unit.
pub type Point = [f32; 2];
/// Dark pixels are 1, others 0.
pub type Bitmap = Matrix<f32, SIDE, SIDE>;

/// The side of the bitmap in pixels.
const SIDE: usize = 32;
/// What a digit may have of the bitmap's width: the known ones leave the outer columns nearly free.
const WIDTH: f32 = 23.;
/// The dark pixels of a known digit: 312 in the mean, whatever the digit.
const INK: f32 = 312.;
/// Between these half widths of a stroke, in pixels, is the one that gives the ink.
const HALF_WIDTHS: [f32; 2] = [1., 5.5];
/// A line that is almost flat is made at most so much higher beside its width.
const STRETCH: f32 = 2.5;

/// The 64 counts, 0 to 16, row by row, of a drawing; none if nothing is drawn.
///
/// Strokes with positions that are not finite are left out.
#[must_use]
pub fn pixels(strokes: &[Vec<Point>]) -> Option<Vector<f32, 64>> {
    let finite = |stroke: &&Vec<Point>| !stroke.is_empty() && stroke.iter().flatten().all(|x| x.is_finite());
    let strokes: Vec<&[Point]> = strokes.iter().filter(finite).map(Vec::as_slice).collect();
    let bounds = Bounds::of(strokes.iter().copied().flatten())?;
    Some(count(&thicken(|half_width| bitmap(&strokes, &bounds, half_width))))
}

/// The dark pixels in each block of 4 x 4.
fn count(bitmap: &Bitmap) -> Vector<f32, 64> {
    // The types know what is left: (8, 4, 8, 4), (8, 4, 8), (8, 8), 64.
    bitmap.reshape_view::<shape![8, 4, 8, 4]>().sum_axis::<3>().sum_axis::<1>().flatten()
}

/// The bitmap, by the half width of its strokes, that has the most ink up to that of the known digits.
fn thicken(bitmap: impl Fn(f32) -> Bitmap) -> Bitmap {
    let [mut thin, mut thick] = HALF_WIDTHS;
    let mut best = bitmap(thin);
    for _ in 0..8 {
        let half_width = 0.5 * (thin + thick);
        let tried = bitmap(half_width);
        if tried.sum() <= INK {
            (thin, best) = (half_width, tried);
        } else {
            thick = half_width;
        }
    }
    best
}

/// The strokes in the middle of the bitmap, as high as it is.
fn bitmap(strokes: &[&[Point]], bounds: &Bounds, half_width: f32) -> Bitmap {
    let scale = bounds.scale(half_width);
    let middle = SIDE as f32 / 2.;
    let fitted = |p: Point| [0, 1].map(|axis| middle + (p[axis] - bounds.middle(axis)) * scale[axis]);
    let mut dark = Bitmap::zeros();
    for stroke in strokes {
        let mut from = fitted(stroke[0]);
        dot(&mut dark, from, from, half_width);
        for (i, p) in stroke.iter().enumerate() {
            let to = fitted(*p);
            // Hands and pointers give far more points than a bitmap can show.
            if squared(from, to) >= 0.25 || i + 1 == stroke.len() {
                dot(&mut dark, from, to, half_width);
                from = to;
            }
        }
    }
    dark
}

/// Darkens the pixels whose middles are at most `half_width` from the line.
fn dot(dark: &mut Bitmap, from: Point, to: Point, half_width: f32) {
    let span = |axis: usize| {
        let low = from[axis].min(to[axis]) - half_width;
        let high = from[axis].max(to[axis]) + half_width;
        // The casts send what is below 0 to 0.
        low.floor() as usize..(high.ceil() as usize).min(SIDE)
    };
    for row in span(1) {
        for column in span(0) {
            let p = [column as f32 + 0.5, row as f32 + 0.5];
            if squared(p, nearest(p, from, to)) <= half_width * half_width {
                dark[[row, column]] = 1.;
            }
        }
    }
}

/// The point of a line that is nearest to `p`.
fn nearest(p: Point, from: Point, to: Point) -> Point {
    let along = [to[0] - from[0], to[1] - from[1]];
    let length = squared(from, to);
    let at = (p[0] - from[0]) * along[0] + (p[1] - from[1]) * along[1];
    let part = if length > 0. { (at / length).clamp(0., 1.) } else { 0. };
    [from[0] + part * along[0], from[1] + part * along[1]]
}

/// The square of the distance.
fn squared(a: Point, b: Point) -> f32 {
    (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])
}

/// The smallest upright rectangle around points.
struct Bounds {
    low: Point,
    high: Point,
}

impl Bounds {
    /// None without points.
    fn of<'a>(mut points: impl Iterator<Item = &'a Point>) -> Option<Self> {
        let first = *points.next()?;
        let start = Bounds { low: first, high: first };
        Some(points.fold(start, |bounds, p| Bounds {
            low: [0, 1].map(|axis| bounds.low[axis].min(p[axis])),
            high: [0, 1].map(|axis| bounds.high[axis].max(p[axis])),
        }))
    }

    fn middle(&self, axis: usize) -> f32 {
        0.5 * self.low[axis] + 0.5 * self.high[axis]
    }

    /// The factors of both axes for strokes of a half width: as high as the bitmap, and no wider than digits are.
    fn scale(&self, half_width: f32) -> [f32; 2] {
        let [width, height] = [0, 1].map(|axis| self.high[axis] - self.low[axis]);
        // Infinite along an axis without extent, which has nothing to scale.
        let widest = (WIDTH - 2. * half_width) / width;
        let highest = (SIDE as f32 - 2. * half_width) / height;
        let x = widest.min(highest);
        let y = highest.min(STRETCH * x);
        [x, y].map(|scale| if scale.is_finite() { scale } else { 0. })
    }
}
