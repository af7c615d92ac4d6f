import { createHash } from 'node:crypto';
import type { Baseline } from '@benchline/core/model';
import { writeArtefact } from '../artefacts/index.js';
import { createFakeWorld, type FakeWorld } from '../testing/fake-world.js';
import { sampleReport } from '../testing/sample-report.js';
import { UserError } from '../user-error.js';
import type { BaselinePlace } from './baseline-place.js';
import { pointedAt, readPointer, swapPointer } from './baseline-pointer.js';
import { addBaseline, listBaselines, readStoredBaseline } from './baseline-store.js';
import { chooseBaseline } from './choose-baseline.js';
import { promoteReports } from './promote-reports.js';

const folder = '/repo/baselines';

interface Made {
  world: FakeWorld;
  place: BaselinePlace;
  /** Writes a report and makes a baseline of it, not yet stored. */
  make(id: string, more?: { hostClass?: string; at?: string }): Promise<{ baseline: Baseline; sources: { path: string; digest: string }[] }>;
}

function store(): Made {
  const world = createFakeWorld();
  return {
    world,
    place: { world, folder },
    async make(id, { hostClass = 'runner-a', at = '2026-11-20T12:00:00Z' } = {}) {
      const path = `/repo/${id}.json`;
      const { digest } = await writeArtefact(world, 'performance-report', path, sampleReport({ runId: id, hostClass }));
      const promotion = { by: 'ada', at, reason: 'first', commit: { sha: 'a'.repeat(40), dirty: false, branch: 'main', mergeBase: null }, criteria: [] };
      const reports = [{ path: `reports/${id}.json`, digest, runId: id, createdAt: '2026-11-20T11:00:00Z' }];
      return { baseline: { schemaVersion: 1, id, project: 'core', hostClass, fingerprint: '0123456789abcdef', promotion, reports, previous: null, held: false }, sources: [{ path, digest }] };
    },
  };
}

async function findingsOf(work: Promise<unknown>): Promise<{ code: string; file?: string | undefined; what: string }[]> {
  const cause = await work.then(() => null, (error: unknown) => error);
  if (!(cause instanceof UserError)) throw new Error(`expected a UserError, got ${String(cause)}`);
  return cause.findings.map(({ code, file, what }) => ({ code, file, what }));
}

describe('a promoted baseline', () => {
  it('is read back with its reports, and is in force for its host class alone', async () => {
    const { place, make } = store();
    const made = await make('one');
    await expect(promoteReports(place, { ...made, seen: null })).resolves.toBe(true);

    const stored = await chooseBaseline(place, 'runner-a');
    expect(stored?.baseline).toEqual(made.baseline);
    expect(stored?.reports.map(({ report }) => report.runId)).toEqual(['one']);
    expect(Object.keys((await readPointer(place)).current)).toEqual(['runner-a']);
  });

  it('keeps the bytes of the report as they were measured', async () => {
    const { world, place, make } = store();
    const made = await make('one');
    await promoteReports(place, { ...made, seen: null });
    const text = world.files.text(`${folder}/one/reports/one.json`);
    expect(text).toBe(world.files.text('/repo/one.json'));
    expect(`sha256:${createHash('sha256').update(text).digest('hex')}`).toBe(made.baseline.reports[0]!.digest);
  });

  it('leaves the other host classes as they are', async () => {
    const { place, make } = store();
    await promoteReports(place, { ...(await make('one')), seen: null });
    await promoteReports(place, { ...(await make('two', { hostClass: 'runner-b' })), seen: null });
    expect(Object.entries((await readPointer(place)).current).map(([name, { id }]) => [name, id])).toEqual([['runner-a', 'one'], ['runner-b', 'two']]);
  });

  it('is found for another class as the newest, so that rows can say why they are not comparable', async () => {
    const { place, make } = store();
    await promoteReports(place, { ...(await make('newer', { hostClass: 'runner-z', at: '2026-11-20T12:00:00Z' })), seen: null });
    await promoteReports(place, { ...(await make('older', { hostClass: 'runner-b', at: '2026-11-19T12:00:00Z' })), seen: null });
    expect((await chooseBaseline(place, 'elsewhere'))?.baseline.id).toBe('newer');
  });

  it.each(['__proto__', 'constructor', 'toString'])('may be of a host class called %s', async (hostClass) => {
    const { place, make } = store();
    expect(pointedAt(await readPointer(place), hostClass)).toBeNull();
    await promoteReports(place, { ...(await make('one', { hostClass })), seen: null });
    expect(pointedAt(await readPointer(place), hostClass)?.id).toBe('one');
  });

  it('is refused when another one was put in force meanwhile', async () => {
    const { place, make } = store();
    await promoteReports(place, { ...(await make('one')), seen: null });
    const late = promoteReports(place, { ...(await make('two')), seen: null });
    expect(await findingsOf(late)).toEqual([expect.objectContaining({ code: 'BNL006', what: expect.stringContaining('from none to one') as string })]);
    expect(pointedAt(await readPointer(place), 'runner-a')?.id).toBe('one');
    expect((await listBaselines(place)).baselines.map(({ id }) => id)).toEqual(['one']);
  });

  it('is not written a second time, and promoting it again changes nothing', async () => {
    const { world, place, make } = store();
    const made = await make('one');
    await promoteReports(place, { ...made, seen: null });
    const before = new Map(world.files.contents);
    await expect(promoteReports(place, { ...made, seen: pointedAt(await readPointer(place), 'runner-a') })).resolves.toBe(false);
    expect(world.files.contents).toEqual(before);
    expect(await findingsOf(addBaseline(place, made.baseline, made.sources))).toEqual([expect.objectContaining({ code: 'BNL006' })]);
  });

  it('that was written whole before a crash is put in force by the next promotion', async () => {
    const { place, make } = store();
    const made = await make('one');
    await addBaseline(place, made.baseline, made.sources);
    await expect(promoteReports(place, { ...made, seen: null })).resolves.toBe(true);
    expect((await chooseBaseline(place, 'runner-a'))?.baseline.id).toBe('one');
  });

  it('whose report changed while it was promoted is refused', async () => {
    const { world, place, make } = store();
    const made = await make('one');
    world.files.put('/repo/one.json', '{}');
    expect(await findingsOf(promoteReports(place, { ...made, seen: null }))).toEqual([expect.objectContaining({ code: 'BNL006', what: expect.stringContaining('changed while it was promoted') as string })]);
    expect((await readPointer(place)).current).toEqual({});
  });
});

describe('tampering with a baseline', () => {
  it.each([
    ['its report', 'one/reports/one.json', (text: string) => text.replace('"runId": "one"', '"runId": "two"')],
    ['its record', 'one/baseline.json', (text: string) => text.replace('"reason": "first"', '"reason": "other"')],
  ])('in %s is an error that names the file', async (_, path, change) => {
    const { world, place, make } = store();
    await promoteReports(place, { ...(await make('one')), seen: null });
    const before = world.files.text(`${folder}/${path}`);
    world.files.put(`${folder}/${path}`, change(before));
    expect(world.files.text(`${folder}/${path}`)).not.toBe(before);
    expect(await findingsOf(chooseBaseline(place, 'runner-a'))).toEqual([expect.objectContaining({ code: 'BNL003', file: `${folder}/${path}` })]);
  });

  it('by removing its folder is an error that names the record', async () => {
    const { world, place, make } = store();
    await promoteReports(place, { ...(await make('one')), seen: null });
    await world.files.remove(`${folder}/one`);
    expect(await findingsOf(chooseBaseline(place, 'runner-a'))).toEqual([expect.objectContaining({ code: 'BNL008', what: expect.stringContaining('one/baseline.json') as string })]);
  });

  it('an id that nothing has is told as one', async () => {
    const { place } = store();
    expect(await findingsOf(readStoredBaseline(place, { id: 'nope' }))).toEqual([expect.objectContaining({ code: 'BNL016', what: 'There is no baseline nope.' })]);
  });

  it.each(['../../etc', '.hidden', 'a/b', ''])('by an id like %j is refused', async (id) => {
    const { place } = store();
    expect(await findingsOf(readStoredBaseline(place, { id }))).toEqual([expect.objectContaining({ code: 'BNL016' })]);
  });
});

describe('the list of baselines', () => {
  it('tells whole ones from what an interrupted promotion left', async () => {
    const { world, place, make } = store();
    await promoteReports(place, { ...(await make('one')), seen: null });
    world.files.put(`${folder}/half/reports/x.json`, '{}');
    world.files.put(`${folder}/.retired-old/baseline.json`, '{}');
    world.files.put(`${folder}/.gitkeep`, '');
    const { baselines, unfinished } = await listBaselines(place);
    expect(baselines.map(({ id }) => id)).toEqual(['one']);
    expect(unfinished).toEqual(['half']);
  });

  it('is empty where there is no folder', async () => {
    expect(await listBaselines(store().place)).toEqual({ baselines: [], unfinished: [] });
  });
});

it('a pointer can be swapped back to an older baseline', async () => {
  const { place, make } = store();
  await promoteReports(place, { ...(await make('one')), seen: null });
  const one = pointedAt(await readPointer(place), 'runner-a');
  await promoteReports(place, { ...(await make('two')), seen: one });
  await swapPointer(place, 'runner-a', { seen: pointedAt(await readPointer(place), 'runner-a'), to: one! });
  expect((await chooseBaseline(place, 'runner-a'))?.baseline.id).toBe('one');
});
