//! The rows of the table as criterion groups: `cargo bench --bench rows -- 'dot f32'`.
//!
//! For the shape of a distribution and for history; libraries are compared by `table`, which interleaves them.

use conformable_peers::libraries;
use conformable_peers::row::Row;
use criterion::{Criterion, criterion_group, criterion_main};

fn rows(criterion: &mut Criterion) {
    for row in Row::all() {
        let mut group = criterion.benchmark_group(row.to_string());
        for mut entry in libraries::entries(row) {
            group.bench_function(entry.name(), |bencher| bencher.iter_custom(|times| entry.time(times)));
        }
        group.finish();
    }
}

criterion_group!(benches, rows);
criterion_main!(benches);
