import { parseShare, type ServerConfig } from '@benchline/core/model';
import type { PerfSpecReading } from '@benchline/core/parse';
import type { World } from '../ports/world.js';
import { withServer } from '../server/with-server.js';
import { collectLimits, type DeclaredLimit } from './expectation.js';
import type { LoadOptions, LoadServer } from './load-options.js';
import { durationOf } from './measuring-times.js';
import type { LoadResult } from './perf-result.js';
import type { SpecInstance } from './spec-instance.js';

/** One run of autocannon, as it writes it. */
export interface LoadRun {
  duration: number;
  errors: number;
  timeouts: number;
  mismatches: number;
  non2xx: number;
  requests: { total: number; sent?: number };
  latency: { p50: number; p99: number; max: number; average: number };
}

/** Puts a URL under load: autocannon. */
export type LoadGenerator = (options: Record<string, unknown>) => Promise<LoadRun>;

export interface LoadPlace {
  projectRoot: string;
  /** Where what the server prints is kept. */
  folder: string;
  warmupMs: number | null;
  measureMs: number | null;
}

/** Starts the server, warms it up, puts it under load once, stops it. */
export async function measureLoad(instance: SpecInstance, place: LoadPlace, { generate, world }: { generate: LoadGenerator; world: World }): Promise<{ reading: PerfSpecReading; limits: DeclaredLimit[] }> {
  const load = instance.load as LoadOptions;
  const { id, name, group, tags } = instance;
  const request = requestOf(load);
  const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));
  const round = { server: serverOf(load), suite: id, projectRoot: place.projectRoot, env: world.env, folder: place.folder };
  const run = await withServer(round, async ({ signal }) => {
    const stopped = new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error(`the load was stopped: ${String(signal.reason)}`)), { once: true }));
    const warmup = place.warmupMs ?? durationOf(load.warmup, 1000);
    await Promise.race([generate({ ...request, duration: seconds(warmup) }), stopped]);
    return Promise.race([generate({ ...request, duration: seconds(place.measureMs ?? durationOf(load.duration, 5000)) }), stopped]);
  }, world);
  const limits = load.expect === undefined ? [] : collectLimits(() => load.expect?.(resultOf(id, run)));
  const budget = load.errorBudget === undefined ? 0 : budgetOf(load.errorBudget, id);
  const reading: PerfSpecReading = {
    id, name, group, params: paramsOf(load), tags: [...tags], status: 'completed', error: null, time: null, amount: null, allocatedBytes: null, collections: null, ratios: [], limits: [], warnings: [],
    load: { run, errorBudget: budget, constantRate: load.rate !== undefined },
  };
  return { reading, limits };
}

function requestOf({ url, connections = 10, rate, pipelining = 1, method = 'GET', headers, body }: LoadOptions): Record<string, unknown> {
  return { url, connections, pipelining, method, ...(rate === undefined ? {} : { overallRate: rate }), ...(headers === undefined ? {} : { headers }), ...(body === undefined ? {} : { body }) };
}

function paramsOf({ connections = 10, rate, pipelining }: LoadOptions): Record<string, string> {
  return { connections: String(connections), ...(rate === undefined ? {} : { rate: String(rate) }), ...(pipelining === undefined ? {} : { pipelining: String(pipelining) }) };
}

function serverOf({ server, url }: LoadOptions): ServerConfig | null {
  if (server === undefined) return null;
  const { command, cwd = '', env = {}, timeout } = server;
  return { command: [...command], cwd, env: { ...env }, ready: readyOf(server, url), timeoutMs: durationOf(timeout, 30_000) };
}

function readyOf({ ready }: LoadServer, url: string): ServerConfig['ready'] {
  if (ready === undefined) return { kind: 'url', url };
  if ('url' in ready) return { kind: 'url', url: ready.url };
  return 'port' in ready ? { kind: 'port', port: ready.port } : { kind: 'line', line: ready.line };
}

function resultOf(id: string, { duration, errors, timeouts, mismatches, non2xx, requests, latency }: LoadRun): LoadResult {
  const failed = errors + timeouts + mismatches + non2xx;
  const all = requests.total + errors + timeouts;
  const ns = (ms: number): number => ms * 1e6;
  return { id, requestsPerSecond: requests.total / duration, latency: { p50: ns(latency.p50), p99: ns(latency.p99), max: ns(latency.max), mean: ns(latency.average) }, errors: all === 0 ? 1 : failed / all };
}

function budgetOf(written: string | number, id: string): number {
  const share = parseShare(written);
  if (share === null || share < 0 || share > 1) throw new RangeError(`${id}: '${String(written)}' is no share of requests: write '0.1%' or 0.001`);
  return share;
}
