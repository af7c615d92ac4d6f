import { createFakeWorld } from '../testing/fake-world.js';
import { createProgress, roundStep } from './progress.js';

test('without a terminal every step is a line, and the tool\'s lines are left out', () => {
  const world = createFakeWorld();
  const progress = createProgress(world);
  progress.step('decode: building');
  progress.detail('Compiling x');
  progress.end();
  expect(world.complained()).toBe('decode: building\n');
});

test('on a terminal one line changes, at most every 200 ms, and is gone at the end', () => {
  const world = createFakeWorld({ terminal: true, columns: 40 });
  const progress = createProgress(world);
  progress.step('decode');
  progress.detail('too soon');
  world.advance(200);
  progress.detail('\u001b[31mred and far too long for one line of this terminal');
  progress.end();
  const lines = world.complained().split('\r\u001b[K');
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(/^decode {2}/);
  expect(lines[2]).not.toContain('\u001b');
  expect(lines[2]!.length).toBeLessThan(40);
  expect(lines[3]).toBe('');
});

test('a step says how long it will take once that is known', () => {
  expect(roundStep({ suite: 'decode', round: 2, rounds: 5, leftMs: 63_000 })).toBe('decode: round 2 of 5, about 1 min 3 s left');
  expect(roundStep({ suite: 'decode', round: 1, rounds: 5, leftMs: null })).toBe('decode: round 1 of 5');
});
