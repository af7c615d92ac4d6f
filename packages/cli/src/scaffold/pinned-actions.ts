/**
 * The actions of the generated workflows, each pinned to a commit; the comment is the release that the commit is.
 * To update: read the release's commit in the action's own repository (`git ls-remote https://github.com/OWNER/NAME 'refs/tags/vX.Y.Z^{}'`, or without `^{}`
 * for a lightweight tag), never from a third place. A change here makes every generated workflow stale, so `benchline workflow --check` asks for it to be written again.
 */
export const pinnedActions = {
  checkout: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  setupNode: 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0',
  uploadArtifact: 'actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0',
  downloadArtifact: 'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1',
  nxSetShas: 'nrwl/nx-set-shas@afb73a62d26e41464e9254689e1fd6122ee683c1 # v5.0.1',
} as const;
