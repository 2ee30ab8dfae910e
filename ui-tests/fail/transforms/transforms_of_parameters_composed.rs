// Two transforms by scale, rotation and translation do not compose to a third.
// Says: cannot multiply
use conformable::geometry::Transform3;

fn main() {
    Transform3::<f32>::IDENTITY * Transform3::<f32>::IDENTITY;
}
