import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { planWorkflows } from '../plan-workflow.js';
import { nameOf, repository, variants } from './testing/variants.js';

interface Job {
  stage?: string;
  extends?: string;
  interruptible?: boolean;
  rules?: { if: string }[];
  script?: string[];
  environment?: object;
  resource_group?: string;
  needs?: { job: string }[];
}

function textOf(variant: (typeof variants)[number], more: Record<string, string | null> = {}): string {
  const [file, ...others] = planWorkflows({ defaultBranch: 'main', ...variant }, repository(more));
  expect([file?.path, others]).toEqual(['.gitlab-ci.benchline.yml', []]);
  return file!.text;
}

/** Jobs of a pipeline, or what is against it: gitlab-ci-local reads it as GitLab does and holds it against GitLab's own JSON schema. */
function listJobs(text: string, variables: Record<string, string>): { code: number | null; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'benchline-gitlab-'));
  try {
    writeFileSync(join(folder, '.gitlab-ci.benchline.yml'), text);
    writeFileSync(join(folder, '.gitlab-ci.yml'), 'include:\n  - local: .gitlab-ci.benchline.yml\n');
    mkdirSync(join(folder, 'home'));
    const program = join(dirname(require.resolve('gitlab-ci-local/package.json')), 'src/index.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--list-csv', ...Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`])], { cwd: folder, encoding: 'utf8', env: { ...process.env, HOME: join(folder, 'home') } });
    return { code: status, output: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const onGitlab = variants.filter(({ forge }) => forge === 'gitlab').map((variant) => [nameOf(variant), variant] as const);

it.each(onGitlab)('%s', (_, variant) => {
  const text = textOf(variant);
  const { stages, ...jobs } = parseYaml(text) as { stages: string[] } & Record<string, Job>;
  expect(Object.keys(jobs)).toEqual(['.benchline', 'benchline:merge-request', 'benchline:default-branch', 'benchline:promotion-plan', 'benchline:promote', ...(variant.schedule ? ['benchline:scheduled'] : [])]);
  for (const job of Object.values(jobs).filter(({ script }) => script !== undefined)) {
    expect(stages).toContain(job.stage);
    expect(job.rules).toHaveLength(1);
  }
  const scripts = (name: string) => jobs[name]!.script!.join('\n');
  expect(scripts('benchline:merge-request').includes('--advisory')).toBe(variant.enforce === 'main');
  expect(scripts('benchline:merge-request')).toMatch(variant.mode === 'paired' ? /bench-paired|--against auto/ : /bench-compare|benchline bench/);
  expect(scripts('benchline:default-branch')).not.toContain('--advisory');
  expect(jobs['benchline:promote']).toMatchObject({ interruptible: false, resource_group: 'benchline-promote', environment: { name: 'benchline-baselines' } });
  expect(jobs['benchline:promote']!.needs!.map(({ job }) => job)).toContain('benchline:promotion-plan');
  expect(scripts('benchline:promote')).not.toMatch(/push.*(?:--force|-f\b|\+HEAD)/);
  expect(text).not.toContain('sudo');
});

it.each(onGitlab.filter(([name]) => /nx, paired, enforce main$|none, stored, enforce always$/.test(name)))('GitLab accepts %s', (_, variant) => {
  const { code, output } = listJobs(textOf(variant), { CI_PIPELINE_SOURCE: 'schedule' });
  expect([code, output]).toEqual([0, expect.stringContaining('benchline:scheduled')]);
  expect(output).not.toContain('benchline:promote');
});

it('is tried with a checker that finds planted faults', () => {
  expect(listJobs(textOf(onGitlab[0]![1]).replace('resource_group:', 'resource_grope:').replace('timeout: 3 hours', 'timeout: [3]'), {}).code).not.toBe(0);
});

it('keeps hostile folder names as they are', () => {
  const folder = "a: b 'c' #d $(e)";
  const text = textOf({ ...onGitlab[0]![1], runner: 'none' }, { [`${folder}/benchline.json`]: '{}' });
  const script = (parseYaml(text) as Record<string, Job>)['benchline:default-branch']!.script!.find((line) => line.includes('a: b'))!;
  const { stdout } = spawnSync('bash', ['-c', `${script.split('\n')[0]}; printf %s "$PROJECT"`], { encoding: 'utf8' });
  expect(stdout).toBe(folder);
});
