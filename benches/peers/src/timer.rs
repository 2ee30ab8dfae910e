//! Interleaved rounds (A B C .. A B C ..) and the median of each: what slows the machine for a while slows all.

use crate::entry::Entry;
use std::time::Duration;

/// A sample is at least this long, a thousand times the clock's resolution.
const SAMPLE: Duration = Duration::from_micros(20);
/// The rounds of a row fill this time, within `ROUNDS`.
const ROW: Duration = Duration::from_millis(1500);
const ROUNDS: std::ops::RangeInclusive<usize> = 15..=301;

/// The median time of one call of each entry, in nanoseconds.
pub fn medians(entries: &mut [Entry]) -> Vec<f64> {
    let times: Vec<u64> = entries.iter_mut().map(calibrate).collect();
    let mut samples = vec![Vec::new(); entries.len()];
    let mut round = || {
        let mut total = Duration::ZERO;
        for ((entry, times), samples) in entries.iter_mut().zip(&times).zip(&mut samples) {
            let time = entry.time(*times);
            total += time;
            samples.push(time.as_secs_f64() * 1e9 / *times as f64);
        }
        total
    };
    let first = round().max(Duration::from_nanos(1));
    let rounds = (ROW.div_duration_f64(first) as usize).clamp(*ROUNDS.start(), *ROUNDS.end());
    for _ in 1..rounds {
        round();
    }
    samples.into_iter().map(median).collect()
}

/// How many calls make a sample; warms up, too.
fn calibrate(entry: &mut Entry) -> u64 {
    let mut times = 1;
    loop {
        let time = entry.time(times);
        if time >= SAMPLE {
            return times;
        }
        times = if time < SAMPLE / 16 { times * 8 } else { times * 2 };
    }
}

fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[samples.len() / 2]
}
