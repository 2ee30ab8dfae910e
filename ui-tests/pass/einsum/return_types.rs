// What the types prove is a value; what only run time can compare is a `Result`.
use conformable::{Array, Array3, ArrayD, Const, Dyn, DynRank, Matrix, ShapeError, Vector, axis, einsum};

axis!(Joint: 7);

fn main() {
    let a = Array3::<f32, 3, 4, 5>::ones();
    let b = Matrix::<f32, 6, 5>::ones();
    let _: Array3<f32, 3, 4, 6> = einsum!("ijk,lk->ijl", a, b);
    let _: f32 = einsum!("ij,ij->", b, b);
    let _: Vector<f32, 5> = einsum!("ij->j", b);
    let rows = Array::<f32, (Dyn, Const<5>)>::from_vec((Dyn(1), Const), vec![0.0; 5]).unwrap();
    let _: Array<f32, (Dyn, Const<6>)> = einsum!("ik,jk->ij", rows, b);
    let _: Result<f32, ShapeError> = einsum!("ik,jk->", rows, b.view().typed::<(Dyn, Dyn)>().unwrap());
    let any: ArrayD<f32> = ArrayD::from_vec(DynRank::new(&[5]).unwrap(), vec![1.0; 5]).unwrap();
    let _: Result<Vector<f32, 6>, ShapeError> = einsum!("jk,k->j", b, any);
    let joints = Array::<f32, (Joint, Const<2>)>::ones();
    let _: Array<f32, (Const<2>, Joint)> = einsum!("ij->ji", joints);
    let _: Array<f32, (Joint, Joint)> = einsum!("ik,jk->ij", joints, joints);
}
