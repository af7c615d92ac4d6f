import type { Digest } from '@benchline/core/model';
import type { Parsed } from '@benchline/core/parse';
import type { PreparedTool } from '../tools/tool-runner.js';

/** Digests of the sources of all benchmarks that rounds measured, by id; one whose source the tool cannot tell has none. */
export async function readSources({ sources }: Pick<PreparedTool, 'sources'>, rounds: readonly Parsed[]): Promise<ReadonlyMap<string, Digest>> {
  const ids = new Set(rounds.flatMap(({ readings }) => readings.map(({ benchmark }) => benchmark.id)));
  return sources === undefined ? new Map() : sources([...ids]);
}
