import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cargoTarget } from './cargo-target.js';
import { packTarballs, repository } from './pack.js';
import { absentPrograms, unlessAbsent } from './required-programs.js';
import { createWorkspace, type Run, type Workspace } from './workspace.js';

/** The justfile that the guide shows. */
const justfile = /<!-- file: justfile -->\n```just\n([\s\S]*?)```/.exec(readFileSync(join(repository, 'docs/how-to/cargo-and-just.md'), 'utf8'))?.[1];

unlessAbsent(['cargo', 'git']).describe('in a cargo workspace without a package.json', () => {
  let workspace: Workspace;
  let installed: Workspace;
  const run = (program: string, ...args: string[]): Run => workspace.run(program, args, { env: { PATH: `${join(installed.root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}` } });
  const benchline = (...args: string[]): Run => run('benchline', ...args);
  const crate = 'crates/core';

  beforeAll(() => {
    installed = createWorkspace('cargo-installed');
    installed.write('package.json', { name: 'elsewhere', private: true });
    const { schemas, core, cli } = packTarballs();
    installed.must('npm', ['install', schemas, core, cli]);
    workspace = createWorkspace('cargo', { CARGO_TARGET_DIR: cargoTarget });
    workspace.write('.gitignore', 'target\n.git-global\n.nx\n');
    for (const name of ['core', 'bytes']) {
      workspace.copy(`nx/${name}`, `crates/${name}`);
      workspace.remove(`crates/${name}/project.json`);
    }
    for (const name of ['Cargo.toml', 'Cargo.lock']) workspace.copy(`nx/${name}`, name);
    workspace.write('justfile', justfile ?? '');
    workspace.must('git', ['init', '--quiet', '--initial-branch=main']);
    workspace.commit('a workspace');
  });

  afterAll(() => {
    workspace.dispose();
    installed.dispose();
  });

  test('init writes a config that needs nothing of npm', () => {
    expect(benchline('init', '--no-ci')).toMatchObject({ code: 0 });
    expect(workspace.readJson(`${crate}/benchline.json`)).not.toHaveProperty('$schema');
    expect(workspace.readJson(`${crate}/benchline.json`)).toMatchObject({ suites: [{ tool: 'criterion', command: ['cargo', 'bench', '--bench', 'decode'] }] });
    expect(benchline('shard', '--index', '1', '--total', '1', '--format', 'folders').stdout).toBe(`${crate}\n`);
    workspace.commit('benchline');
  });

  test('bench, promote, compare and gate', () => {
    expect(benchline('bench', '--project', crate)).toMatchObject({ code: 0 });
    expect(workspace.readJson(`${crate}/.benchline/report.json`)).toMatchObject({ project: 'decoder', provenance: { durationMs: expect.any(Number) }, suites: [{ tool: 'criterion', benchmarks: [{ id: 'decode/display' }] }] });
    expect(benchline('promote', '--project', crate, '--reason', 'first', '--tests-passed')).toMatchObject({ code: 0 });
    expect(benchline('compare', '--project', crate)).toMatchObject({ code: 0 });
    expect(benchline('gate')).toMatchObject({ code: 0 });
  });

  test('the guide shows a justfile', () => {
    expect(justfile).toMatch(/^gate: bench$/m);
  });

  // A test that is skipped fails the run, and just is seldom there.
  if (absentPrograms(['just']).length > 0) process.stderr.write('just is not installed: the recipes of docs/how-to/cargo-and-just.md are not tried\n');
  else {
    test('the recipes of the guide measure, judge, and end with the gate\'s exit code', () => {
      const table = workspace.read('crates/bytes/src/lib.rs');
      workspace.write('crates/bytes/src/lib.rs', table.replace('STEPS: u64 = 4', 'STEPS: u64 = 40'));
      const gate = run('just', 'gate');
      expect(gate.output).toMatch(/Performance Report: 1 project/);
      expect(gate.code).toBe(3);
      workspace.write('crates/bytes/src/lib.rs', table);
    });
  }
});
