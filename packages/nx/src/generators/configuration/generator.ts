import { formatFiles, logger, type Tree } from '@nx/devkit';
import { planConfiguration, type ConfigurationRequest } from 'benchline';
import { findProjectRoot } from '../find-project-root.js';
import { readSnapshot } from '../read-snapshot.js';

export interface ConfigurationOptions {
  /** Its name or its folder. */
  project: string;
  tool: ConfigurationRequest['tool'];
  suite?: string;
  command?: string;
  files?: string[];
  overwrite?: boolean;
  skipFormat?: boolean;
}

/** Writes the config of one more project for a tool, with its baseline folder and the ignore line. */
export default async function configurationGenerator(tree: Tree, { project, skipFormat, ...request }: ConfigurationOptions): Promise<void> {
  const plan = await planConfiguration(readSnapshot(tree), { ...request, root: findProjectRoot(tree, project) });
  if ('problem' in plan) throw new Error(plan.problem);
  for (const { path, text } of plan.files) tree.write(path, text);
  if (skipFormat !== true) await formatFiles(tree);
  for (const { name, tool, command } of plan.suites) logger.info(`suite ${name} (${tool}): ${command === undefined ? 'as the tool does by itself' : command.join(' ')}`);
}
