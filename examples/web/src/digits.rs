//! The digits that are known, and which of them are the nearest.

use conformable::{Matrix, Vector};

/// A digit has 8 x 8 pixels, row by row.
pub const PIXELS: usize = 64;
/// So many digits from the start of the files are the known ones.
pub const KNOWN: usize = 1200;
/// The others, by other writers.
pub const OTHERS: usize = 597;

/// The digits and what they are, as the files have them.
static IMAGES: [u8; (KNOWN + OTHERS) * PIXELS] = after_header(include_bytes!("../../data/digits_images.npy"));
static LABELS: [u8; KNOWN + OTHERS] = after_header(include_bytes!("../../data/digits_labels.npy"));

/// What follows the header, of 128 bytes, in a `.npy` file; a file of another length does not compile.
const fn after_header<const N: usize>(file: &[u8]) -> [u8; N] {
    let (header, elements) = file.split_at(128);
    assert!(elements.len() == N && matches!(header, [0x93, b'N', b'U', b'M', b'P', b'Y', ..]));
    let mut all = [0; N];
    all.copy_from_slice(elements);
    all
}

/// A digit of the files, the known ones first, as 64 numbers from 0 to 16; none if there are not so many.
#[must_use]
pub fn image(digit: usize) -> Option<&'static [u8]> {
    IMAGES.chunks_exact(PIXELS).nth(digit)
}

/// What a digit of the files is.
#[must_use]
pub fn label(digit: usize) -> Option<u8> {
    LABELS.get(digit).copied()
}

/// A known digit that is near to one that was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// Its number in the files.
    pub digit: usize,
    /// What it is.
    pub label: u8,
    /// The cosine of the angle between both, as vectors of 64 pixels.
    pub cosine: f32,
}

/// The known digits, one in each row.
pub struct Known(Box<Matrix<f32, KNOWN, PIXELS>>);

impl Known {
    #[must_use]
    #[expect(clippy::new_without_default, reason = "there is no empty one, which a default suggests")]
    pub fn new() -> Self {
        Known(Matrix::boxed_from_fn(|[digit, pixel]| f32::from(IMAGES[digit * PIXELS + pixel])))
    }

    /// All of them, the nearest first. Beside a digit without ink, which has no direction, none is near.
    #[must_use]
    pub fn by_nearness(&self, digit: &Vector<f32, PIXELS>) -> Vec<Near> {
        // Both last axes are `Const<64>`: nothing is left to check, and there is no `Result`.
        let cosines: Vector<f32, KNOWN> = self.0.cosine_similarity(digit);
        let near = |(digit, cosine): (usize, &f32)| Near { digit, label: LABELS[digit], cosine: *cosine };
        let mut near: Vec<Near> = cosines.iter().enumerate().map(near).filter(|n| n.cosine > 0.).collect();
        // Stable, so that of equal cosines the first is the nearest, as in the example `digits`.
        near.sort_by(|a, b| b.cosine.total_cmp(&a.cosine));
        near
    }

    /// The nearest known digit of each of the others: how many are right.
    #[must_use]
    pub fn right_of_others(&self) -> usize {
        let others = Matrix::<f32, OTHERS, PIXELS>::boxed_from_fn(|[digit, pixel]| {
            f32::from(IMAGES[(KNOWN + digit) * PIXELS + pixel])
        });
        // 2.9 MB, which a stack has not.
        let mut cosines = Matrix::<f32, OTHERS, KNOWN>::boxed_zeros();
        others.cosine_similarity_into(&*self.0, &mut *cosines);
        let nearest: Vector<usize, OTHERS> = cosines.argmax_axis::<1>();
        nearest.iter().zip(&LABELS[KNOWN..]).filter(|(known, label)| LABELS[**known] == **label).count()
    }
}

/// What most of the five nearest are; of two with as many, what the nearer is.
#[must_use]
pub fn answer(nearest_first: &[Near]) -> Option<u8> {
    let five = &nearest_first[..nearest_first.len().min(5)];
    let votes = |label: u8| five.iter().filter(|n| n.label == label).count();
    let better = |best: u8, n: &Near| if votes(n.label) > votes(best) { n.label } else { best };
    Some(five.iter().fold(five.first()?.label, better))
}
