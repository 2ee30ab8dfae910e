//! A small world in lockstep: what a game that sends inputs and no states needs, that it goes on alike everywhere.

use super::super::numbers::{Digest, Kind, Number, Numbers};
use super::Run;
use conformable::geometry::{Quat, Vec3};

/// So many spheres.
const COUNT: usize = 100;
/// Their radius, in metres.
const RADIUS: f32 = 0.25;
/// Half of the edge of the box that they are in, in metres.
const HALF_BOX: f32 = 2.0;
/// Seconds of a step.
const STEP: f32 = 1.0 / 60.0;
/// In metres per second squared.
const GRAVITY: Vec3<f32> = Vec3::new([0.0, -9.81, 0.0]);
/// How much of the speed of approach is left after a contact.
const RESTITUTION: f32 = 0.6;
/// How much of the speed along a contact is lost in it.
const FRICTION: f32 = 0.2;

/// A sphere of unit mass.
#[derive(Clone, Copy)]
struct Sphere {
    place: Vec3<f32>,
    velocity: Vec3<f32>,
    turn: Quat<f32>,
    /// The axis of its turning, by radians per second.
    spin: Vec3<f32>,
}

impl Sphere {
    /// Changes velocity and spin in a contact with a surface that moves at `other`; `normal` points away from it. `share` is that part of the
    /// impulse which the sphere takes: all of it from a wall, half from another sphere.
    fn bounce(&mut self, normal: Vec3<f32>, other: Vec3<f32>, share: f32) {
        // The point of contact moves as the sphere does and turns.
        let arm = normal * -RADIUS;
        let approach = self.velocity + self.spin.cross(&arm) - other;
        let across: f32 = approach.inner(&normal);
        if across >= 0.0 {
            return;
        }
        let along = approach.reject_from_normalized(&normal);
        let impulse = (normal * (-(1.0 + RESTITUTION) * across) - along * FRICTION) * share;
        // Of a solid sphere the moment of inertia is 2/5 of the mass times the radius squared.
        self.spin += arm.cross(&impulse) * (2.5 / (RADIUS * RADIUS));
        self.velocity += impulse;
    }
}

/// The digest of the states of 100 spinning spheres in a box after so many steps: places, velocities, turns and spins.
///
/// [`WORLD`](super::super::WORLD) after [`WORLD_STEPS`](super::super::WORLD_STEPS).
///
/// # Panics
/// If a sphere has left the box.
#[must_use]
pub fn world(steps: usize) -> u64 {
    let mut numbers = Numbers::new(7);
    numbers.of(Kind::Near);
    let mut unit = || -> Vec3<f32> { Vec3::from_fn(|_| f32::draw(&mut numbers)).tanh() };
    let mut spheres = [0; COUNT].map(|_| Sphere {
        place: unit() * (HALF_BOX - RADIUS),
        velocity: unit() * 3.0,
        turn: Quat::from_scaled_axis(&unit()),
        spin: unit() * 10.0,
    });
    for _ in 0..steps {
        step(&mut spheres);
    }
    let mut run = Run { numbers, digest: Digest::new() };
    for sphere in &spheres {
        assert!(
            sphere.place.abs().less(&HALF_BOX).all() && sphere.turn.is_normalized(),
            "a sphere left the world"
        );
        for part in [sphere.place, sphere.velocity, sphere.spin] {
            run.add(part.as_slice());
        }
        run.add(sphere.turn.as_vector().as_slice());
    }
    run.digest.0
}

/// One step: contacts, and then semi-implicit Euler.
fn step(spheres: &mut [Sphere; COUNT]) {
    for i in 0..COUNT {
        for j in i + 1..COUNT {
            let between = spheres[i].place - spheres[j].place;
            if between.norm_squared() >= 4.0 * RADIUS * RADIUS {
                continue;
            }
            let normal = between.normalize_or(&Vec3::Y);
            let (a, b) = (spheres[i], spheres[j]);
            spheres[i].bounce(normal, b.velocity + b.spin.cross(&(normal * RADIUS)), 0.5);
            spheres[j].bounce(-normal, a.velocity + a.spin.cross(&(normal * -RADIUS)), 0.5);
            // Out of each other, half each.
            let overlap: f32 = 2.0 * RADIUS - between.norm();
            spheres[i].place += normal * (overlap * 0.5);
            spheres[j].place -= normal * (overlap * 0.5);
        }
    }
    let wall = HALF_BOX - RADIUS;
    for sphere in spheres {
        for (axis, normal) in [Vec3::X, Vec3::Y, Vec3::Z].into_iter().enumerate() {
            let side = sphere.place[axis];
            if side.abs() > wall {
                sphere.bounce(normal * -side.signum(), Vec3::zeros(), 1.0);
                sphere.place[axis] = side.clamp(-wall, wall);
            }
        }
        sphere.velocity += GRAVITY * STEP;
        sphere.place += sphere.velocity * STEP;
        sphere.turn = (Quat::from_scaled_axis(&(sphere.spin * STEP)) * sphere.turn).normalize();
    }
}
