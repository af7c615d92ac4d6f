import { readFixtures } from '../testing/fixtures.js';
import { callgrind } from './callgrind.js';
import { nameOfCommand } from './callgrind-command.js';

const fixtures = readFixtures();
const filesOf = (name: string) => fixtures.find((fixture) => fixture.name === `callgrind/${name}`)?.files ?? [];
const read = (name: string) => callgrind.parse(filesOf(name));

/** What valgrind itself said on its standard error: "Collected : 48005". */
test.each([
  ['plain', 'tiny decode two words', 48005],
  ['caches-and-branches', 'tiny', 48005],
  ['several-dumps', 'tiny', 48005],
  ['one-file-two-parts', 'tiny', 48005],
  ['threads', 'thr', 158024],
])('%s: the instructions that valgrind said it collected', (name, id, instructions) => {
  expect(read(name)).toMatchObject({ harness: { version: '3.19.0', outputVersion: '1' }, findings: [], readings: [{ benchmark: { id }, values: [instructions], metric: { name: 'instructions', unit: 'count', direction: 'lower', kind: 'exact' } }] });
});

describe('traps', () => {
  it('T9: a file that was cut off is no small count', () => {
    expect(read('cut').readings.every(({ status }) => status === 'failed')).toBe(true);
    expect(read('cut').findings.map(({ code, file }) => [code, file])).toEqual([
      ['BNL002', 'a-early.out'], ['BNL002', 'b-part.out'], ['BNL002', 'c-nameless.out'], ['BNL002', 'd-events.out'], ['BNL002', 'e-nothing.out'], ['BNL019', undefined],
    ]);
    const [{ path, text } = { path: '', text: '' }] = filesOf('plain');
    for (let end = 60; end < text.lastIndexOf('totals:') + 8; end += 7) expect(callgrind.parse([{ path, text: text.slice(0, end) }]).readings.filter(({ status }) => status === 'ok')).toEqual([]);
  });

  it.each([
    ['./target/release/cli decode', undefined, 'cli decode'],
    ['/home/dev/repo/target/release/cli decode --quick', '/home/dev/repo', 'cli decode --quick'],
    ['/home/dev/repo/cli --input=/home/dev/repo/data/a.bin /home/dev/repo/b', '/home/dev/repo', 'cli --input=data/a.bin b'],
    ['/opt/cli /mnt/x/a.bin /mnt/y/a.bin', '/home/dev/repo', 'cli x/a.bin y/a.bin'],
    ['cli http://127.0.0.1:80/a/b data/c', undefined, 'cli http://127.0.0.1:80/a/b data/c'],
  ])('T16: %s has no path of the machine in its id', (command, root, id) => expect(nameOfCommand(command, root)).toBe(id));
});

test('a total that was cut within its digits is not believed', () => {
  const [file] = filesOf('plain');
  expect(callgrind.parse([{ path: 'a', text: (file?.text ?? '').replace(/totals: 48005\s*$/, 'totals: 480') }]).readings).toMatchObject([{ status: 'failed' }]);
});
