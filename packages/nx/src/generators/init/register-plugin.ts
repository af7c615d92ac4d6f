import { readNxJson, updateNxJson, type NxJsonConfiguration, type Tree } from '@nx/devkit';
import { name as plugin } from '../../plugin-name.js';

type PluginEntry = NonNullable<NxJsonConfiguration['plugins']>[number];

/** Whether nx.json names the plugin, with options or without. */
export function isRegistered(nxJson: NxJsonConfiguration | null): boolean {
  return (nxJson?.plugins ?? []).some((entry) => (typeof entry === 'string' ? entry : entry.plugin) === plugin);
}

/** Adds the plugin to nx.json, with the default names written out so that they can be seen and changed; nothing if it is there already. */
export function registerPlugin(tree: Tree, { sync }: { sync: boolean }): void {
  const nxJson = readNxJson(tree) ?? {};
  if (isRegistered(nxJson)) return;
  const entry: PluginEntry = {
    plugin,
    options: {
      benchTargetName: 'bench',
      compareTargetName: 'bench-compare',
      pairedTargetName: 'bench-paired',
      sloTargetName: 'bench-slo',
      promoteTargetName: 'bench-promote',
      auditTargetName: 'bench-audit',
      ...(sync ? { sync } : {}),
    },
  };
  updateNxJson(tree, { ...nxJson, plugins: [...(nxJson.plugins ?? []), entry] });
}
