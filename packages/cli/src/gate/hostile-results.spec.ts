import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareReports } from '@benchline/core/judge';
import type { GateResult } from '@benchline/core/model';
import { parseArtefact } from '../artefacts/parse-artefact.js';
import { renderCanonicalJson } from '../artefacts/canonical-json.js';
import { loadConfig } from '../config/load-config.js';
import { runGate } from '../commands/gate.js';
import { createNodeFiles } from '../ports/node-files.js';
import type { World } from '../ports/world.js';
import { createFakeWorld } from '../testing/fake-world.js';
import { around, sampleReport } from '../testing/sample-report.js';

let root: string;
let world: World;
const at = (...parts: string[]) => join(root, ...parts);

async function comparison(project: string, benchmark = 'small'): Promise<string> {
  const { config } = await loadConfig(createFakeWorld({ files: { 'nx.json': '{}' } }), {});
  const side = (factor: number) => ({ reports: [{ ...sampleReport({ values: { [benchmark]: around(1000 * factor) } }), project }], digests: [`sha256:${'ab'.repeat(32)}`], baseline: null });
  return [...renderCanonicalJson(compareReports({ project, mode: 'files', base: side(1), head: side(1.6), policy: config.policy, sameJob: true }))].join('');
}

function put(path: string, content: string): void {
  mkdirSync(at(path, '..'), { recursive: true });
  writeFileSync(at(path), content);
}

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'benchline-gate-')));
  put('nx.json', '{}');
  world = { ...createFakeWorld({ cwd: root, git: { top: null } }), files: createNodeFiles(root) };
});
afterEach(() => rmSync(root, { recursive: true }));

const judge = async (...folders: string[]): Promise<GateResult> => (await runGate({ folders, affectedOnly: true }, world)).json as GateResult;

it('100 MB of junk are refused by their size; the others are judged', async () => {
  put('down/junk/comparison.json', '');
  truncateSync(at('down/junk/comparison.json'), 100 * 1024 * 1024);
  put('down/junk/other.bin', 'x');
  put('down/core/comparison.json', await comparison('core'));
  const { findings, projects } = await judge('down');
  expect(findings).toMatchObject([{ code: 'BNL012', file: 'down/junk/comparison.json' }]);
  expect(projects).toMatchObject([{ project: 'core', verdict: 'regressed' }]);
});

it.each<[string, string]>([
  ['results of another schema', '{"schemaVersion": 2, "rows": []}'],
  ['results that are no object', '[[[]]]'],
  ['a thousand brackets', '['.repeat(1000)],
  ['a key of prototypes', '{"__proto__": {"schemaVersion": 1}}'],
  ['bytes that are no text', '\u0000\ufffd'],
])('%s are an error with the file, and nothing is judged by them', async (_name, content) => {
  put('down/x/comparison.json', content);
  const { findings, summary } = await judge('down');
  expect(findings).toMatchObject([{ level: 'error', file: 'down/x/comparison.json' }]);
  expect(summary.exitCode).toBe(2);
});

it('links are not followed: neither to files nor to folders, and a link that is called like a result is told', async () => {
  put('secret/comparison.json', await comparison('core'));
  mkdirSync(at('down/linked'), { recursive: true });
  symlinkSync(at('secret/comparison.json'), at('down/linked/comparison.json'));
  symlinkSync(at('secret'), at('down/folder'));
  symlinkSync(at('down'), at('down/linked/loop'));
  put('down/linked/report.json', '{');
  const { findings, projects } = await judge('down');
  expect(projects).toEqual([]);
  expect(findings.map(({ code, file }) => [code, file])).toEqual([['BNL015', 'down/linked/comparison.json'], ['BNL002', 'down/linked/report.json']]);
});

it('what lies deeper than 32 folders is not looked at', async () => {
  put(`down/${'x/'.repeat(40)}comparison.json`, await comparison('core'));
  expect((await judge('down')).projects).toEqual([]);
});

it.each(['</details><script>', '::error::x', '\u001b[31m', '| a |', '@everyone', '`', '\u202ecod', '"><!--', '${{ secrets.X }}'])('the name %j stays a name', async (name) => {
  put('down/x/comparison.json', await comparison(name, `b ${name}`));
  const { text, annotations } = await runGate({ folders: ['down'], affectedOnly: true, markdown: 'gate.md', junit: 'gate.xml' }, world);
  const markdown = await world.files.readText(at('gate.md'));
  expect(markdown).not.toMatch(/<\/details><script>|@everyone|\u001b|\u202e/);
  expect(text).not.toMatch(/\u001b\[31m|\u202e/);
  expect(text.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
  expect(annotations!.trimEnd().split('\n').every((line) => /^::(error|warning|notice) /.test(line))).toBe(true);
  expect(await world.files.readText(at('gate.xml'))).not.toMatch(/<script>|<!--/);
});

it('a branch of a hostile name is a name where the policy is told', async () => {
  put('benchline.json', '{}');
  put('packages/x/benchline.json', '{"project": "x"}');
  const sha = 'b'.repeat(40);
  const branch = '</sub>::error::`|\u001b[31m';
  const env = { CI: 'true', GITHUB_BASE_REF: branch };
  const policed = { ...createFakeWorld({ cwd: root, env, git: { top: root, mergeBase: sha, refs: { [branch]: sha }, commits: { [sha]: { 'packages/x/benchline.json': '{"project": "x"}' } } } }), files: createNodeFiles(root) };
  const { text, json } = await runGate({ markdown: 'gate.md' }, policed);
  expect((json as GateResult).policy).toMatchObject({ ref: branch, sha });
  expect(text).not.toContain('\u001b[31m');
  expect(await policed.files.readText(at('gate.md'))).not.toMatch(/<\/sub>::|\u001b/);
});

it('two gates at once leave one whole artefact', async () => {
  put('down/core/comparison.json', await comparison('core'));
  await Promise.all(Array.from({ length: 4 }, () => judge('down')));
  const path = at('.benchline/gate.json');
  expect(existsSync(path)).toBe(true);
  expect(parseArtefact('gate-result', await world.files.readText(path), path).projects).toHaveLength(1);
  expect((await world.files.list(at('.benchline'))).map(({ name }) => name)).toEqual(['gate.json']);
});
