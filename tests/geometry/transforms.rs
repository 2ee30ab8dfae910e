//! `Isometry`, `Affine`, `Transform`: beside matrices of homogeneous coordinates, and beside glam.

use super::common::Rng;
use super::peers::*;
use conformable::geometry::*;
use conformable::prelude::*;

fn isometry<T: Peer>(rng: &mut Rng) -> Isometry3<T> {
    Isometry3::from_rotation_translation(rotation(rng), &vector(rng))
}
fn affine<T: Peer>(rng: &mut Rng) -> Affine3<T> {
    loop {
        let linear = Mat3::<T>::from_fn(|_| number(rng));
        if linear.det().wide().abs() > 0.1 {
            return Affine3::from_matrix_translation(&linear, &vector(rng));
        }
    }
}
/// The point as homogeneous coordinates.
fn point<T: Peer>(v: Vec3<T>) -> Vec4<T> {
    let [x, y, z] = v.into_nested();
    Vec4::new([x, y, z, T::one()])
}

#[test]
fn transforms_are_what_their_matrices_are() {
    fn check<T: Peer>() {
        let mut rng = Rng::new(1);
        for _ in 0..CASES {
            let (a, b) = (isometry::<T>(&mut rng), isometry::<T>(&mut rng));
            let (c, d) = (affine::<T>(&mut rng), affine::<T>(&mut rng));
            let v = vector::<T>(&mut rng);
            near(
                &a.to_matrix().matvec(&point(v)).as_slice()[..3],
                a.transform_point(&v).as_slice(),
                2.0,
                16.0,
            );
            near(
                &c.to_matrix().matvec(&point(v)).as_slice()[..3],
                c.transform_point(&v).as_slice(),
                2.0,
                8.0,
            );
            near((a * b).to_matrix().as_slice(), a.to_matrix().matmul(&b.to_matrix()).as_slice(), 2.0, 24.0);
            near((c * d).to_matrix().as_slice(), c.to_matrix().matmul(&d.to_matrix()).as_slice(), 4.0, 8.0);
            near((a * c).to_matrix().as_slice(), a.to_matrix().matmul(&c.to_matrix()).as_slice(), 4.0, 8.0);
            near((c * a).to_matrix().as_slice(), c.to_matrix().matmul(&a.to_matrix()).as_slice(), 4.0, 8.0);
            let back = a.inverse_transform_point(&a.transform_point(&v));
            near(back.as_slice(), v.as_slice(), 4.0, 24.0);
            near(
                a.inverse().transform_point(&v).as_slice(),
                a.inverse_transform_point(&v).as_slice(),
                4.0,
                24.0,
            );
            near((c.inverse().unwrap() * c).to_matrix().as_slice(), Mat4::<T>::eye().as_slice(), 10.0, 64.0);
            near(a.transform_vector(&v).as_slice(), a.rotation.transform_vector(&v).as_slice(), 1.0, 0.0);
            let again = Isometry3::from_matrix(&a.to_matrix()).unwrap();
            near(again.to_matrix().as_slice(), a.to_matrix().as_slice(), 2.0, 16.0);
            assert_eq!(Affine3::from_matrix(&c.to_matrix()), Some(c));
        }
        let mut last = Mat4::<T>::eye();
        last[[3, 0]] = T::epsilon();
        assert!(Affine3::<T>::from_matrix(&last).is_none() && Isometry3::<T>::from_matrix(&last).is_none());
        let doubled = Affine3::from_scale(&Vec3::full(T::from_f64(2.)));
        assert!(Isometry3::<T>::from_matrix(&doubled.to_matrix()).is_none());
    }
    check::<f32>();
    check::<f64>();
}

#[test]
fn transforms_are_those_of_glam() {
    let mut rng = Rng::new(2);
    for _ in 0..CASES {
        let (q, t, v) = (rotation::<f64>(&mut rng), vector::<f64>(&mut rng), vector::<f64>(&mut rng));
        let s = vector::<f64>(&mut rng).map(|x| if x.abs() < 0.1 { 1.0 } else { x });
        let (gq, gt, gs, gv) = (f64::q(q), f64::v3(t), f64::v3(s), f64::v3(v));
        let ours = Affine3::from_scale_rotation_translation(&s, q, &t);
        let theirs = glam::DAffine3::from_scale_rotation_translation(gs, gq, gt);
        near(ours.transform_point(&v).as_slice(), &theirs.transform_point3(gv).to_array(), 4.0, 8.0);
        near(ours.transform_vector(&v).as_slice(), &theirs.transform_vector3(gv).to_array(), 4.0, 8.0);
        let (inverse, ginverse) = (ours.inverse().unwrap(), theirs.inverse());
        near(inverse.transform_point(&v).as_slice(), &ginverse.transform_point3(gv).to_array(), 40.0, 64.0);
        let parts = ours.to_scale_rotation_translation().unwrap();
        near(parts.to_affine().to_matrix().as_slice(), ours.to_matrix().as_slice(), 2.0, 24.0);
        let (gscale, _, gtranslation) = theirs.to_scale_rotation_translation();
        near(parts.scale.as_slice(), &gscale.to_array(), 2.0, 16.0);
        near(parts.translation.as_slice(), &gtranslation.to_array(), 1.0, 0.0);
        // Normals stay at right angles to their surfaces.
        let normal = direction::<f64>(&mut rng);
        let along = normal.cross(&v);
        let moved = ours.transform_normal(&normal);
        near(&[moved.inner(&ours.transform_vector(&along))], &[0.], 1.0, 400.0);
        near(&[moved.norm()], &[1.], 1.0, 4.0);
    }
}

#[test]
fn transforms_of_the_plane_are_those_of_space_without_z() {
    let mut rng = Rng::new(3);
    for _ in 0..CASES {
        let [a, b, x, y] = [0; 4].map(|_| 3.0 * rng.f64());
        let t = Vec2::new([rng.f64(), rng.f64()]);
        let flat = Isometry2::from_rotation_translation(Rot2::from_angle(a), &t);
        let space =
            Isometry3::from_rotation_translation(Quat::from_rotation_z(a), &Vec3::new([t.x, t.y, 0.]));
        let other = (
            Isometry2::from_rotation(Rot2::from_angle(b)),
            Isometry3::from_rotation(Quat::from_rotation_z(b)),
        );
        let (v, w) = (Vec2::new([x, y]), Vec3::new([x, y, 0.]));
        let got = (flat * other.0).inverse().transform_point(&v);
        let expected = (space * other.1).inverse().transform_point(&w);
        near(got.as_slice(), &expected.as_slice()[..2], 8.0, 24.0);
        let affine =
            Affine2::from_scale_rotation_translation(&Vec2::new([2., -0.5]), Rot2::from_angle(b), &t);
        let back = affine.inverse().unwrap();
        near(back.transform_point(&affine.transform_point(&v)).as_slice(), v.as_slice(), 8.0, 16.0);
        near(
            (flat * affine).to_matrix().as_slice(),
            flat.to_matrix().matmul(&affine.to_matrix()).as_slice(),
            8.0,
            8.0,
        );
        near(
            (affine * flat).to_matrix().as_slice(),
            affine.to_matrix().matmul(&flat.to_matrix()).as_slice(),
            8.0,
            8.0,
        );
        let parts = affine.to_scale_rotation_translation().unwrap();
        near(parts.to_affine().to_matrix().as_slice(), affine.to_matrix().as_slice(), 2.0, 8.0);
        let again = Isometry2::from_matrix(&flat.to_matrix()).unwrap();
        near(again.to_matrix().as_slice(), flat.to_matrix().as_slice(), 2.0, 8.0);
        near(flat.lerp(&again, 0.5).to_matrix().as_slice(), flat.to_matrix().as_slice(), 2.0, 16.0);
        let normal = affine.transform_normal(&Vec2::new([-y, x]));
        near(&[normal.inner(&affine.transform_vector(&v))], &[0.], 8.0, 16.0);
        near(flat.inverse_transform_point(&flat.transform_point(&v)).as_slice(), v.as_slice(), 8.0, 16.0);
    }
}

#[test]
fn what_has_no_inverse_says_so() {
    let flat = Affine3::from_scale(&array![1., 1., 0.]);
    assert!(flat.inverse().is_none() && flat.to_scale_rotation_translation().is_none());
    assert_eq!(flat.transform_normal(&array![0., 0., 2.]), array![0., 0., 1.]);
    assert_eq!(Affine3::from_scale(&array![1., 0., 0.]).transform_normal(&array![0., 0., 1.]), Vec3::zeros());
    assert!(Affine3::from_translation(&array![f64::INFINITY, 0., 0.]).inverse().is_none());
    assert!(Affine3::from_scale(&array![f64::NAN, 1., 1.]).inverse().is_none());
    assert!(Affine2::from_scale(&array![1., 0.]).inverse().is_none());
    let sheared = Affine3::from_rows([[1., 0.5, 0., 0.], [0., 1., 0., 0.], [0., 0., 1., 0.]]);
    assert!(sheared.to_scale_rotation_translation().is_none() && sheared.inverse().is_some());
    // Determinants that leave the range of `f32`.
    for size in [1e-14_f32, 1e14] {
        let small = Affine3::from_scale_rotation_translation(
            &Vec3::full(size),
            Quat::from_euler(EulerRot::XYZ, 0.3, 0.5, 0.7),
            &array![size, 0., 0.],
        );
        let back = small.inverse().unwrap() * small;
        near(back.to_matrix().as_slice(), Mat4::<f32>::eye().as_slice(), 1.0, 16.0);
    }
    // A mirror is a negative scale along x.
    let mirror = Affine3::from_scale(&array![1., 1., -2.]).to_scale_rotation_translation().unwrap();
    assert!(mirror.scale.x < 0.);
    near(mirror.to_affine().to_matrix().as_slice(), Mat4::diag_of([1., 1., -2., 1.]).as_slice(), 2.0, 4.0);
}

/// A diagonal matrix.
trait Diagonal {
    fn diag_of(diagonal: [f64; 4]) -> Mat4<f64>;
}
impl Diagonal for Mat4<f64> {
    fn diag_of(diagonal: [f64; 4]) -> Mat4<f64> {
        Vec4::new(diagonal).diag()
    }
}

#[test]
fn transforms_have_the_memory_that_they_say() {
    assert_eq!(size_of::<Quat<f32>>(), 16);
    assert_eq!(size_of::<Rot2<f64>>(), 16);
    assert_eq!((size_of::<Isometry3<f32>>(), size_of::<Isometry2<f32>>()), (28, 16));
    assert_eq!((size_of::<Affine3<f32>>(), size_of::<Affine2<f32>>()), (48, 24));
    assert_eq!((size_of::<Transform3<f32>>(), align_of::<Transform3<f32>>()), (40, 4));
    assert_eq!(size_of::<Projection3<f64>>(), 128);
    const SHIFT: Affine3<f32> = Affine3::from_translation(&Vec3::new([1., 2., 3.]));
    assert_eq!(SHIFT.as_rows(), &[[1., 0., 0., 1.], [0., 1., 0., 2.], [0., 0., 1., 3.]]);
    const ONES: Transform3<i32> = Transform3::IDENTITY;
    assert_eq!(ONES.scale, array![1, 1, 1]);
    assert_eq!(Isometry3::<f32>::default(), Isometry3::IDENTITY);
    let text = format!("{:?}", Quat::<f32>::IDENTITY);
    assert!(text.starts_with("Quat {"), "{text}");
}

#[test]
fn interpolation_meets_both_ends() {
    let mut rng = Rng::new(4);
    for _ in 0..CASES {
        let (a, b) = (isometry::<f64>(&mut rng), isometry::<f64>(&mut rng));
        near(a.lerp(&b, 0.).to_matrix().as_slice(), a.to_matrix().as_slice(), 2.0, 8.0);
        near(a.lerp(&b, 1.).to_matrix().as_slice(), b.to_matrix().as_slice(), 2.0, 24.0);
        let [s, t] = [0; 2].map(|_| vector::<f64>(&mut rng));
        let c = Transform3 { scale: s, rotation: a.rotation, translation: t };
        let d = Transform3 { scale: t, rotation: b.rotation, translation: s };
        near(
            c.lerp(&d, 1.).to_affine().to_matrix().as_slice(),
            d.to_affine().to_matrix().as_slice(),
            2.0,
            24.0,
        );
        let (e, f) = (affine::<f64>(&mut rng), affine::<f64>(&mut rng));
        assert_eq!((e.lerp(&f, 0.), e.lerp(&f, 1.)), (e, f));
    }
}
