use decoder::{count_commas, fibonacci, words};
use divan::{black_box, counter::BytesCount, AllocProfiler, Bencher};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

#[divan::bench]
fn commas(bencher: Bencher) {
    let text = vec![b','; 65_536];
    bencher.counter(BytesCount::of_slice(&text)).bench(|| count_commas(black_box(&text)));
}

#[divan::bench(args = [10, 20])]
fn fib(n: u64) -> u64 {
    fibonacci(black_box(n))
}

mod texts {
    #[divan::bench(threads = [1, 2])]
    fn split() -> Vec<String> {
        super::words(super::black_box("a quick brown fox"))
    }
}
