use decoder::{count_commas, fibonacci};
use gungraun::{library_benchmark, library_benchmark_group, main};
use std::hint::black_box;

#[library_benchmark]
#[bench::short(10)]
#[bench::long(15)]
fn fib(n: u64) -> u64 {
    black_box(fibonacci(black_box(n)))
}

#[library_benchmark]
fn commas() -> usize {
    black_box(count_commas(black_box(b"a,b,c")))
}

library_benchmark_group!(name = numbers; benchmarks = fib);
library_benchmark_group!(name = texts; benchmarks = commas);
main!(library_benchmark_groups = numbers, texts);
