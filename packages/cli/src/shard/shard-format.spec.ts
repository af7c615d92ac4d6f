import { renderShard, type ShardFormat } from './shard-format.js';

const projects = ['@scope/text', 'core'].map((name) => ({ name, folder: `/repo/libs/${name.replace('@scope/', '')}`, durationMs: null }));

it.each<[ShardFormat, string]>([
  ['nx', '@scope/text,core'],
  ['turbo', '--filter=@scope/text --filter=core'],
  ['lines', '@scope/text\ncore'],
  ['folders', 'libs/text\nlibs/core'],
])('%s', (format, text) => {
  expect(renderShard(projects, format, '/repo')).toBe(text);
});

it.each(['nx', 'turbo', 'lines', 'folders'] as const)('nothing is the empty text: %s', (format) => {
  expect(renderShard([], format, '/repo')).toBe('');
});

it.each(['$(touch x)', 'a b', 'a,b', '!core', '-p', 'tag:slow', 'a*', 'x;y', '`id`', ''])('refuses a name that a shell or a task runner would read otherwise: %s', (name) => {
  for (const format of ['nx', 'turbo'] as const) expect(() => renderShard([{ name, folder: '/repo/x', durationMs: null }], format, '/repo')).toThrow('cannot stand on a command line');
});

it('a line break in a name makes no second line', () => {
  expect(renderShard([{ name: 'a\nb', folder: '/repo/x', durationMs: null }], 'lines', '/repo')).toBe('a b');
});
