use criterion::{black_box, criterion_group, criterion_main, Criterion};
use overhead::sum_of_squares;
use std::time::Duration;

fn sums(criterion: &mut Criterion) {
    for size in [1_000u64, 10_000] {
        let values: Vec<u64> = (0..size).collect();
        criterion.bench_function(&format!("sum/{size}"), |bencher| bencher.iter(|| sum_of_squares(black_box(&values))));
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(4));
    targets = sums
}
criterion_main!(benches);
