import { readNxJson, updateNxJson, type NxJsonConfiguration, type Tree } from '@nx/devkit';

type PluginEntry = NonNullable<NxJsonConfiguration['plugins']>[number];

/** Adds the plugin to nx.json, with the default names written out so that they can be seen and changed; nothing if it is there already. */
export function registerPlugin(tree: Tree, plugin: string): void {
  const nxJson = readNxJson(tree) ?? {};
  const isRegistered = (entry: PluginEntry) => (typeof entry === 'string' ? entry : entry.plugin) === plugin;
  if (nxJson.plugins?.some(isRegistered)) return;
  const entry: PluginEntry = {
    plugin,
    options: { benchTargetName: 'bench', compareTargetName: 'bench-compare', pairedTargetName: 'bench-paired', sloTargetName: 'bench-slo', promoteTargetName: 'bench-promote', auditTargetName: 'bench-audit' },
  };
  updateNxJson(tree, { ...nxJson, plugins: [...(nxJson.plugins ?? []), entry] });
}
