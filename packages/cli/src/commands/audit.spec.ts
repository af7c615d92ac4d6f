import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { comparePaired } from '@benchline/core/judge';
import { normalizeConfig, type AuditManifest, type Round } from '@benchline/core/model';
import { renderCanonicalJson } from '../artefacts/canonical-json.js';
import { renderDigestList } from '../audit/manifest.js';
import type { FakeWorld, FakeWorldOptions } from '../testing/fake-world.js';
import { reportText, runLine, sampleProject } from '../testing/sample-project.js';

const folder = '/repo/.benchline/audit/core-aaaaaaaa';
const raw = 'what the tool printed\n';

function digestOf(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** A project with raw output, objectives, a promoted baseline, a comparison and a check of the objectives. */
async function evidence(options: FakeWorldOptions = {}): Promise<FakeWorld> {
  const rawFile = { path: 'raw/decode/round-1/stdout.txt', bytes: raw.length, digest: digestOf(raw) };
  const world = sampleProject({
    config: { slo: [{ benchmark: 'decode/*', max: '20 us' }] },
    report: { raw: [rawFile] },
    ...options,
    files: { '.benchline/raw/decode/round-1/stdout.txt': raw, ...options.files },
  });
  await runLine(world, 'promote', '--reason', 'first');
  await runLine(world, 'compare');
  await runLine(world, 'slo');
  return world;
}

async function packaged(options: FakeWorldOptions = {}): Promise<FakeWorld> {
  const world = await evidence(options);
  expect(await runLine(world, 'audit', 'create')).toMatchObject({ exitCode: 0, stderr: '' });
  return world;
}

function manifestOf(world: FakeWorld): AuditManifest {
  return JSON.parse(world.files.text(`${folder}/manifest.json`)) as AuditManifest;
}

/** Makes manifest and digest list fit the files again, as somebody would who tampers with care. */
function sealAgain(world: FakeWorld, change: (manifest: AuditManifest) => AuditManifest = (manifest) => manifest): void {
  const listed = manifestOf(world).files.map((file) => {
    const bytes = world.files.contents.get(`${folder}/${file.path}`)!;
    return { ...file, bytes: bytes.byteLength, digest: digestOf(bytes) };
  });
  const manifest = change({ ...manifestOf(world), files: listed });
  const text = [...renderCanonicalJson(manifest)].join('');
  world.files.put(`${folder}/manifest.json`, text);
  world.files.put(`${folder}/manifest-sha256.txt`, renderDigestList(manifest, digestOf(text)));
}

async function problems(world: FakeWorld): Promise<{ exitCode: number; codes: string[]; files: (string | undefined)[]; what: string }> {
  const { exitCode, stdout } = await runLine(world, 'audit', 'verify', folder, '--json');
  const { problems: found } = JSON.parse(stdout) as { problems: { code: string; file?: string; what: string }[] };
  return { exitCode, codes: [...new Set(found.map(({ code }) => code))], files: found.map(({ file }) => file), what: found.map(({ what }) => what).join('\n') };
}

describe('a package', () => {
  it('holds what the verdicts rest on, and verifies', async () => {
    const world = await packaged();
    const [id] = [...world.files.paths('/repo/baselines').map((path) => path.split('/')[3])];
    const roles = manifestOf(world).files.map(({ role }) => role).sort();
    expect(roles).toEqual(['baseline', 'baseline-report', 'comparison', 'config', 'page', 'raw', 'report', 'slo', 'summary']);
    expect(manifestOf(world).files.map(({ path }) => path)).toContain(`baselines/${id}/baseline.json`);
    expect(manifestOf(world)).toMatchObject({ project: 'core', verdicts: { comparison: 'unchanged', slo: 'pass' } });
    const { exitCode, stdout } = await runLine(world, 'audit', 'verify', folder);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Verified');
    expect(stdout).toContain('not verified: who made the package');
  });

  it('has a digest list as sha256sum reads it, of every file but itself', async () => {
    const world = await packaged();
    const lines = world.files.text(`${folder}/manifest-sha256.txt`).trimEnd().split('\n');
    expect(lines).toHaveLength(manifestOf(world).files.length + 1);
    for (const line of lines) {
      const [digest, path] = line.split('  ') as [string, string];
      expect(digestOf(world.files.contents.get(`${folder}/${path}`)!)).toBe(`sha256:${digest}`);
    }
  });

  it('of a first pull request, without a baseline and objectives, verifies too', async () => {
    const world = sampleProject();
    await runLine(world, 'compare');
    expect((await runLine(world, 'audit', 'create')).exitCode).toBe(0);
    expect(manifestOf(world).verdicts).toEqual({ comparison: 'new', slo: null });
    expect((await problems(world)).exitCode).toBe(0);
  });

  it('can be of a failing run: that is what auditors ask for', async () => {
    const world = await evidence();
    world.files.put('/repo/.benchline/report.json', reportText({ runId: 'slow', values: { 'decode/small': [2000, 2000, 2000], 'decode/large': [30_000, 30_000, 30_000] } }));
    await runLine(world, 'compare');
    await runLine(world, 'slo');
    expect((await runLine(world, 'audit', 'create')).exitCode).toBe(0);
    expect(manifestOf(world).verdicts).toEqual({ comparison: 'regressed', slo: 'fail' });
    expect((await problems(world)).exitCode).toBe(0);
  });

  it('of Benchline\'s own naming replaces the earlier one; a folder of the user\'s is never touched', async () => {
    const world = await packaged();
    expect((await runLine(world, 'audit', 'create')).exitCode).toBe(0);
    world.files.put('/repo/mine/notes.txt', 'mine');
    expect(await runLine(world, 'audit', 'create', '--output', 'mine')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('not empty') as string });
    expect(world.files.paths('/repo/mine')).toEqual(['/repo/mine/notes.txt']);
    expect((await runLine(world, 'audit', 'create', '--output', 'new')).exitCode).toBe(0);
    expect(world.files.contents.has('/repo/new/manifest.json')).toBe(true);
  });
});

describe('creating is refused', () => {
  it('where results are missing: every one is named', async () => {
    const { exitCode, stderr } = await runLine(sampleProject({ config: { slo: [{ benchmark: '*', max: '1 s' }] } }), 'audit', 'create');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/comparison\.json[\s\S]*slo\.json/);
  });

  it.each(['compare', 'slo'])('where %s was not run again after measuring', async (last) => {
    const world = await evidence();
    world.files.put('/repo/.benchline/report.json', reportText({ runId: 'newer' }));
    await runLine(world, last === 'compare' ? 'slo' : 'compare');
    const { exitCode, stderr } = await runLine(world, 'audit', 'create');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`run benchline ${last} again`);
  });

  it('where raw output is not what was measured, and nothing is left behind', async () => {
    const world = await evidence();
    world.files.put('/repo/.benchline/raw/decode/round-1/stdout.txt', 'other');
    expect(await runLine(world, 'audit', 'create')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('BNL007') as string });
    expect(world.files.paths('/repo/.benchline/audit')).toEqual([]);
  });

  it.each(['../secret', '/etc/passwd', 'raw/../../secret', 'raw\\x'])('where the report names %s', async (path) => {
    const world = sampleProject({ report: { raw: [{ path, bytes: 1, digest: digestOf('x') }] }, files: { secret: 'x' } });
    await runLine(world, 'compare');
    expect(await runLine(world, 'audit', 'create')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('leads out') as string });
  });

  it('where a link leads out of the folder', async () => {
    const world = sampleProject({ report: { raw: [{ path: 'raw/link', bytes: 6, digest: digestOf('secret') }] }, files: { '/home/ada/secret': 'secret' }, links: { '/repo/.benchline/raw/link': '/home/ada/secret' } });
    await runLine(world, 'compare');
    expect(await runLine(world, 'audit', 'create')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('leads out') as string });
  });
});

describe('tampering is found', () => {
  it('in every file: any byte changed anywhere', async () => {
    const world = await packaged();
    const originals = new Map(world.files.paths(folder).map((path) => [path, world.files.contents.get(path)!]));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...originals.keys()), fc.nat(), fc.integer({ min: 1, max: 255 }), async (path, at, flip) => {
        const changed = Uint8Array.from(originals.get(path)!);
        changed[at % changed.length]! ^= flip;
        world.files.put(path, changed);
        const found = await problems(world);
        world.files.put(path, originals.get(path)!);
        expect(found).toMatchObject({ exitCode: 2, codes: ['BNL007'] });
        expect(found.files.join()).toMatch(path.endsWith('manifest.json') ? /./ : new RegExp(path.slice(folder.length + 1).replaceAll('.', '\\.')));
      }),
      { numRuns: 150, seed: 11 },
    );
    expect((await problems(world)).exitCode).toBe(0);
  });

  it('in any file removed', async () => {
    const world = await packaged();
    for (const path of world.files.paths(folder)) {
      const bytes = world.files.contents.get(path)!;
      await world.files.remove(path);
      const found = await problems(world);
      expect([found.exitCode, found.files]).toEqual([2, [path.slice(folder.length + 1)]]);
      world.files.put(path, bytes);
    }
  });

  it.each(['extra.txt', '.hidden', 'raw/decode/more.txt', 'REPORT.json'])('in a file added: %s', async (path) => {
    const world = await packaged();
    world.files.put(`${folder}/${path}`, 'x');
    expect(await problems(world)).toMatchObject({ exitCode: 2, codes: ['BNL007'], files: [path] });
  });

  it('in an empty folder added', async () => {
    const world = await packaged();
    await world.files.makeFolder(`${folder}/empty`);
    expect(await problems(world)).toMatchObject({ exitCode: 2, files: ['empty'] });
  });

  it.each(['raw/link', 'manifest.json'])('in a symbolic link: %s', async (path) => {
    const honest = await packaged();
    const files = Object.fromEntries([...honest.files.contents].filter(([name]) => name !== `${folder}/${path}`));
    const world = sampleProject({ files: { ...files, '/elsewhere': honest.files.text(`${folder}/manifest.json`) }, links: { [`${folder}/${path}`]: '/elsewhere' } });
    expect(await problems(world)).toMatchObject({ exitCode: 2, codes: ['BNL007'], files: expect.arrayContaining([path]) as unknown });
  });

  it.each([
    ['a verdict', 'comparison.json', '"verdict": "unchanged"', '"verdict": "improved"', /comparison\.json does not follow from what was measured/],
    ['a limit that was missed', 'slo.json', '"verdict": "pass"', '"verdict": "warn"', /slo\.json does not follow/],
    ['the policy', 'comparison.json', '"fail": 0.25', '"fail": 0.95', /comparison\.json does not follow/],
    ['a measured value', 'report.json', '"runId": "run-1"', '"runId": "run-2"', /another report/],
    ['raw output', 'raw/decode/round-1/stdout.txt', 'printed', 'typed', /is not the file that the report names/],
    ['the promotion record', 'summary.json', '"first"', '"other"', /does not show what the artefacts say/],
    ['the page', 'page.html', 'unchanged', 'excellent', /page\.html does not show/],
    ['the shape of an artefact', 'slo.json', '"schemaVersion": 1', '"schemaVersion": 2', /slo\.json is not valid/],
  ])('in %s, also with every digest made anew', async (_, path, from, to, what) => {
    const world = await packaged();
    const text = world.files.text(`${folder}/${path}`);
    expect(text).toContain(from);
    world.files.put(`${folder}/${path}`, text.replace(from, to));
    sealAgain(world);
    const found = await problems(world);
    expect([found.exitCode, found.codes]).toEqual([2, ['BNL007']]);
    expect(found.what).toMatch(what);
  });

  it('in what the manifest claims', async () => {
    const world = await packaged();
    sealAgain(world, (manifest) => ({ ...manifest, verdicts: { ...manifest.verdicts, comparison: 'improved' } }));
    expect(await problems(world)).toMatchObject({ exitCode: 2, files: ['manifest.json'] });
  });

  it.each(['../../secret', 'raw/../../../secret'])('in a manifest that lists %s', async (path) => {
    const world = await packaged();
    sealAgain(world, (manifest) => ({ ...manifest, files: [...manifest.files, { path, role: 'raw', bytes: 1, digest: digestOf('x') }] }));
    expect(await problems(world)).toMatchObject({ exitCode: 2, files: ['manifest.json'] });
  });

  it.each([
    ['page', 'raw'],
    ['report', 'report'],
    ['config', 'config'],
  ] as const)('in a file that the manifest lists as %s in a place of its own', async (role, folderName) => {
    const world = await packaged();
    world.files.put(`${folder}/${folderName}-2/shown.html`, 'all is well');
    const extra = { path: `${folderName}-2/shown.html`, role, bytes: 11, digest: digestOf('all is well') };
    sealAgain(world, (manifest) => ({ ...manifest, files: [...manifest.files, extra] }));
    expect((await problems(world)).what).toContain(`is listed as ${role}, which does not belong there`);
  });

  it('in a second file that some file systems take for the first', async () => {
    const world = await packaged();
    world.files.put(`${folder}/Report.json`, 'x');
    sealAgain(world, (manifest) => ({ ...manifest, files: [...manifest.files, { path: 'Report.json', role: 'raw', bytes: 1, digest: digestOf('x') }] }));
    expect((await problems(world)).what).toContain('is the same file as report.json');
  });

  it.each(['', '{', '[]', '{"schemaVersion":1}', '['.repeat(20_000)])('in a manifest that says %.20j', async (text) => {
    const world = await packaged();
    world.files.put(`${folder}/manifest.json`, text);
    expect(await problems(world)).toMatchObject({ exitCode: 2, codes: ['BNL007'], files: ['manifest.json'] });
  });
});

describe('of a paired comparison', () => {
  function paired(sha = 'a'.repeat(40)): string {
    const normalized = normalizeConfig({}, { project: 'core', today: '2026-11-20', ci: false });
    if ('findings' in normalized) throw new Error('the default config is valid');
    const round = (side: 'base' | 'head', block: number, value: number): Round => ({ side, block, n: 10, location: value, tail: value, mean: value, p50: value, p95: null, p99: null });
    const rounds = Array.from({ length: 24 }, (_, index) => index).flatMap((index) => [round('base', Math.floor(index / 3), 1000 + (index % 5)), round('head', Math.floor(index / 3), 1300 + (index % 7))]);
    const series = [{ suite: 'decode', benchmark: 'decode/small', metric: 'time', unit: 'ns', direction: 'lower' as const, kind: 'raw' as const, rounds, confirmation: [] }];
    const side = { digests: [], runIds: [], baseline: null, commit: { sha, dirty: false, branch: null, mergeBase: null }, fingerprint: '0123456789abcdef' };
    const run = { seed: 's', blockSize: 3, looks: [24], looksTaken: 1, endedBy: 'last-look' as const, unstable: false, control: null, series };
    return [...renderCanonicalJson(comparePaired({ project: 'core', base: side, head: side, policy: normalized.config.policy, run, presence: [], differences: [], findings: [] }))].join('');
  }

  it('verdicts are judged again from its own rounds', async () => {
    const world = sampleProject({ files: { '.benchline/comparison.json': paired() } });
    expect((await runLine(world, 'audit', 'create')).exitCode).toBe(0);
    expect((await problems(world)).exitCode).toBe(0);

    const text = world.files.text(`${folder}/comparison.json`);
    expect(text).toContain('"location":13');
    world.files.put(`${folder}/comparison.json`, text.replaceAll('"location":13', '"location":10'));
    sealAgain(world);
    expect((await problems(world)).what).toContain('comparison.json does not follow from what was measured');
  });

  it('is refused where it is about another commit than the report', async () => {
    const world = sampleProject({ files: { '.benchline/comparison.json': paired('b'.repeat(40)) } });
    expect(await runLine(world, 'audit', 'create')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('about another commit') as string });

    world.files.put('/repo/.benchline/comparison.json', paired());
    await runLine(world, 'audit', 'create');
    world.files.put(`${folder}/comparison.json`, paired('b'.repeat(40)));
    sealAgain(world);
    expect((await problems(world)).what).toContain('comparison.json is about another commit than the report');
  });
});

it('a page of another version is not compared, and that is said', async () => {
  const world = await packaged();
  sealAgain(world, (manifest) => ({ ...manifest, benchline: '0.0.1' }));
  const { exitCode, stdout } = await runLine(world, 'audit', 'verify', folder);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('not verified: page.html and summary.json');
});

it('a folder that does not exist is named', async () => {
  expect(await runLine(sampleProject(), 'audit', 'verify', 'none')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('/repo/none') as string });
});
