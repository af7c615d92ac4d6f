import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSchema } from '../artefacts/check-schema.js';
import { gateCommand } from '../commands/gate.js';
import { createFakeWorld } from '../testing/fake-world.js';
import { runLine } from '../testing/sample-project.js';
import { readAccepted } from './accepted-list.js';
import { readGateConfig } from './gate-policy.js';

const page = readFileSync(join(__dirname, '../../../../docs/how-to/gate.md'), 'utf8');
const blocks = (language: string) => [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text!);
const [config, accepted] = blocks('json') as [string, string];

it('the page\'s config and list of accepted regressions are what the gate reads', async () => {
  expect(blocks('json')).toHaveLength(2);
  checkSchema('config', JSON.parse(config), 'gate.md');
  const world = createFakeWorld({ files: { 'nx.json': '{}', 'benchline.json': config, 'benchline.accepted.json': accepted } });
  expect(await readGateConfig(world, '/repo')).toMatchObject({ pullRequest: { advisory: true }, ignore: ['examples/**'] });
  expect((await readAccepted(world, '/repo')).list!.entries).toMatchObject([{ project: 'core', benchmark: 'decode/*', limit: 0.3 }]);
});

it.each([...page.matchAll(/`?(benchline gate [^`\n]*)/g)].map(([, line]) => line!))('%s is a line that the command takes', async (line) => {
  const world = createFakeWorld({ files: { 'nx.json': '{}', 'benchline.json': '{}', 'packages/core/benchline.json': '{"project": "core"}', 'artifacts/x/slo.json': '{' } });
  const { stderr, stdout } = await runLine(world, ...line.split(' ').slice(1));
  expect(stderr).not.toMatch(/unknown option|BNL016/);
  expect(stdout).toMatch(/^Performance Report: /);
});

it('every option of the policy is on the page', async () => {
  const { stdout } = await runLine(createFakeWorld({}), gateCommand.name, '--help');
  for (const flag of ['--affected', '--affected-only', '--policy-ref', '--on', '--require', '--advisory']) {
    expect(stdout).toContain(flag);
    expect(page).toContain(flag);
  }
});
