/** Preloaded into a measured process: on exit writes its peak resident set (KiB) and CPU time (us) to the file named by BENCHLINE_BENCH_USAGE. */
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(process.env.BENCHLINE_BENCH_USAGE, JSON.stringify({ peakKiB: maxRSS, cpuUs: userCPUTime + systemCPUTime }));
});
