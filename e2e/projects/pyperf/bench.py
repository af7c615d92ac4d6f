import pyperf

from words import count, initials

runner = pyperf.Runner()
runner.bench_func("count few words", count, "word " * 20)
runner.bench_func("count many words", count, "word " * 2000)
runner.bench_func("initials", initials, "some word " * 100)
