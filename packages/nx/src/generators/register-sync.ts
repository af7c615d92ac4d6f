import { readNxJson, updateNxJson, type Tree } from '@nx/devkit';

const generator = '@benchline/nx:sync';

/** Lets `nx sync` and `nx sync:check` run the sync generator; nothing if they do already. */
export function registerSync(tree: Tree): void {
  const nxJson = readNxJson(tree) ?? {};
  const registered = nxJson.sync?.globalGenerators ?? [];
  if (registered.includes(generator)) return;
  updateNxJson(tree, { ...nxJson, sync: { ...nxJson.sync, globalGenerators: [...registered, generator] } });
}
