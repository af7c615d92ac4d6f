/** The schemas that stand for artefacts (definitions.v1.json is what they have in common). */
export const artefacts = [
  'config',
  'performance-report',
  'baseline',
  'baseline-pointer',
  'comparison',
  'slo-result',
  'audit-manifest',
  'profile',
  'gate-result',
  'accepted-regressions',
] as const;

export type Artefact = (typeof artefacts)[number];
export type JsonSchema = { $id: string; title: string; description?: string; $defs?: Record<string, JsonSchema>; [keyword: string]: unknown };

/** A file this program writes: path relative to the repository, and its whole text. */
export interface GeneratedFile {
  path: string;
  text: string;
}
