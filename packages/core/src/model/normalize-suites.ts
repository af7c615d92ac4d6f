import type { WrittenSuite } from './generated/types.js';
import { configDefaults } from './config-defaults.js';
import { durationAt, quoted, type ReportProblem } from './config-problem.js';
import type { ServerConfig, SuiteConfig } from './config.js';
import { normalizeMapping } from './normalize-mapping.js';

/** The suites with every default filled in; names that stand twice are problems. Whether a tool needs a command is its runner's to say: what is only ingested has none. */
export function normalizeSuites(written: readonly WrittenSuite[], report: ReportProblem): SuiteConfig[] {
  const firstOf = new Map<string, number>();
  return written.map((suite, index) => {
    const pointer = `/suites/${index}`;
    const first = firstOf.get(suite.name);
    if (first === undefined) firstOf.set(suite.name, index);
    else report({ pointer: `${pointer}/name`, expected: 'a name no other suite has', found: `${quoted(suite.name)}, as in /suites/${first}` });
    checkFolder(suite, pointer, report);
    return normalizeSuite(suite, pointer, report);
  });
}

function normalizeSuite(suite: WrittenSuite, pointer: string, report: ReportProblem): SuiteConfig {
  return {
    name: suite.name,
    tool: suite.tool,
    command: suite.command ?? null,
    files: suite.files ?? [],
    cwd: suite.cwd ?? '',
    build: suite.build ?? null,
    threads: suite.threads ?? null,
    dataset: suite.dataset ?? null,
    filter: suite.filter ?? null,
    tags: suite.tags ?? null,
    seed: suite.seed ?? null,
    rounds: suite.rounds ?? configDefaults.suite.rounds,
    timeoutMs: durationAt(suite.timeout, { pointer: `${pointer}/timeout`, fallback: configDefaults.suite.timeoutMs }, report),
    env: Object.fromEntries(Object.entries(suite.env ?? {})),
    allowDebug: suite.allowDebug ?? false,
    warmupMs: durationAt(suite.warmup, { pointer: `${pointer}/warmup`, fallback: null }, report),
    measureMs: durationAt(suite.measure, { pointer: `${pointer}/measure`, fallback: null }, report),
    mapping: normalizeMapping(suite, pointer, report),
    server: normalizeServer(suite, pointer, report),
    optional: suite.optional ?? false,
    retries: suite.retries ?? configDefaults.suite.retries,
  };
}

function normalizeServer({ server, cwd = '' }: WrittenSuite, pointer: string, report: ReportProblem): ServerConfig | null {
  if (server === undefined) return null;
  const { url, port, line = '' } = server.ready;
  const ready = url !== undefined ? { kind: 'url' as const, url } : port !== undefined ? { kind: 'port' as const, port } : { kind: 'line' as const, line };
  const timeoutMs = durationAt(server.timeout, { pointer: `${pointer}/server/timeout`, fallback: configDefaults.suite.serverTimeoutMs }, report);
  return { command: server.command, cwd: server.cwd ?? cwd, env: { ...server.env }, ready, timeoutMs };
}

function checkFolder({ cwd }: WrittenSuite, pointer: string, report: ReportProblem): void {
  if (cwd === undefined || !isAbsolutePath(cwd)) return;
  report({ pointer: `${pointer}/cwd`, expected: "a folder relative to the project's", found: quoted(cwd) });
}

/** Absolute on any system: a report must read the same on another machine. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:)/.test(path);
}
