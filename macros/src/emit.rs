//! What a call stands for. `einsum!("ij,jk->ik", a, b)` becomes, with `P` for `$crate::__einsum`:
//!
//! ```text
//! match (&(a), &(b)) { (x0, x1) => {
//!     struct Spec;
//!     impl P::Subscripts for Spec { const TERMS: P::Terms = &[&[34, 35], &[35, 36]]; .. }
//!     use P::ask::*;
//!     let x0 = AskArray::operand(P::Given(x0));                                  // at a
//!     let ((i, j), m0) = AskAxes::axes(P::Counted(P::Array::shape(x0), P::Letters::<0, 2>));   // at a
//!     let x1 = AskArray::operand(P::Given(x1));                                  // at b
//!     let both = P::Both(x0, x1); let x1 = both.same_elements();                 // at b
//!     let ((own, k), m1) = AskAxes::axes(P::Counted(P::Array::shape(x1), P::Letters::<1, 2>)); // at b
//!     let (j, m2) = (&&&&&P::Meeting(j, own, P::Mark::<P::op::einsum<'j'>>::NEW)).__meet();   // at b
//!     P::two(Spec, (m0, (m1, (m2, ()))), P::Whole(x0), P::Whole(x1), (i, k))
//! } }
//! ```
//!
//! Each line stands where its operand does, which is where the compiler shows what is wrong with it. Variables are the
//! macro's own; no name is looked up in the user's scope.

use crate::message::marked;
use crate::read::{Call, Error, first_span};
use conformable_einsum::{Label, Labels, Term, letter};
use proc_macro::{Delimiter, Group, Span, TokenStream, TokenTree};
use std::fmt::Write;
use std::ops::Range;
use std::str::FromStr;

/// What the call is to give.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// The result.
    Array,
    /// The result, written into an array.
    Into,
    /// The order of contraction.
    Path,
}

/// The most axes of a tuple.
const MOST: usize = 6;

/// Who asks for a rule: `Trait::function`, called by its path or on a type of ours, so that no trait of the user's takes
/// the call.
const SHOWN: [&str; 17] = [
    "AskArray",
    "operand",
    "__both",
    "same_elements",
    "AskAxes",
    "axes",
    "AskDots",
    "dots",
    "AskTarget",
    "fits",
    "AskJoined",
    "joined",
    "AskLeads",
    "leads",
    "AskDropped",
    "dropped",
    "__meet",
];

/// Stands for the axes under an ellipsis in a list of labels.
const ELLIPSIS: Label = Label::MAX;

pub(crate) fn contraction(call: &Call, answer: Answer) -> Result<TokenStream, Error> {
    let terms = call.subscripts.terms();
    for (operand, term) in terms.iter().enumerate() {
        if term.letters().len() > MOST {
            let what = format!(
                "operand {operand} has more than {MOST} letters, but a tuple has at most {MOST} axes"
            );
            return Err(Error::new(call.span, marked(&what, &call.text, 0)));
        }
    }
    let output = call.subscripts.output();
    if output.letters().len() > MOST {
        let what = format!("the output has {} axes, but a tuple has at most {MOST}", output.letters().len());
        return Err(Error::new(call.span, marked(&what, &call.text, call.text.len())));
    }
    let mut body = Body { krate: call.krate.clone(), tokens: TokenStream::new(), marks: 0 };
    body.specification(call);
    let mut seen = Seen { letters: Labels::NONE, dots: false };
    for (operand, term) in terms.iter().enumerate() {
        body.operand(call, operand, term, &mut seen);
    }
    body.answer(call, answer, &seen);

    let mut arguments = TokenStream::new();
    let mut names = String::new();
    for (operand, expression) in call.operands.iter().enumerate() {
        arguments.extend(TokenStream::from_str("&").unwrap_or_default());
        let group = Group::new(Delimiter::Parenthesis, expression.clone());
        arguments.extend([TokenTree::from(group)]);
        arguments.extend(TokenStream::from_str(",").unwrap_or_default());
        let _ = write!(names, "__operand{operand},");
    }
    let at = Span::mixed_site();
    if let Some(out) = &call.out {
        arguments.extend([TokenTree::from(Group::new(Delimiter::None, out.clone()))]);
        names.push_str("__out,");
    }
    let mut tokens = body.code("match", at);
    tokens.extend([TokenTree::from(Group::new(Delimiter::Parenthesis, arguments))]);
    let mut arm = body.code(&format!("({names}) =>"), at);
    arm.extend([TokenTree::from(Group::new(Delimiter::Brace, body.tokens))]);
    tokens.extend([TokenTree::from(Group::new(Delimiter::Brace, arm))]);
    Ok(tokens)
}

/// The labels that have an axis already.
struct Seen {
    letters: Labels,
    dots: bool,
}

/// The statements of the expansion.
struct Body {
    krate: TokenTree,
    tokens: TokenStream,
    /// How many rules have left a mark: `m0`, `m1`, ...
    marks: usize,
}

impl Body {
    /// Tokens of code, all at one place; `P` is the path of the library's part.
    fn code(&self, text: &str, at: Span) -> TokenStream {
        match TokenStream::from_str(text) {
            Ok(tokens) => self.placed(tokens, at),
            Err(_) => Error::new(at, "`einsum!`: an expansion that is no code").tokens(),
        }
    }

    fn placed(&self, tokens: TokenStream, shown: Span) -> TokenStream {
        let at = Span::mixed_site().located_at(shown);
        let mut placed = TokenStream::new();
        for token in tokens {
            match token {
                TokenTree::Ident(ident) if ident.to_string() == "P" => {
                    let mut krate = self.krate.clone();
                    krate.set_span(krate.span().located_at(at));
                    placed.extend([krate]);
                    placed
                        .extend(self.placed(TokenStream::from_str("::__einsum").unwrap_or_default(), shown));
                }
                // The compiler shows a rule that is broken where these names stand: in the operand, as if the user had
                // written them there.
                TokenTree::Ident(mut ident) if SHOWN.contains(&&*ident.to_string()) => {
                    ident.set_span(shown);
                    placed.extend([TokenTree::from(ident)]);
                }
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.placed(group.stream(), shown));
                    inner.set_span(shown);
                    placed.extend([TokenTree::from(inner)]);
                }
                mut token => {
                    token.set_span(at);
                    placed.extend([token]);
                }
            }
        }
        placed
    }

    fn add(&mut self, text: &str, at: Span) {
        let code = self.code(text, at);
        self.tokens.extend(code);
    }

    /// The labels as constants.
    fn specification(&mut self, call: &Call) {
        let terms = call.subscripts.terms();
        let list = |labels: Vec<Label>| {
            let labels: Vec<String> = labels.iter().map(|label| format!("{label}u8")).collect();
            format!("&[{}]", labels.join(","))
        };
        let all = |labels: fn(&Call, usize) -> Vec<Label>| {
            let lists: Vec<String> = (0..terms.len()).map(|operand| list(labels(call, operand))).collect();
            lists.join(",")
        };
        let text = format!(
            "struct Spec; impl P::Subscripts for Spec {{ const TERMS: P::Terms = &[{}]; \
             const KEPT: P::Terms = &[{}]; const OUTPUT: P::Term = {}; }} use P::ask::*;",
            all(|call, operand| with_dots(&call.subscripts.terms()[operand])),
            all(kept),
            list(output(call)),
        );
        self.add(&text, Span::mixed_site());
    }

    /// The name of one more mark.
    fn mark(&mut self) -> String {
        self.marks += 1;
        format!("__mark{}", self.marks - 1)
    }

    /// The axes of an operand, and how they meet those of the same letter.
    fn operand(&mut self, call: &Call, operand: usize, term: &Term, seen: &mut Seen) {
        let at = call.span_of(operand);
        let letters = term.letters();
        self.add(&format!("let __operand{operand} = AskArray::operand(P::Given(__operand{operand}));"), at);
        if operand > 0 {
            self.add(
                &format!(
                    "let __both = P::Both(__operand0, __operand{operand}); \
                     let __operand{operand} = __both.same_elements();"
                ),
                at,
            );
        }
        let names = |axes: Range<usize>| axes.map(|axis| format!("__own{axis},")).collect::<String>();
        if let Some(before) = term.dots() {
            self.add(
                &format!(
                    "let (({}), __dots, ({})) = AskDots::dots(P::Counted(P::Array::shape(__operand{operand}), \
                     P::Dots::<{operand}usize, {before}usize, {}usize>));",
                    names(0..before),
                    names(before..letters.len()),
                    letters.len() - before,
                ),
                at,
            );
            if seen.dots {
                let mark = self.mark();
                self.add(&format!("let (__lead, {mark}) = AskLeads::leads(P::Leads(__lead, __dots));"), at);
            } else {
                seen.dots = true;
                self.add("let __lead = __dots;", at);
            }
        } else {
            let mark = self.mark();
            self.add(
                &format!(
                    "let (({}), {mark}) = AskAxes::axes(P::Counted(P::Array::shape(__operand{operand}), \
                     P::Letters::<{operand}usize, {}usize>));",
                    names(0..letters.len()),
                    letters.len(),
                ),
                at,
            );
        }
        // First within the operand, where nothing stretches.
        for (axis, label) in letters.iter().enumerate() {
            if let Some(first) = letters[..axis].iter().position(|l| l == label) {
                self.meeting(&format!("__own{first}"), &format!("__own{axis}"), *label, "&&&", at);
            }
        }
        for (axis, label) in letters.iter().enumerate() {
            if letters[..axis].contains(label) {
                continue;
            }
            if seen.letters.has(*label) {
                self.meeting(&format!("__axis{label}"), &format!("__own{axis}"), *label, "&&&&&", at);
            } else {
                seen.letters = seen.letters.with(*label);
                self.add(&format!("let __axis{label} = __own{axis};"), at);
            }
        }
    }

    /// Two axes of a label meet; the first becomes what both are.
    fn meeting(&mut self, first: &str, second: &str, label: Label, rules: &str, at: Span) {
        let (mark, name) = (self.mark(), letter(label));
        self.add(
            &format!(
                "let ({first}, {mark}) = \
                 ({rules}P::Meeting({first}, {second}, P::Mark::<P::op::einsum<'{name}'>>::NEW)).__meet();"
            ),
            at,
        );
    }

    /// The call of the operation.
    fn answer(&mut self, call: &Call, answer: Answer, seen: &Seen) {
        let at = call.span;
        if seen.dots && call.subscripts.output().dots().is_none() {
            self.add("AskDropped::dropped(P::Dropped(__lead));", at);
        }
        if let Some(out) = &call.out {
            let (mark, at) = (self.mark(), first_span(out.clone()).unwrap_or(at));
            self.add(&format!("let __shape = {};", shape(&output(call))), call.span);
            self.add(&format!("let (__out, {mark}) = AskTarget::fits(P::Target(__shape, __out));"), at);
        }
        let marks =
            (0..self.marks).rev().fold("()".to_owned(), |rest, mark| format!("(__mark{mark}, {rest})"));
        let count = call.operands.len();
        let output = shape(&output(call));
        let function = match count {
            _ if answer == Answer::Path => "path",
            1 => "one",
            2 => "two",
            _ => "many",
        };
        let operands = match function {
            "one" => "__operand0".to_owned(),
            "two" => {
                let parts: Vec<String> = (0..2)
                    .map(|operand| {
                        let (kept, all) = (kept(call, operand), call.subscripts.terms()[operand].letters());
                        if all.iter().all(|label| kept.contains(label)) {
                            format!("P::Whole(__operand{operand})")
                        } else {
                            format!("P::Summed(__operand{operand}, {})", shape(&kept))
                        }
                    })
                    .collect();
                parts.join(",")
            }
            _ => (0..count)
                .rev()
                .fold("()".to_owned(), |rest, operand| format!("(__operand{operand}, {rest})")),
        };
        if answer == Answer::Into {
            self.add(&format!("P::{function}_into(Spec, {marks}, {operands}, __shape, __out)"), at);
        } else {
            self.add(&format!("P::{function}(Spec, {marks}, {operands}, {output})"), at);
        }
    }
}

/// The axes of these labels as a shape.
fn shape(labels: &[Label]) -> String {
    let tuple = |labels: &[Label]| {
        let axes: String = labels.iter().map(|label| format!("__axis{label},")).collect();
        format!("({axes})")
    };
    let Some(at) = labels.iter().position(|label| *label == ELLIPSIS) else { return tuple(labels) };
    let (before, after) = (tuple(&labels[..at]), tuple(&labels[at + 1..]));
    format!("AskJoined::joined(P::Joined({before}, AskJoined::joined(P::Joined(__lead, {after}))))")
}

/// The labels of a term, with its ellipsis.
fn with_dots(term: &Term) -> Vec<Label> {
    let mut labels = term.letters().to_vec();
    if let Some(at) = term.dots() {
        labels.insert(at, ELLIPSIS);
    }
    labels
}

/// The labels of the output. An ellipsis that no operand has stands for nothing.
fn output(call: &Call) -> Vec<Label> {
    let mut labels = with_dots(call.subscripts.output());
    if call.subscripts.terms().iter().all(|term| term.dots().is_none()) {
        labels.retain(|label| *label != ELLIPSIS);
    }
    labels
}

/// The labels of an operand, each once, that another one or the output has, too.
fn kept(call: &Call, operand: usize) -> Vec<Label> {
    let terms = call.subscripts.terms().iter().enumerate();
    let others = terms.filter(|(other, _)| *other != operand).map(|(_, term)| term);
    let wanted: Vec<Label> =
        others.chain([call.subscripts.output()]).flat_map(|term| term.letters()).copied().collect();
    let mut kept = Vec::new();
    for label in with_dots(&call.subscripts.terms()[operand]) {
        if (label == ELLIPSIS || wanted.contains(&label)) && !kept.contains(&label) {
            kept.push(label);
        }
    }
    kept
}
