//! Letters of vectors: swizzles, `with_x`, `extend`, the axes as constants, `perp`.

use conformable::geometry::*;
use conformable::prelude::*;

axis!(World: 3);
axis!(Screen: 2);

#[test]
fn swizzles_are_those_of_glam() {
    let v = glam::Vec4::new(1.0, 2.0, 3.0, 4.0);
    let ours = array![1.0_f32, 2.0, 3.0, 4.0];
    macro_rules! words { ($($word:ident)+) => {{
        use glam::Vec4Swizzles;
        $(assert_eq!(ours.$word().into_nested(), v.$word().to_array());)+
    }};}
    words! {
        xx xy xz xw yx yy yz yw zx zy zz zw wx wy wz ww
        xxx xyz zyx wzy wxy yyw zzx xwx wyw yzw zwx
        xxxx xyzw wzyx yxwz zwxy wwww xxyy zzww yxyx wxyz zyxw
    }
    let (v, ours) = (glam::IVec3::new(1, 2, 3), array![1, 2, 3]);
    macro_rules! words { ($($word:ident)+) => {{
        use glam::Vec3Swizzles;
        $(assert_eq!(ours.$word().into_nested(), v.$word().to_array());)+
    }};}
    words! { xx xy xz yx yy yz zx zy zz xyz xzy yxz yzx zxy zyx zzz xyzx zyxz yyzz }
}

#[test]
fn every_word_has_the_letters_of_its_name() {
    // A digit for each letter, so that a number is a word.
    let text = include_str!("../../src/geometry/swizzles.rs");
    let (mut words, at) = (0, text.find("swizzles! {\n").expect("the table"));
    for entry in text[at..].split([',', ';', ':', '\n', '{', '}']) {
        let parts: Vec<&str> = entry.split_whitespace().collect();
        let Some((word, positions)) = parts.split_first() else { continue };
        if positions.is_empty() || word.parse::<usize>().is_ok() || word.starts_with("swizzles") {
            continue;
        }
        let letters: Vec<String> =
            word.chars().map(|c| "xyzw".find(c).expect("a letter").to_string()).collect();
        assert_eq!(letters, *positions, "{word}");
        words += 1;
    }
    assert_eq!(words, 16 + 64 + 256);
}

#[test]
fn any_owner_and_any_name_has_swizzles() {
    let m = array![[1, 2, 3], [4, 5, 6]];
    assert_eq!(m.t().row(2).unwrap().yx(), array![6, 3]);
    let p: Array<i32, (World,)> = array![1, 2, 3].named();
    let flat: Vec2<i32> = p.zx();
    assert_eq!((flat, p.view().zyx()), (array![3, 1], array![3, 2, 1]));
    let mut q = p;
    assert_eq!(q.view_mut().xy(), array![1, 2]);
}

#[test]
fn letters_are_replaced_and_added() {
    let p: Array<i32, (World,)> = array![1, 2, 3].named();
    assert_eq!(p.with_x(7).with_z(9), array![7, 2, 9].named());
    assert_eq!(array![1, 2, 3, 4].with_y(7).with_w(9), array![1, 7, 3, 9]);
    assert_eq!(Vector::new(["a".to_string(), "b".into()]).with_y("c".into()).y, "c");
    assert_eq!(p.extend(4), array![1, 2, 3, 4]);
    let s: Array<i32, (Screen,)> = array![1, 2].named();
    assert_eq!((s.view().extend(3), s.extend(3).xy()), (array![1, 2, 3], array![1, 2]));
    let v = glam::IVec3::new(1, 2, 3);
    assert_eq!(array![1, 2].extend(3).into_nested(), v.truncate().extend(3).to_array());
}

#[test]
fn axes_are_constants() {
    const UP: Vec3<f32> = Vec3::Y;
    const DOWN: Vec3<f32> = Vec3::NEG_Y;
    assert_eq!(
        (UP.into_nested(), DOWN.into_nested()),
        (glam::Vec3::Y.to_array(), glam::Vec3::NEG_Y.to_array())
    );
    assert_eq!(
        (Vec2::X, Vec2::NEG_X, Vec2::Y, Vec2::NEG_Y),
        (array![1, 0], array![-1, 0], array![0, 1], array![0, -1])
    );
    assert_eq!(
        (Vec3::X, Vec3::Z, Vec3::NEG_Z),
        (array![1_u8, 0, 0], array![0_u8, 0, 1], array![0_i64, 0, -1])
    );
    assert_eq!((Vec4::<f64>::Z, Vec4::<f64>::NEG_W), (array![0., 0., 1., 0.], array![0., 0., 0., -1.]));
    assert_eq!(Vec3::X.cross(&Vec3::Y), Vec3::<i32>::Z);
}

#[test]
fn perpendicular_vectors_need_no_roots() {
    let (a, b) = (array![3, 4], array![-2, 5]);
    let (g, h) = (glam::IVec2::new(3, 4), glam::IVec2::new(-2, 5));
    assert_eq!(a.perp().into_nested(), g.perp().to_array());
    assert_eq!(a.perp_dot(&b), g.perp_dot(h));
    let s: Array<i32, (Screen,)> = a.named();
    assert_eq!((s.perp(), s.perp_dot(&s.view())), (array![-4, 3].named(), 0));
}
