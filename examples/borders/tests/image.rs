//! Images as arrays of height, width and channels, nothing copied.
#![cfg(feature = "image")]

use conformable::{Array, ArrayView, Const, Dyn, s};
use image::RgbImage;

#[test]
fn an_image_is_height_by_width_by_channels() {
    let (width, height) = (4, 2);
    let image = RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 7]));
    let shape = (Dyn(image.height() as usize), Dyn(image.width() as usize), Const::<3>);
    let pixels = ArrayView::from_slice(shape, image.as_raw()).unwrap();
    assert_eq!(pixels.as_slice().unwrap().as_ptr(), image.as_raw().as_ptr());
    assert_eq!((pixels[[1, 3, 0]], pixels[[1, 3, 1]]), (3, 1));
    // The other way round compiles, too, and is another picture.
    let wrong = ArrayView::from_slice((Dyn(4), Dyn(2), Const::<3>), image.as_raw()).unwrap();
    assert_ne!(wrong[[1, 1, 0]], 1);

    let mirrored: Array<u8, (Dyn, Dyn, Const<3>)> = pixels.slice(s![.., ..;-1, ..]).to_owned();
    let first = mirrored.as_slice().as_ptr();
    let [height, width, _] = mirrored.dims();
    let back = RgbImage::from_raw(width as u32, height as u32, mirrored.into_vec()).unwrap();
    assert_eq!(back.as_raw().as_ptr(), first);
    assert_eq!(back.get_pixel(0, 1), image.get_pixel(3, 1));
}
