import { adapters } from '@benchline/core/parse';
import { readFixtures, type Fixture } from '../../../core/src/parse/testing/fixtures.js';
import { createFakeWorld } from '../testing/fake-world.js';
import { runLine } from '../testing/sample-project.js';

const fixtures = readFixtures();
const tools = adapters.map(({ tool }) => tool);

/** The shortest of a tool's outputs that measure something. */
function shortest(tool: string): Fixture {
  const size = ({ files }: Fixture) => files.reduce((sum, { text }) => sum + text.length, 0);
  const [first] = fixtures.filter((fixture) => fixture.tool === tool && fixture.expected.readings.some(({ status }) => status === 'ok')).sort((a, b) => size(a) - size(b));
  if (first === undefined) throw new Error(`${tool} has no fixture that measures something`);
  return first;
}

async function ingest(tool: string, files: readonly { path: string; text: string }[]) {
  const world = createFakeWorld({ files: Object.fromEntries(files.map(({ path, text }) => [`out/${path}`, text])) });
  const run = await runLine(world, 'ingest', '--json', '--tool', tool, files.length === 1 ? `out/${files[0]?.path ?? ''}` : 'out');
  return { ...run, written: world.files.paths('/repo').filter((path) => !path.startsWith('/repo/out/')) };
}

/** Exit code 2, at least one finding, and no file that was not there before. */
async function expectRefused(tool: string, files: readonly { path: string; text: string }[]): Promise<void> {
  const { exitCode, stdout, written } = await ingest(tool, files);
  const { error } = JSON.parse(stdout) as { error: { findings: { code: string; what: string; fix: string }[] } };
  expect([tool, exitCode, written]).toEqual([tool, 2, []]);
  const words = expect.stringMatching(/\S/) as string;
  expect(error.findings).toContainEqual(expect.objectContaining({ level: 'error', code: expect.stringMatching(/^BNL\d{3}$/) as string, what: words, fix: words }));
}

describe.each(tools)('ingest --tool %s', (tool) => {
  it.each([
    ['nothing', ''],
    ['words', 'These are the results: fast.\n'],
    ['bytes', '\u0000\u0001\ufffd\u001b[31m\u0000'.repeat(50)],
    ['other JSON', '{"name":"x","values":{"a":[1,2,3]}}'],
    ['endless nesting', '['.repeat(20_000)],
  ])('refuses a file that holds %s, and writes nothing', async (_, text) => {
    await expectRefused(tool, [{ path: 'result.json', text }]);
  });

  it('refuses the output of every other tool', async () => {
    for (const other of tools.filter((each) => each !== tool)) await expectRefused(tool, shortest(other).files);
  });

  it('of an output that was cut off reports what is certain, or refuses it', async () => {
    const { files } = shortest(tool);
    for (const share of [0.2, 0.5, 0.9]) {
      const cut = files.map(({ path, text }) => ({ path, text: text.slice(0, Math.floor(text.length * share)) }));
      const { exitCode, written } = await ingest(tool, cut);
      expect([0, 2]).toContain(exitCode);
      if (exitCode === 2) expect(written).toEqual([]);
    }
  });
});
