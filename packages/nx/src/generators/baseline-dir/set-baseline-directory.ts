import { readJson, updateJson, type Tree } from '@nx/devkit';

interface WrittenBaselines {
  baselines?: { directory?: string };
}

/** Names the baseline folder in a project's benchline.json. Baselines that stand in another folder are not moved: it refuses. */
export function setBaselineDirectory(tree: Tree, root: string, directory: string): void {
  const inProject = (name: string) => (root === '' ? name : `${root}/${name}`);
  const config = inProject('benchline.json');
  if (!tree.exists(config)) throw new Error(`--directory is written into ${config}, and there is none. In a YAML or TOML config, write baselines.directory by hand.`);
  const present = readJson<WrittenBaselines>(tree, config).baselines?.directory ?? 'baselines';
  if (present === directory) return;
  if (tree.exists(inProject(`${present}/current.json`))) throw new Error(`${inProject(present)} holds baselines. Move the folder and change baselines.directory of ${config} in one commit.`);
  updateJson<WrittenBaselines>(tree, config, (written) => ({ ...written, baselines: { ...written.baselines, directory } }));
}
