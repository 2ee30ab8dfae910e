// A system of equations has as many equations as unknowns.
// Says: `solve_upper`: an operand of rank 1, but its rank must be at least 2
use conformable::Vector;

fn main() {
    let v = Vector::<f64, 3>::ones();
    v.solve_upper(&v);
}
