//! Drawings that are recognised, whatever their size, place and number of points; and what is drawn badly.

use conformable::Vector;
use conformable_web::digits::{self, Known};
use conformable_web::drawing::{self, Point};

/// A part of an ellipse, in turns from the right end clockwise as one sees it.
fn arc([x, y]: Point, [a, b]: Point, [from, to]: [f32; 2]) -> Vec<Point> {
    let at = |i: u8| {
        let turn = (from + (to - from) * f32::from(i) / 24.) * std::f32::consts::TAU;
        [x + a * turn.cos(), y + b * turn.sin()]
    };
    (0..=24).map(at).collect()
}

/// Each digit as one may write it, in a box of 60 x 100.
fn strokes(digit: u8) -> Vec<Vec<Point>> {
    match digit {
        0 => vec![arc([30., 50.], [30., 50.], [0., 1.])],
        1 => vec![vec![[30., 0.], [30., 100.]]],
        2 => vec![[arc([30., 28.], [28., 28.], [0.5, 1.1]), vec![[2., 100.], [60., 100.]]].concat()],
        3 => {
            vec![[arc([28., 25.], [28., 25.], [0.6, 1.2]), arc([28., 74.], [30., 26.], [0.8, 1.4])].concat()]
        }
        4 => vec![vec![[30., 0.], [2., 55.], [58., 55.]], vec![[48., 30.], [36., 100.]]],
        5 => vec![[vec![[55., 0.], [12., 0.], [8., 45.]], arc([28., 70.], [30., 30.], [0.6, 1.4])].concat()],
        6 => vec![[vec![[40., 0.], [14., 40.]], arc([30., 72.], [26., 28.], [0.5, 1.6])].concat()],
        7 => vec![vec![[4., 4.], [58., 4.], [24., 100.]], vec![[14., 52.], [56., 48.]]],
        8 => vec![arc([30., 25.], [22., 25.], [0.25, 1.25]), arc([30., 75.], [26., 25.], [0.75, 1.75])],
        _ => vec![[arc([30., 28.], [26., 26.], [0., 1.]), vec![[54., 60.], [44., 100.]]].concat()],
    }
}

fn moved(strokes: &[Vec<Point>], scale: f32, [x, y]: Point) -> Vec<Vec<Point>> {
    let point = |p: &Point| [x + scale * p[0], y + scale * p[1]];
    strokes.iter().map(|stroke| stroke.iter().map(point).collect()).collect()
}

fn answer(known: &Known, pixels: &Vector<f32, 64>) -> Option<u8> {
    digits::answer(&known.by_nearness(pixels))
}

#[test]
fn each_digit_is_recognised_large_and_small_and_anywhere() {
    let known = Known::new();
    for digit in 0..10 {
        for (scale, place) in [(1., [0., 0.]), (0.2, [300., 5.]), (7.3, [-80., 1000.])] {
            let pixels = drawing::pixels(&moved(&strokes(digit), scale, place)).unwrap();
            let near = known.by_nearness(&pixels);
            let said = digits::answer(&near);
            assert_eq!(said, Some(digit), "scale {scale}: {:?}", &near[..5]);
            assert_eq!(near.len(), digits::KNOWN);
        }
    }
}

#[test]
fn drawings_are_as_the_known_digits() {
    for digit in 0..10 {
        let pixels = drawing::pixels(&strokes(digit)).unwrap();
        assert!(pixels.iter().all(|x| (0. ..=16.).contains(x) && x.fract() == 0.));
        let ink: f32 = pixels.iter().sum();
        assert!((230. ..=312.).contains(&ink), "{digit}: {ink}");
        // As high as the picture: something in the first and the last row.
        assert!(pixels.as_slice()[..8].iter().any(|x| *x > 0.), "{digit}");
        assert!(pixels.as_slice()[56..].iter().any(|x| *x > 0.), "{digit}");
    }
}

#[test]
fn a_dot_a_line_and_nothing_are_no_trouble() {
    assert_eq!(drawing::pixels(&[]), None);
    assert_eq!(drawing::pixels(&[vec![]]), None);
    assert_eq!(drawing::pixels(&[vec![[f32::NAN, 0.]], vec![[0., f32::INFINITY]]]), None);
    for stroke in [
        vec![[5., 5.]],
        vec![[5., 5.], [5., 5.]],
        vec![[0., 7.], [90., 7.]],
        vec![[-1e30, 0.], [1e30, 1.]],
        vec![[-3e38, 3e38], [3e38, -3e38]],
    ] {
        let pixels = drawing::pixels(&[stroke.clone(), vec![[f32::NAN, 1.]]]).unwrap();
        assert!(pixels.iter().all(|x| (0. ..=16.).contains(x)), "{stroke:?}");
        assert!(pixels.iter().any(|x| *x > 0.), "{stroke:?}");
    }
}

#[test]
fn digits_of_other_writers_are_recognised() {
    let known = Known::new();
    // As the example `digits` counts them.
    assert_eq!(known.right_of_others(), 574);
    let others = digits::KNOWN..digits::KNOWN + digits::OTHERS;
    let right = others.filter(|digit| {
        let image = digits::image(*digit).unwrap();
        answer(&known, &Vector::from_fn(|[i]| f32::from(image[i]))) == digits::label(*digit)
    });
    let right = right.count();
    assert!(right >= 570, "{right}");
    assert_eq!(digits::image(digits::KNOWN + digits::OTHERS), None);
    assert_eq!(digits::label(digits::KNOWN + digits::OTHERS), None);
}

#[test]
fn nothing_is_near_to_no_ink() {
    let near = Known::new().by_nearness(&Vector::zeros());
    assert_eq!(near, []);
    assert_eq!(digits::answer(&near), None);
}

#[test]
fn of_equal_votes_the_nearer_wins() {
    let near = |labels: &[u8]| {
        labels.iter().map(|label| digits::Near { digit: 0, label: *label, cosine: 1. }).collect::<Vec<_>>()
    };
    assert_eq!(digits::answer(&near(&[3, 5, 5, 3, 1])), Some(3));
    assert_eq!(digits::answer(&near(&[3, 5, 5, 1, 2, 3, 3])), Some(5));
    assert_eq!(digits::answer(&near(&[7])), Some(7));
}
