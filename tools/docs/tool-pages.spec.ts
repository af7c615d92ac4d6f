import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { normalizeConfig, type WrittenConfig } from '../../packages/core/src/model/index.js';
import { findCommands, findTools, readBlocks, type ToolPageBlocks } from './tool-page.js';

const root = resolve(__dirname, '../..');
const validate = require('../../packages/core/src/model/generated/validators/config.js').default as ((config: unknown) => boolean) & { errors?: unknown };

describe.each(findTools(root))('docs/tools/%s.md', (tool) => {
  const path = join(root, 'docs/tools', `${tool}.md`);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const { json, sh }: ToolPageBlocks = readBlocks(text);

  it('has one whole config of the tool', () => {
    expect(json).toHaveLength(1);
    const config = JSON.parse(json[0] ?? '') as WrittenConfig;
    expect([validate(config), validate.errors]).toEqual([true, null]);
    expect(config.suites?.map((suite) => suite.tool)).toContain(tool);
    expect(normalizeConfig(config, { project: 'p', today: '2026-11-20', ci: false })).toHaveProperty('config');
  });

  it('has the three commands that a user needs', () => {
    expect(sh).toHaveLength(1);
    const commands = findCommands(sh[0] ?? '');
    expect(commands[0]).toBe('benchline bench');
    expect(commands.filter((command) => command.startsWith(`benchline ingest --tool ${tool} `))).toHaveLength(1);
    expect(commands.at(-1)).toBe('benchline compare');
  });

  it('says what is read and which traps there are', () => {
    expect(text).toMatch(/^# \S/);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(expect.arrayContaining(['What is read', 'Traps']));
  });

  const project = join(root, 'e2e/projects', tool);
  if (!existsSync(project)) return;

  it('shows the config that its project is run with', () => {
    const own = join(project, 'benchline.json');
    if (existsSync(own)) expect(JSON.parse(readFileSync(own, 'utf8'))).toEqual(JSON.parse(json[0] ?? ''));
    expect(existsSync(join(project, 'setup.json'))).toBe(true);
  });
});

test('no page and no project is of a tool that there is not', () => {
  const tools = new Set(findTools(root));
  const pages = readdirSync(join(root, 'docs/tools')).map((file) => file.replace(/\.md$/, ''));
  expect([...pages, ...readdirSync(join(root, 'e2e/projects'))].filter((name) => !tools.has(name) && !['README', 'traps'].includes(name))).toEqual([]);
});
