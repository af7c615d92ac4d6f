import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { arrows } from './arrows.cjs';
import importArrows from './import-arrows.cjs';

const repository = resolve(__dirname, '../..');

function lint(file: string, code: string): string[] {
  const config = { files: ['**/*.ts'], languageOptions: { parser }, plugins: { benchline: { rules: { 'import-arrows': importArrows } } }, rules: { 'benchline/import-arrows': 'error' } };
  return new Linter({ cwd: repository }).verify(code, [config] as Linter.Config[], join(repository, file)).map(({ message }) => message);
}

describe('the import arrows', () => {
  it.each([
    ['packages/core/src/stats/x.ts', "import { parseUnit } from '../model/index.js';", 'core/model'],
    ['packages/core/src/stats/x.ts', "import type { Unit } from '../model/unit.js';", 'core/model'],
    ['packages/core/src/model/deep/x.ts', "export * from '../../judge/index.js';", 'core/judge'],
    ['packages/core/src/judge/x.ts', "import { adapters } from '../parse/adapters.js';", 'core/parse but by "import type"'],
    ['packages/core/src/render/x.ts', "const { judge } = require('../judge/index.js');", 'core/judge but by "import type"'],
    ['packages/core/src/parse/x.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['packages/core/src/parse/x.ts', "import YAML from 'yaml';", 'yaml'],
    ['packages/core/src/model/x.ts', "import { main } from '../../../cli/src/main.js';", 'packages/cli/src/main.js'],
    ['packages/cli/src/ports/x.ts', "import { benchCommand } from '../commands/bench.js';", 'commands'],
    ['packages/cli/src/config/x.ts', "const { execa } = await import('execa');", 'execa'],
    ['packages/cli/src/config/x.ts', "import { createNodeFiles } from '../ports/node-files.js';", 'ports but by "import type"'],
    ['packages/cli/src/config/x.ts', "import { main } from '../main.js';", 'main.js'],
    ['packages/cli/src/config/x.ts', "import { normalizeConfig } from '@benchline/core';", 'core'],
    ['packages/cli/src/config/x.ts', "import { createFakeWorld } from '../testing/fake-world.js';", 'testing'],
    ['packages/cli/src/commands/x.ts', "import { runBench } from './bench.js';", 'another command'],
    ['packages/nx/src/x.ts', "import { judge } from '@benchline/core/judge';", 'core/judge'],
    ['packages/nx/src/x.ts', "type X = import('../../cli/src/main.js').X;", 'packages/cli/src/main.js'],
    ['e2e/src/x.e2e.ts', "import { main } from 'benchline';", 'benchline'],
  ])('forbid %s: %s', (file, code, target) => {
    expect(lint(file, code)).toEqual([expect.stringContaining(`must not import ${target} (tools/`)]);
  });

  it.each([
    ['packages/core/src/judge/deep/x.ts', "import type { Parsed } from '../../parse/parsed.js'; import { median } from '../../stats/index.js';"],
    ['packages/cli/src/artefacts/x.ts', "const validate = require('@benchline/core/validators/config'); import { userError } from '../user-error.js'; import fs from 'node:fs';"],
    ['packages/cli/src/ports/processes/x.ts', "const { execa } = await import('execa'); import type { Git } from '../git.js';"],
    ['packages/cli/src/main.ts', "import { loadConfig } from './config/load-config.js';"],
    ['packages/nx/src/deep/x.ts', "import { main } from 'benchline'; import { logger } from '@nx/devkit'; import { name } from '../plugin.js';"],
    ['tools/x.ts', "import { main } from '../packages/cli/src/main.js';"],
  ])('allow %s: %s', (file, code) => {
    expect(lint(file, code)).toEqual([]);
  });

  it('are those that CONTRIBUTING.md shows', () => {
    const rows = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8').split('\n').filter((line) => line.startsWith('| `'));
    const shown = rows.map((row) => row.split('|').map((cell) => cell.trim())).map(([, folder, , imports]) => [folder, imports]);
    const words = (names: readonly string[], prefix = '') => names.map((name) => `${prefix}\`${name}\``);
    const expected = arrows.map(({ folder, folders, types }) => [`\`${folder}\``, [...words(folders), ...words(types, 'types of ')].join(', ') || 'nothing']);
    expect(shown.filter(([, imports]) => imports !== 'no code' && !imports?.startsWith('anything'))).toEqual(expected);
  });

  it('name every source folder that there is', () => {
    const present = new Set(['core', 'cli'].flatMap((name) => {
      const source = `packages/${name}/src`;
      return readdirSync(join(repository, source), { recursive: true, encoding: 'utf8' }).filter((path) => /[/\\].*\.ts$/.test(path)).map((path) => `${source}/${path.split(/[/\\]/)[0]}`);
    }));
    present.delete('packages/cli/src/testing');
    expect([...present].filter((folder) => !arrows.some((row) => row.folder === folder))).toEqual([]);
  });
});

describe('the lint settings', () => {
  it('report a crossed arrow, the time, chance, and functions beyond the budget', () => {
    const long = `function long() {\n${'  void 0;\n'.repeat(51)}}\nlong();`;
    const code = `import { judge } from '../judge/index.js';\njudge(Date.now(), new Date(), Math.random(), new Date(0));\nfunction many(a: 1, b: 2, c: 3, d: 4) { return [a, b, c, d]; }\nmany(1, 2, 3, 4);\n${long}\n`;
    const { stdout } = spawnSync(process.execPath, ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', 'packages/core/src/stats/made-up.ts', '--format', 'json'], {
      cwd: repository, input: code, encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false' },
    });
    const [{ messages }] = JSON.parse(stdout.slice(stdout.indexOf('[{'))) as [{ messages: { ruleId: string; line: number }[] }];
    expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([
      ['benchline/import-arrows', 1], ['no-restricted-properties', 2], ['no-restricted-syntax', 2], ['no-restricted-properties', 2], ['max-params', 3], ['max-lines-per-function', 5],
    ]);
  });

  it('forbid Node and the console to the core by the compiler', () => {
    const { compilerOptions } = JSON.parse(readFileSync(join(repository, 'packages/core/tsconfig.json'), 'utf8')) as { compilerOptions: { types: string[]; lib?: string[] } };
    const base = JSON.parse(readFileSync(join(repository, 'tsconfig.base.json'), 'utf8')) as { compilerOptions: { lib: string[] } };
    expect(compilerOptions.types).toEqual([]);
    expect(compilerOptions.lib ?? base.compilerOptions.lib).toEqual(['es2023']);
  });
});
