//! The pixels of a frame, which are the same on every machine, in every build, and on every path.

#[test]
fn a_frame_has_the_committed_digest() {
    let digest = orbit::first_light();
    assert!(digest == orbit::DIGEST, "the digest is {digest:#018x}");
}

#[test]
fn a_frame_has_sky_floor_and_a_torus() {
    let (width, height) = (160, 120);
    let (mut pixels, mut depth) = (vec![[0; 3]; width * height], vec![0.0; width * height * 4]);
    orbit::render(0.1, width, height, &mut pixels, &mut depth);
    assert_ne!(pixels[80], pixels[160 * 119 + 80]);
    assert_ne!(pixels[80], pixels[160 * 45 + 80]);
}
