import { gunzipSync } from 'node:zlib';
import type { Parsed, Reading } from '@benchline/core/parse';
import { createFakeFiles } from '../testing/fake-files.js';
import { writeSamples } from './samples-sidecar.js';

const reading = (id: string, values: number[] | null): Reading => ({
  benchmark: { id, name: id, group: null, params: {}, tags: [] }, status: 'ok', metric: { name: 'time', unit: 'ns', direction: 'lower', kind: 'raw', ordered: true }, values, summary: null,
});
const round = (...readings: Reading[]): Parsed => ({ harness: { name: 't', version: null, outputVersion: null }, readings, findings: [] });
const place = { folder: '/p/samples', shown: 'samples' };
const files = () => createFakeFiles({}, { now: () => 0, cwd: '/p' });

test('every value of every round can be read again, and the file is named by its digest', async () => {
  const world = { files: files() };
  const written = await writeSamples([{ name: 'decode', rounds: [round(reading('a', [1, 2]), reading('b', null)), round(reading('a', [3]))] }], place, world);
  const text = gunzipSync(await world.files.readBytes(`/p/${written?.path}`)).toString();
  expect(JSON.parse(text)).toEqual({ schemaVersion: 1, suites: [{ name: 'decode', rounds: [[{ benchmark: 'a', metric: 'time', unit: 'ns', values: [1, 2] }], [{ benchmark: 'a', metric: 'time', unit: 'ns', values: [3] }]] }] });
  expect(written?.path).toBe(`samples/${written?.digest.slice('sha256:'.length)}.json.gz`);
});

test('much data, compressed in pieces, is one stream and the same bytes each time', async () => {
  const many = round(...Array.from({ length: 300 }, (_, index) => reading(`bench ${index}`, Array.from({ length: 1000 }, (_, at) => index + at / 7))));
  const world = { files: files() };
  const first = await writeSamples([{ name: 's', rounds: [many] }], place, world);
  const second = await writeSamples([{ name: 's', rounds: [many] }], place, world);
  expect(second).toEqual(first);
  const parsed = JSON.parse(gunzipSync(await world.files.readBytes(`/p/${first?.path}`)).toString()) as { suites: { rounds: unknown[][] }[] };
  expect(parsed.suites[0]?.rounds[0]).toHaveLength(300);
});

test('where no tool gave values there is no file', async () => {
  expect(await writeSamples([{ name: 's', rounds: [round(reading('a', null))] }], place, { files: files() })).toBeNull();
});
