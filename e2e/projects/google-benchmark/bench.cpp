#include <algorithm>
#include <string>

#include <benchmark/benchmark.h>

static void Copy(benchmark::State& state) {
  const std::string text(state.range(0), 'x');
  for (auto _ : state) {
    std::string copy(text);
    benchmark::DoNotOptimize(copy);
  }
  state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(Copy)->Arg(64)->Arg(65536);

static void Count(benchmark::State& state) {
  const std::string text(state.range(0), 'x');
  for (auto _ : state) benchmark::DoNotOptimize(std::count(text.begin(), text.end(), 'x'));
  state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(Count)->Arg(65536);

BENCHMARK_MAIN();
