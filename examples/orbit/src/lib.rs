//! A software renderer whose pixels have the same bits on every machine.
//!
//! The frames are in the types, so that the wrong order does not compile:
//!
//! ```compile_fail,E0277
//! use conformable::geometry::Isometry3;
//! use orbit::{Camera, Model, World};
//! fn wrong(camera_from_world: Isometry3<f32, Camera, World>, world_from_model: Isometry3<f32, World, Model>) {
//!     let _ = world_from_model * camera_from_world; // a transform to `Camera` cannot come before one from `Model`
//! }
//! ```

use conformable::geometry::camera::rh::{look_at, vulkan};
use conformable::geometry::{Isometry3, Projection3, Quat, Vec3, Vec4};
use conformable::{Array, axis};

axis!(pub Model: 3);
axis!(pub World: 3);
axis!(pub Camera: 3);

/// The distance of the near plane, in metres.
const NEAR: f32 = 0.1;
/// A whole turn, in radians.
const TURN: f32 = core::f32::consts::TAU;
/// Samples along an edge of a pixel.
const SAMPLES: usize = 2;
/// The linear colour of what no triangle covers.
const SKY: [f32; 3] = [0.32, 0.48, 0.70];

/// A corner of a triangle.
#[derive(Clone, Copy)]
struct Vertex {
    place: Array<f32, (Model,)>,
    normal: Array<f32, (Model,)>,
    uv: [f32; 2],
}

/// A corner in clip space, with the normal in the world.
#[derive(Clone, Copy)]
struct Corner {
    clip: Vec4<f32>,
    normal: Array<f32, (World,)>,
    uv: [f32; 2],
}

/// The linear colour at texture coordinates.
type Texture = fn([f32; 2]) -> [f32; 3];

/// Whether a number is in an odd cell.
fn odd(x: f32) -> bool {
    x.floor() as i32 & 1 == 1
}

fn checker([u, v]: [f32; 2]) -> [f32; 3] {
    if odd(u) ^ odd(v) { [0.55, 0.53, 0.50] } else { [0.12, 0.13, 0.16] }
}

fn stripes([u, v]: [f32; 2]) -> [f32; 3] {
    if odd(u * 24.0 + v * 4.0) { [0.85, 0.32, 0.06] } else { [0.90, 0.78, 0.55] }
}

/// Passes the triangles of a grid over the unit square to `draw`.
fn grid(columns: usize, rows: usize, vertex: impl Fn(f32, f32) -> Vertex, mut draw: impl FnMut([Vertex; 3])) {
    let at = |i: usize, j: usize| vertex(i as f32 / columns as f32, j as f32 / rows as f32);
    for i in 0..columns {
        for j in 0..rows {
            let [a, b, c, d] = [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)];
            draw([a, b, c]);
            draw([a, c, d]);
        }
    }
}

fn torus(u: f32, v: f32) -> Vertex {
    let around = Quat::from_rotation_y(u * TURN);
    let normal = around.transform_vector(&Vec3::X.rotate_z(v * TURN));
    let place = around.transform_vector(&Vec3::X) + normal * 0.42;
    Vertex { place: place.named(), normal: normal.named(), uv: [u, v] }
}

fn floor(u: f32, v: f32) -> Vertex {
    let place = Vec3::new([(u - 0.5) * 12.0, 0.0, (v - 0.5) * 12.0]);
    Vertex { place: place.named(), normal: Vec3::Y.named(), uv: [u * 12.0, v * 12.0] }
}

/// What is drawn into: samples, with reverse depth.
struct Target<'a> {
    width: usize,
    height: usize,
    colors: &'a mut [[f32; 3]],
    depth: &'a mut [f32],
}

impl Target<'_> {
    /// Draws a triangle that is before the near plane as a whole; another is left out.
    fn triangle(&mut self, corners: [Corner; 3], texture: Texture) {
        if corners.iter().any(|corner| corner.clip.w < NEAR) {
            return;
        }
        let size = [self.width as f32, self.height as f32];
        let inverse = corners.map(|corner| 1.0 / corner.clip.w);
        let screen: [[f32; 3]; 3] = [0, 1, 2].map(|i| {
            let Corner { clip, .. } = corners[i];
            let at = |x: f32, size: f32| (x * inverse[i] * 0.5 + 0.5) * size;
            [at(clip.x, size[0]), at(clip.y, size[1]), clip.z * inverse[i]]
        });
        // Twice the area of the triangle of two corners and a point.
        let edge = |a: [f32; 3], b: [f32; 3], x: f32, y: f32| {
            (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])
        };
        let [a, b, c] = screen;
        let area = edge(a, b, c[0], c[1]);
        if area == 0.0 {
            return;
        }
        let range = |i: usize, end: usize| {
            let (least, most) = (a[i].min(b[i]).min(c[i]), a[i].max(b[i]).max(c[i]));
            least.max(0.0) as usize..(most.max(0.0) as usize + 1).min(end)
        };
        let light: Array<f32, (World,)> = Vec3::new([0.5, 0.8, 0.35]).normalize_or_zero().named();
        for row in range(1, self.height) {
            for column in range(0, self.width) {
                let (x, y) = (column as f32 + 0.5, row as f32 + 0.5);
                let weights = [edge(b, c, x, y), edge(c, a, x, y), edge(a, b, x, y)].map(|part| part / area);
                if weights.iter().any(|&weight| weight < 0.0) {
                    continue;
                }
                let depth = weights[0] * a[2] + weights[1] * b[2] + weights[2] * c[2];
                let sample = row * self.width + column;
                if depth <= self.depth[sample] {
                    continue;
                }
                self.depth[sample] = depth;
                // In perspective what is linear is a value over the distance.
                let parts = [0, 1, 2].map(|i| weights[i] * inverse[i]);
                let sum = parts[0] + parts[1] + parts[2];
                let [p, q, r] = parts.map(|part| part / sum);
                let [d, e, f] = corners;
                let uv = [0, 1].map(|i| p * d.uv[i] + q * e.uv[i] + r * f.uv[i]);
                let normal = (d.normal * p + e.normal * q + f.normal * r).normalize_or_zero();
                let lambert: f32 = normal.inner(&light);
                self.colors[sample] = texture(uv).map(|part| part * (0.22 + 0.95 * lambert.max(0.0)));
            }
        }
    }
}

/// Renders the scene after a part of a turn, 0 to 1, of the camera, row by row from the top. `depth` has 2x2 samples a pixel.
///
/// # Panics
/// If `pixels` has not `width * height` elements, or `depth` not 4 times as many.
pub fn render(turn: f32, width: usize, height: usize, pixels: &mut [[u8; 3]], depth: &mut [f32]) {
    assert_eq!(pixels.len(), width * height, "pixels");
    assert_eq!(depth.len(), pixels.len() * SAMPLES * SAMPLES, "samples of depth");
    depth.fill(0.0);
    let mut colors = vec![SKY; depth.len()];
    let (wide, high) = (width * SAMPLES, height * SAMPLES);
    let mut target = Target { width: wide, height: high, colors: &mut colors, depth };

    let eye: Array<f32, (World,)> = Vec3::new([0.0, 2.3, 4.2]).rotate_y(turn * TURN).named();
    let center: Array<f32, (World,)> = Vec3::new([0.0, 0.7, 0.0]).named();
    let camera_from_world: Isometry3<f32, Camera, World> = look_at(&eye, &center, &Vec3::Y.named()).named();
    let clip_from_camera: Projection3<f32, Camera> =
        vulkan::perspective_infinite_reverse(0.9, width as f32 / height as f32, NEAR).named();
    let tilt = Quat::from_rotation_x(0.9);
    let world_from_torus: Isometry3<f32, World, Model> =
        Isometry3::from_rotation_translation(tilt, &Vec3::new([0.0, 1.2, 0.0])).named();
    let world_from_floor: Isometry3<f32, World, Model> = Isometry3::IDENTITY.named();

    let mut draw =
        |world_from_model: Isometry3<f32, World, Model>, triangle: [Vertex; 3], texture: Texture| {
            let camera_from_model = camera_from_world * world_from_model;
            let corners = triangle.map(|vertex| Corner {
                clip: clip_from_camera.transform_point(&camera_from_model.transform_point(&vertex.place)),
                normal: world_from_model.transform_normal(&vertex.normal),
                uv: vertex.uv,
            });
            target.triangle(corners, texture);
        };
    grid(12, 12, floor, |triangle| draw(world_from_floor, triangle, checker));
    grid(64, 32, torus, |triangle| draw(world_from_torus, triangle, stripes));

    for (i, pixel) in pixels.iter_mut().enumerate() {
        let first = i / width * SAMPLES * wide + i % width * SAMPLES;
        let samples = [first, first + 1, first + wide, first + wide + 1];
        *pixel = [0, 1, 2].map(|channel| {
            let sum: f32 = samples.iter().map(|&sample| colors[sample][channel].min(1.0)).sum();
            // Gamma 2, of a square root, which is exact everywhere.
            ((sum * 0.25).sqrt() * 255.0 + 0.5) as u8
        });
    }
}

/// FNV-1a of 64 bits over the bytes of the pixels, after those that gave `digest`; the first is [`FNV`].
#[must_use]
pub fn digest(digest: u64, pixels: &[[u8; 3]]) -> u64 {
    pixels
        .as_flattened()
        .iter()
        .fold(digest, |digest, &byte| (digest ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// The digest of no bytes.
pub const FNV: u64 = 0xcbf2_9ce4_8422_2325;

/// The digest that [`first_light`] gives on every machine, in every build, and on every path.
pub const DIGEST: u64 = 0xeafd_7b6a_d4ec_ad58;

/// The digest of one small frame: 160 x 120 pixels, after a tenth of a turn.
#[must_use]
pub fn first_light() -> u64 {
    let (width, height) = (160, 120);
    let (mut pixels, mut depth) = (vec![[0; 3]; width * height], vec![0.0; width * height * 4]);
    render(0.1, width, height, &mut pixels, &mut depth);
    digest(FNV, &pixels)
}
