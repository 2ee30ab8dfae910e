//! The order of contraction: the cheapest of all for few operands, a sensible one for many.

use conformable_einsum::{LABELS, Labels, MAX_OPERANDS, Plan, cost, of_letter, plan};

/// Operands and output by their letters, and the lengths of letters.
struct Network {
    operands: Vec<Labels>,
    output: Labels,
    sizes: [usize; LABELS],
}

fn labels(letters: &str) -> Labels {
    letters.chars().fold(Labels::NONE, |all, letter| all.with(of_letter(letter).unwrap()))
}

fn network(text: &str, length: impl Fn(char) -> usize) -> Network {
    let (operands, output) = text.split_once("->").unwrap();
    let mut sizes = [1; LABELS];
    for letter in operands.chars().filter(|c| *c != ',') {
        sizes[usize::from(of_letter(letter).unwrap())] = length(letter);
    }
    Network { operands: operands.split(',').map(labels).collect(), output: labels(output), sizes }
}

impl Network {
    fn plan(&self) -> Plan {
        plan(&self.operands, self.output, &self.sizes)
    }
}

/// The cost of the cheapest order, by trying every pair at every step.
fn cheapest(operands: &[Labels], output: Labels, sizes: &[usize; LABELS]) -> u128 {
    if operands.len() < 2 {
        return 0;
    }
    let mut best = u128::MAX;
    for i in 0..operands.len() {
        for j in i + 1..operands.len() {
            let mut others: Vec<Labels> = operands.to_vec();
            let b = others.remove(j);
            let a = others.remove(i);
            let kept = a.or(b).and(others.iter().fold(output, |all, other| all.or(*other)));
            others.push(kept);
            best = best.min(cost(a.or(b), kept, sizes) + cheapest(&others, output, sizes));
        }
    }
    best
}

/// Walks through the steps: each takes two that are there, and the last result is the output.
fn check_steps(network: &Network, plan: &Plan) {
    let mut here: Vec<Option<Labels>> = network.operands.iter().copied().map(Some).collect();
    let mut flops = 0_u128;
    for step in plan.steps() {
        let (a, b) =
            (here[usize::from(step.left)].take().unwrap(), here[usize::from(step.right)].take().unwrap());
        let wanted = here.iter().flatten().fold(network.output, |all, other| all.or(*other));
        assert_eq!(step.result, a.or(b).and(wanted));
        flops = flops.saturating_add(cost(a.or(b), step.result, &network.sizes));
        here[usize::from(step.left)] = Some(step.result);
    }
    let left: Vec<Labels> = here.into_iter().flatten().collect();
    assert_eq!(left, [network.output]);
    assert_eq!(plan.flops, flops);
}

/// A random network without letters that one operand alone has.
fn random(seed: &mut u64, operands: usize, letters: usize) -> Network {
    let mut below = |n: usize| {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*seed >> 33) as usize % n
    };
    let mut terms = vec![String::new(); operands];
    let mut output = String::new();
    let mut lengths = Vec::new();
    for letter in ('a'..).take(letters) {
        let holders = 1 + below(3);
        let mut first = None;
        for _ in 0..holders {
            let at = below(operands);
            if !terms[at].contains(letter) {
                terms[at].push(letter);
                first = first.or(Some(at));
            }
        }
        let held = terms.iter().filter(|term| term.contains(letter)).count();
        if held == 1 || below(3) == 0 {
            output.push(letter);
        }
        lengths.push(1 + below(9));
    }
    network(&format!("{}->{output}", terms.join(",")), |c| lengths[c as usize - 'a' as usize])
}

#[test]
fn the_order_of_up_to_eight_operands_is_the_cheapest_of_all() {
    let mut seed = 1;
    for round in 0..300 {
        let network = random(&mut seed, 2 + round % 4, 3 + round % 5);
        let plan = network.plan();
        check_steps(&network, &plan);
        assert_eq!(plan.flops, cheapest(&network.operands, network.output, &network.sizes));
    }
    for _ in 0..3 {
        let network = random(&mut seed, 6, 8);
        assert_eq!(network.plan().flops, cheapest(&network.operands, network.output, &network.sizes));
        let network = random(&mut seed, 8, 12);
        check_steps(&network, &network.plan());
    }
}

#[test]
fn what_a_pair_keeps_depends_on_who_else_is_left() {
    // A cache of costs by pairs of sets of labels finds 600 here.
    let network = network("ij,ji,fij->jf", |letter| if letter == 'i' { 8 } else { 5 });
    assert_eq!(network.plan().flops, 440);
}

#[test]
fn a_chain_is_contracted_from_its_narrow_end() {
    let length = |letter| if letter == 'l' { 1 } else { 100 };
    let plan = network("ij,jk,kl->il", length).plan();
    let steps: Vec<[u8; 2]> = plan.steps().iter().map(|step| [step.left, step.right]).collect();
    assert_eq!(steps, [[1, 2], [0, 1]]);
    assert_eq!(plan.flops, 2 * 2 * 10_000);
    assert_eq!(plan.largest, 100);
    // Of equals, the first operands first.
    let plan = network("ij,jk,kl->il", |_| 10).plan();
    let steps: Vec<[u8; 2]> = plan.steps().iter().map(|step| [step.left, step.right]).collect();
    assert_eq!(steps, [[0, 1], [0, 2]]);
}

#[test]
fn labels_of_one_operand_alone_are_summed_first() {
    let plan = network("ijx,jk->ik", |_| 10).plan();
    assert_eq!(plan.flops, 1000 + 2 * 1000);
    assert_eq!(plan.steps().len(), 1);
    assert_eq!(network("ij->", |_| 10).plan().flops, 100);
    assert_eq!(network("ij->ji", |_| 10).plan().flops, 0);
}

#[test]
fn many_operands_are_contracted_without_outer_products() {
    let mut seed = 2;
    for operands in [9, 12, 20, MAX_OPERANDS] {
        let network = random(&mut seed, operands, 26);
        check_steps(&network, &network.plan());
    }
    // A chain of matrices, in an order that shuffles them.
    let text = "ab,gh,cd,ef,bc,hi,de,fg,ij,jk->ak";
    let network = network(text, |_| 10);
    let plan = network.plan();
    check_steps(&network, &plan);
    assert_eq!(plan.largest, 100);
    assert_eq!(plan.flops, 9 * 2000);
}

#[test]
fn lengths_that_overflow_are_saturated() {
    let network = network("abc,cde,efg,gha->bdfh", |_| usize::MAX);
    let plan = network.plan();
    assert_eq!(plan.flops, u128::MAX);
    assert_eq!(plan.steps().len(), 3);
    let network = random(&mut 3, 12, 20);
    let huge = plan_of(&network, usize::MAX);
    assert_eq!(huge.steps().len(), 11);
    assert_eq!(plan_of(&network, 0).steps().len(), 11);
}

fn plan_of(network: &Network, length: usize) -> Plan {
    plan(&network.operands, network.output, &[length; LABELS])
}

#[test]
fn plans_are_made_when_the_program_is_compiled() {
    const PLAN: Plan = {
        let labels = [
            Labels(0b11),
            Labels(0b110),
            Labels(0b1100),
            Labels(0b11000),
            Labels(0b11_0000),
            Labels(0b110_0000),
        ];
        plan(&labels, Labels(0b100_0001), &[10; LABELS])
    };
    assert_eq!(PLAN.flops, 5 * 2000);
    const EIGHT: Plan = {
        let mut operands = [Labels::NONE; 8];
        let mut i = 0;
        while i < 8 {
            operands[i] = Labels(0b11 << i);
            i += 1;
        }
        plan(&operands, Labels(0b1_0000_0001), &[7; LABELS])
    };
    assert_eq!(EIGHT.steps().len(), 7);
}
