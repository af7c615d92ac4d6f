"""Writes packages/core/fixtures/stats/<estimator>/scipy.json: what SciPy and NumPy answer for seeded samples.

Run by hand after a change (see README.md); the tests read the committed files and need no Python.
Nothing here repeats the TypeScript code's way of computing: laws are enumerated or come from SciPy.
"""

import itertools
import json
import math
import pathlib
import sys

import numpy
import scipy
from scipy import special, stats
from scipy.stats import mstats

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE.parent.parent / "packages" / "core" / "fixtures" / "stats"
ORIGIN = {
    "program": "tools/stats-oracles/write.py",
    "scipy": scipy.__version__,
    "numpy": numpy.__version__,
    "python": ".".join(str(part) for part in sys.version_info[:3]),
}
rng = numpy.random.default_rng(20240229)


def write(estimator, source, cases):
    folder = FIXTURES / estimator
    folder.mkdir(parents=True, exist_ok=True)
    rows = ",\n    ".join(json.dumps(case) for case in cases)
    origin = json.dumps({**ORIGIN, "source": source})
    (folder / "scipy.json").write_text(f'{{\n  "origin": {origin},\n  "cases": [\n    {rows}\n  ]\n}}\n')


def draws(n):
    """One sample of every shape the estimators must bear."""
    return {
        "normal": rng.normal(10, 1, n),
        "lognormal": rng.lognormal(0, 1, n),
        "cauchy": rng.standard_cauchy(n),
        "ties": rng.integers(1, 5, n).astype(float),
    }


def rounded(values):
    return [float(f"{value:.6g}") for value in values]


def descriptive():
    cases = []
    for n in (1, 2, 3, 5, 10, 101):
        for shape, values in draws(n).items():
            x = rounded(values)
            p50, p95, p99 = (float(q) for q in numpy.quantile(x, [0.5, 0.95, 0.99]))
            cases.append({"shape": shape, "values": x, "summary": {
                "n": n, "min": min(x), "p50": p50, "p95": p95, "p99": p99, "max": max(x), "mean": float(numpy.mean(x)),
                "stddev": float(numpy.std(x, ddof=1)) if n > 1 else 0, "mad": float(stats.median_abs_deviation(x))}})
    write("descriptive", "numpy.quantile (linear), numpy.std (ddof=1), scipy.stats.median_abs_deviation", cases)


def mann_whitney_law():
    from scipy.stats._mannwhitneyu import _MWU
    cases = []
    for n, m in ((1, 1), (1, 4), (2, 2), (2, 7), (3, 5), (5, 5), (10, 10), (15, 20), (30, 30), (60, 40)):
        law = _MWU(n, m)
        # SciPy's own digits end near 1e-16, so that the far tails of large laws are left to the tests' integer counts.
        tails = {0, 1, 2, n * m // 10, n * m} if n * m <= 300 else set()
        at = sorted((tails | {n * m // 4, n * m // 2}) & set(range(n * m + 1)))
        cases.append({"n": n, "m": m, "at": at, "pmf": [float(law.pmf(numpy.array([u]))[0]) for u in at]})
    write("mann-whitney-law", "scipy.stats.mannwhitneyu's exact null distribution", cases)


def enumerated(a, b):
    """Null pmf of U by going through every order of a + b values."""
    counts = [0] * (a * b + 1)
    for places in itertools.combinations(range(a + b), b):
        counts[sum(place - rank for rank, place in enumerate(places))] += 1
    return numpy.array(counts) / math.comb(a + b, a)


def stratified_law():
    cases = []
    for sizes in ([(2, 2)], [(2, 2), (2, 2)], [(3, 2), (1, 4)], [(5, 5)] * 2, [(5, 5)] * 4, [(5, 4), (5, 5), (3, 5), (1, 1)]):
        pmf = numpy.array([1.0])
        for a, b in sizes:
            pmf = numpy.convolve(pmf, enumerated(a, b))
        cdf = numpy.cumsum(pmf)
        at = sorted({0, 1, 2, len(cdf) // 8, len(cdf) // 4, len(cdf) // 2})
        cases.append({"sizes": sizes, "at": at, "atMost": [float(cdf[u]) for u in at],
                      "tails": [0.05, 0.025, 0.005, 0.0005],
                      "depths": [int(numpy.sum(cdf <= tail * (1 + 1e-9))) for tail in (0.05, 0.025, 0.005, 0.0005)]})
    write("stratified-law", "enumeration of all orders within blocks, numpy.convolve over blocks", cases)


def shift():
    cases = []
    for n, m in ((2, 2), (5, 5), (5, 9), (12, 8), (20, 20)):
        for shape in ("normal", "lognormal", "cauchy"):
            a, b = rounded(draws(n)[shape]), rounded(draws(m)[shape] * 1.1)
            delta = 0.25
            moved = [value - delta for value in b]
            greater = stats.mannwhitneyu(moved, a, alternative="greater", method="exact").pvalue
            less = stats.mannwhitneyu(moved, a, alternative="less", method="exact").pvalue
            cases.append({"shape": shape, "a": a, "b": b, "delta": delta, "pGreater": float(greater), "pLess": float(less),
                          "estimate": float(numpy.median(numpy.subtract.outer(b, a)))})
    write("shift", "numpy.median of all differences; scipy.stats.mannwhitneyu (exact) after moving b by delta", cases)


def special_functions():
    xs = [-37.0, -10.0, -6.0, -3.0, -1.0, -0.1, 0.0, 0.5, 1.96, 4.0, 8.0]
    ps = [1e-300, 1e-12, 1e-4, 0.005, 0.05, 0.3, 0.5, 0.8, 0.975, 0.9999]
    write("normal", "scipy.stats.norm", [{"x": x, "cdf": float(stats.norm.cdf(x))} for x in xs]
          + [{"p": p, "quantile": float(stats.norm.ppf(p))} for p in ps])
    degrees = (1, 2, 4.5, 9, 30, 1000)
    write("student-t", "scipy.stats.t",
          [{"degrees": d, "t": t, "cdf": float(stats.t.cdf(t, d))} for d in degrees for t in (-50.0, -3.0, -0.01, 0.0, 0.7, 2.5)]
          + [{"degrees": d, "p": p, "quantile": float(stats.t.ppf(p, d))} for d in degrees for p in (1e-6, 0.005, 0.4, 0.5, 0.95, 0.995)])
    shapes = ((0.5, 0.5), (1, 3), (2.5, 0.1), (9.9, 1.1), (60, 40), (1000, 20), (50000, 50000))
    write("incomplete-beta", "scipy.special.betainc, betaincinv",
          [{"a": a, "b": b, "x": x, "value": float(special.betainc(a, b, x))} for a, b in shapes for x in (1e-4, 0.1, 0.499, 0.5, 0.9, 0.999)]
          + [{"a": a, "b": b, "p": p, "quantile": float(special.betaincinv(a, b, p))} for a, b in shapes for p in (0.005, 0.5, 0.975)])
    write("incomplete-gamma", "scipy.special.gammaincc",
          [{"a": a, "x": x, "value": float(special.gammaincc(a, x))} for a in (0.5, 1, 2.5, 30, 500) for x in (0.0, 1e-3, 0.4, 1.5, 29.0, 520.0)])


def binomial_interval():
    cases = []
    for k, n in ((0, 1), (1, 1), (0, 300), (3, 20), (1, 4033), (50, 100), (997, 1000)):
        for level in (0.95, 0.99):
            interval = stats.binomtest(k, n).proportion_ci(level, method="exact")
            cases.append({"successes": k, "trials": n, "level": level, "lower": float(interval.low), "upper": float(interval.high)})
    write("binomial-interval", "scipy.stats.binomtest(...).proportion_ci(method='exact')", cases)


def quantile_interval():
    cases = []
    for n in (1, 2, 5, 6, 8, 25, 100):
        x = rounded(rng.lognormal(0, 1, n))
        for p in (0.5, 0.9):
            for level in (0.9, 0.99):
                result = stats.quantile_test(x, q=0, p=p).confidence_interval(level)
                lower, upper = (None if math.isnan(bound) or math.isinf(bound) else float(bound) for bound in (result.low, result.high))
                cases.append({"values": x, "p": p, "level": level, "lower": lower, "upper": upper})
    write("quantile-interval", "scipy.stats.quantile_test(...).confidence_interval; null stands for an infinite bound", cases)


def benjamini_hochberg():
    cases = []
    for m in (1, 2, 7, 40):
        for scale in (1.0, 0.05):
            p = rounded(rng.uniform(0, 1, m) ** 2 * scale)
            cases.append({"p": p, "adjusted": [float(value) for value in stats.false_discovery_control(p)]})
    cases.append({"p": [0.01, 0.01, 0.02, 1.0, 0.0], "adjusted": [float(v) for v in stats.false_discovery_control([0.01, 0.01, 0.02, 1.0, 0.0])]})
    write("benjamini-hochberg", "scipy.stats.false_discovery_control", cases)


def harrell_davis():
    cases = []
    for n in (1, 2, 5, 20, 137):
        x = rounded(rng.lognormal(0, 1, n))
        for p in (0.25, 0.5, 0.95, 0.99):
            edges = special.betainc(p * (n + 1), (1 - p) * (n + 1), numpy.arange(n + 1) / n)
            weights, ordered = numpy.diff(edges), numpy.sort(x)
            error = math.sqrt(max(0, float(weights @ (ordered - weights @ ordered) ** 2)))
            # SciPy answers from two values on.
            estimate = float(mstats.hdquantiles(x, prob=[p])[0]) if n > 1 else x[0]
            cases.append({"values": x, "p": p, "estimate": estimate, "standardError": error})
    write("harrell-davis", "scipy.stats.mstats.hdquantiles; the error from scipy.special.betainc weights", cases)


def kruskal_wallis():
    cases = []
    for sizes in ((5, 5), (3, 8, 5), (10, 10, 10, 10)):
        for shape in ("normal", "ties"):
            groups = [rounded(draws(n)[shape] + 0.6 * index) for index, n in enumerate(sizes)]
            result = stats.kruskal(*groups)
            cases.append({"groups": groups, "statistic": float(result.statistic), "p": float(result.pvalue)})
    write("kruskal-wallis", "scipy.stats.kruskal", cases)


def robust_scale():
    cases = [{"values": x, "scale": 1.4826 * float(stats.median_abs_deviation(x))}
             for n in (1, 2, 9, 50) for x in [rounded(rng.standard_cauchy(n))]]
    write("robust-scale", "scipy.stats.median_abs_deviation x 1.4826", cases)


def random_stream():
    """xoshiro128** 1.1 and splitmix32 after their authors' C code, in whole numbers."""
    mask = 0xFFFFFFFF

    def rotate(x, k):
        return ((x << k) | (x >> (32 - k))) & mask

    cases = []
    for seed in (0, 1, 42, mask):
        state, counter = [], seed
        for _ in range(4):
            counter = (counter + 0x9E3779B9) & mask
            mixed = ((counter ^ (counter >> 16)) * 0x85EBCA6B) & mask
            mixed = ((mixed ^ (mixed >> 13)) * 0xC2B2AE35) & mask
            state.append(mixed ^ (mixed >> 16))
        words = []
        for _ in range(6):
            words.append((rotate((state[1] * 5) & mask, 7) * 9) & mask)
            shifted = (state[1] << 9) & mask
            state[2] ^= state[0]
            state[3] ^= state[1]
            state[1] ^= state[2]
            state[0] ^= state[3]
            state[2] ^= shifted
            state[3] = rotate(state[3], 11)
        cases.append({"seed": seed, "words": words})
    write("random", "xoshiro128** 1.1 seeded by splitmix32, in Python integers", cases)


for program in (descriptive, mann_whitney_law, stratified_law, shift, special_functions, binomial_interval, quantile_interval,
                benjamini_hochberg, harrell_davis, kruskal_wallis, robust_scale, random_stream):
    program()
