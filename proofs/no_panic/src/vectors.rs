//! Vectors of 2, 3 and 4 elements: names of their axes, letters, lengths, angles, turns.

use crate::fixed::A;
use crate::{any, cases};
use conformable::geometry::{Vec2, Vec3, Vec4};
use conformable::{Array, Vector, axis};

axis!(World: 3);
axis!(Place: 4);

static P: Vec2<f32> = Vector::new([1., 2.]);
static U: Vec3<f32> = Vector::new([1., 2., 3.]);
static V: Vec3<f32> = Vector::new([3., 1., 2.]);
static Q: Vec4<f64> = Vector::new([1., 2., 3., 4.]);

cases! {
    named { let w: Array<f32, (World,)> = any!(U).named(); (any!(w).unnamed(), any!(A).with_axes::<(World, Place)>()) }
    letters { (any!(&U).zyx(), any!(&Q).wx(), any!(&P).xxyy(), any!(&P).view().yx(), any!(U).with_z(1.), any!(Q).with_w(any!(1.))) }
    extend { (any!(&P).extend(1.), any!(&U).extend(1.), any!(&P).perp(), any!(&P).perp_dot(any!(&P))) }
    normalize_or { (any!(&U).normalize_or(any!(&V)), any!(&Q).normalize_or_zero(), any!(&U).try_normalize(), any!(&U).normalize_and_norm(), any!(&U).is_normalized()) }
    clamp_norm { (any!(&U).clamp_norm(1., 2.), any!(&P).clamp_norm_min(any!(1.)), any!(&Q).clamp_norm_max(any!(1.))) }
    move_towards { (any!(&U).move_towards(any!(&V), any!(1.)), any!(&U).distance_squared(any!(&V))) }
    project_onto { (any!(&U).project_onto(any!(&V)), any!(&U).reject_from(any!(&V)), any!(&U).project_onto_normalized(any!(&V)), any!(&U).reject_from_normalized(any!(&V))) }
    reflect { (any!(&U).reflect(any!(&V)), any!(&P).refract(any!(&P), any!(1.5))) }
    angle_between { (any!(&U).angle_between(any!(&V)), any!(&Q).angle_between(any!(&Q)), any!(&U).angle_to(any!(&V), any!(&U)), any!(&P).angle_to(any!(&P))) }
    slerp { (any!(&U).slerp(any!(&V), any!(0.5)), any!(&P).slerp(any!(&P), any!(0.5)), any!(&Q).slerp(any!(&Q), any!(0.5))) }
    rotate_towards { (any!(&U).rotate_towards(any!(&V), any!(0.5)), any!(&Q).rotate_towards(any!(&Q), any!(0.5))) }
    rotate { (any!(&U).rotate_x(any!(1.)), any!(&U).rotate_y(any!(1.)), any!(&U).rotate_z(any!(1.)), any!(&P).rotate_angle(any!(1.)), Vec2::from_angle(any!(1.)), any!(&P).to_angle()) }
    any_orthonormal_pair { (any!(&U).any_orthonormal_pair(), any!(&U).any_orthonormal_vector(), any!(&U).any_orthogonal_vector()) }
}
