import { posix } from 'node:path';
import { logger, readJson, writeJson, type Tree } from '@nx/devkit';
import { planConfiguration } from 'benchline';
import { parseConfigFacts } from '../../read-config-facts.js';
import { readSnapshot } from '../read-snapshot.js';

const tool = 'perf-spec';
const otherConfigs = ['benchline.yaml', 'benchline.yml', 'benchline.toml'];

/** The suite that measures a project's performance specs: into its benchline.json, or a new one; nothing where there is one. */
export async function addSpecSuite(tree: Tree, root: string): Promise<void> {
  const path = [...otherConfigs, 'benchline.json'].map((name) => posix.join(root, name)).find((each) => tree.exists(each));
  if (path === undefined) return writeConfig(tree, root);
  const { tools } = await parseConfigFacts(tree.read(path, 'utf8') ?? '', path);
  if (tools.includes(tool)) return;
  if (!path.endsWith('.json')) return logger.warn(`Add a suite with the name specs and the tool ${tool} to ${path}.`);
  const config = readJson<{ suites?: { name: string }[] }>(tree, path);
  const suites = config.suites ?? [];
  const name = suites.some((suite) => suite.name === 'specs') ? tool : 'specs';
  writeJson(tree, path, { ...config, suites: [...suites, { name, tool, rounds: 3 }] });
}

async function writeConfig(tree: Tree, root: string): Promise<void> {
  const plan = await planConfiguration(readSnapshot(tree), { root, tool });
  if ('problem' in plan) throw new Error(plan.problem);
  for (const { path, text } of plan.files) tree.write(path, text);
}
