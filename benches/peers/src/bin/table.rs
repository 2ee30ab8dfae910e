//! Prints the table: `cargo run --release --bin table [part of a row's name]...`. With `CSV=file` each median is a line of that
//! file, too; `figure.py` draws it.
//!
//! Ours is the first way listed, the static one where there is one. The best peer may hold its operands as it
//! likes them, by columns; the best on rows is the best on the same memory as ours. All medians of a row stand
//! in its last column.

use conformable_peers::entry::Entry;
use conformable_peers::limit::Limit;
use conformable_peers::row::Row;
use conformable_peers::{libraries, timer};
use std::fs::File;
use std::io::{BufWriter, Write};

fn main() {
    let filters: Vec<String> = std::env::args().skip(1).collect();
    let chosen = |row: &Row| {
        let name = row.to_string();
        filters.is_empty() || filters.iter().any(|filter| name.contains(filter))
    };
    let mut csv = std::env::var_os("CSV").map(|path| {
        let file = File::create(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        BufWriter::new(file)
    });
    let mut write = |line: &str| csv.as_mut().map_or(Ok(()), |csv| writeln!(csv, "{line}"));
    write("work,m,n,k,library,nanoseconds").expect("the file can be written");
    let limit = Limit::measure();
    println!("{}\n", machine(&limit));
    println!(
        "| work | ours, ns | best peer, ns | ours / best | best on rows, ns | ours / best | ours / limit | all medians, ns |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---|");
    for row in Row::all().into_iter().filter(chosen) {
        let mut entries = libraries::entries(row);
        let medians = timer::medians(&mut entries);
        println!("{}", line(&row, &entries, &medians, limit.of(&row)));
        let (work, Row { m, n, k, .. }) = (row.to_string().replace(',', ";"), row);
        for (entry, ns) in entries.iter().zip(&medians) {
            let name = entry.name();
            write(&format!("{work},{m},{n},{k},{name},{ns:.3}")).expect("the file can be written");
        }
    }
}

fn machine(limit: &Limit) -> String {
    let build = if cfg!(target_feature = "avx512f") {
        "AVX-512"
    } else if cfg!(target_feature = "avx2") {
        "AVX2"
    } else {
        "the baseline"
    };
    let levels = limit.levels.map(|(bytes, rate)| format!("{rate:.0} (up to {} KiB)", bytes >> 10));
    format!(
        "{}, built for {build}; conformable runs on {}. Peak of one core, measured: {:.0} f32 flop/ns; bytes/ns read: {}.",
        std::env::consts::ARCH,
        conformable::simd::dispatch::active_name(),
        limit.flops,
        levels.join(", "),
    )
}

fn line(row: &Row, entries: &[Entry], medians: &[f64], limit: f64) -> String {
    let is_ours = |entry: &Entry| entry.library == "conformable";
    let all = || entries.iter().zip(medians.iter().copied());
    let ours = all().find(|(entry, _)| is_ours(entry)).map_or(f64::NAN, |(_, ns)| ns);
    let best = |on_rows: bool| {
        let peers = all().filter(|(entry, _)| !is_ours(entry) && (entry.same_memory || !on_rows));
        let best = peers.min_by(|x, y| x.1.total_cmp(&y.1));
        best.map_or("- | -".into(), |(entry, ns)| {
            format!("{} {} | {:.2}", entry.name(), digits(ns), ours / ns)
        })
    };
    let of_limit = if limit < 1.0 { "-".into() } else { format!("{:.2}", ours / limit) };
    let medians: Vec<_> = all().map(|(entry, ns)| format!("{} {}", entry.name(), digits(ns))).collect();
    let (ours, best, on_rows, medians) = (digits(ours), best(false), best(true), medians.join(", "));
    format!("| {row} | {ours} | {best} | {on_rows} | {of_limit} | {medians} |")
}

/// Three digits that count.
fn digits(ns: f64) -> String {
    match ns {
        ..10.0 => format!("{ns:.2}"),
        ..100.0 => format!("{ns:.1}"),
        _ => format!("{ns:.0}"),
    }
}
