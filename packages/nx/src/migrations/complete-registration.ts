import { formatFiles, readNxJson, type Tree } from '@nx/devkit';
import { missingFiles, readConfiguredProjects } from '../generators/configured-projects.js';
import { isRegistered } from '../generators/init/register-plugin.js';
import { registerSync } from '../generators/register-sync.js';

/**
 * Gives a workspace that was set up earlier what setting it up today would: the sync generator in nx.json, baseline folders that git keeps, the ignore line.
 * A workspace that does not register the plugin is left alone.
 */
export default async function completeRegistration(tree: Tree): Promise<void> {
  if (!isRegistered(readNxJson(tree))) return;
  registerSync(tree);
  for (const { path, text } of missingFiles(tree, await readConfiguredProjects(tree))) tree.write(path, text);
  await formatFiles(tree);
}
