/** The file by which Turborepo's cache knows machine and toolchains; written before `turbo run`, never committed. */
export const provenanceFile = '.benchline-provenance.json';

/** Writes it; from the workspace's root. */
export const writeProvenanceFile = `benchline fingerprint --out ${provenanceFile}`;

/** Scripts of the workspace's root: the file first, then turbo, which measures one project at a time. */
export const rootScripts: Readonly<Record<string, string>> = {
  bench: `${writeProvenanceFile} && turbo run bench --concurrency=1`,
  'bench-compare': `${writeProvenanceFile} && turbo run bench-compare bench-slo --concurrency=1 --continue`,
};

/** What a root that is measured itself is told, whose script `bench` is its own. */
export const withoutRootScripts = `the root is a project of its own, whose scripts these are; before turbo run bench run: ${writeProvenanceFile}`;
