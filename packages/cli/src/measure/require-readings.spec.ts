import type { Parsed } from '@benchline/core/parse';
import { requireReadings } from './require-readings.js';

const nothing: Parsed = { harness: { name: 't', version: null, outputVersion: null }, readings: [], findings: [] };

test.each([
  [{ filter: null, tags: null }, 'the tool ended well but left no results'],
  [{ filter: '^a$', tags: null }, 'no benchmark matches the filter ^a$'],
  [{ filter: null, tags: 'perf,!slow' }, 'no benchmark has the tags perf,!slow'],
  [{ filter: '^a$', tags: 'perf' }, 'no benchmark matches the filter ^a$ and has the tags perf'],
])('a round that measured nothing says what chose its benchmarks: %j', (chosenBy, because) => {
  const refuse = () => requireReadings(nothing, { name: 's', ...chosenBy });
  expect(refuse).toThrow(`Suite s measured nothing: ${because}.`);
});
