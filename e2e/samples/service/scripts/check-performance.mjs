/**
 * The gate of a repository without a task runner, in place of a hand-written script that parses output and compares numbers: measures, checks the objectives, judges, and
 * ends with Benchline's own exit code (0 good, 2 invalid, 3 slower or objective missed, 4 a tool failed). For a pull request against main: `node scripts/check-performance.mjs origin/main`.
 */
import { spawnSync } from 'node:child_process';

const [against] = process.argv.slice(2);
const benchline = (...args) => spawnSync('npx', ['--no-install', 'benchline', ...args], { stdio: 'inherit' }).status ?? 4;

const codes = [benchline('bench'), benchline('slo')];
if (against !== undefined) codes.push(benchline('compare', '--against', against));
// 4 over 2 over 3 over 0.
process.exit([4, 2, 3].find((code) => codes.includes(code)) ?? 0);
