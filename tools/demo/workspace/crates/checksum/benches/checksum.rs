use checksum::checksum;
use criterion::{black_box, criterion_group, criterion_main, Criterion, Throughput};
use std::time::Duration;

fn checksums(criterion: &mut Criterion) {
    let message: Vec<u8> = (0..16_384u32).map(|index| index as u8).collect();
    let mut group = criterion.benchmark_group("checksum");
    group.throughput(Throughput::Bytes(message.len() as u64));
    group.bench_function("16KiB", |bencher| bencher.iter(|| checksum(black_box(&message))));
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    targets = checksums
}
criterion_main!(benches);
