/** One bench record: what many values say, as Benchline's format `records` has it. */
export function recordOf(benchId, { metric, unit }, values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { bench_id: benchId, metric, unit, p50: at(0.5), p95: at(0.95), n: sorted.length, timestamp: new Date().toISOString() };
}
