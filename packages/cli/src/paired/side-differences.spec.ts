import { noFacts, type ToolFacts } from '../tools/tool-runner.js';
import { sideDifferences, sourceDifferences } from './side-differences.js';

const facts = (changes: Partial<ToolFacts> = {}): ToolFacts => ({ ...noFacts, command: [], toolchain: [{ name: 'rustc', version: '1.90.0' }], harnessVersion: '0.5.1', ...changes });

test('sides that are alike differ in nothing', () => expect(sideDifferences(facts(), facts())).toEqual([]));

test.each<[Partial<ToolFacts>, object[]]>([
  [{ toolchain: [{ name: 'rustc', version: '1.91.0' }] }, [{ field: 'toolchain rustc', base: '1.90.0', head: '1.91.0' }]],
  [{ toolchain: [] }, [{ field: 'toolchain rustc', base: '1.90.0', head: null }]],
  [{ harnessVersion: null }, [{ field: 'harness', base: '0.5.1', head: null }]],
  [{ build: { profile: 'bench', flags: ['lto=true'] } }, [{ field: 'build', base: 'default', head: 'bench lto=true' }]],
])('head with %j', (changes, differences) => expect(sideDifferences(facts(), facts(changes))).toEqual(differences));

test('a benchmark whose source changed is named; one whose source a side does not know is not', () => {
  const base = new Map([['same', 'sha256:1'], ['changed', 'sha256:2'], ['gone', 'sha256:3']]);
  const head = new Map([['same', 'sha256:1'], ['changed', 'sha256:4'], ['fresh', 'sha256:5']]);
  expect(sourceDifferences(base, head)).toEqual([{ benchmark: 'changed', difference: { field: 'source', base: 'sha256:2', head: 'sha256:4' } }]);
});
