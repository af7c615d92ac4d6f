import { readNxJson, type Tree } from '@nx/devkit';

/** The branch that Nx compares with, without its remote. */
export function defaultBranch(tree: Tree): string {
  return (readNxJson(tree)?.defaultBase ?? 'main').replace(/^(refs\/remotes\/)?origin\//, '');
}
