//! Subscripts: what they say, and that each malformed string gets an error of its own, at the right place.

use conformable_einsum::{MAX_OPERANDS, SyntaxErrorKind as Kind, Term, letter, parse};

/// The letters of a term, with its ellipsis.
fn written(term: &Term) -> String {
    let mut text: String = term.letters().iter().map(|label| letter(*label)).collect();
    if let Some(at) = term.dots() {
        text.insert_str(at, "...");
    }
    text
}

/// The terms and the output, as they would be written.
fn read(text: &str, ranks: &[usize]) -> String {
    let subscripts = parse(text, ranks.len(), |operand| Some(ranks[operand])).expect(text);
    let terms: Vec<String> = subscripts.terms().iter().map(written).collect();
    format!("{}->{}", terms.join(","), written(subscripts.output()))
}

/// The kind and the position of the error.
fn refused(text: &str, ranks: &[usize]) -> (Kind, usize) {
    let error = parse(text, ranks.len(), |operand| Some(ranks[operand])).expect_err(text);
    (error.kind, error.position)
}

#[test]
fn output_that_is_written_is_taken_as_it_is() {
    for text in
        ["ij,jk->ik", "ij,jk->ki", "i->", "->", ",ij->ji", "ii->i", "i,i,i->i", "aA->Aa", "...i->i..."]
    {
        let ranks: Vec<usize> = text
            .split("->")
            .next()
            .unwrap()
            .split(',')
            .map(|term| term.trim_matches('.').len() + if term.contains('.') { 2 } else { 0 })
            .collect();
        assert_eq!(read(text, &ranks), text);
    }
}

#[test]
fn output_that_is_not_written_has_the_labels_that_occur_once_in_the_order_of_ascii() {
    assert_eq!(read("ba", &[2]), "ba->ab");
    assert_eq!(read("zA", &[2]), "zA->Az");
    assert_eq!(read("ii", &[2]), "ii->");
    assert_eq!(read("ij,jk", &[2, 2]), "ij,jk->ik");
    assert_eq!(read("ki,jk", &[2, 2]), "ki,jk->ij");
    assert_eq!(read("i,i,i", &[1, 1, 1]), "i,i,i->");
    assert_eq!(read("iij", &[3]), "iij->j");
    assert_eq!(read("b...a", &[4]), "b...a->...ab");
    assert_eq!(read("i...,...", &[1, 0]), "i...,...->...i");
    assert_eq!(read("", &[0]), "->");
}

#[test]
fn spaces_do_not_count() {
    assert_eq!(read("  i j ,j  k->i k ", &[2, 2]), "ij,jk->ik");
    assert_eq!(read(" ... i", &[1]), "...i->...i");
    assert_eq!(read("i ->i", &[1]), "i->i");
}

#[test]
fn dots_may_stand_for_no_axis_and_then_need_not_be_in_the_output() {
    assert_eq!(read("...i->i", &[1]), "...i->i");
    assert_eq!(read("i->...i", &[1]), "i->...i");
    assert_eq!(read("i...->...", &[1]), "i...->...");
    assert_eq!(refused("...i->i", &[2]), (Kind::NoEllipsisInOutput, 7));
    // Where no rank is known, they are taken to stand for some.
    assert_eq!(parse("...i->i", 1, |_| None).unwrap_err().kind, Kind::NoEllipsisInOutput);
    assert!(parse("...i", 1, |_| None).is_ok());
}

#[test]
fn each_malformed_string_has_its_own_error_and_place() {
    let table = [
        ("", &[][..], Kind::NoOperands, 0),
        ("ij,jk", &[2], Kind::TooFewOperands, 2),
        ("i,j,k", &[1, 1], Kind::TooFewOperands, 3),
        ("ij", &[2, 2], Kind::TooManyOperands, 2),
        ("ij->i", &[2, 2], Kind::TooManyOperands, 2),
        ("ijk", &[2], Kind::TooManyLetters { operand: 0 }, 2),
        ("i,jkl", &[1, 2], Kind::TooManyLetters { operand: 1 }, 4),
        ("...ijk", &[2], Kind::TooManyLetters { operand: 0 }, 5),
        ("i", &[2], Kind::TooFewLetters { operand: 0 }, 1),
        ("ij, j", &[2, 2], Kind::TooFewLetters { operand: 1 }, 5),
        ("->i", &[1], Kind::TooFewLetters { operand: 0 }, 0),
        ("i1", &[2], Kind::Invalid { character: '1', operand: 0 }, 1),
        ("i,%", &[1, 1], Kind::Invalid { character: '%', operand: 1 }, 2),
        ("ij\t", &[2], Kind::Invalid { character: '\t', operand: 0 }, 2),
        ("i_", &[1], Kind::Invalid { character: '_', operand: 0 }, 1),
        ("ié", &[2], Kind::Invalid { character: 'é', operand: 0 }, 1),
        ("éi", &[2], Kind::Invalid { character: 'é', operand: 0 }, 0),
        ("i\0", &[1], Kind::Invalid { character: '\0', operand: 0 }, 1),
        ("ij>i", &[2], Kind::Invalid { character: '>', operand: 0 }, 2),
        ("i.", &[1], Kind::Dot { operand: 0 }, 1),
        ("i,j..", &[1, 1], Kind::Dot { operand: 1 }, 3),
        ("......", &[2], Kind::Dot { operand: 0 }, 3),
        (". . .", &[2], Kind::Dot { operand: 0 }, 0),
        ("...i.", &[1], Kind::Dot { operand: 0 }, 4),
        ("ij-", &[2], Kind::NoArrow, 2),
        ("i - > i", &[1], Kind::NoArrow, 2),
        ("ij-i", &[2], Kind::NoArrow, 2),
        ("i->ii", &[1], Kind::Repeated { letter: 'i' }, 3),
        ("i->i->i", &[1], Kind::Repeated { letter: 'i' }, 3),
        ("ij->jij", &[2], Kind::Repeated { letter: 'j' }, 4),
        ("ij->k", &[2], Kind::Unknown { letter: 'k' }, 4),
        ("i->iI", &[1], Kind::Unknown { letter: 'I' }, 4),
        ("i->%", &[1], Kind::InvalidInOutput { character: '%' }, 3),
        ("i->i,", &[1], Kind::InvalidInOutput { character: ',' }, 4),
        ("i->i->", &[1], Kind::InvalidInOutput { character: '-' }, 4),
        ("ij->i.", &[2], Kind::DotInOutput, 5),
        ("...->......", &[1], Kind::DotInOutput, 8),
        ("i->...i...", &[1], Kind::DotInOutput, 7),
        ("...j->j", &[2], Kind::NoEllipsisInOutput, 7),
        ("abcde,fghij", &[5, 5], Kind::TooManyAxes, 11),
        ("abcde,fghij->abcdefghij", &[5, 5], Kind::TooManyAxes, 21),
        ("...ab,...cde->...abcde", &[6, 7], Kind::TooManyAxes, 22),
    ];
    let mut seen = std::collections::HashSet::new();
    for (text, ranks, kind, position) in table {
        assert_eq!(refused(text, ranks), (kind, position), "{text:?}");
        seen.insert((text, kind, position));
    }
    assert_eq!(seen.len(), table.len());
    let most = vec![0; MAX_OPERANDS];
    assert_eq!(read(&",".repeat(MAX_OPERANDS - 1), &most).len(), MAX_OPERANDS + 1);
    assert_eq!(refused("", &[0; MAX_OPERANDS + 1]), (Kind::TooMany, 0));
}

#[test]
fn the_first_fault_wins_as_in_numpy() {
    // The number of operands is looked at term by term: the characters of earlier terms come first.
    assert_eq!(refused("i%,j,k", &[2, 1]).0, Kind::Invalid { character: '%', operand: 0 });
    assert_eq!(refused("i,%,k", &[1, 1]).0, Kind::TooFewOperands);
    assert_eq!(refused("ij%->k", &[1]).0, Kind::TooManyLetters { operand: 0 });
    assert_eq!(refused("i%->k", &[3]).0, Kind::Invalid { character: '%', operand: 0 });
    assert_eq!(refused("i->kk", &[1]).0, Kind::Repeated { letter: 'k' });
    assert_eq!(refused("...i->.", &[2]).0, Kind::DotInOutput);
}

#[test]
fn texts_of_errors_are_numpy_s() {
    let text = |text: &str, ranks: &[usize]| {
        parse(text, ranks.len(), |operand| Some(ranks[operand])).unwrap_err().to_string()
    };
    assert_eq!(
        text("i%", &[2]),
        "invalid subscript '%' in einstein sum subscripts string, subscripts must be letters"
    );
    assert_eq!(
        text("i.", &[1]),
        "einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...') in operand 0"
    );
    assert_eq!(
        text("ij->k", &[2]),
        "einstein sum subscripts string included output subscript 'k' which never appeared in an input"
    );
    assert_eq!(
        text("i->ii", &[1]),
        "einstein sum subscripts string includes output subscript 'i' multiple times"
    );
}
