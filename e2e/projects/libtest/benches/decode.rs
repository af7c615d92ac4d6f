use bencher::{benchmark_group, benchmark_main, black_box, Bencher};
use decoder::{count_commas, fibonacci};

fn commas(bencher: &mut Bencher) {
    let text = vec![b','; 65_536];
    bencher.bytes = text.len() as u64;
    bencher.iter(|| count_commas(black_box(&text)));
}

fn fib_15(bencher: &mut Bencher) {
    bencher.iter(|| fibonacci(black_box(15)));
}

benchmark_group!(benches, commas, fib_15);
benchmark_main!(benches);
