import { createFakeWorld } from '../testing/fake-world.js';
import { isMeasuredHere, measuredHereName, noteMeasuredHere } from './measured-here.js';

const folder = '/repo/.benchline';
const report = { path: `${folder}/report.json`, runId: 'run-1' };

async function measured() {
  const world = createFakeWorld({ files: { '.benchline/report.json': '{}' } });
  await noteMeasuredHere(world, folder, report);
  return world;
}

test('a report is measured here until another one is', async () => {
  const world = await measured();
  expect(await isMeasuredHere(world, folder, report)).toBe(true);
  expect(await isMeasuredHere(world, folder, { ...report, runId: 'run-2' })).toBe(false);
  await noteMeasuredHere(world, folder, { ...report, runId: 'run-2' });
  expect(await isMeasuredHere(world, folder, report)).toBe(false);
});

test('written back over itself, as Nx does without its daemon, it is still the one measured here', async () => {
  const world = await measured();
  world.advance(1000);
  world.files.put(report.path, '{}');
  expect(await isMeasuredHere(world, folder, report)).toBe(true);
});

test.each([
  ['the same CI run', { CI: '1', GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '1', GITHUB_JOB: 'a' }, { CI: '1', GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '1', GITHUB_JOB: 'b' }, true],
  ['another CI run, in a folder that was kept', { CI: '1', GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '1' }, { CI: '1', GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '2' }, false],
  ['no CI, in a folder that CI uploaded', { CI: '1' }, {}, false],
])('read in %s', async (_, env, later, expected) => {
  const world = createFakeWorld({ files: { '.benchline/report.json': '{}' }, env });
  await noteMeasuredHere(world, folder, report);
  expect(await isMeasuredHere({ ...world, env: later }, folder, report)).toBe(expected);
});

test('a folder that moved with its marker is still the one that measured', async () => {
  const world = await measured();
  await world.files.rename(folder, '/elsewhere/.benchline');
  expect(await isMeasuredHere(world, '/elsewhere/.benchline', { ...report, path: '/elsewhere/.benchline/report.json' })).toBe(true);
});

test.each(['', '[', '{}', '{"reports": [null, 1]}'])('the marker %j says nothing, and is written over', async (text) => {
  const world = createFakeWorld({ files: { '.benchline/report.json': '{}', [`.benchline/${measuredHereName}`]: text } });
  expect(await isMeasuredHere(world, folder, report)).toBe(false);
  await noteMeasuredHere(world, folder, report);
  expect(await isMeasuredHere(world, folder, report)).toBe(true);
});

test('the next run takes the place of the last one; reports elsewhere are remembered, the newest fifty', async () => {
  const world = await measured();
  for (let index = 0; index < 60; index += 1) {
    world.files.put(`/repo/out/${index}.json`, '{}');
    await noteMeasuredHere(world, folder, { path: `/repo/out/${index}.json`, runId: `out-${index}` });
  }
  const { reports } = JSON.parse(world.files.text(`${folder}/${measuredHereName}`)) as { reports: { runId: string }[] };
  expect(reports).toHaveLength(50);
  expect(reports.at(-1)?.runId).toBe('out-59');
  await noteMeasuredHere(world, folder, { path: '/repo/out/59.json', runId: 'again' });
  expect((JSON.parse(world.files.text(`${folder}/${measuredHereName}`)) as { reports: { path: string }[] }).reports.filter(({ path }) => path === '../out/59.json')).toHaveLength(1);
});
